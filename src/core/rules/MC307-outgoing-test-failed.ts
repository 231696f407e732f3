// MC307: the last test of sending failed.

import { testedAt } from '../delivery/lifecycle.ts';
import type { FaultClass } from '../mail/fault-class.ts';
import { isPermanent } from '../mail/fault-class.ts';
import { adminCenter, productPages } from './admin-center.ts';
import type { Change } from './example.ts';
import type { MailboxFacts } from './facts.ts';
import { failedTestWords as words, type Since } from './failed-test-words.ts';
import { isSynchronized, nameOf, nameOfProfile } from './mailbox-questions.ts';
import { knownCause, knownOfText, knownSteps } from './known-reply-words.ts';
import type { FixStep, Language } from './rule.ts';
import { defineRule } from './rule.ts';
import { overcomeOn, sendingTestOfAnother } from './stored-test.ts';

const tested = (outgoing: object, more: object = {}): Change => ({
  mailboxes: { admin: { ...more, lastTest: { at: '2026-11-20T09:00:00Z', source: 'test', outgoing } } },
});

export default defineRule({
  code: 'MC307',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) => {
    if (facts.purpose === 'test' || !isSynchronized(facts, 'outgoing')) return [];
    const { outgoingEmailStatus: status, lastTest } = facts.mailbox.fields;
    const failedLately = status === 'success' && lastTest?.outgoing?.result === 'failure';
    if (status !== 'failure' && !failedLately) return [];
    const since = knownSince(facts);
    // The mailbox is enabled, and the one thing against it no longer holds; MC592 tells a test of another server.
    if (failedLately && since !== undefined) return [];
    return [
      {
        params: paramsOf(facts, failedLately, since),
        where: facts.mailbox.where(failedLately ? ['lastTest', 'outgoing'] : ['outgoingEmailStatus']),
        // A failure that may pass by itself left the mailbox enabled (see lifecycle.ts).
        ...(failedLately ? { severity: 'warning' as const } : {}),
      },
    ];
  },
  en: {
    title: 'The last test of sending failed',
    why:
      'After a permanent error (wrong credentials, wrong settings, refused by policy) the platform switches the mailbox off ' +
      'for sending; mail stays in Pending Send until a test succeeds. A temporary error is tried ten times, five minutes apart, and counts as permanent then.',
    message: (params) => messageOf(params, 'en'),
    fix: (params) => fixOf(params, 'en'),
  },
  ja: {
    title: '前回の送信テストが失敗しています',
    why:
      '資格情報や設定の誤り、ポリシーによる拒否などの恒久的なエラーが起きると、そのメールボックスの送信は無効になり、' +
      'テストに成功するまでメールは「送信保留」のままです。一時的なエラーは5分おきに10回まで再試行され、それでも直らなければ恒久的なエラーになります。',
    message: (params) => messageOf(params, 'ja'),
    fix: (params) => fixOf(params, 'ja'),
  },
  sources: [
    productPages.mailboxTable,
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { outgoingEmailStatus: 'failure' } } } },
      {
        change: tested(
          {
            result: 'failure',
            class: 'credential',
            step: 'login',
            reply: '535 5.7.8 Error: authentication failed',
            finding: 'MC517',
          },
          { outgoingEmailStatus: 'failure', enabledForOutgoingEmail: false },
        ),
      },
      {
        change: tested({ result: 'failure', class: 'network', step: 'connect' }),
      },
    ],
    good: [
      {
        change: tested({ result: 'success' }),
      },
      { change: { mailboxes: { admin: { outgoingEmailStatus: 'failure' } } }, purpose: 'test' },
      {
        change: tested({ result: 'failure', class: 'network', server: 'smtp.example.org:587' }),
      },
    ],
  },
});

type Params = ReturnType<typeof paramsOf>;

/** A failure that a newer look got past still holds the mailbox back, but no longer says what is wrong. */
function knownSince(facts: MailboxFacts): Since | undefined {
  const at = overcomeOn(facts);
  return at === undefined ? sendingTestOfAnother(facts) : { at };
}

function paramsOf(facts: MailboxFacts, failedLately: boolean, since: Since | undefined) {
  const { lastTest, testMailboxAccessCompletedOn } = facts.mailbox.fields;
  const failure = lastTest?.outgoing?.result === 'failure' ? lastTest.outgoing : undefined;
  return {
    mailbox: nameOf(facts),
    failedLately,
    ...(since === undefined ? {} : { since }),
    at: failure === undefined ? testMailboxAccessCompletedOn : testedAt(lastTest, 'outgoing'),
    fault: failure?.class === undefined ? undefined : kindOf(failure.class),
    reply: failure?.reply,
    host: facts.effective?.outgoing.host ?? '',
    profile: nameOfProfile(facts) ?? '',
    credentialsIn:
      facts.effective?.outgoing.credentialRetrieval === 'profile'
        ? ('profile' as const)
        : ('mailbox' as const),
    ...(failure?.reply === undefined
      ? {}
      : knownOfText(failure.reply, { host: facts.effective?.outgoing.host, step: failure.step })),
    finding: failure?.finding,
    retryAfter: failure?.retryAfter,
    // The platform raised no alert for a test that it did not make.
    seenHere: failure !== undefined && lastTest?.source === 'test',
  };
}

function kindOf(faultClass: FaultClass): 'credential' | 'permanent' | 'passing' {
  if (faultClass === 'credential') return 'credential';
  return isPermanent(faultClass) ? 'permanent' : 'passing';
}

function messageOf(params: Params, language: Language): string {
  const { mailbox, failedLately, at, fault, reply, since } = params;
  const say = words[language];
  const test = at === undefined ? '' : say.tested(at, fault === undefined ? undefined : say[fault]);
  if (since !== undefined) return say.outdated(mailbox, test, since);
  const head = failedLately ? say.lately(mailbox) : say.failed(mailbox);
  const cause = knownCause(params, language);
  const space = cause === '' || language === 'ja' ? '' : ' ';
  return head + test + say.ended(reply) + space + cause;
}

function fixOf(params: Params, language: Language): FixStep[] {
  const { mailbox, fault, finding, retryAfter, seenHere, since } = params;
  const known = knownSteps(params, language);
  const say = words[language];
  const administrator = (what: string): FixStep => ({ who: 'system-administrator', do: what });
  const alert = finding === undefined && !seenHere ? [administrator(say.alert(mailbox))] : [];
  // What was refused is over, or was another server's doing; what the platform alone knows of may not be.
  if (since !== undefined) return [...alert, adminCenter[language].testAndEnable(mailbox)];
  return [
    ...(finding === undefined ? [] : [administrator(say.explain(finding))]),
    ...alert,
    ...(retryAfter === undefined ? [] : [administrator(say.wait(retryAfter))]),
    ...(known ?? (fault === 'credential' ? [{ who: 'mailbox-user' as const, do: say.logIn }] : [])),
    adminCenter[language].testAndEnable(mailbox),
  ];
}
