// MC357: an alert says: Exchange Web Services are closed to the platform.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC357',
  stage: 'server',
  en: {
    title: 'Exchange Web Services are switched off for the platform',
    why: 'The platform sends through Exchange Web Services. Exchange answers 403 where they are disabled for the mailbox or the organization, or where the list of allowed applications lacks CRM/*.',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `In Exchange PowerShell: Set-CASMailbox ${mailbox} -EwsEnabled $true`,
      },
      {
        who: 'tenant-administrator',
        do: 'Look at Get-OrganizationConfig: EwsEnabled must not be False, and where EwsAllowList is in use it must hold CRM/*.',
      },
      {
        who: 'system-administrator',
        do: `Wait up to 120 minutes for Exchange to apply the change. Then run "Test & Enable Mailboxes" for ${mailbox}.`,
      },
    ],
  },
  ja: {
    title: 'Exchange Webサービスの使用が許可されていません',
    why: 'プラットフォームはExchange Webサービスを使って送信します。メールボックスや組織で無効になっている場合や、許可するアプリの一覧に CRM/* がない場合、Exchangeは403を返します。',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Exchange PowerShellで実行する: Set-CASMailbox ${mailbox} -EwsEnabled $true`,
      },
      {
        who: 'tenant-administrator',
        do: 'Get-OrganizationConfig で、EwsEnabled がFalseでないこと、EwsAllowList を使っている場合は CRM/* が含まれていることを確かめる。',
      },
      {
        who: 'system-administrator',
        do: `Exchangeに反映されるまで最大120分待ち、${mailbox} に対して「メールボックスのテストと有効化」を実行する。`,
      },
    ],
  },
  sources: ['Microsoft support article KB4483440'],
  bad: [
    {
      text: 'Email cannot be sent: an error occurred while establishing a secure connection to the email server.',
    },
    { text: 'Http server returned Forbidden exception' },
  ],
});
