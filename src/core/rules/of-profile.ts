// Knows how a sentence says that a whole server profile is concerned and not one mailbox: which of its mailboxes, the first
// by name, the rest counted. Words only; which findings those are is decided in judge-profiles.ts.

import type { Language } from './rule.ts';

export type OfProfile = {
  /** The profile's name, or its id. */
  name: string;
  /** Addresses of the mailboxes that showed it, in the order of the run. */
  mailboxes: string[];
  /** How many mailboxes of the profile were looked at in the same way. */
  of: number;
};

/** As many are named; one more would be as long as the count of the rest. */
const named = 3;

/** `a, b, c and 197 more` */
export function fewOf(names: readonly string[], language: Language): string {
  const all = names.length <= named + 1;
  const first = names.slice(0, all ? names.length : named);
  if (language === 'ja') return first.join('、') + (all ? '' : `、ほか${names.length - named}件`);
  return first.join(', ') + (all ? '' : ` and ${names.length - named} more`);
}

/** After a finding's own sentence. */
export function concernsText({ name, mailboxes, of }: OfProfile, language: Language): string {
  const count = mailboxes.length;
  const few = fewOf(mailboxes, language);
  if (language === 'ja') {
    if (of === 1)
      return `このメールボックスだけでなく、サーバー プロファイル「${name}」を使うメールボックスすべてに関わります。`;
    return count === of
      ? `今回調べたサーバー プロファイル「${name}」のメールボックス${of}件すべてに当てはまります: ${few}。`
      : `今回調べたサーバー プロファイル「${name}」のメールボックス${of}件のうち${count}件に当てはまります: ${few}。`;
  }
  if (of === 1)
    return ` This is a matter of the server profile "${name}": it concerns every mailbox that uses it, not this one alone.`;
  return count === of
    ? ` This concerns all ${of} mailboxes of the server profile "${name}" in this run: ${few}.`
    : ` This concerns ${count} of the ${of} mailboxes of the server profile "${name}" in this run: ${few}.`;
}
