// Every line of the alert table is reached from a text as an administrator pastes it, and from each platform code in every way
// of writing it; no line hides another. The texts are our own: only the telltales are the vendor's.

import { describe, expect, test } from 'vitest';
import { recogniseAlert } from '../../src/core/rules/alert-match.ts';
import { alertTable } from '../../src/core/rules/alert-table.ts';
import { rules } from '../../src/core/rules/index.ts';
import { platformCodes } from '../../src/core/rules/platform-codes.ts';
import { refusedSettingFix } from '../../src/core/rules/refused-setting-fix.ts';

/** By line of the table: what is pasted. Several where the vendor words it in several ways. */
const pasted: Record<string, string[]> = {
  '1': [
    'Email cannot be sent because the address of the mailbox <Hanako> requires an approval by an Office 365 administrator.',
    'Code: OutgoingEmailS2SApprovalNeeded',
  ],
  '2': [
    'Email can’t be received, the address of the mailbox [Hanako] requires an approval by an administrator.',
    'IncomingEmailS2SApprovalNeeded',
  ],
  '3': [
    "Appointments, contacts, and tasks can't be synchronized: the address requires an approval.",
    'ExchangeSyncEmailS2SApprovalNeeded',
  ],
  '4': [
    'Email won’t be processed for this mailbox until the email address of the mailbox is approved by an Office 365 administrator.',
  ],
  '5': [
    "Some mailboxes have been disabled for sending/receiving email because their email addresses haven't been approved.",
    "Email can't be received for <Hanako>: its address is not approved and the mailbox has been disabled.",
  ],
  'approval-wrapper': ['A failure occurred in CrmSecurity. ErrorCode −2147220970, inner −2147220906'],
  '6': [
    'The mailbox location could not be determined while sending "Code".',
    'The location of the mailbox <Hanako> could not be determined while receiving email.',
  ],
  '7': [
    "Email can't be sent because the credentials specified in the associated email server profile are incorrect.",
  ],
  '8': [
    'The message "Code" cannot be sent. Make sure that the credentials specified in the mailbox <Hanako> are correct.',
    'Email Server Error Code: Http server returned 401 Unauthorized exception.',
  ],
  '9': [
    'Make sure that the credentials specified in the mailbox <Hanako> are correct. Email Server Error Code: ErrorQuotaExceeded. Exchange.server returned 403 error',
  ],
  '10': [
    'Email cannot be sent: an error occurred while establishing a secure connection to the email server. Http server returned Forbidden exception.',
  ],
  '11': [
    'An unknown error occurred while sending the email message. The system will try to send the message again later. Exchange server returned UnknownOutgoingEmailIntegrationError ErrorSubmissionQuotaExceeded exception',
  ],
  '12': [
    'The message cannot be sent because the mailbox <Hanako> is deactivated or disabled for outgoing email. Exchange server returned MailboxDisabled exception',
  ],
  '13': [
    'Email cannot be received because the mailbox <Hanako> does not have an email server profile associated with it.',
    'InvalidIncomingEmailServerProfile',
  ],
  '14': [
    'Email cannot be received: the email server location or the incoming email port is incorrect. Socket returned exception InvalidIncomingEmailServerProfileConfiguration HostNotFound',
  ],
  '15': [
    "A general mailbox access error occurred while receiving email. Mailbox <Hanako> didn't synchronize. Socket returned exception TimedOut",
  ],
  '16': [
    'An error occurred in sending email for mailbox "Hanako" while connecting to the email server. Web server returned ConnectFailure exception',
  ],
  '17': [
    'An unknown error occurred while sending. Details: SmtpException: Syntax error, command unrecognized. The server response was:',
  ],
  '18': [
    'Email cannot be sent because either a server certificate needed to connect to the email server could not be validated or the credentials do not provide access. OutgoingEmailAuthenticationError',
    'AuthenticationException 535: 5.7.8 Username and Password not accepted',
  ],
  '19': [
    'An unexpected error occurred while sending, the system will try again later. Smtp server returned GeneralOutgoingEmailServerError GeneralFailure exception',
  ],
  '20': [
    "Email can't be received because the license is invalid for the mailbox <Hanako>.",
    'Exchange server returned ErrorInvalidLicense exception',
  ],
  '21': [
    "Email can't be sent: the mailbox <Hanako> doesn’t have a valid email address. Exchange.server returned ErrorNonExistentMailbox error",
  ],
  '22': [
    'A general mailbox access error occurred while sending the email message. Exchange server returned ErrorInvalidOperation exception',
  ],
  '23': [
    'A general mailbox access error occurred while receiving. The system will try to receive email again later. Exchange server returned ErrorMailboxStoreUnavailable exception',
  ],
  '24': [
    'An internal error occurred while synchronizing appointments, contacts, and tasks. UserPrivilegeError',
  ],
  '25': [
    "Appointments, contacts, and tasks can't be synchronized: the mailbox user doesn't have sufficient permissions on this mailbox. Crm.80048306.text",
  ],
  '26': [
    'An internal error occurred while synchronizing appointments. Crm.80040265.ISV code aborted the operation',
  ],
  '27': [
    'An unknown error occurred while receiving email through the mailbox <Hanako>. UnknownIncomingEmailIntegrationError -2147220891',
  ],
  '28': ['An unknown error occurred while receiving email. UnknownIncomingEmailIntegrationError −2147220956'],
  '29': ['An unknown error occurred while receiving email. UnknownIncomingEmailIntegrationError -2147220970'],
  '30': ['An unknown error occurred while receiving email. UnknownIncomingEmailIntegrationError –2147218677'],
  '31': ['An unknown error occurred while receiving email. -2147220192'],
  '32': ['An unknown error occurred while receiving email. -2147167669'],
  '33': ['An unknown error occurred while receiving email. -2147209462'],
  '34': [
    'Test and Enable failed because no user was found with the email address "hanako@example.com" in the tenant.',
  ],
  '35': ['Email Server Error Code: 8005E259'],
  '36': ['-2147097998'],
  '37': ['Error 0x8005e273'],
  '38': ['Email Server Error Code: MailboxNotEnabledForRESTAPI', '8005E274'],
  '39': ['8005E276', '800046'],
  '40': [
    'NoUserFoundWithGivenClaims',
    'The user does not exist in tenant with id 5f3c. User does not exist in tenant',
  ],
  '41': ['The account does not have permission to impersonate the requested user.'],
  '42': [
    'The SMTP address has no mailbox associated with it.',
    'ErrorNonExistentMailbox: The SMTP address has no mailbox associated with it.',
  ],
  '43': [
    'Remote server error: (401) Unauthorized. Make sure the user name and password you entered are correct.',
  ],
  '44': ['System.Net.WebException: The operation has timed out (ValidateServerUrl)'],
  '45': [
    "Appointments can't be synchronized because the address of the mailbox is configured with another organization.",
  ],
  '46': ["Appointments couldn't be synchronized. Exchange.server returned 383 error"],
  '47': ['You cannot send email as the selected user.', 'User does not have send-as privilege.'],
  '48': ['ErrorSendAsDenied'],
  '49': ['Sign-in failed: HTTP 456'],
  '50': ['HTTP 429', 'Exchange server returned ErrorServerBusy exception'],
  '51': ['Http server returned 404 exception'],
};

describe.each(alertTable.map(({ row }) => row))('line %s', (row) => {
  test.each(pasted[row] ?? ['(no text)'])('%s', (text) => {
    expect(recogniseAlert({ text }).meaning?.row).toBe(row);
    // As it comes out of another program: other quotes, line breaks, capitals.
    expect(recogniseAlert({ text: text.toUpperCase().replaceAll(' ', '\n ') }).meaning?.row).toBe(row);
  });
});

describe.each(platformCodes.map(({ row, name }) => [row, name] as const))('%s', (row, name) => {
  const number = Number(row) - 2 ** 32;
  const digits = row.slice(2);
  test.each([
    row,
    digits,
    digits.toLowerCase(),
    String(number),
    `−${-number}`,
    `Error code: –${-number}.`,
    `Crm.${digits.toLowerCase()}.text`,
    ...(name === undefined || name.startsWith('(') ? [] : [`Exchange server returned ${name} exception`]),
  ])('%s', (text) => {
    const { meaning, code } = recogniseAlert({ text });
    expect(meaning?.row).toBe(row);
    expect(code).toBeDefined();
    expect(recogniseAlert({ code: text }).meaning?.row).toBe(row);
  });
  test('as YAML reads it', () => {
    expect(recogniseAlert({ code: number }).meaning?.row).toBe(row);
    expect(recogniseAlert({ code: Number(row) }).meaning?.row).toBe(row);
  });
});

describe('the table', () => {
  test.each([...alertTable, ...platformCodes].map((meaning) => [meaning.row, meaning] as const))(
    'line %s leads to rules that exist',
    (_, { finding, also }) => {
      const codes = rules.map(({ code }) => code);
      expect(codes).toContain(finding);
      if (also !== undefined) expect(codes).toContain(also);
    },
  );

  test("every rule about alerts is somebody's cause", () => {
    const causes = new Set([...alertTable, ...platformCodes].map(({ finding }) => finding));
    const own = rules.filter(({ subject, code }) => subject === 'alert' && code !== 'MC399');
    expect(own.map(({ code }) => code).filter((code) => !causes.has(code as 'MC350'))).toEqual([]);
  });

  test.each([
    'Exchange server returned ErrorInvalidLicense exception',
    'Exchange.server returned ErrorInvalidLicense error',
    'Http server returned 401 exception',
    'Web server returned ConnectFailure exception',
    'Socket returned exception HostNotFound',
    'Smtp server returned GeneralOutgoingEmailServerError GeneralFailure exception',
    'Crm.80048306.text',
  ])('prefix: %s', (text) => {
    expect(recogniseAlert({ text }).meaning).toBeDefined();
  });
});

describe('what no line knows', () => {
  test('is unknown, with the class of its wording', () => {
    expect(recogniseAlert({ text: 'Something else. The system will try again later.' })).toMatchObject({
      class: 'transient',
    });
    expect(recogniseAlert({ text: 'The mailbox has been disabled for sending email.' })).toMatchObject({
      class: 'permanent',
      affects: 'sending',
    });
    expect(recogniseAlert({ text: 'Year 2147098111, 401 persons, forbidden' }).meaning).toBeUndefined();
  });

  test('a code decides before the wording does', () => {
    const text = 'The system will try again later. Email Server Error Code: ErrorInvalidLicense';
    expect(recogniseAlert({ text }).class).toBe('permanent');
  });
});

test('a refused setting has its steps, not only the code where they stand', () => {
  const names = { profile: 'Contoso', mailbox: 'admin@example.com' };
  const refused = platformCodes.filter(({ finding }) => finding === 'MC386').map(({ also }) => also ?? '');
  expect(refused.length).toBeGreaterThan(20);
  for (const code of refused)
    for (const language of ['en', 'ja'] as const)
      expect([code, refusedSettingFix(code, names, language)]).toEqual([
        code,
        expect.arrayContaining([expect.objectContaining({ do: expect.stringMatching(/[.。]$/) })]),
      ]);
  expect(refusedSettingFix('MC402', names, 'en')[0]?.do).toContain(
    'open "Contoso": under "Advanced" set "Use SSL"',
  );
});
