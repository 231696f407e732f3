// Knows when two findings are one for a reader: of the two directions of a mailbox or server profile, and different at most in
// host, port and protocol. May not decide what is said then (finding.ts); a program gets both (json.ts).

import { isDeepStrictEqual } from 'node:util';
import { ruleOf } from '../../core/rules/judge.ts';
import type { Finding, FixStep, Language } from '../../core/rules/rule.ts';

/**
 * same    wholly the same, place included;
 * alike   the same of another server or direction: said once, and the other is named;
 * steps   the servers said different things, and what is to be done is the same;
 * part    some of the steps are the same: the last of the two tells these.
 */
type Likeness =
  | { is: 'same' }
  | { is: 'alike' | 'steps'; /** Whose steps are the whole of them. */ steps: Finding }
  | { is: 'part'; common: readonly FixStep[] };

export function likenessOf(
  finding: Finding,
  next: Finding | undefined,
  language: Language,
): Likeness | undefined {
  if (next === undefined || next.code !== finding.code) return undefined;
  const { fix, message } = ruleOf(finding.code);
  const [steps, nextSteps] = [fix(finding, language), fix(next, language)];
  const [said, saidNext] = [message(finding, language), message(next, language)];
  const weighsTheSame =
    finding.severity === next.severity && isDeepStrictEqual(finding.changed, next.changed);
  if (isDeepStrictEqual(steps, nextSteps)) {
    const isSame = weighsTheSame && said === saidNext && isDeepStrictEqual(finding.where, next.where);
    if (isSame) return { is: 'same' };
  }
  if (serverOf(finding) === undefined || finding.subject === next.subject)
    return isDeepStrictEqual(steps, nextSteps) ? { is: 'steps', steps: next } : undefined;
  const whole = wholeOf([finding, withoutHost(steps, finding)], [next, withoutHost(nextSteps, next)]);
  if (whole === undefined) {
    const common = steps.filter((step) => nextSteps.some((other) => isDeepStrictEqual(step, other)));
    return common.length === 0 ? undefined : { is: 'part', common };
  }
  const isAlike =
    weighsTheSame && neutral(withoutName(said, finding)) === neutral(withoutName(saidNext, next));
  return { is: isAlike ? 'alike' : 'steps', steps: whole };
}

type WithSteps = [finding: Finding, steps: readonly string[]];

/** The finding whose steps hold those of the other. */
function wholeOf([first, steps]: WithSteps, [second, others]: WithSteps): Finding | undefined {
  if (others.every((text) => steps.includes(text))) return first;
  return steps.every((text) => others.includes(text)) ? second : undefined;
}

/** host:port, where it is about a session. */
export function serverOf({ params }: Finding): string | undefined {
  const { server } = (params ?? {}) as { server?: unknown };
  return typeof server === 'string' ? server : undefined;
}

function withoutHost(steps: readonly FixStep[], finding: Finding): string[] {
  return steps.map((step) => `${step.who}: ${withoutName(step.do, finding)}`);
}

function withoutName(text: string, finding: Finding): string {
  const { host } = (finding.params ?? {}) as { host?: unknown };
  const names = [serverOf(finding), host].filter((name) => typeof name === 'string' && name !== '');
  return names.reduce<string>((masked, name) => masked.replaceAll(String(name), 'HOST'), text);
}

/** Some direction, over some protocol: in a sentence. In a step it is another field. */
function neutral(text: string): string {
  return text
    .replaceAll(/\b(?:out|in)(?:going|coming)/gi, 'DIRECTION')
    .replaceAll(/送信|受信/g, 'DIRECTION')
    .replaceAll(/\b(?:SMTP|POP3|IMAP)\b/g, 'PROTOCOL');
}
