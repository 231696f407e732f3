// MC379: an alert says: a sign-in wants a second factor and modern authentication is off.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC379',
  stage: 'server',
  en: {
    title: 'The sign-in asks for a second factor, and modern authentication is off',
    why: "HTTP 456 is the answer to a person's mail program that signs in without modern authentication. Server-side synchronization does not sign in so: a portal's mail is stopped by something else.",
    fix: () => [
      {
        who: 'tenant-administrator',
        do: 'In Exchange PowerShell: Set-OrganizationConfig -OAuth2ClientProfileEnabled $true',
      },
    ],
  },
  ja: {
    title: '先進認証が無効なため、多要素認証を求めるサインインに失敗しています',
    why: 'HTTP 456 は、先進認証を使わずにサインインしたメールソフトへの応答です。サーバー側同期はこの方法でサインインしないため、ポータルのメールが止まる原因は別にあります。',
    fix: () => [
      {
        who: 'tenant-administrator',
        do: 'Exchange PowerShellで実行する: Set-OrganizationConfig -OAuth2ClientProfileEnabled $true',
      },
    ],
  },
  sources: ['Field report: Outlook, multi-factor authentication and HTTP 456'],
  bad: [{ text: 'HTTP 456' }],
});
