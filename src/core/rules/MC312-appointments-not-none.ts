// MC312: appointments, contacts and tasks are synchronized over a profile that cannot do that.

import { adminCenter, productPages } from './admin-center.ts';
import { isKnownToSend, nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC312',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) => {
    const type = facts.effective?.serverType;
    const method = facts.mailbox.fields.actDeliveryMethod;
    if ((type !== 'pop3-smtp' && type !== 'imap-smtp') || method === undefined || method === 'none')
      return [];
    // Documented for POP3/SMTP; for IMAP it is a conclusion. A mailbox that sends all the same is not stopped by it.
    const certain = type === 'pop3-smtp' && !(facts.purpose === 'send' && isKnownToSend(facts));
    return [
      {
        params: { mailbox: nameOf(facts), type },
        where: facts.mailbox.where(['actDeliveryMethod']),
        ...(certain ? {} : { severity: 'warning' as const }),
      },
    ];
  },
  en: {
    title: 'Appointments, contacts, and tasks cannot use this profile',
    why:
      'Only Exchange profiles synchronize appointments, contacts and tasks. With a POP3/SMTP profile the platform refuses ' +
      'any method but None (0x8005E247). Beware of the integers: 2 is None here, and Server-Side Synchronization for e-mail.',
    message: ({ mailbox, type }) =>
      type === 'pop3-smtp'
        ? `"Appointments, Contacts, and Tasks" of ${mailbox} must be None with its POP3/SMTP profile.`
        : `"Appointments, Contacts, and Tasks" of ${mailbox} may have to be None with its IMAP/SMTP profile.`,
    fix: ({ mailbox }) => [
      adminCenter.en.inMailbox(
        mailbox,
        'under "Synchronization Method" set "Appointments, Contacts, and Tasks" to "None" and save.',
      ),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'このプロファイルでは予定、取引先担当者、タスクを同期できません',
    why:
      '予定、取引先担当者、タスクを同期できるのはExchangeのプロファイルだけです。POP3/SMTPのプロファイルでは「なし」以外は拒否されます(0x8005E247)。' +
      '整数値に注意してください。2はここでは「なし」、電子メールでは「サーバー側同期」です。',
    message: ({ mailbox, type }) =>
      type === 'pop3-smtp'
        ? `${mailbox} はPOP3/SMTPのプロファイルを使うため、「予定、取引先担当者、タスク」は「なし」でなければなりません。`
        : `${mailbox} はIMAP/SMTPのプロファイルを使うため、「予定、取引先担当者、タスク」を「なし」にしなければならない可能性があります。`,
    fix: ({ mailbox }) => [
      adminCenter.ja.inMailbox(
        mailbox,
        '「同期方法」の「予定、取引先担当者、タスク」を「なし」にして保存する。',
      ),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [productPages.passwordProfiles, productPages.errorCodes],
  examples: {
    bad: [
      {
        change: { mailboxes: { admin: { actDeliveryMethod: 'server-side-synchronization' } } },
        purpose: 'test',
      },
      {
        change: {
          profiles: { contoso: { serverType: 'imap-smtp' } },
          mailboxes: { admin: { actDeliveryMethod: 'server-side-synchronization' } },
        },
      },
    ],
    good: [{ change: { mailboxes: { admin: { actDeliveryMethod: 'none' } } }, purpose: 'test' }],
  },
});
