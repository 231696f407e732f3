// MC569: the directory says that the mailbox's account has no plan with Exchange Online in force.

import { problemOf } from '../mail/session-problem.ts';
import { exchangeOnline } from './exchange-online-words.ts';
import { sessionThat } from './session-example.ts';
import type { Facts } from './facts.ts';
import { defineRule } from './rule.ts';
import { paramsOf } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';

export default defineRule({
  code: 'MC569',
  subject: 'session',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    const { account } = facts.observation;
    // Sign-in blocked and no plan: a shared mailbox, which needs none.
    if (account?.exchangePlan !== false || account.enabled === false || isSaidAlready(facts)) return [];
    return [{ params: paramsOf(facts, 'login'), where: facts.mailbox?.where(['emailAddress']) }];
  },
  en: {
    title: "The mailbox's account has no Exchange Online licence",
    why:
      "A user's mailbox needs a licence with Exchange Online. Without one it is closed after a time of grace, and Dataverse may refuse it " +
      'already (8005E276, ErrorInvalidLicense). A shared mailbox needs none; its sign-in is then usually blocked, which it is not here.',
    message: ({ mailbox }) =>
      `The account of ${mailbox} has no plan with Exchange Online in force; Dataverse may refuse the mailbox.`,
    fix: (p) => [exchangeOnline.en.licence(p.mailbox), lookAgain(p, 'en')],
  },
  ja: {
    title: 'メールボックスのアカウントにExchange Onlineのライセンスがありません',
    why:
      'ユーザーのメールボックスには、Exchange Onlineを含むライセンスが必要です。ない場合、猶予期間が過ぎると使えなくなり、その前でもDataverseに拒否される可能性があります' +
      '(8005E276、ErrorInvalidLicense)。共有メールボックスには不要ですが、その場合は通常サインインがブロックされていて、ここではされていません。',
    message: ({ mailbox }) =>
      `${mailbox} のアカウントに有効なExchange Onlineのプランがなく、Dataverseがメールボックスを拒否する可能性があります。`,
    fix: (p) => [exchangeOnline.ja.licence(p.mailbox), lookAgain(p, 'ja')],
  },
  sources: [
    'https://learn.microsoft.com/graph/api/resources/assignedplan',
    'https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference',
    'Microsoft support article KB4459027',
  ],
  examples: {
    bad: [
      { session: sessionThat({}, { protocol: 'graph', account: { enabled: true, exchangePlan: false } }) },
    ],
    good: [
      { session: sessionThat({}, { protocol: 'graph', account: { enabled: true, exchangePlan: true } }) },
      { session: sessionThat({}, { protocol: 'graph', account: { enabled: false, exchangePlan: false } }) },
      { session: sessionThat({}, { protocol: 'graph' }) },
    ],
  },
});

/** Both directions see the same account; where no mailbox is behind it, MC560 says so with the licence. */
function isSaidAlready({ observation, observations }: Facts['session']): boolean {
  const first = observations.find(
    ({ mailbox, account }) => mailbox === observation.mailbox && account?.exchangePlan === false,
  );
  return first !== observation || problemOf(observation)?.problem === 'mailbox-not-in-service';
}
