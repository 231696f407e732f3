// MC531: modern authentication is off in the organization: clients of accounts with a second factor cannot sign in.

import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC531',
  subject: 'records',
  stage: 'server',
  severity: 'information',
  check: ({ records: { environment } }) =>
    environment?.fields.oauth2ClientProfileEnabled === false
      ? [{ params: {}, where: environment.where(['oauth2ClientProfileEnabled']) }]
      : [],
  en: {
    title: 'Modern authentication is off in Exchange Online',
    why:
      'Without modern authentication Outlook and other clients cannot ask for a second factor; accounts with multi-factor ' +
      'authentication are refused with HTTP 456, however right the password is. The portal\'s mail through the profile "Microsoft ' +
      'Exchange Online" signs in server to server and goes on.',
    message: () =>
      'Modern authentication (OAuth2ClientProfileEnabled) is off, so Outlook cannot sign in with accounts that have multi-factor authentication; mail of the portal is not stopped by that.',
    fix: () => [
      {
        who: 'tenant-administrator',
        do: 'In Exchange Online PowerShell (Install-Module -Name ExchangeOnlineManagement, then Connect-ExchangeOnline): Set-OrganizationConfig -OAuth2ClientProfileEnabled $true. Leave multi-factor authentication on.',
      },
    ],
  },
  ja: {
    title: 'Exchange Onlineの先進認証がオフです',
    why:
      '先進認証がオフだと、Outlookなどのクライアントは多要素認証を行えません。多要素認証が有効なアカウントは、パスワードが正しくてもHTTP 456で拒否されます。' +
      '「Microsoft Exchange Online」のプロファイルを使うポータルのメールは、サーバー間認証なので影響を受けません。',
    message: () =>
      '先進認証(OAuth2ClientProfileEnabled)がオフのため、多要素認証が有効なアカウントはOutlookでサインインできません。ポータルのメールには影響しません。',
    fix: () => [
      {
        who: 'tenant-administrator',
        do: 'Exchange Online PowerShellで(Install-Module -Name ExchangeOnlineManagement、Connect-ExchangeOnline に続けて)、Set-OrganizationConfig -OAuth2ClientProfileEnabled $true を実行する。多要素認証は無効にしない。',
      },
    ],
  },
  sources: [
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/enable-or-disable-modern-authentication-in-exchange-online',
  ],
  examples: {
    bad: [{ change: { environment: { oauth2ClientProfileEnabled: false } } }],
    good: [{ change: { environment: { oauth2ClientProfileEnabled: true } } }, {}],
  },
});
