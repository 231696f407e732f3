// MC307: the last test of sending failed.

import { testedAt } from '../delivery/lifecycle.ts';
import type { FaultClass } from '../mail/fault-class.ts';
import { isPermanent } from '../mail/fault-class.ts';
import { adminCenter, productPages } from './admin-center.ts';
import type { MailboxFacts } from './facts.ts';
import { isSynchronized, nameOf, nameOfProfile } from './mailbox-questions.ts';
import { knownCause, knownOfText, knownSteps } from './known-reply-words.ts';
import type { FixStep, Language } from './rule.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';

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
    return [
      {
        params: paramsOf(facts, failedLately),
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
        change: {
          mailboxes: {
            admin: {
              outgoingEmailStatus: 'failure',
              enabledForOutgoingEmail: false,
              lastTest: {
                at: '2026-11-20T09:00:00Z',
                source: 'test',
                outgoing: {
                  result: 'failure',
                  class: 'credential',
                  step: 'login',
                  reply: '535 5.7.8 Error: authentication failed',
                  finding: 'MC517',
                },
              },
            },
          },
        },
      },
      {
        change: {
          mailboxes: {
            admin: {
              lastTest: {
                at: '2026-11-20T09:00:00Z',
                source: 'test',
                outgoing: { result: 'failure', class: 'network', step: 'connect' },
              },
            },
          },
        },
      },
    ],
    good: [
      {
        change: {
          mailboxes: {
            admin: {
              lastTest: {
                at: '2026-11-20T09:00:00Z',
                source: 'test',
                outgoing: { result: 'success' },
              },
            },
          },
        },
      },
      { change: { mailboxes: { admin: { outgoingEmailStatus: 'failure' } } }, purpose: 'test' },
    ],
  },
});

type Params = ReturnType<typeof paramsOf>;

function paramsOf(facts: MailboxFacts, failedLately: boolean) {
  const { lastTest, testMailboxAccessCompletedOn } = facts.mailbox.fields;
  const failure = lastTest?.outgoing?.result === 'failure' ? lastTest.outgoing : undefined;
  return {
    mailbox: nameOf(facts),
    failedLately,
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
  const { mailbox, failedLately, at, fault, reply } = params;
  const say = words[language];
  const test = at === undefined ? '' : say.tested(at, fault === undefined ? undefined : say[fault]);
  const head = failedLately ? say.lately(mailbox) : say.failed(mailbox);
  const cause = knownCause(params, language);
  const space = cause === '' || language === 'ja' ? '' : ' ';
  return head + test + say.ended(reply) + space + cause;
}

function fixOf(params: Params, language: Language): FixStep[] {
  const { mailbox, fault, finding, retryAfter, seenHere } = params;
  const known = knownSteps(params, language);
  const say = words[language];
  const administrator = (what: string): FixStep => ({ who: 'system-administrator', do: what });
  return [
    ...(finding === undefined ? [] : [administrator(say.explain(finding))]),
    ...(finding === undefined && !seenHere ? [administrator(say.alert(mailbox))] : []),
    ...(retryAfter === undefined ? [] : [administrator(say.wait(retryAfter))]),
    ...(known ?? (fault === 'credential' ? [{ who: 'mailbox-user' as const, do: say.logIn }] : [])),
    adminCenter[language].testAndEnable(mailbox),
  ];
}

const words = {
  en: {
    credential: 'user name or password refused',
    permanent: 'an error that stays until it is corrected',
    passing: 'an error that may pass by itself',
    lately: (mailbox: string) =>
      `The last connection to the outgoing server of ${mailbox} failed, which may stop its mail`,
    failed: (mailbox: string) => `The outgoing email status of ${mailbox} is Failure`,
    tested: (at: string, kind: string | undefined) =>
      kind === undefined ? ` (tested ${momentWords(at)})` : ` (tested ${momentWords(at)}: ${kind})`,
    ended: (reply: string | undefined) => (reply === undefined ? '.' : `; the server said: "${reply}".`),
    explain: (finding: string) =>
      `Read what the answer means and what to change: mailcheck explain ${finding}`,
    alert: (mailbox: string) =>
      `Read the newest alert of ${mailbox} (its page in the admin center, "Alerts"): it names the server's answer.`,
    wait: (until: string) => `Wait until ${momentWords(until)}; the server asked for that.`,
    logIn: 'Check that this user name and password work in a mail program with the same server.',
  },
  ja: {
    credential: 'ユーザー名またはパスワードの拒否',
    permanent: '待っても直らないエラー',
    passing: '一時的な可能性があるエラー',
    lately: (mailbox: string) =>
      `${mailbox} の送信サーバーへの前回の接続が失敗しています。メールが止まる可能性があります`,
    failed: (mailbox: string) => `${mailbox} の「送信電子メールの状態」が「失敗」です`,
    tested: (at: string, kind: string | undefined) =>
      kind === undefined ? `(${momentWords(at)} のテスト)` : `(${momentWords(at)} のテスト、${kind})`,
    ended: (reply: string | undefined) => (reply === undefined ? '。' : `。サーバーの応答:「${reply}」`),
    explain: (finding: string) => `応答の意味と対処方法を調べる: mailcheck explain ${finding}`,
    alert: (mailbox: string) =>
      `管理センターで ${mailbox} を開き、「警告」の最新のものを読む。サーバーの応答が書かれている。`,
    wait: (until: string) => `サーバーの指定どおり ${momentWords(until)} まで待つ。`,
    logIn: '同じサーバーを設定したメールソフトで、ユーザー名とパスワードでログインできることを確かめる。',
  },
} as const;
