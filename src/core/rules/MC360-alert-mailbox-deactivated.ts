// MC360: an alert says: the mailbox record is deactivated or switched off.

import { adminCenter, productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC360',
  stage: 'mailbox',
  en: {
    title: 'The mailbox is deactivated, or switched off for sending',
    why: 'The platform sends only from a mailbox whose record is active and enabled for outgoing e-mail. Records of users without a licence are often deactivated with them. MC301 and MC308 say the same from the records.',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Make sure that the user of ${mailbox} is enabled and has a licence.`,
      },
      adminCenter.en.inMailbox(mailbox, 'choose "Activate".'),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスが非アクティブか、送信が無効になっています',
    why: 'レコードがアクティブで送信が有効なメールボックスからしか送信されません。ライセンスを失ったユーザーのメールボックスは、一緒に非アクティブになることがよくあります。設定ファイルから同じことがわかる場合はMC301やMC308が出ます。',
    fix: ({ mailbox }) => [
      { who: 'tenant-administrator', do: `${mailbox} のユーザーが有効で、ライセンスがあることを確かめる。` },
      adminCenter.ja.inMailbox(mailbox, '「アクティブ化」を選ぶ。'),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: ['Microsoft support article KB4481318', productPages.errorCodes],
  bad: [
    {
      text: 'The email message "Your mailbox is now connected to Dynamics 365" cannot be sent because the mailbox Admin Hanako is deactivated or disabled for outgoing email.',
    },
    { code: '0x8005E219' },
  ],
});
