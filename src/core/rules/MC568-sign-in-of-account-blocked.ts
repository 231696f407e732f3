// MC568: the directory says that sign-in is blocked for the mailbox's account.

import type { AccountSeen } from '../mail/evidence.ts';
import { problemOf } from '../mail/session-problem.ts';
import { exchangeOnline } from './exchange-online-words.ts';
import { sessionThat } from './session-example.ts';
import type { Facts } from './facts.ts';
import { defineRule } from './rule.ts';
import { paramsOf } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';

export default defineRule({
  code: 'MC568',
  subject: 'session',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    const { account } = facts.observation;
    if (account?.enabled !== false || isSaidAlready(facts)) return [];
    const shared = account.exchangePlan === false;
    return [
      {
        params: { ...paramsOf(facts, 'login'), shared },
        where: facts.mailbox?.where(['emailAddress']),
        // A shared mailbox is made so.
        ...(shared ? { severity: 'information' as const } : {}),
      },
    ];
  },
  en: {
    title: "Sign-in is blocked for the mailbox's account",
    why:
      'An application opens the mailbox all the same, as this test did. The test of Dataverse may refuse it: it looks the user up and ' +
      'fails with 8005E273 where the account is disabled. A shared mailbox without a licence has sign-in blocked by design.',
    message: ({ mailbox, shared }) =>
      shared
        ? `Sign-in is blocked for the account of ${mailbox}, as is usual for a shared mailbox.`
        : `Sign-in is blocked for the account of ${mailbox}, so the test of Dataverse may fail (8005E273).`,
    fix: (p) => (p.shared ? [] : [exchangeOnline.en.allowSignIn(p.mailbox), lookAgain(p, 'en')]),
  },
  ja: {
    title: 'メールボックスのアカウントのサインインがブロックされています',
    why:
      'アプリはこのテストのようにメールボックスを開けますが、Dataverseのテストでは拒否される可能性があります。' +
      'Dataverseはユーザーを調べ、アカウントが無効だと8005E273で失敗します。ライセンスのない共有メールボックスでは、サインインのブロックが既定です。',
    message: ({ mailbox, shared }) =>
      shared
        ? `${mailbox} のアカウントはサインインがブロックされています。共有メールボックスでは通常の状態です。`
        : `${mailbox} のアカウントのサインインがブロックされているため、Dataverseのテストが失敗する可能性があります(8005E273)。`,
    fix: (p) => (p.shared ? [] : [exchangeOnline.ja.allowSignIn(p.mailbox), lookAgain(p, 'ja')]),
  },
  sources: [
    'https://learn.microsoft.com/graph/api/resources/user',
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
    'https://learn.microsoft.com/microsoft-365/admin/email/create-a-shared-mailbox',
  ],
  examples: {
    bad: [
      { session: sessionThat({}, { protocol: 'graph', account: { enabled: false, exchangePlan: true } }) },
      { session: sessionThat({}, { protocol: 'graph', account: { enabled: false, exchangePlan: false } }) },
    ],
    good: [
      { session: sessionThat({}, { protocol: 'graph', account: { enabled: true, exchangePlan: true } }) },
      // Not to be seen with this token.
      { session: sessionThat({}, { protocol: 'graph' }) },
    ],
  },
});

/** Both directions see the same account; where no mailbox is behind it, that says more. */
function isSaidAlready({ observation, observations }: Facts['session']): boolean {
  const first = observations.find(({ mailbox, account }) => mailbox === observation.mailbox && sees(account));
  return first !== observation || problemOf(observation)?.problem === 'mailbox-not-in-service';
}

function sees(account: AccountSeen | undefined): boolean {
  return account?.enabled === false;
}
