// MC381: an alert says: Exchange does not understand the time zone of an appointment.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC381',
  stage: 'mailbox',
  en: {
    title: 'Exchange does not understand the time zone of an appointment',
    why: 'Exchange answered 383 to an appointment with a time zone that it does not know. E-mail does not depend on it.',
    fix: () => [
      {
        who: 'mailbox-user',
        do: 'Choose another time zone in the personal options (Settings > Personalization Settings > General), and save the appointment again.',
      },
    ],
  },
  ja: {
    title: 'Exchangeが予定のタイム ゾーンを解釈できません',
    why: '予定のタイム ゾーンがExchangeにないため、383が返されました。メールには影響しません。',
    fix: () => [
      { who: 'mailbox-user', do: '個人用オプションの「全般」で別のタイム ゾーンを選び、予定を保存し直す。' },
    ],
  },
  sources: ['Microsoft support article KB4494491'],
  bad: [{ text: "Appointments couldn't be synchronized. Exchange.server returned 383 error" }],
});
