// MC305: outgoing mail of this mailbox is not left to server-side synchronization.

import { adminCenter, productPages } from './admin-center.ts';
import { isLeftOut, nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC305',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) => {
    const method = facts.mailbox.fields.outgoingEmailDeliveryMethod;
    if (method === undefined || method === 'server-side-synchronization') return [];
    return [
      {
        params: { mailbox: nameOf(facts), method },
        where: facts.mailbox.where(['outgoingEmailDeliveryMethod']),
        // A mailbox that only receives can still be tested for that: this direction stays Not Run.
        ...(facts.purpose === 'test' && !isLeftOut(facts) ? { severity: 'information' as const } : {}),
      },
    ];
  },
  en: {
    title: 'Outgoing email is not set to Server-Side Synchronization',
    why:
      'Dataverse hands mail to a server only for mailboxes whose outgoing method is Server-Side Synchronization (0x8005E226). ' +
      'With None it sends nothing and "Test & Enable Mailboxes" leaves the direction at Not Run; Dynamics 365 for Outlook was retired on 1 October 2020 (0x80044511).',
    message: ({ mailbox, method }) =>
      `Outgoing email of ${mailbox} is set to ${method === 'outlook' ? 'Dynamics 365 for Outlook, which is retired' : 'None'}, so nothing is sent from it.`,
    fix: ({ mailbox }) => [
      adminCenter.en.inMailbox(
        mailbox,
        'under "Synchronization Method" set "Outgoing Email" to "Server-Side Synchronization" and save.',
      ),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: '「送信電子メール」が「サーバー側同期」になっていません',
    why:
      'Dataverseがメールをサーバーに渡すのは、「送信電子メール」が「サーバー側同期」のメールボックスだけです(0x8005E226)。' +
      '「なし」では何も送信されず、「メールボックスのテストと有効化」でも未実行のままです。Dynamics 365 for Outlookは2020年10月1日に廃止されました(0x80044511)。',
    message: ({ mailbox, method }) =>
      `${mailbox} の「送信電子メール」が${method === 'outlook' ? '廃止されたDynamics 365 for Outlook' : '「なし」'}になっているため、何も送信されません。`,
    fix: ({ mailbox }) => [
      adminCenter.ja.inMailbox(
        mailbox,
        '「同期方法」の「送信電子メール」を「サーバー側同期」にして保存する。',
      ),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [productPages.mailboxTable, productPages.errorCodes, productPages.passwordProfiles],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { outgoingEmailDeliveryMethod: 'none' } } } },
      { change: { mailboxes: { admin: { outgoingEmailDeliveryMethod: 'outlook' } } } },
    ],
    good: [
      { change: { mailboxes: { admin: { outgoingEmailDeliveryMethod: 'server-side-synchronization' } } } },
    ],
  },
});
