// MC367: an alert says: the owner of the mailbox has no Dynamics 365 licence.

import { productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC367',
  stage: 'mailbox',
  en: {
    title: 'The owner of the mailbox has no licence for the environment',
    why: 'The platform works for a mailbox in the name of its owner, who needs a licence; the same answer comes where another mailbox has the same address (MC317).',
    fix: ({ mailbox }) => [
      { who: 'tenant-administrator', do: `Give the owner of ${mailbox} a licence for the environment.` },
      {
        who: 'system-administrator',
        do: 'Search the mailboxes for a second one with the same address, and change or deactivate it.',
      },
    ],
  },
  ja: {
    title: 'メールボックスの所有者に、この環境のライセンスがありません',
    why: 'メールボックスは所有者の権限で処理されるため、所有者にライセンスが必要です。同じアドレスのメールボックスがほかにある場合(MC317)も、同じ応答になります。',
    fix: ({ mailbox }) => [
      { who: 'tenant-administrator', do: `${mailbox} の所有者に、この環境のライセンスを割り当てる。` },
      {
        who: 'system-administrator',
        do: '同じアドレスのメールボックスがほかにないか探し、あれば変更するか非アクティブにする。',
      },
    ],
  },
  sources: ['Microsoft support article KB4471762', productPages.errorCodes],
  bad: [
    {
      text: 'An unknown error occurred while receiving email through the mailbox Admin Hanako. UnknownIncomingEmailIntegrationError -2147167669',
    },
  ],
});
