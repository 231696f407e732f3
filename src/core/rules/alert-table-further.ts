// Knows the lines of the alert table about appointments, sending in another's name, and what Exchange or a sign-in answers.
// Data only; how it is read is said in alert-table.ts.

import type { AlertMeaning } from './alert-match.ts';

const permanent = { class: 'permanent' } as const;
const transient = { class: 'transient' } as const;

export const furtherAlerts: readonly AlertMeaning[] = [
  // Appointments, contacts and tasks.
  {
    row: '45',
    finding: 'MC380',
    ...permanent,
    affects: 'appointments',
    told: 'mailbox',
    matches: [{ text: ['configured with another organization'] }],
  },
  {
    row: '46',
    finding: 'MC381',
    ...permanent,
    affects: 'appointments',
    told: 'mailbox',
    matches: [{ returned: ['383'] }],
  },
  // Sending in another's name, and what Exchange or a sign-in answer.
  {
    row: '47',
    finding: 'MC382',
    ...permanent,
    affects: 'sending',
    told: 'message',
    matches: [
      { text: ['cannot send email as the selected user'] },
      { text: ['does not have send-as privilege'] },
    ],
  },
  {
    row: '48',
    finding: 'MC383',
    ...permanent,
    affects: 'sending',
    told: 'message',
    matches: [{ codes: ['ErrorSendAsDenied'] }],
  },
  {
    row: '49',
    finding: 'MC379',
    ...permanent,
    affects: 'both',
    told: 'client',
    matches: [{ text: ['http 456'] }, { returned: ['456'] }],
  },
  {
    row: '50',
    finding: 'MC359',
    ...transient,
    affects: 'both',
    told: 'mailbox',
    unconfirmed: true,
    matches: [
      { text: ['http 429'] },
      { returned: ['429'] },
      { codes: ['ErrorServerBusy'] },
      { codes: ['ErrorTooManyObjectsOpened'] },
    ],
  },
  {
    row: '51',
    finding: 'MC365',
    ...permanent,
    affects: 'both',
    told: 'profile',
    unconfirmed: true,
    matches: [{ text: ['http 404'] }, { returned: ['404'] }],
  },
];
