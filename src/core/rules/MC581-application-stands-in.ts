// MC581: an application that stands in for Dataverse's own sign-in was refused, which says nothing of the mailbox.

import { isOfStandIn } from '../mail/fault.ts';
import { problemOf } from '../mail/session-problem.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { sessionThat } from './session-example.ts';
import { tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { paramsOf } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';

const refusal = {
  outcome: 'refused',
  reply: { code: 'invalid_client', enhanced: 'AADSTS7000222', text: 'expired' },
} as const;
const forbidden = {
  inbox: { outcome: 'refused', reply: { code: '403', enhanced: 'ErrorAccessDenied', text: 'no' } },
} as const;
const asked = {
  authority: 'microsoft',
  grant: 'client-credentials',
  url: 'https://login.microsoftonline.com/t/oauth2/v2.0/token',
  expected: { audiences: [], roles: [], scopes: [] },
} as const;

export default defineRule({
  code: 'MC581',
  subject: 'session',
  stage: 'server',
  severity: 'information',
  check: (facts) => {
    const broken = problemOf(facts.observation);
    if (broken === undefined || !isOfStandIn(facts.observation, broken)) return [];
    // A token endpoint that is silent refuses nobody.
    if (broken.step.outcome !== 'refused' && broken.step.outcome !== 'rejected') return [];
    const { profile } = facts;
    return [
      {
        params: { ...paramsOf(facts, broken.step.step), application: profile?.fields.oauthClientId },
        where: profile?.where(['oauthClientId']),
      },
    ];
  },
  en: {
    title: 'The application that was refused is not the one that Dataverse signs in with',
    why:
      'Dataverse signs in to Exchange Online server to server, which is its own way alone; in a test from here an application of yours stands in for it. ' +
      'What that application is refused for its own sake (its secret, its consent, its permissions) Dataverse is not, so the mailbox may work all the same.',
    message: ({ application }) =>
      `The application${application === undefined ? '' : ` ${application}`} stands in for Dataverse's own sign-in to Exchange Online: its refusal tells nothing of the mailbox, so the record stays as it is.`,
    fix: (p) => [adminCenter.en.testAndEnable(p.mailbox), lookAgain(p, 'en')],
  },
  ja: {
    title: '拒否されたアプリは、Dataverseがサインインに使うものではありません',
    why:
      'DataverseはExchange Onlineにサーバー間認証でサインインします。これはDataverseだけの方法で、ここからのテストでは、用意されたアプリが代わりを務めます。' +
      'そのアプリ自身の理由(シークレット、同意、アクセス許可)で拒否されても、Dataverseが拒否されるわけではなく、メールボックスは使える可能性があります。',
    message: ({ application }) =>
      `アプリ${application === undefined ? '' : ` ${application} `}は、Exchange OnlineへのDataverse自身のサインインの代わりに使ったものです。この拒否からメールボックスの状態はわからないため、レコードは変更しません。`,
    fix: (p) => [adminCenter.ja.testAndEnable(p.mailbox), lookAgain(p, 'ja')],
  },
  sources: [
    productPages.exchangeOnline,
    'derived: an application registration of the customer has a secret, consent and permissions of its own',
  ],
  examples: {
    bad: [
      { session: tokenThat(refusal, { ...asked, standIn: true }) },
      { session: sessionThat(forbidden, { protocol: 'graph', tokenAsked: { ...asked, standIn: true } }) },
    ],
    good: [
      { session: tokenThat(refusal, asked) },
      {
        session: tokenThat(
          { outcome: 'timed-out', afterMilliseconds: 15_000, receivedBytes: 0 },
          { ...asked, standIn: true },
        ),
      },
      { session: sessionThat(forbidden, { protocol: 'graph', tokenAsked: asked }) },
      {
        session: sessionThat(
          {
            inbox: {
              outcome: 'refused',
              reply: { code: '404', enhanced: 'MailboxNotEnabledForRESTAPI', text: 'no' },
            },
          },
          { protocol: 'graph', tokenAsked: { ...asked, standIn: true } },
        ),
      },
    ],
  },
});
