// MC380: an alert says: another environment synchronizes the appointments of this mailbox.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC380',
  stage: 'mailbox',
  en: {
    title: 'Another environment synchronizes the appointments of this mailbox',
    why: 'Appointments, contacts and tasks of a mailbox belong to one environment. E-mail does not depend on it.',
    fix: ({ mailbox }) => [
      adminCenter.en.inMailbox(
        mailbox,
        'set "Appointments, Contacts, and Tasks" to None; or run "Test & Enable Mailboxes" and let this environment become the primary one.',
      ),
    ],
  },
  ja: {
    title: 'このメールボックスの予定は、別の環境で同期されています',
    why: '予定、取引先担当者、タスクを同期できる環境は、メールボックスごとに1つだけです。メールには影響しません。',
    fix: ({ mailbox }) => [
      adminCenter.ja.inMailbox(
        mailbox,
        '「予定、取引先担当者、およびタスク」を「なし」にする。または「メールボックスのテストと有効化」で、この環境をプライマリにする。',
      ),
    ],
  },
  sources: [
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  bad: [
    {
      text: "Appointments, contacts, and tasks can't be synchronized because the email address of the mailbox Admin Hanako is configured with another organization.",
    },
  ],
});
