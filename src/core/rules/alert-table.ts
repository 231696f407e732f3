// Knows what the platform's alerts about mailboxes and server profiles mean: one line for each alert text that its support
// articles name. Recognised by the "Email Server Error Code" first and by short telltales second: the articles' texts differ
// from version to version. Platform codes are in platform-codes.ts, the matching in alert-match.ts, the words in the rules.

import type { AlertMeaning } from './alert-match.ts';
import { approvalAlerts } from './alert-table-approval.ts';
import { environmentAlerts } from './alert-table-environment.ts';
import { furtherAlerts } from './alert-table-further.ts';
import { testAlerts } from './alert-table-tests.ts';

const permanent = { class: 'permanent' } as const;
const transient = { class: 'transient' } as const;

/** In the order of the articles; `row` names the line for the tests. */
export const alertTable: readonly AlertMeaning[] = [
  ...approvalAlerts,
  // Where the mailbox is.
  {
    row: '6',
    finding: 'MC351',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [
      { text: ['mailbox location cannot be determined'] },
      { text: ['location of the mailbox', 'cannot be determined'] },
    ],
  },
  // Who logs in.
  {
    row: '7',
    finding: 'MC352',
    ...permanent,
    affects: 'both',
    told: 'profile',
    matches: [{ text: ['credentials specified in the associated email server profile'] }],
  },
  {
    row: '8',
    finding: 'MC354',
    ...permanent,
    affects: 'sending',
    told: 'mailbox',
    matches: [
      { text: ['credentials specified in the mailbox'] },
      { returned: ['401'] },
      { returned: ['unauthorized'] },
    ],
  },
  {
    row: '9',
    finding: 'MC356',
    ...permanent,
    affects: 'sending',
    told: 'mailbox',
    matches: [{ codes: ['ErrorQuotaExceeded'] }],
  },
  {
    row: '10',
    finding: 'MC357',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [
      { returned: ['forbidden'] },
      { returned: ['403'] },
      { text: ['establishing a secure connection'] },
    ],
  },
  {
    row: '11',
    finding: 'MC358',
    ...transient,
    affects: 'sending',
    told: 'mailbox',
    matches: [{ codes: ['ErrorSubmissionQuotaExceeded'] }],
  },
  {
    row: '12',
    finding: 'MC360',
    ...permanent,
    affects: 'sending',
    told: 'mailbox',
    matches: [{ codes: ['MailboxDisabled'] }, { text: ['is deactivated or disabled for'] }],
  },
  {
    row: '13',
    finding: 'MC361',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [
      { codes: ['InvalidIncomingEmailServerProfile'] },
      { text: ['does not have an email server profile'] },
      { text: ['email server profile is inactive'] },
    ],
  },
  {
    row: '14',
    finding: 'MC362',
    ...permanent,
    affects: 'both',
    told: 'profile',
    matches: [
      { codes: ['HostNotFound'] },
      { codes: ['InvalidIncomingEmailServerProfileConfiguration'] },
      { text: ['email server location or', 'port', 'incorrect'] },
    ],
  },
  {
    row: '15',
    finding: 'MC363',
    ...transient,
    affects: 'both',
    told: 'profile',
    matches: [{ returned: ['timedout'] }, { codes: ['80004005'] }],
  },
  {
    row: '16',
    finding: 'MC363',
    ...transient,
    affects: 'sending',
    told: 'profile',
    matches: [{ codes: ['ConnectFailure'] }, { text: ['while connecting to the email server'] }],
  },
  {
    row: '17',
    finding: 'MC364',
    ...permanent,
    affects: 'sending',
    told: 'profile',
    matches: [{ text: ['syntax error', 'command unrecognized'] }],
  },
  {
    row: '18',
    finding: 'MC355',
    ...permanent,
    affects: 'sending',
    told: 'mailbox',
    matches: [
      { codes: ['OutgoingEmailAuthenticationError'] },
      { text: ['server certificate needed to connect'] },
      { text: ['5.7.8', 'username and password not accepted'] },
    ],
  },
  {
    row: '19',
    finding: 'MC358',
    ...transient,
    affects: 'sending',
    told: 'mailbox',
    matches: [{ codes: ['GeneralOutgoingEmailServerError'] }],
  },
  {
    row: '20',
    finding: 'MC366',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [{ codes: ['ErrorInvalidLicense'] }, { text: ['license is invalid'] }],
  },
  // There is no such mailbox, or it is not this user's.
  {
    row: '21',
    finding: 'MC368',
    ...permanent,
    affects: 'both',
    told: 'mailbox',
    matches: [{ codes: ['ErrorNonExistentMailbox'] }, { text: ['does not have a valid email address'] }],
  },
  {
    row: '22',
    finding: 'MC368',
    ...permanent,
    affects: 'sending',
    told: 'mailbox',
    matches: [{ codes: ['ErrorInvalidOperation'] }, { text: ['sendonly cannot be used'] }],
  },
  {
    row: '23',
    finding: 'MC372',
    ...transient,
    affects: 'both',
    told: 'mailbox',
    matches: [{ codes: ['ErrorMailboxStoreUnavailable'] }],
  },
  ...environmentAlerts,
  ...testAlerts,
  ...furtherAlerts,
];
