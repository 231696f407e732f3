// MC352: an alert says: the server profile's own account is refused.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC352',
  stage: 'profile',
  en: {
    title: 'The credentials in the server profile are refused',
    why: 'One account of the profile serves all its mailboxes. When Exchange refuses it, or it may not act for the mailboxes, none of them sends; the owner of the profile is told.',
    fix: ({ mailbox, profile }) => [
      adminCenter.en.inProfile(
        profile,
        'enter the user name (in the form name@domain) and the password again, and save.',
      ),
      {
        who: 'tenant-administrator',
        do: 'Make sure that this account is enabled, its password has not expired and, with Exchange, that it has the impersonation role for the mailboxes (ApplicationImpersonation).',
      },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'サーバー プロファイルの資格情報が拒否されています',
    why: 'プロファイルの1つのアカウントで、すべてのメールボックスを処理しています。このアカウントが拒否されるか、メールボックスを操作する権限がなければ、どのメールボックスからも送信できません。警告はプロファイルの所有者に通知されます。',
    fix: ({ mailbox, profile }) => [
      adminCenter.ja.inProfile(profile, 'ユーザー名(名前@ドメインの形)とパスワードを入力し直して保存する。'),
      {
        who: 'tenant-administrator',
        do: 'このアカウントが有効で、パスワードの期限が切れていないこと、Exchangeの場合はメールボックスに対する偽装の役割(ApplicationImpersonation)があることを確かめる。',
      },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
    'Microsoft support article KB4493267',
  ],
  bad: [
    {
      text: "Email can't be sent because the credentials specified in the associated email server profile are incorrect or have insufficient permissions.",
      regarding: 'contoso',
    },
    { code: '8005E272' },
  ],
});
