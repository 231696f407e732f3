// What mailcheck says of a session, a mailbox or a profile, as the tests of the asks compare it: code, severity, and all words.

import type { Observation } from '../../src/core/mail/evidence.ts';
import type { Reply } from '../../src/core/mail/reply.ts';
import { exampleNow, type Change } from '../../src/core/rules/example.ts';
import { ruleOf, sessionFindings } from '../../src/core/rules/judge.ts';
import type { Finding } from '../../src/core/rules/rule.ts';
import { recordsWith } from '../core/records-of.ts';

type Said = { code: string; severity: Finding['severity']; en: string; ja: string; who: string[] };

/** Message, then the steps in their order. */
export function saidOf(finding: Finding): Said {
  const rule = ruleOf(finding.code);
  const steps = rule.fix(finding, 'en');
  const words = (language: 'en' | 'ja') =>
    [rule.message(finding, language), ...rule.fix(finding, language).map((step) => step.do)].join('\n');
  return {
    code: finding.code,
    severity: finding.severity,
    en: words('en'),
    ja: words('ja'),
    who: steps.map(({ who }) => who),
  };
}

/** What is said of the one finding about a session, whose mailbox is `admin` of the healthy environment with a change. */
export function ofSession(observation: Observation, change: Change = {}): Said {
  const records = recordsWith(change);
  const mailbox = records.mailboxes.find(({ id }) => id === 'admin');
  const found = sessionFindings([observation], mailbox, records.profiles[0], new Date(exampleNow));
  const [finding, ...others] = found;
  if (finding === undefined || others.length > 0)
    throw new Error(`expected one finding, not ${found.map(({ code }) => code).join(' ')}`);
  return saidOf(finding);
}

export function theOne(findings: Finding[], code: string): Said {
  const found = findings.filter((finding) => finding.code === code);
  const [finding] = found;
  if (finding === undefined || found.length > 1) throw new Error(`${found.length} of ${code}`);
  return saidOf(finding);
}

export function refused(code: string, enhanced: string | undefined, text: string) {
  const reply: Reply = enhanced === undefined ? { code, text } : { code, enhanced, text };
  return { outcome: 'refused', reply } as const;
}

/** The texts stand in this order. */
export function inOrder(text: string, ...parts: string[]): boolean {
  let from = 0;
  return parts.every((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return at !== -1;
  });
}
