// Knows the lines of the alert table about an address that is not approved. Data only; how it is read is said in alert-table.ts.

import type { AlertMeaning } from './alert-match.ts';

const permanent = { class: 'permanent' } as const;

export const approvalAlerts: readonly AlertMeaning[] = [
  {
    row: '1',
    finding: 'MC350',
    ...permanent,
    affects: 'sending',
    told: 'mailbox',
    matches: [
      { codes: ['OutgoingEmailS2SApprovalNeeded'] },
      { text: ['cannot be sent', 'requires an approval'] },
    ],
  },
  {
    row: '2',
    finding: 'MC350',
    ...permanent,
    affects: 'receiving',
    told: 'mailbox',
    matches: [
      { codes: ['IncomingEmailS2SApprovalNeeded'] },
      { text: ['cannot be received', 'requires an approval'] },
    ],
  },
  {
    row: '3',
    finding: 'MC350',
    ...permanent,
    affects: 'appointments',
    told: 'mailbox',
    matches: [
      { codes: ['ExchangeSyncEmailS2SApprovalNeeded'] },
      { text: ['appointments', 'requires an approval'] },
    ],
  },
  {
    row: '4',
    finding: 'MC350',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [{ text: ['will not be processed', 'until the email address', 'approved'] }],
  },
  {
    row: '5',
    finding: 'MC350',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [
      { text: ['addresses have not been approved'] },
      { text: ['is not approved', 'mailbox has been disabled'] },
    ],
  },
  {
    row: 'approval-wrapper',
    finding: 'MC350',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [{ codes: ['80040216', '80040256'] }],
  },
];
