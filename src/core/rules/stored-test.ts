// Knows whether what the record keeps of the last test of sending still speaks of this mailbox's server: not where it was of
// another server or login, nor where a newer look got past the step at which it ended. Pure; the words for it are here too.

import { testedAt } from '../delivery/lifecycle.ts';
import { testOfAnother, type OtherTest } from '../delivery/named-server.ts';
import { serverKnowledge } from '../delivery/server-knowledge.ts';
import { stepOf } from '../mail/evidence.ts';
import { reachedGoal } from '../mail/fault.ts';
import type { MailboxFacts } from './facts.ts';
import type { Language } from './rule.ts';

export function sendingTestOfAnother({ mailbox, records }: MailboxFacts): OtherTest | undefined {
  return testOfAnother(mailbox, records, 'outgoing');
}

/** When the newer look was, where there is one. A platform that only says Failure does not say where it ended: at the login, mostly. */
export function overcomeOn({ mailbox, records, sessions, now }: MailboxFacts): string | undefined {
  const { source, status, at } = serverKnowledge(mailbox, records, sessions, now);
  if (source !== 'live' || status !== 'success' || at === undefined) return undefined;
  const { lastTest, testMailboxAccessCompletedOn } = mailbox.fields;
  const failure = lastTest?.outgoing?.result === 'failure' ? lastTest.outgoing : undefined;
  const tested = failure === undefined ? testMailboxAccessCompletedOn : testedAt(lastTest, 'outgoing');
  if (tested !== undefined && Date.parse(tested) >= Date.parse(at)) return undefined;
  const atLogin = failure === undefined || failure.class === 'credential';
  const step = failure?.step ?? (atLogin ? 'login' : undefined);
  const session = sessions.findLast((each) => reachedGoal(each));
  if (step === undefined || session === undefined) return undefined;
  return stepOf(session, step)?.outcome === 'ok' ? at : undefined;
}

/** Whether the last test of sending says nothing of how things are now. */
export function isOutdated(facts: MailboxFacts): boolean {
  return sendingTestOfAnother(facts) !== undefined || overcomeOn(facts) !== undefined;
}

export const ofAnotherWords: Record<Language, Record<OtherTest['of'], (name: string) => string>> = {
  en: {
    server: (name) => `another server (${name})`,
    user: (name) => `another login (${name})`,
  },
  ja: {
    server: (name) => `別のサーバー(${name})`,
    user: (name) => `別のログイン名(${name})`,
  },
};
