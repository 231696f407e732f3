// MC377: an alert says: the mail has no recipient with a valid address.

import { productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC377',
  stage: 'recipient',
  en: {
    title: 'The mail has no recipient with a valid address',
    why: 'The platform refuses to send a mail without a recipient, or to one whose record holds no valid address. MC120 and MC121 say the same from the records.',
    fix: () => [
      {
        who: 'system-administrator',
        do: 'Open the contact that the mail is for and correct "Email" (emailaddress1).',
      },
    ],
  },
  ja: {
    title: '正しいアドレスを持つ宛先がありません',
    why: '宛先のないメールや、宛先のレコードに正しいアドレスがないメールは送信できません。設定ファイルから同じことがわかる場合はMC120やMC121が出ます。',
    fix: () => [
      { who: 'system-administrator', do: '宛先の取引先担当者を開き、「電子メール」(emailaddress1)を直す。' },
    ],
  },
  sources: [productPages.errorCodes],
  bad: [
    { text: 'Could not find email address for recipient', code: '0x80040b0a' },
    { code: 'EmailRecipientNotSpecified' },
  ],
});
