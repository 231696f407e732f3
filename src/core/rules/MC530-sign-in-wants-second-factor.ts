// MC530: a sign-in to Microsoft 365 was answered with HTTP 456: a second factor is asked for, and this way to sign in has none.
// Outlook and other clients meet it where modern authentication is off; server-side synchronization only with a password.

import { adminCenter } from './admin-center.ts';
import type { MailboxFacts } from './facts.ts';
import { isExchangeOnline, nameOf } from './mailbox-questions.ts';
import type { FixStep } from './rule.ts';
import { defineRule } from './rule.ts';
import { isMultiFactorRefusal, storedRefusals } from './stored-refusals.ts';

export default defineRule({
  code: 'MC530',
  subject: 'mailbox',
  stage: 'server',
  severity: 'warning',
  check: (facts) => {
    const seen = storedRefusals(facts).find(({ text }) => isMultiFactorRefusal(text));
    if (seen === undefined) return [];
    const withPassword = signsInWithPassword(facts);
    return [
      {
        params: {
          mailbox: nameOf(facts),
          withPassword,
          modern: facts.environment?.fields.oauth2ClientProfileEnabled,
        },
        where: seen.where,
        // Server to server nobody signs in: then a client was refused, not the platform.
        ...(withPassword ? {} : { severity: 'information' as const }),
      },
    ];
  },
  en: {
    title: 'The sign-in asks for a second factor (HTTP 456)',
    why:
      'Microsoft 365 answers HTTP 456 where an account has multi-factor authentication and the sign-in came without it. Outlook ' +
      'and other clients do that while modern authentication is off in the organization. Server-side synchronization with the ' +
      'profile "Microsoft Exchange Online" signs in server to server and is not concerned; only a profile with user name and ' +
      'password is. Switching multi-factor authentication off leaves the account unprotected, and an app password goes round it: neither is the answer.',
    message: ({ mailbox, withPassword }) =>
      withPassword
        ? `A sign-in of ${mailbox} was refused with HTTP 456; its server profile signs in with a password, which cannot give a second factor.`
        : `A sign-in of ${mailbox} was refused with HTTP 456. Its server profile uses no password, so this concerns Outlook or another client, not the portal's mail.`,
    fix: ({ mailbox, withPassword, modern }) => [
      ...(withPassword
        ? [
            adminCenter.en.inMailbox(
              mailbox,
              'set "Server Profile" to "Microsoft Exchange Online", which needs no password, and save; then approve the mailbox.',
            ),
            adminCenter.en.testAndEnable(mailbox),
          ]
        : []),
      ...modernSteps('en', modern, withPassword),
    ],
  },
  ja: {
    title: 'サインインで多要素認証が求められています(HTTP 456)',
    why:
      '多要素認証が有効なアカウントに、多要素認証なしでサインインすると、Microsoft 365はHTTP 456を返します。組織の先進認証がオフだと、Outlookなどのクライアントがこの応答を受けます。' +
      '「Microsoft Exchange Online」のプロファイルによるサーバー側同期は、サーバー間認証なので影響を受けません。影響を受けるのは、ユーザー名とパスワードを使うプロファイルだけです。' +
      '多要素認証を無効にするとアカウントが守られなくなり、アプリ パスワードは多要素認証を迂回します。どちらも解決策にはなりません。',
    message: ({ mailbox, withPassword }) =>
      withPassword
        ? `${mailbox} のサインインがHTTP 456で拒否されています。サーバー プロファイルがパスワードでサインインするため、多要素認証に応じられません。`
        : `${mailbox} のサインインがHTTP 456で拒否されています。サーバー プロファイルはパスワードを使わないため、Outlookなどのクライアントの問題で、ポータルのメールには影響しません。`,
    fix: ({ mailbox, withPassword, modern }) => [
      ...(withPassword
        ? [
            adminCenter.ja.inMailbox(
              mailbox,
              '「サーバー プロファイル」をパスワード不要の「Microsoft Exchange Online」にして保存し、メールボックスを承認する。',
            ),
            adminCenter.ja.testAndEnable(mailbox),
          ]
        : []),
      ...modernSteps('ja', modern, withPassword),
    ],
  },
  sources: [
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/enable-or-disable-modern-authentication-in-exchange-online',
    'https://learn.microsoft.com/outlook/troubleshoot/profiles-and-accounts/cannot-set-up-office-365-account-outlook',
    'derived: which way to sign in each profile uses',
  ],
  examples: {
    bad: [
      {
        change: {
          profiles: { contoso: { serverType: 'exchange-server' } },
          mailboxes: { admin: { lastSyncError: 'Http server returned 456 exception.' } },
        },
      },
      {
        change: {
          environment: { oauth2ClientProfileEnabled: false },
          profiles: { contoso: { serverType: 'exchange-online', incomingCredentialRetrieval: undefined } },
          mailboxes: { admin: { lastSyncError: 'HTTP 456 unauthorized' } },
        },
      },
    ],
    good: [
      { change: { mailboxes: { admin: { lastSyncError: 'Message 456 could not be sent.' } } } },
      {
        change: {
          profiles: { contoso: { serverType: 'exchange-server' } },
          mailboxes: {
            admin: {
              lastSyncError: 'Http server returned 456 exception.',
              lastSyncErrorOccurredOn: '2026-11-01T09:00:00Z',
            },
          },
        },
      },
    ],
  },
});

function signsInWithPassword(facts: MailboxFacts): boolean {
  const retrieval = facts.effective?.outgoing.credentialRetrieval;
  return !isExchangeOnline(facts) && (retrieval === 'user-or-queue' || retrieval === 'profile');
}

/** The organization's switch; the password of server-side synchronization is not helped by it. */
function modernSteps(language: 'en' | 'ja', modern: boolean | undefined, withPassword: boolean): FixStep[] {
  if (modern === true) return [];
  const say = modernWords[language];
  return [
    ...(withPassword ? [] : say.steps.map((step): FixStep => ({ who: 'tenant-administrator', do: step }))),
    ...(withPassword || modern === false ? [] : [{ who: 'records-keeper' as const, do: say.record }]),
  ];
}

const modernWords = {
  en: {
    steps: [
      'In Windows PowerShell as administrator: Install-Module -Name ExchangeOnlineManagement (if scripts are forbidden, first: Set-ExecutionPolicy RemoteSigned)',
      'Connect as a Global or Exchange administrator; this sign-in asks for the second factor: Connect-ExchangeOnline -UserPrincipalName admin@example.com',
      'If Get-OrganizationConfig | Format-List OAuth2ClientProfileEnabled says False: Set-OrganizationConfig -OAuth2ClientProfileEnabled $true; then add the account in Outlook again.',
    ],
    record: 'Write what it says under "environment:": oauth2ClientProfileEnabled: true or false',
  },
  ja: {
    steps: [
      'Windows PowerShellを管理者として開き、モジュールを入れる: Install-Module -Name ExchangeOnlineManagement(スクリプトが禁止されている場合は、先に Set-ExecutionPolicy RemoteSigned)',
      'グローバル管理者またはExchange管理者で接続する(ここでは多要素認証が求められる): Connect-ExchangeOnline -UserPrincipalName admin@example.com',
      'Get-OrganizationConfig | Format-List OAuth2ClientProfileEnabled がFalseなら、Set-OrganizationConfig -OAuth2ClientProfileEnabled $true を実行し、Outlookでアカウントを追加し直す。',
    ],
    record: '表示された値を「environment:」に書く: oauth2ClientProfileEnabled: true または false',
  },
} as const;
