// Knows the words that the rules about web services share beside those of all sessions. Words only; may not look at facts.

import type { StepName } from '../mail/step.ts';
import type { FixStep, Language } from './rule.ts';
import type { SessionParams } from './session-hit.ts';
import { editProfile } from './session-fix.ts';
import { labels, stepWords } from './session-words.ts';

/** Where the address of a web service is kept. */
export function editService(params: SessionParams, language: Language): FixStep[] {
  const { location } = labels[language][params.direction];
  const usual = `https://${params.host}/EWS/Exchange.asmx`;
  return editProfile(
    params,
    language === 'en'
      ? `compare "${location}" with the address of Exchange Web Services, usually ${usual}`
      : `「${location}」を、Exchange Web Servicesのアドレス(一般には ${usual})と照らし合わせる`,
    `${params.direction}ServerLocation: ${usual}`,
    language,
  );
}

/** A step's name without the command that it is in the line protocols. */
export function stepOfService(step: StepName, language: Language): string {
  return stepWords[language][step].replace(/\s*[((][^()]*[))]$/, '');
}
