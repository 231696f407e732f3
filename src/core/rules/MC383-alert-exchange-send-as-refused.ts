// MC383: an alert says: Exchange does not let the account send from that address.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC383',
  stage: 'server',
  en: {
    title: 'Exchange does not let the account send from that address',
    why: 'The environment sends through delegation: Exchange wants Full Access, Send As or Send on Behalf for the account, and denied it (ErrorSendAsDenied).',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `In the Exchange admin center open ${mailbox} > Delegation and add the sending account under "Send as" or "Send on behalf".`,
      },
    ],
  },
  ja: {
    title: 'Exchangeに、そのアドレスからの送信を拒否されています',
    why: '委任によって送信する設定では、アカウントにExchangeのフル アクセス、メールボックス所有者として送信、代理で送信のいずれかの権限が必要です。権限がないため拒否されました(ErrorSendAsDenied)。',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Exchange 管理センターで ${mailbox} の「委任」を開き、送信するアカウントに、メールボックス所有者として送信する権限か、代理で送信する権限を与える。`,
      },
    ],
  },
  sources: ['https://learn.microsoft.com/power-platform/admin/send-email-on-behalf'],
  bad: [{ text: 'The message cannot be sent: ErrorSendAsDenied' }],
});
