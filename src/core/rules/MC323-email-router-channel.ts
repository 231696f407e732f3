// MC323: the whole environment leaves its mail to the Email Router, which is dead.

import { adminCenter, productPages } from './admin-center.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC323',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: ({ environment }) =>
    environment?.fields.emailConnectionChannel === 'email-router'
      ? [
          {
            params: { environment: environment.fields.name },
            where: environment.where(['emailConnectionChannel']),
          },
        ]
      : [],
  en: {
    title: 'The environment processes e-mail through the Email Router',
    why: 'The Email Router stopped working on 12 April 2021. While it is chosen, server-side synchronization is off for every mailbox of the environment.',
    message: ({ environment }) =>
      `${environment === undefined ? 'The environment' : `The environment "${environment}"`} has "Process Email Using" set to the Email Router, so no mailbox sends.`,
    fix: () => [
      adminCenter.en.inEmailSettings('set "Process Email Using" to "Server-Side Synchronization" and save.'),
      {
        who: 'system-administrator',
        do: "Then approve, test and enable the mailboxes: the Email Router's results do not count.",
      },
    ],
  },
  ja: {
    title: '環境のメール処理がEmail Routerになっています',
    why: 'Email Routerは2021年4月12日に使えなくなりました。これが選ばれている間、環境のどのメールボックスもサーバー側同期で処理されません。',
    message: ({ environment }) =>
      `${environment === undefined ? '環境' : `環境「${environment}」`}のメール処理がEmail Routerになっているため、どのメールボックスも送信しません。`,
    fix: () => [
      adminCenter.ja.inEmailSettings('メールの処理方法を「サーバー側同期」にして保存する。'),
      {
        who: 'system-administrator',
        do: '続けてメールボックスの承認、「メールボックスのテストと有効化」を行う(Email Routerでの結果は使えない)。',
      },
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-platform/admin/use-basic-authentication-exchange-online',
    productPages.emailSettings,
  ],
  examples: {
    bad: [{ change: { environment: { emailConnectionChannel: 'email-router' } } }],
    good: [{ change: { environment: { emailConnectionChannel: 'server-side-synchronization' } } }],
  },
});
