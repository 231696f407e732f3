// MC572: the account may not act for the mailbox (ErrorImpersonateUserDenied).

import { sessionThat } from './session-example.ts';
import { exchangeHit, type ExchangeParams } from './exchange-hit.ts';
import { exchangeOnlinePages } from './exchange-online-words.ts';
import { exchangePages, exchangeServer } from './exchange-server-words.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC572',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => exchangeHit(facts, 'impersonation-denied', 'login', () => ({})),
  en: {
    title: 'The account may not act for this mailbox',
    why:
      'One account logs in for many mailboxes ("Use Impersonation"). Its password is right; Exchange lets it act for others only with the ' +
      'role ApplicationImpersonation, and only for the mailboxes that the role reaches.',
    message: (p) => `${p.server} does not let ${p.loginName} act for ${p.mailbox}.${said(p, 'en')}`,
    fix: (p) => [...stepsFor(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'アカウントにこのメールボックスを偽装する権限がありません',
    why:
      '1つのアカウントが多数のメールボックスの代わりにログインします(「偽装を使用」)。パスワードは正しいのですが、ほかのメールボックスを操作できるのは、' +
      '役割ApplicationImpersonationがあり、その対象にメールボックスが含まれている場合だけです。',
    message: (p) =>
      `${p.server} は、${p.loginName} が ${p.mailbox} を偽装することを認めていません。${said(p, 'ja')}`,
    fix: (p) => [...stepsFor(p, 'ja'), lookAgain(p, 'ja')],
  },
  sources: [exchangePages.impersonation, exchangePages.onPremises, exchangeOnlinePages.applicationRoles],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              incomingCredentialRetrieval: 'profile',
              incomingUserName: 'CONTOSO\\svc',
            },
          },
        },
        session: denied({}),
      },
      { session: denied({ host: 'outlook.office365.com', mechanismUsed: 'Bearer' }) },
    ],
    good: [{ session: sessionThat({ inbox: { outcome: 'ok' } }, { protocol: 'ews' }) }],
  },
});

function stepsFor(p: ExchangeParams, language: Language): FixStep[] {
  if (!p.online) return exchangeServer[language].impersonation(p);
  // The role was taken out of Exchange Online; applications have permissions and roles of their own.
  return [
    {
      who: 'tenant-administrator',
      do:
        language === 'en'
          ? `In Exchange Online accounts can no longer get the role ApplicationImpersonation: Microsoft Entra admin center > App registrations > ${p.loginName} > "API permissions" > "APIs my organization uses" > "Office 365 Exchange Online" > Application permissions > full_access_as_app, then "Grant admin consent"; or the role "Application EWS.AccessAsApp" for these mailboxes alone (New-ManagementRoleAssignment -App).`
          : `Exchange Onlineでは、アカウントに役割ApplicationImpersonationを割り当てられなくなった。Microsoft Entra 管理センター >「アプリの登録」> ${p.loginName} >「API のアクセス許可」>「所属する組織で使用している API」>「Office 365 Exchange Online」>「アプリケーションの許可」でfull_access_as_appを追加し、管理者の同意を与える。対象を絞る場合は、役割「Application EWS.AccessAsApp」を割り当てる(New-ManagementRoleAssignment -App)。`,
    },
  ];
}

function denied(facts: { host?: string; mechanismUsed?: string }) {
  const text = 'The account does not have permission to impersonate the requested user.';
  const reply = { code: '500', enhanced: 'ErrorImpersonateUserDenied', text };
  return sessionThat({ inbox: { outcome: 'refused', reply } }, { protocol: 'ews', ...facts });
}
