// MC566: a web service of Microsoft 365 asks for a second factor (HTTP 456); a stored answer of the same kind is MC530's.

import { adminCenter } from './admin-center.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { httpHit } from './http-hit.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC566',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    httpHit(facts, 'second-factor-wanted', 'credentials', (_, { mechanismUsed }) => ({
      byPassword: mechanismUsed !== 'Bearer',
    })),
  en: {
    title: 'The service asks for a second factor (HTTP 456)',
    why:
      "The account has multi-factor authentication, and what was sent cannot give a second factor. A password never can; a user's token can, " +
      'if the user signed in with it. Switching multi-factor authentication off leaves the account unprotected and is not the answer.',
    message: (p) =>
      `${p.server} refused the sign-in of ${p.mailbox} with HTTP 456: the account has to give a second factor${p.byPassword ? ', and a password cannot' : ''}.${said(p, 'en')}`,
    fix: (p) => [
      p.byPassword
        ? adminCenter.en.inMailbox(
            p.mailbox,
            'set "Server Profile" to "Microsoft Exchange Online", which signs in server to server without a password, and save; then approve and test the mailbox.',
          )
        : {
            who: 'mailbox-user',
            do: `Sign in for ${p.mailbox} once more, with the second factor.`,
          },
      {
        who: 'tenant-administrator',
        do: 'In Exchange Online PowerShell: if Get-OrganizationConfig | Format-List OAuth2ClientProfileEnabled says False, run Set-OrganizationConfig -OAuth2ClientProfileEnabled $true.',
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サービスが多要素認証を求めています(HTTP 456)',
    why:
      'アカウントに多要素認証が設定されていますが、送ったものでは応じられません。パスワードでは応じられず、ユーザーのトークンなら、多要素認証でサインインしたものが必要です。' +
      '多要素認証を無効にするとアカウントが守られなくなるため、解決策にはなりません。',
    message: (p) =>
      `${p.server} が ${p.mailbox} のサインインをHTTP 456で拒否しました。多要素認証が必要です${p.byPassword ? '(パスワードでは応じられない)' : ''}。${said(p, 'ja')}`,
    fix: (p) => [
      p.byPassword
        ? adminCenter.ja.inMailbox(
            p.mailbox,
            '「サーバー プロファイル」を、パスワードなしのサーバー間認証を使う「Microsoft Exchange Online」にして保存する。その後、承認してテストする。',
          )
        : { who: 'mailbox-user', do: `${p.mailbox} のために、多要素認証でもう一度サインインする。` },
      {
        who: 'tenant-administrator',
        do: 'Exchange Online PowerShellで、Get-OrganizationConfig | Format-List OAuth2ClientProfileEnabled がFalseなら、Set-OrganizationConfig -OAuth2ClientProfileEnabled $true を実行する。',
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/enable-or-disable-modern-authentication-in-exchange-online',
    'derived: HTTP 456 is not registered; only Microsoft 365 gives it',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          { login: { outcome: 'refused', reply: { code: '456', text: 'Unauthorized' } } },
          { protocol: 'ews', host: 'outlook.office365.com', mechanismUsed: 'Basic' },
        ),
      },
      {
        session: sessionThat(
          { login: { outcome: 'refused', reply: { code: '456', text: '' } } },
          { protocol: 'graph' },
        ),
      },
    ],
    good: [{ session: sessionThat({ login: { outcome: 'ok' } }, { protocol: 'graph' }) }],
  },
});
