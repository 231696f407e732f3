// Knows the lines of the alert table about what the environment itself refuses: rights, licences, customizations. It stops
// appointments and incoming mail. Data only; how it is read is said in alert-table.ts.

import type { AlertMeaning } from './alert-match.ts';

const permanent = { class: 'permanent' } as const;
const transient = { class: 'transient' } as const;

export const environmentAlerts: readonly AlertMeaning[] = [
  {
    row: '24',
    finding: 'MC374',
    ...permanent,
    affects: 'appointments',
    told: 'mailbox',
    matches: [{ codes: ['UserPrivilegeError'] }],
  },
  {
    row: '25',
    finding: 'MC374',
    ...permanent,
    affects: 'appointments',
    told: 'mailbox',
    matches: [{ codes: ['80048306'] }, { text: ['mailbox user does not have sufficient permissions'] }],
  },
  {
    row: '26',
    finding: 'MC375',
    ...permanent,
    affects: 'appointments',
    told: 'mailbox',
    matches: [{ codes: ['80040265'] }, { text: ['isv code aborted'] }],
  },
  {
    row: '27',
    finding: 'MC375',
    ...permanent,
    affects: 'receiving',
    told: 'mailbox',
    matches: [
      { codes: ['80040265', 'UnknownIncomingEmailIntegrationError'] },
      { codes: ['80040265'], text: ['receiving email'] },
    ],
  },
  {
    row: '28',
    finding: 'MC375',
    ...permanent,
    affects: 'receiving',
    told: 'mailbox',
    matches: [{ codes: ['80040224'] }],
  },
  {
    row: '29',
    finding: 'MC373',
    ...transient,
    affects: 'receiving',
    told: 'mailbox',
    matches: [{ codes: ['80040216'] }],
  },
  {
    row: '30',
    finding: 'MC376',
    ...permanent,
    affects: 'receiving',
    told: 'mailbox',
    matches: [
      { codes: ['80040b0b', 'UnknownIncomingEmailIntegrationError'] },
      { codes: ['80040b0b'], text: ['receiving email'] },
    ],
  },
  {
    row: '31',
    finding: 'MC374',
    ...permanent,
    affects: 'receiving',
    told: 'mailbox',
    matches: [{ codes: ['80040520'] }],
  },
  {
    row: '32',
    finding: 'MC367',
    ...permanent,
    affects: 'receiving',
    told: 'mailbox',
    matches: [{ codes: ['8004d24b'] }],
  },
  {
    row: '33',
    finding: 'MC374',
    ...permanent,
    affects: 'receiving',
    told: 'mailbox',
    matches: [{ codes: ['80042f0a'] }],
  },
];
