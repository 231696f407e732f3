// Knows what the rules about e-mail rows have in common: which row, since when, what the records say beside it.
// Builds parameters and the name of the row; may not decide a severity.

import type { Facts } from './facts.ts';
import { nameOf } from './mailbox-questions.ts';
import type { Hit, Language, Severity } from './rule.ts';
import { momentWords } from './session-words.ts';

/** Server-side synchronization picks a row up within its cycle; what waits longer is stuck (derived from the cycle of 15 minutes). */
export const patience = 15;

export type RowParams = {
  to?: string;
  subject?: string;
  at?: string;
  /** Whole minutes since the row's status was last touched. */
  minutes?: number;
  mailbox?: string;
  /** Code of what the records say stops the mail. */
  blockedBy?: string;
};

export function rowHit<Extra extends object>(
  facts: Facts['email'],
  column: string,
  severity: Severity,
  extra: Extra,
): Hit<RowParams & Extra> {
  const { email, mailbox, path } = facts;
  const { subject, createdOn, to, toRecipients } = email.fields;
  const recipient = path?.to ?? to ?? toRecipients;
  const minutes = minutesWaited(facts);
  return {
    params: {
      ...(recipient === undefined ? {} : { to: recipient }),
      ...(subject === undefined ? {} : { subject }),
      ...(createdOn === undefined ? {} : { at: createdOn }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(mailbox === undefined ? {} : { mailbox: nameOf({ mailbox }) }),
      ...(path?.blockedBy === undefined ? {} : { blockedBy: path.blockedBy }),
      ...extra,
    },
    where: email.where([column]),
    severity,
  };
}

/** Since the row was last touched, else made; undefined where no time is recorded, or one that is still to come. */
export function minutesWaited({ email, now }: Facts['email']): number | undefined {
  const { createdOn, modifiedOn } = email.fields;
  const since = modifiedOn ?? createdOn;
  if (since === undefined) return undefined;
  // Clocks differ by seconds.
  const minutes = Math.trunc((now.getTime() - Date.parse(since)) / 60_000);
  return minutes < 0 ? undefined : Math.abs(minutes);
}

/** Whether the row can be no other mail's: it names a process (another's rows are not of this message), or a process made it. */
export function isOfProcess({ email }: Facts['email']): boolean {
  const { isWorkflowCreated, process } = email.fields;
  return isWorkflowCreated !== false && (isWorkflowCreated === true || process !== undefined);
}

/** How grave it is for the mail waited for that this row was not sent, where nothing else says why. */
export function severityOfUnsent(facts: Facts['email']): Severity {
  if (facts.path?.blockedBy !== undefined) return 'information';
  return isOfProcess(facts) ? 'error' : 'warning';
}

/** The same for a row that waits for a time: a few minutes are no matter. */
export function severityOfLater(facts: Facts['email'], until: string): Severity {
  const minutes = Math.floor((Date.parse(until) - facts.now.getTime()) / 60_000);
  const severity = severityOfUnsent(facts);
  return severity === 'error' && minutes <= patience ? 'warning' : severity;
}

export function isLaterThan(moment: string | undefined, now: Date): boolean {
  return moment !== undefined && Date.parse(moment) > now.getTime();
}

/** `The e-mail row of 2026-11-21 08:30:00 UTC to taro@example.com ("Your code")`. */
export function rowWords({ to, subject, at }: RowParams, language: Language): string {
  if (language === 'en')
    return `The e-mail row${at === undefined ? '' : ` of ${momentWords(at)}`}${to === undefined ? '' : ` to ${to}`}${subject === undefined ? '' : ` ("${subject}")`}`;
  return `${at === undefined ? '' : `${momentWords(at)} に作成された`}${to === undefined ? '' : ` ${to} 宛ての`}電子メールの行${subject === undefined ? '' : `(件名「${subject}」)`}`;
}

/** `3 hours`, `20 minutes`. */
export function durationWords(minutes: number, language: Language): string {
  const units: [number, string, string][] = [
    [60 * 48, 'day', '日'],
    [120, 'hour', '時間'],
  ];
  const [least, en, ja] = units.find(([from]) => minutes >= from) ?? [0, 'minute', '分'];
  const size = least === 0 ? 1 : least === 120 ? 60 : 60 * 24;
  const amount = Math.floor(minutes / size);
  return language === 'en' ? `${amount} ${en}${amount === 1 ? '' : 's'}` : `${amount}${ja}`;
}
