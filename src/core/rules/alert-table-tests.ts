// Knows the lines of the alert table about what "Test & Enable" and "Test Connection" find. Data only; how it is read is said
// in alert-table.ts.

import type { AlertMeaning } from './alert-match.ts';

const permanent = { class: 'permanent' } as const;
const transient = { class: 'transient' } as const;

export const testAlerts: readonly AlertMeaning[] = [
  // "Test & Enable".
  {
    row: '34',
    finding: 'MC370',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [{ text: ['no user was found with the email address'] }],
  },
  {
    row: '35',
    finding: 'MC374',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [{ codes: ['8005e259'] }],
  },
  {
    row: '36',
    finding: 'MC352',
    ...permanent,
    affects: 'both',
    told: 'profile',
    matches: [{ codes: ['8005e272'] }],
  },
  {
    row: '37',
    finding: 'MC378',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [{ codes: ['8005e273'] }],
  },
  {
    row: '38',
    finding: 'MC366',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [{ codes: ['8005e274'] }, { codes: ['MailboxNotEnabledForRESTAPI'] }],
  },
  // The article of this one prints "800046" where the code stands.
  {
    row: '39',
    finding: 'MC366',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [{ codes: ['8005e276'] }, { codes: ['800046'] }],
  },
  {
    row: '40',
    finding: 'MC371',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [{ codes: ['NoUserFoundWithGivenClaims'] }, { text: ['user does not exist in tenant'] }],
  },
  // "Test Connection".
  {
    row: '41',
    finding: 'MC353',
    ...permanent,
    affects: 'both',
    told: 'profile',
    matches: [{ text: ['permission to impersonate'] }],
  },
  {
    row: '42',
    finding: 'MC369',
    ...permanent,
    affects: 'both',
    told: 'profile',
    matches: [
      { text: ['smtp address has no mailbox associated'] },
      { codes: ['ErrorNonExistentMailbox'], text: ['smtp address has no mailbox associated'] },
    ],
  },
  {
    row: '43',
    finding: 'MC354',
    ...permanent,
    affects: 'both',
    told: 'profile',
    matches: [
      { text: ['remote server error', '401', 'unauthorized'] },
      { text: ['user name and password you entered'] },
    ],
  },
  {
    row: '44',
    finding: 'MC363',
    ...transient,
    affects: 'both',
    told: 'profile',
    matches: [{ text: ['webexception', 'timed out'] }, { text: ['validateserverurl'] }],
  },
];
