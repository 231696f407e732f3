// The class of every failure, row by row: what a server said or did, and what that means for the record.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../src/core/mail/dialect.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import type { Reply } from '../../src/core/mail/reply.ts';
import type { StepName, StepOutcome } from '../../src/core/mail/step.ts';
import { faultClasses, type FaultClass } from '../../src/core/mail/fault-class.ts';
import { arrivalOf, faultOf, reachedGoal, retryAfterOf } from '../../src/core/mail/fault.ts';
import type { Protocol } from '../../src/core/mail/protocol.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';

const refused = (code: string, enhanced: string | undefined, text: string): StepOutcome => ({
  outcome: 'refused',
  reply: enhanced === undefined ? { code, text } : { code, enhanced, text },
});
const failed = (error: string): StepOutcome => ({ outcome: 'failed', error, message: error });
const timedOut = (receivedBytes = 0): StepOutcome => ({
  outcome: 'timed-out',
  afterMilliseconds: 1_000,
  receivedBytes,
});
const rejected = (reason: Extract<StepOutcome, { outcome: 'rejected' }>['reason']): StepOutcome => ({
  outcome: 'rejected',
  reason,
});
const malformed = (looksLike: Dialect): StepOutcome => ({ outcome: 'malformed', received: 'x', looksLike });

type Row = [
  name: string,
  step: StepName,
  outcome: StepOutcome,
  expected: FaultClass,
  facts?: Partial<Observation>,
];

const network: Row[] = [
  ['no such name', 'name', failed('ENOTFOUND'), 'configuration'],
  ['a name without addresses', 'name', failed('ENODATA'), 'configuration'],
  ['no resolver', 'name', failed('EAI_AGAIN'), 'network'],
  ['resolver fails', 'name', failed('ESERVFAIL'), 'network'],
  ['resolver refuses', 'name', failed('EREFUSED'), 'network'],
  ['resolver silent', 'name', timedOut(), 'network'],
  ['closed port', 'connect', failed('ECONNREFUSED'), 'network'],
  ['packets dropped', 'connect', timedOut(), 'network'],
  ['host unreachable', 'connect', failed('EHOSTUNREACH'), 'network'],
  ['no route at all, on our side', 'connect', failed('ENETUNREACH'), 'local'],
  ['our own sandbox', 'connect', failed('EACCES'), 'local'],
  ['our own mistake', 'connect', failed('INTERNAL'), 'local'],
  ['reset before the greeting', 'greeting', failed('ECONNRESET'), 'network'],
  ['closed before the greeting', 'greeting', { outcome: 'closed' }, 'network'],
  ['silent', 'greeting', timedOut(), 'network'],
  ['dripping', 'greeting', timedOut(12), 'network'],
  ['TLS expected by the port', 'greeting', timedOut(), 'configuration', { answersTo: 'implicit' }],
  ['TLS alert instead of a greeting', 'greeting', malformed('tls'), 'configuration'],
  [
    'clear text on the port',
    'tls',
    failed('EPROTO'),
    'configuration',
    { tls: 'implicit', answersTo: 'starttls' },
  ],
  ['clear text, without knowing the rest', 'tls', malformed('smtp'), 'configuration', { tls: 'implicit' }],
  ['clear text only', 'tls', failed('EPROTO'), 'configuration', { tls: 'implicit', answersTo: 'none' }],
  ['POP3 where SMTP is expected', 'greeting', malformed('pop3'), 'configuration'],
  ['SSH where SMTP is expected', 'greeting', malformed('ssh'), 'configuration'],
  ['nothing known', 'greeting', malformed('unknown'), 'network'],
  ['STARTTLS not offered', 'tls', rejected('starttls-not-offered'), 'configuration'],
  ['bytes before TLS', 'tls', rejected('starttls-injection'), 'network'],
  ['certificate expired', 'tls', rejected('certificate-expired'), 'certificate'],
  ['certificate not yet valid', 'tls', rejected('certificate-not-yet-valid'), 'certificate'],
  ['certificate of another host', 'tls', rejected('certificate-other-host'), 'certificate'],
  ['certificate self-signed', 'tls', rejected('certificate-self-signed'), 'certificate'],
  ['certificate untrusted', 'tls', rejected('certificate-untrusted'), 'certificate'],
  ['certificate invalid', 'tls', rejected('certificate-invalid'), 'certificate'],
  ['certificate error from a library', 'tls', failed('SELF_SIGNED_CERT_IN_CHAIN'), 'certificate'],
  ['certificate name from a library', 'tls', failed('ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate'],
  ['no common cipher', 'tls', failed('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'), 'network'],
  ['handshake stalls', 'tls', timedOut(), 'network'],
  ['AUTH not offered', 'login', rejected('authentication-not-offered'), 'configuration'],
  ['no common mechanism', 'login', rejected('no-common-mechanism'), 'configuration'],
  ['clear text forbidden', 'login', rejected('clear-text-forbidden'), 'configuration'],
  ['line break in a password', 'login', rejected('unsafe-characters'), 'local'],
  ['line break in the address', 'sender', rejected('unsafe-characters'), 'local'],
  ['address needs SMTPUTF8', 'sender', rejected('smtputf8-not-offered'), 'configuration'],
  ['closed during login', 'login', { outcome: 'closed' }, 'network'],
  [
    '421 and closed during login',
    'login',
    { outcome: 'closed', afterReply: { code: '421', text: 'bye' } },
    'transient',
  ],
  ['silent during login', 'login', timedOut(), 'network'],
];

const smtp: Row[] = [
  ['greeting 554', 'greeting', refused('554', undefined, 'no SMTP service here'), 'policy'],
  ['greeting 421', 'greeting', refused('421', '4.7.0', 'too many connections'), 'transient'],
  ['EHLO 550', 'capabilities', refused('550', undefined, 'go away'), 'policy'],
  ['EHLO unknown', 'capabilities', refused('502', undefined, 'what?'), 'configuration'],
  [
    '454 TLS not available',
    'tls',
    refused('454', undefined, 'TLS not available due to local problem'),
    'transient',
  ],
  ['STARTTLS unknown', 'tls', refused('502', '5.5.1', 'unrecognized'), 'configuration'],
  ['535 5.7.8', 'login', refused('535', '5.7.8', 'Error: authentication failed'), 'credential'],
  ['535 bare', 'login', refused('535', undefined, 'Incorrect authentication data'), 'credential'],
  ['432 4.7.12', 'login', refused('432', '4.7.12', 'A password transition is needed'), 'configuration'],
  [
    '432 for another reason',
    'queued',
    refused('432', '4.3.2', 'STOREDRV.ClientSubmit; sender thread limit exceeded'),
    'transient',
  ],
  ['454 4.7.0', 'login', refused('454', '4.7.0', 'Temporary authentication failure'), 'transient'],
  ['534 5.7.9', 'login', refused('534', '5.7.9', 'mechanism too weak'), 'configuration'],
  ['538 5.7.11', 'login', refused('538', '5.7.11', 'encryption required'), 'configuration'],
  [
    '530 STARTTLS first',
    'login',
    refused('530', '5.7.0', 'Must issue a STARTTLS command first'),
    'configuration',
  ],
  ['504 mechanism', 'login', refused('504', '5.5.4', 'Unrecognized authentication type'), 'configuration'],
  [
    '503 AUTH not enabled',
    'login',
    refused('503', '5.5.1', 'Error: authentication not enabled'),
    'configuration',
  ],
  ['501 cannot decode', 'login', refused('501', '5.5.2', 'Cannot Decode response'), 'configuration'],
  ['500 too long', 'login', refused('500', '5.5.6', 'line too long'), 'configuration'],
  ['525 disabled', 'login', refused('525', '5.7.13', 'User account disabled'), 'policy'],
  ['the enhanced class wins: 5xx with 4.x', 'login', refused('535', '4.7.0', 'try again later'), 'transient'],
  ['the enhanced class wins: 4xx with 5.x', 'sender', refused('450', '5.7.1', 'not allowed'), 'policy'],
  [
    'Gmail: app password',
    'login',
    refused('534', '5.7.9', 'Application-specific password required.'),
    'credential',
  ],
  [
    'Gmail: credentials',
    'login',
    refused('535', '5.7.8', 'Username and Password not accepted. … BadCredentials'),
    'credential',
  ],
  [
    'Gmail: too many logins',
    'login',
    refused('454', '4.7.0', 'Too many login attempts, please try again later'),
    'transient',
  ],
  [
    'Exchange Online: tenant',
    'login',
    refused(
      '535',
      '5.7.139',
      'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    ),
    'policy',
  ],
  [
    'Exchange Online: basic off',
    'login',
    refused('550', '5.7.30', 'Basic authentication is not supported for Client Submission.'),
    'policy',
  ],
  ['Exchange: 5.7.3', 'login', refused('535', '5.7.3', 'Authentication unsuccessful'), 'credential'],
  [
    'Yahoo: too many',
    'login',
    refused('535', '5.7.0', '(#AUTH005) Too many bad auth attempts.'),
    'transient',
  ],
  [
    'not owned by user',
    'sender',
    refused('553', '5.7.1', '<a@example.com>: Sender address rejected: not owned by user b'),
    'policy',
  ],
  ['sender domain unknown', 'sender', refused('553', '5.1.8', 'Domain not found'), 'configuration'],
  [
    'login asked for after the login',
    'sender',
    refused('530', '5.7.57', 'Client was not authenticated'),
    'policy',
  ],
  ['relay denied', 'recipient', refused('554', '5.7.1', '<a@example.com>: Relay access denied'), 'policy'],
  ['relay denied, no status', 'recipient', refused('550', undefined, 'relay not permitted'), 'policy'],
  ['own address unknown', 'recipient', refused('550', '5.1.1', 'User unknown'), 'configuration'],
  ['greylisted', 'recipient', refused('450', '4.2.0', 'Greylisted'), 'transient'],
  [
    'greylisted with 550',
    'recipient',
    refused('550', undefined, 'Greylisting in action, come back later'),
    'transient',
  ],
  ['mailbox full for now', 'recipient', refused('452', '4.2.2', 'over quota'), 'transient'],
  ['SendAsDenied', 'queued', refused('554', '5.2.252', 'SendAsDenied; a not allowed to send as b'), 'policy'],
  ['content refused', 'queued', refused('554', '5.7.1', 'spam'), 'policy'],
  ['daily limit', 'queued', refused('550', '5.4.5', 'Daily user sending limit exceeded.'), 'transient'],
];

const pop3: Row[] = [
  ['greeting -ERR', 'greeting', refused('-ERR', undefined, 'no service'), 'policy'],
  ['greeting [SYS/TEMP]', 'greeting', refused('-ERR', 'SYS/TEMP', '[SYS/TEMP] later'), 'transient'],
  ['STLS refused', 'tls', refused('-ERR', undefined, 'Command not permitted'), 'configuration'],
  ['[AUTH]', 'login', refused('-ERR', 'AUTH', '[AUTH] Authentication failed.'), 'credential'],
  ['bare -ERR', 'login', refused('-ERR', undefined, 'Login failed'), 'credential'],
  [
    'Exchange',
    'login',
    refused('-ERR', undefined, 'Logon failure: unknown user name or bad password.'),
    'credential',
  ],
  [
    '[SYS/TEMP]',
    'login',
    refused('-ERR', 'SYS/TEMP', '[SYS/TEMP] Temporary authentication failure.'),
    'transient',
  ],
  ['[SYS/PERM]', 'login', refused('-ERR', 'SYS/PERM', '[SYS/PERM] account setting'), 'configuration'],
  [
    'Gmail: POP off',
    'login',
    refused('-ERR', 'SYS/PERM', '[SYS/PERM] Your account is not enabled for POP access.'),
    'configuration',
  ],
  ['[IN-USE]', 'login', refused('-ERR', 'IN-USE', '[IN-USE] maildrop locked'), 'transient'],
  ['[LOGIN-DELAY]', 'login', refused('-ERR', 'LOGIN-DELAY', '[LOGIN-DELAY] wait'), 'transient'],
  [
    'clear text',
    'login',
    refused('-ERR', 'AUTH', '[AUTH] Cleartext authentication disallowed on non-secure connections.'),
    'configuration',
  ],
  ['STAT refused', 'inbox', refused('-ERR', undefined, 'unable to open'), 'policy'],
  ['STAT [SYS/TEMP]', 'inbox', refused('-ERR', 'SYS/TEMP', '[SYS/TEMP] later'), 'transient'],
];

const imap: Row[] = [
  ['BYE as greeting', 'greeting', refused('BYE', undefined, 'too many connections'), 'transient'],
  [
    '[AUTHENTICATIONFAILED]',
    'login',
    refused('NO', 'AUTHENTICATIONFAILED', '[AUTHENTICATIONFAILED] Authentication failed.'),
    'credential',
  ],
  ['bare NO', 'login', refused('NO', undefined, 'Login failed.'), 'credential'],
  ['BAD', 'login', refused('BAD', undefined, 'Command Error. 12'), 'configuration'],
  [
    '[AUTHORIZATIONFAILED]',
    'login',
    refused('NO', 'AUTHORIZATIONFAILED', '[AUTHORIZATIONFAILED] no'),
    'policy',
  ],
  ['[EXPIRED]', 'login', refused('NO', 'EXPIRED', '[EXPIRED] password expired'), 'credential'],
  ['[CONTACTADMIN]', 'login', refused('NO', 'CONTACTADMIN', '[CONTACTADMIN] call us'), 'policy'],
  ['[PRIVACYREQUIRED]', 'login', refused('NO', 'PRIVACYREQUIRED', '[PRIVACYREQUIRED] TLS'), 'configuration'],
  [
    'unsupported mechanism',
    'login',
    refused('NO', undefined, 'Unsupported authentication mechanism.'),
    'configuration',
  ],
  [
    '[UNAVAILABLE]',
    'login',
    refused('NO', 'UNAVAILABLE', '[UNAVAILABLE] Temporary authentication failure.'),
    'transient',
  ],
  ['[INUSE]', 'login', refused('NO', 'INUSE', '[INUSE] locked'), 'transient'],
  ['[LIMIT]', 'login', refused('NO', 'LIMIT', '[LIMIT] Maximum number of connections'), 'transient'],
  [
    'throttled',
    'login',
    refused('BAD', undefined, 'Request is throttled. Suggested Backoff Time: 30000 milliseconds'),
    'transient',
  ],
  ['not connected', 'login', refused('BAD', undefined, 'User is authenticated but not connected.'), 'policy'],
  ['INBOX refused', 'inbox', refused('NO', 'NOPERM', '[NOPERM] denied'), 'policy'],
  ['INBOX unavailable', 'inbox', refused('NO', 'UNAVAILABLE', '[UNAVAILABLE] later'), 'transient'],
];

function rows(protocol: Protocol, table: Row[]) {
  test.each(table)('%s', (_, step, outcome, expected, facts) => {
    const observation = sessionThat({ [step]: outcome }, { protocol, ...facts });
    expect(faultOf(observation)).toEqual({ step, class: expected });
    expect(reachedGoal(observation)).toBe(false);
  });
}

describe('connection, TLS and what we would not do', () => rows('smtp', network));
describe('SMTP refusals', () => rows('smtp', smtp));
describe('POP3 refusals', () => rows('pop3', pop3));
describe('IMAP refusals', () => rows('imap', imap));

test.each([
  ['smtp.gmail.com', 'NO', '[ALERT] Invalid credentials (Failure)', 'credential'],
  ['outlook.office365.com', 'NO', 'LOGIN failed.', 'credential'],
] as const)('a host tells what a bare text means: %s', (host, code, text, expected) => {
  const observation = sessionThat({ login: refused(code, undefined, text) }, { protocol: 'imap', host });
  expect(faultOf(observation)?.class).toBe(expected);
});

describe('the goal', () => {
  test('outgoing: queued where sending was asked for, else logged in', () => {
    expect(reachedGoal(sessionThat({}))).toBe(true);
    expect(reachedGoal(sessionThat(notAsked('sender', 'recipient', 'queued')))).toBe(true);
    expect(reachedGoal(sessionThat(notAsked('login', 'sender', 'recipient', 'queued')))).toBe(false);
  });
  test('incoming: the inbox opened, whatever becomes of the message', () => {
    const late = sessionThat({ arrived: timedOut() }, { protocol: 'pop3' });
    expect(faultOf(late)).toBeUndefined();
    expect(reachedGoal(late)).toBe(true);
    expect(reachedGoal(sessionThat(notAsked('inbox'), { protocol: 'imap' }))).toBe(false);
  });
  test.each(['no-credentials', 'refused-before', 'interrupted', 'not-supported'] as const)(
    'a login left out (%s) breaks nothing and proves nothing',
    (because) => {
      const observation = sessionThat(
        { login: { outcome: 'not-tried', because }, inbox: { outcome: 'not-tried', because } },
        { protocol: 'pop3' },
      );
      expect(faultOf(observation)).toBeUndefined();
      expect(reachedGoal(observation)).toBe(false);
    },
  );
});

function notAsked(...steps: StepName[]): Partial<Record<StepName, StepOutcome>> {
  return Object.fromEntries(steps.map((step) => [step, { outcome: 'not-tried', because: 'not-asked' }]));
}

describe('arrival', () => {
  const arrival = (arrived: StepOutcome, facts: Partial<Observation> = {}) =>
    arrivalOf([sessionThat({}), sessionThat({ arrived }, { protocol: 'pop3', ...facts })]);
  test.each([
    ['arrived', { outcome: 'ok' }],
    ['not-arrived', timedOut()],
    ['unknown', rejected('taken-by-another-reader')],
    ['unknown', rejected('message-not-unique')],
    ['unknown', { outcome: 'closed' }],
    ['not-tried', { outcome: 'not-tried', because: 'not-asked' }],
    ['not-tried', { outcome: 'not-tried', because: 'other-direction-failed' }],
  ] as const)('%s: %j', (expected, outcome) => {
    expect(arrival(outcome)).toBe(expected);
  });
  test('interrupted while a message is on its way is not "not tried"', () => {
    expect(arrival({ outcome: 'not-tried', because: 'interrupted' }, { messageLeft: true })).toBe('unknown');
  });
  test('without an incoming session there is none', () => {
    expect(arrivalOf([sessionThat({})])).toBe('not-tried');
    expect(arrivalOf([])).toBe('not-tried');
  });
});

describe('not before', () => {
  const after = (reply: Reply, facts: Partial<Observation> = {}, step: StepName = 'login') =>
    retryAfterOf(sessionThat({ [step]: { outcome: 'refused', reply } }, { milliseconds: 0, ...facts }));
  test.each([
    [
      { code: '450', enhanced: '4.2.0', text: 'Greylisted, try again in 300 seconds' },
      '2026-11-21T09:05:00.000Z',
    ],
    [{ code: '451', text: 'greylisted for 5 minutes' }, '2026-11-21T09:05:00.000Z'],
    [{ code: '450', text: 'try again in 2 hours' }, '2026-11-21T11:00:00.000Z'],
    [
      { code: 'BAD', text: 'Request is throttled. Suggested Backoff Time: 30000 milliseconds' },
      '2026-11-21T09:00:30.000Z',
    ],
    [{ code: '421', text: 'try again later' }, undefined],
    [{ code: '450', text: 'try again in 999999999 seconds' }, undefined],
    [{ code: '535', text: 'wrong password, next try in 300 seconds' }, undefined],
  ])('%j → %s', (reply, expected) => {
    expect(after(reply)).toBe(expected);
  });
  test('POP3: LOGIN-DELAY of CAPA', () => {
    const reply = {
      code: '-ERR',
      enhanced: 'LOGIN-DELAY',
      text: '[LOGIN-DELAY] minimum time between mail checks',
    };
    expect(after(reply, { protocol: 'pop3', capabilities: ['TOP', 'LOGIN-DELAY 900'] })).toBe(
      '2026-11-21T09:15:00.000Z',
    );
  });
});

test('whatever a server says, a refusal has a class and no goal is reached', () => {
  const steps: StepName[] = [
    'greeting',
    'tls',
    'capabilities',
    'login',
    'inbox',
    'sender',
    'recipient',
    'queued',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom<Protocol>('smtp', 'pop3', 'imap'),
      fc.constantFrom(...steps),
      fc.string({ maxLength: 5 }),
      fc.option(fc.string({ maxLength: 8 }), { nil: undefined }),
      fc.string({ unit: 'binary' }),
      (protocol, step, code, enhanced, text) => {
        const observation = sessionThat({ [step]: refused(code, enhanced, text) }, { protocol });
        if (!observation.steps.some((result) => result.step === step)) return;
        expect(faultClasses).toContain(faultOf(observation)?.class);
        expect(reachedGoal(observation)).toBe(false);
      },
    ),
  );
});
