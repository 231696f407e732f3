// Whatever a session shows, exactly one rule explains why it broke, in both languages; what did not break has none.

import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alternative } from '../../src/core/mail/alternative.ts';
import type { Dialect } from '../../src/core/mail/dialect.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import type { RejectionReason, StepName, StepOutcome } from '../../src/core/mail/step.ts';
import { alternativeOutcomes } from '../../src/core/mail/alternative.ts';
import { stepNames } from '../../src/core/mail/step.ts';
import { faultOf } from '../../src/core/mail/fault.ts';
import { knownHostLike } from '../../src/core/mail/known-hosts.ts';
import type { Protocol } from '../../src/core/mail/protocol.ts';
import { isArrival, problemOf } from '../../src/core/mail/session-problem.ts';
import { sessionProblems } from '../../src/core/mail/known-problems.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import { knownReply, replyRow } from '../../src/core/mail/server-replies/known-reply.ts';
import { languages, type Finding, type Rule } from '../../src/core/rules/rule.ts';
import { recordsOf } from './records-of.ts';

const folder = new URL('../../src/core/rules/', import.meta.url);
const files = readdirSync(folder).filter((name) => /^MC(?:5[0-8]|7)\d/.test(name));
const read: Rule[] = await Promise.all(
  files.map(async (name) => ((await import(new URL(name, folder).href)) as { default: Rule }).default),
);
// Some rules of the stage "server" read what a record keeps of a server, not a session.
const sessionRules = read.filter(({ subject }) => subject === 'session');

function findings(observation: Observation): Finding[] {
  const facts = {
    observation,
    observations: [observation],
    mailbox: undefined,
    profile: undefined,
    now: new Date(observation.at),
  };
  return sessionRules.flatMap((rule) => rule.run(facts));
}

const explanations = (observation: Observation) =>
  findings(observation).filter((finding) => finding.stage === 'server');

const protocols: Protocol[] = ['smtp', 'pop3', 'imap', 'ews', 'graph'];
const errors = [
  'ENOTFOUND',
  'ENODATA',
  'EAI_AGAIN',
  'ESERVFAIL',
  'ETIMEOUT',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
  'EPIPE',
  'EPROTO',
  'EACCES',
  'EADDRNOTAVAIL',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'INTERNAL',
  'UNKNOWN',
  '',
];
const rejections: RejectionReason[] = [
  'starttls-not-offered',
  'starttls-injection',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-other-host',
  'certificate-untrusted',
  'certificate-self-signed',
  'certificate-invalid',
  'authentication-not-offered',
  'no-common-mechanism',
  'clear-text-forbidden',
  'unsafe-characters',
  'smtputf8-not-offered',
  'redirected-elsewhere',
  'message-not-unique',
  'taken-by-another-reader',
  'not-removable',
];
const codes = [
  '220',
  '334',
  '421',
  '432',
  '450',
  '451',
  '452',
  '454',
  '500',
  '501',
  '502',
  '503',
  '504',
  '521',
  '525',
  '530',
  '534',
  '535',
  '538',
  '550',
  '552',
  '553',
  '554',
  '555',
  '400',
  '401',
  '403',
  '404',
  '429',
  '456',
  '503',
  '+OK',
  '-ERR',
  'NO',
  'BAD',
  'BYE',
  '',
  '???',
];
const statuses = [
  undefined,
  '4.2.0',
  '4.7.0',
  '4.7.12',
  '5.1.1',
  '5.2.2',
  '5.5.1',
  '5.5.2',
  '5.7.0',
  '5.7.1',
  '5.7.3',
  '5.7.8',
  '5.7.9',
  '5.7.11',
  '5.7.13',
  '5.7.60',
  '5.7.139',
  'AUTH',
  'SYS/TEMP',
  'SYS/PERM',
  'IN-USE',
  'LOGIN-DELAY',
  'AUTHENTICATIONFAILED',
  'UNAVAILABLE',
  'PRIVACYREQUIRED',
  'LIMIT',
  'EXPIRED',
  'ALERT',
  'ErrorAccessDenied',
  'MailboxNotEnabledForRESTAPI',
  'ErrorMailboxStoreUnavailable',
  'constructor',
];
const dialects: Dialect[] = ['smtp', 'pop3', 'imap', 'http', 'ssh', 'tls', 'unknown', 'nothing'];

const reply = fc
  .record({
    code: fc.constantFrom(...codes),
    enhanced: fc.constantFrom(...statuses),
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'greylisted',
        'BadCredentials',
        'Cleartext authentication disallowed',
        'SendAsDenied',
        'not owned by user other@example.com',
        'relay denied',
      ),
    ),
    status: fc.constantFrom(undefined, '400', '403', 'invalid_token', 'insufficient_scope', 'toString'),
  })
  .map(({ enhanced, status, ...rest }) => ({
    ...rest,
    ...(enhanced === undefined ? {} : { enhanced }),
    ...(status === undefined ? {} : { challenge: { status, scope: 'mail' } }),
  }));

const brokenOutcome: fc.Arbitrary<StepOutcome> = fc.oneof(
  reply.map((said): StepOutcome => ({ outcome: 'refused', reply: said })),
  fc.constantFrom(...rejections).map((reason): StepOutcome => ({ outcome: 'rejected', reason })),
  fc
    .constantFrom(...errors)
    .map((error): StepOutcome => ({ outcome: 'failed', error, message: `said ${error}` })),
  fc
    .option(reply, { nil: undefined })
    .map((said): StepOutcome =>
      said === undefined ? { outcome: 'closed' } : { outcome: 'closed', afterReply: said },
    ),
  fc.constantFrom(0, 7).map((receivedBytes): StepOutcome => ({
    outcome: 'timed-out',
    afterMilliseconds: 15_000,
    receivedBytes,
  })),
  fc
    .tuple(fc.constantFrom(...dialects), fc.constantFrom(undefined, 65_536))
    .map(([looksLike, limitBytes]): StepOutcome => ({
      outcome: 'malformed',
      received: 'x\r\ny',
      looksLike,
      ...(limitBytes === undefined ? {} : { limitBytes }),
    })),
);
const alternative: fc.Arbitrary<Alternative> = fc
  .record({
    port: fc.constantFrom(25, 465, 587, 993, 110, 2525),
    tls: fc.constantFrom('implicit' as const, 'starttls' as const),
    outcome: fc.constantFrom(...alternativeOutcomes),
    reason: fc.constantFrom(undefined, ...rejections),
    mechanisms: fc.constantFrom<string[] | undefined>(undefined, [], ['PLAIN'], ['LOGIN', 'XOAUTH2']),
  })
  .map(({ reason, mechanisms, ...rest }) => ({
    ...rest,
    ...(reason === undefined ? {} : { reason }),
    ...(mechanisms === undefined ? {} : { mechanisms }),
  }));
const facts = fc
  .record({
    protocol: fc.constantFrom(...protocols),
    tls: fc.constantFrom('implicit' as const, 'starttls' as const, 'none' as const),
    answersTo: fc.constantFrom(undefined, 'implicit' as const, 'starttls' as const, 'none' as const),
    alternatives: fc.array(alternative, { maxLength: 4 }),
    host: fc.constantFrom('mail.example.com', 'smtp.gmail.com', 'outlook.office365.com', '2001:db8::1'),
    mechanisms: fc.constantFrom<string[]>([], ['PLAIN'], ['XOAUTH2', 'OAUTHBEARER'], ['PLAIN', 'XOAUTH2']),
    mechanismUsed: fc.constantFrom(undefined, 'PLAIN', 'XOAUTH2', 'OAUTHBEARER'),
  })
  .map(({ answersTo, mechanismUsed, ...rest }) => ({
    ...rest,
    ...(answersTo === undefined ? {} : { answersTo }),
    ...(mechanismUsed === undefined ? {} : { mechanismUsed }),
  }));

const sessionSteps = stepNames.filter((name) => !isArrival(name));

describe('a session that broke', () => {
  test('is explained by exactly one rule, wherever and however it broke', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom<StepName>(...sessionSteps),
        brokenOutcome,
        facts,
        (step, outcome, given) => {
          const observation = sessionThat({ [step]: outcome }, given);
          const broke = observation.steps.some((result) => result.step === step);
          const found = explanations(observation);
          expect(found.map(({ code }) => code)).toHaveLength(broke ? 1 : 0);
          for (const finding of found) {
            seen.add(finding.code);
            speaks(finding);
          }
        },
      ),
      { numRuns: 3_000 },
    );
    expect(seen.size).toBeGreaterThan(20);
  });

  test('has a rule for each known problem, in the order of the codes', () => {
    const problems = sessionRules.flatMap((rule) => {
      const own = new Set(
        rule.examples.bad.flatMap(({ session }) =>
          // What is said beside the one that explains (for information, of the account, of the arrival) explains none.
          session === undefined || explanations(session).every(({ code }) => code !== rule.code)
            ? []
            : [problemOf(session)?.problem],
        ),
      );
      if (own.has(undefined) || rule.severity === 'information') return [];
      expect([rule.code, own.size]).toEqual([rule.code, own.size === 0 ? 0 : 1]);
      return [...own];
    });
    expect(problems).toEqual([...sessionProblems]);
  });
});

describe('a server that was looked at by itself', () => {
  const again = 'mailcheck probe smtp://smtp.example.com:587';
  // Of a mailbox's message, or of several mailboxes: probe sends nothing and knows one user.
  const notOfProbe = new Set(['MC521', 'MC522', 'MC523', 'MC524', 'MC527']);
  const examples = sessionRules
    .filter(({ code }) => (code <= 'MC529' && !notOfProbe.has(code)) || code === 'MC545')
    .flatMap((rule) => rule.examples.bad.map((example) => [rule.code, rule, example.session] as const));

  test.each(examples)(
    '%s speaks of no record, and of no mailbox to be tested',
    (_code, rule, observation) => {
      expect(observation).toBeDefined();
      if (observation === undefined) return;
      const facts = {
        observation,
        observations: [observation],
        mailbox: undefined,
        profile: undefined,
        again,
        now: new Date(observation.at),
      };
      const [finding] = rule.run(facts);
      expect(finding).toBeDefined();
      if (finding === undefined) return;
      for (const language of languages) {
        const said = [rule.message(finding, language), ...rule.fix(finding, language).map((step) => step.do)];
        expect(said.join('\n')).not.toMatch(
          /\brecords?\b|設定ファイル|test-mailbox|allowClearText|open "smtp\./,
        );
        const steps = rule.fix(finding, language);
        expect(
          steps.some((step) => step.do.includes('mailcheck probe') || step.who === 'mailcheck-user'),
        ).toBe(true);
      }
    },
  );
});

describe('a session that did not break', () => {
  test.each(protocols)('%s: nothing is found', (protocol) => {
    expect(findings(sessionThat({}, { protocol }))).toEqual([]);
  });

  test('a password that was refused before points to where', () => {
    const again = sessionThat({ login: { outcome: 'not-tried', because: 'refused-before' } });
    expect(explanations(again).map(({ code, severity }) => [code, severity])).toEqual([['MC527', 'unknown']]);
  });

  test.each([
    [{ outcome: 'ok' }, undefined, []],
    [{ outcome: 'ok' }, true, ['MC704']],
    [{ outcome: 'timed-out', afterMilliseconds: 60_000, receivedBytes: 0 }, true, ['MC701']],
    [{ outcome: 'rejected', reason: 'taken-by-another-reader' }, undefined, ['MC702']],
    [{ outcome: 'rejected', reason: 'message-not-unique' }, true, ['MC703']],
    [{ outcome: 'closed' }, true, ['MC703']],
    [{ outcome: 'not-tried', because: 'interrupted' }, true, ['MC703']],
    [{ outcome: 'not-tried', because: 'other-direction-failed' }, undefined, []],
  ] as const)(
    'arrival %j, message left %s: %j, and the session stays a success',
    (arrived, messageLeft, expected) => {
      const given = messageLeft === undefined ? {} : { messageLeft };
      const observation = sessionThat({ arrived }, { protocol: 'pop3', ...given });
      const found = findings(observation);
      expect(found.map(({ code }) => code)).toEqual(expected);
      expect(faultOf(observation)).toBeUndefined();
      for (const finding of found) speaks(finding);
    },
  );
});

const errorsOnTheWay = [
  ...errors,
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
].map((error): StepOutcome => ({ outcome: 'failed', error, message: error }));
const onTheWay: StepOutcome[] = [
  ...errorsOnTheWay,
  { outcome: 'closed' },
  { outcome: 'timed-out', afterMilliseconds: 5_000, receivedBytes: 0 },
  { outcome: 'timed-out', afterMilliseconds: 5_000, receivedBytes: 7 },
  ...rejections
    .filter((reason) => reason.startsWith('certificate-'))
    .map((reason): StepOutcome => ({ outcome: 'rejected', reason })),
];
test.each(['name', 'connect', 'tls'] as const)(
  'at the step "%s" towards Microsoft Graph nobody is asked to mend a server of Microsoft',
  (step) => {
    for (const outcome of onTheWay) {
      const [finding] = explanations(sessionThat({ [step]: outcome }, { protocol: 'graph' }));
      const rule = sessionRules.find(({ code }) => code === finding?.code);
      if (finding === undefined || rule === undefined) throw new Error(JSON.stringify(outcome));
      for (const language of languages) {
        const steps = rule.fix(finding, language);
        const said = `${finding.code}: ${steps.map((one) => one.do).join(' ')}`;
        expect(steps, said).not.toEqual([]);
        expect(
          steps.map(({ who }) => who),
          said,
        ).not.toContain('mail-server-administrator');
        // No field of a server profile holds Graph's address.
        expect(said).not.toMatch(/Outgoing|Incoming|送信サーバー|受信サーバー/);
      }
    }
  },
);

test('what was learnt about nothing is unknown, not wrong', () => {
  const ours = sessionThat({ connect: { outcome: 'failed', error: 'EACCES', message: 'connect EACCES' } });
  expect(explanations(ours).map(({ code, severity }) => [code, severity])).toEqual([['MC529', 'unknown']]);
});

describe('a character that cannot be sent is told by the value it stands in', () => {
  const ofProfile = {
    incomingCredentialRetrieval: 'profile',
    incomingUserName: 'all',
    incomingPassword: { file: 'all.txt' },
  };
  const tokenAsked = {
    authority: 'google',
    url: 'https://oauth2.googleapis.com/token',
    grant: 'refresh-token',
    expected: { audiences: [], roles: [], scopes: [] },
  } as const;
  test.each<[string, object, object, StepName, Partial<Observation>, string, string]>([
    ['the password', {}, {}, 'login', {}, 'the password (the environment variable PW) holds', 'password'],
    ['of the profile', {}, ofProfile, 'login', {}, '(the file all.txt) holds', 'incomingPassword'],
    ['the user name', { userName: 'a\rb' }, {}, 'login', {}, 'login: the user name holds', 'userName'],
    ['the address', {}, {}, 'sender', {}, ': the address holds', 'emailAddress'],
    [
      'an access token',
      {},
      {},
      'login',
      { tokenAsked },
      ': the access token holds',
      'incomingCredentialRetrieval',
    ],
  ])('%s', (_, ofMailbox, inProfile, step, more, said, key) => {
    const kept = { emailAddress: 'a@example.com', userName: 'a', password: { env: 'PW' } };
    const { mailboxes, profiles } = recordsOf({
      profiles: [{ name: 'Mail', serverType: 'imap-smtp', ...inProfile }],
      mailboxes: [{ ...kept, profile: 'Mail', ...ofMailbox }],
    });
    const observation = sessionThat({ [step]: { outcome: 'rejected', reason: 'unsafe-characters' } }, more);
    const rule = sessionRules.find(({ code }) => code === 'MC529');
    const facts = { observation, observations: [observation], now: new Date(observation.at) };
    const [finding] = rule?.run({ ...facts, mailbox: mailboxes[0], profile: profiles[0] }) ?? [];
    if (rule === undefined || finding === undefined) throw new Error('nothing found');
    expect(finding.severity).toBe('unknown');
    expect(rule.message(finding, 'en')).toContain(said);
    expect(JSON.stringify(finding.where)).toContain(key);
  });
});

describe('what the table of replies knows is said by the rule that shows the reply', () => {
  const at = { mailbox: 'admin' };
  test.each([
    [
      'MC511',
      'tls',
      { code: '454', enhanced: '4.7.0', text: 'TLS not available due to local problem' },
      'tls-not-available-now',
      at,
    ],
    [
      'MC516',
      'greeting',
      { code: '421', text: 'Too many concurrent SMTP connections' },
      'too-many-connections',
      at,
    ],
    [
      'MC517',
      'login',
      { code: '535', enhanced: '5.7.139', text: 'the user credentials were incorrect' },
      'exchange-wrong-password',
      { host: 'smtp.office365.com' },
    ],
    [
      'MC518',
      'login',
      { code: '-ERR', enhanced: 'IN-USE', text: 'Do you have another POP session running?' },
      'pop3-in-use',
      { protocol: 'pop3' },
    ],
    [
      'MC520',
      'inbox',
      { code: 'NO', enhanced: 'NOPERM', text: 'Permission denied' },
      'imap-no-permission',
      { protocol: 'imap' },
    ],
    [
      'MC521',
      'sender',
      {
        code: '553',
        enhanced: '5.1.8',
        text: '<a@example.com>: Sender address rejected: Domain not found',
      },
      'postfix-sender-domain-not-found',
      at,
    ],
    [
      'MC522',
      'recipient',
      { code: '554', enhanced: '5.7.1', text: '<a@example.com>: Relay access denied' },
      'relay-denied-after-login',
      at,
    ],
    [
      'MC523',
      'queued',
      { code: '554', enhanced: '5.7.1', text: 'Message rejected as spam' },
      'taken-for-spam',
      at,
    ],
    [
      'MC524',
      'recipient',
      { code: '450', enhanced: '4.2.0', text: 'Greylisted, try again in 300 seconds' },
      'greylisted',
      at,
    ],
  ] as const)('%s at %s: %j', (code, step, reply, row, given) => {
    const [finding] = explanations(sessionThat({ [step]: { outcome: 'refused', reply } }, given));
    expect(finding?.code).toBe(code);
    expect(finding?.params).toMatchObject({ known: { row } });
    const rule = sessionRules.find((each) => each.code === code);
    for (const language of languages) {
      const { cause, fix } = replyRow(row) ?? { fix: [] };
      if (finding === undefined || rule === undefined || cause === undefined) throw new Error(code);
      expect(rule.message(finding, language)).toContain(cause[language]);
      const [first] = fix.flatMap((each) => ('do' in each ? [{ who: each.who, do: each.do[language] }] : []));
      const said = rule.fix(finding, language).map((each) => `${each.who}: ${each.do}`);
      expect(said.join('\n')).toContain(`${first?.who}: ${first?.do.split('{')[0]}`);
    }
  });

  test("Node's code of a failure is looked up as well", () => {
    const error = 'EPROTO';
    const message =
      'write EPROTO 80AB:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:x.c:1:';
    const [finding] = explanations(sessionThat({ tls: { outcome: 'failed', error, message } }));
    expect(finding).toMatchObject({ code: 'MC511', params: { known: { row: 'tls-no-common-cipher' } } });
  });

  test("a greeting tells whose server it is: the same words are Exchange's here and nobody's there", () => {
    const refused = { login: { outcome: 'refused', reply: { code: 'NO', text: 'LOGIN failed.' } } } as const;
    const [exchange] = explanations(
      sessionThat(refused, {
        protocol: 'imap',
        greeting: '* OK TY1.outlook.office365.com Microsoft Exchange IMAP4 service is ready.',
      }),
    );
    expect(exchange?.params).toMatchObject({ known: { row: 'exchange-login-failed' } });
    const [other] = explanations(sessionThat(refused, { protocol: 'imap', greeting: '* OK ready' }));
    expect(other?.params).not.toHaveProperty('known');
  });

  test('a refused recipient that is the mailbox itself is not looked for among the contacts', () => {
    const reply = { code: '550', enhanced: '5.1.1', text: 'User unknown' };
    const [finding] = explanations(sessionThat({ recipient: { outcome: 'refused', reply } }));
    const rule = sessionRules.find(({ code }) => code === 'MC522');
    if (finding === undefined || rule === undefined) throw new Error('MC522');
    expect(
      rule
        .fix(finding, 'en')
        .map((step) => step.do)
        .join(' '),
    ).not.toContain('contact');
  });
});

describe('known refusals of a login', () => {
  test.each([
    [
      '535',
      '5.7.139',
      'Authentication unsuccessful, the user credentials were incorrect.',
      'smtp.office365.com',
      'exchange-wrong-password',
    ],
    [
      '535',
      '5.7.139',
      'Authentication unsuccessful, account is locked.',
      'smtp.office365.com',
      'exchange-account-locked',
    ],
    [
      '535',
      '5.7.139',
      'the request did not meet the criteria to be authenticated successfully.',
      'smtp.office365.com',
      'exchange-conditional-access',
    ],
    [
      '535',
      '5.7.139',
      'SmtpClientAuthentication is disabled for the Mailbox.',
      'smtp.office365.com',
      'exchange-smtp-auth-off-mailbox',
    ],
    [
      '550',
      '5.7.30',
      'Basic authentication is not supported for Client Submission.',
      'smtp.office365.com',
      'exchange-basic-authentication-off',
    ],
    [
      'BAD',
      undefined,
      'User is authenticated but not connected.',
      'outlook.office365.com',
      'exchange-not-connected',
    ],
    [
      '-ERR',
      undefined,
      'Logon failure: unknown user name or bad password.',
      'mail.example.com',
      'exchange-unspecific',
    ],
    [
      '534',
      '5.7.14',
      'Please log in through your web browser and then try again.',
      'smtp.gmail.com',
      'gmail-web-login',
    ],
    [
      '-ERR',
      'SYS/PERM',
      '[SYS/PERM] Your account is not enabled for POP access.',
      'pop.gmail.com',
      'gmail-pop-off',
    ],
    [
      'NO',
      'AUTHENTICATIONFAILED',
      '[AUTHENTICATIONFAILED] Invalid credentials (Failure)',
      'imap.gmail.com',
      'gmail-invalid-credentials',
    ],
    [
      '535',
      '5.7.0',
      '(#AUTH012) Incorrect username or password.',
      'smtp.example.com',
      'yahoo-application-password',
    ],
    ['535', '5.7.8', 'Error: authentication failed', 'smtp.mail.me.com', 'icloud-application-password'],
    ['-ERR', undefined, 'authentication failed', 'pop.gmx.net', 'gmx-protocol-off'],
    ['525', '5.7.13', 'User account disabled', 'mail.example.com', 'account-disabled'],
    ['-ERR', 'AUTH', '[AUTH] Login disabled for this user', 'mail.example.com', 'account-disabled'],
    ['NO', 'AUTHENTICATIONFAILED', 'Your account has been disabled', 'mail.example.com', 'account-disabled'],
    ['535', '5.7.8', 'Account is locked, call the help desk', 'mail.example.com', 'account-locked'],
    ['535', '5.7.0', 'Your account has been locked', 'mail.example.com', 'account-locked'],
    ['535', '5.7.8', 'Login temporarily blocked', 'mail.example.com', 'account-locked'],
    ['550', '5.7.1', 'Mailbox suspended', 'mail.example.com', 'account-suspended'],
    // A maildrop that another session holds is no locked account.
    ['-ERR', 'IN-USE', '[IN-USE] maildrop is locked', 'mail.example.com', 'maildrop-locked'],
    ['432', '4.7.12', 'A password transition is needed', 'mail.example.com', 'smtp-password-transition'],
    ['535', '5.7.8', 'Error: authentication failed', 'mail.example.com', 'smtp-credentials-invalid'],
    ['-ERR', 'AUTH', '[AUTH] Authentication failed.', 'notgmail.com', 'pop3-auth'],
  ] as const)('%s %s %s at %s: %s', (code, enhanced, text, host, id) => {
    const reply = enhanced === undefined ? { code, text } : { code, enhanced, text };
    expect(knownReply({ host, step: 'login', reply })?.id).toBe(id);
  });
});

test.each([
  ['pop.gmial.com', 'pop3', 'pop.gmail.com'],
  ['smtp.ofice365.com', 'smtp', 'smtp.office365.com'],
  ['smtp.gmail.com', 'smtp', undefined],
  ['smtp.foo.com', 'smtp', undefined],
  ['mail.example.com', 'imap', undefined],
] as const)('did you mean: %s (%s) → %s', (host, protocol, expected) => {
  expect(knownHostLike(host, protocol)).toBe(expected);
});

test('one family that leads nowhere: said once a host, whatever the number of its mailboxes', () => {
  const failed = { address: '::1', outcome: 'failed', error: 'ECONNREFUSED' } as const;
  const seen = (mailbox: string, host: string) =>
    sessionThat({}, { mailbox, host, address: '192.0.2.1', failedAddresses: [failed] });
  const observations = [
    sessionThat({}, { host: 'one.example', address: '192.0.2.1' }),
    seen('a', 'one.example'),
    seen('b', 'one.example'),
    seen('c', 'other.example'),
  ];
  const told = observations.filter((observation) =>
    sessionRules
      .flatMap((rule) =>
        rule.run({
          observation,
          observations,
          mailbox: undefined,
          profile: undefined,
          now: new Date(observation.at),
        }),
      )
      .some(({ code }) => code === 'MC550'),
  );
  expect(told.map(({ mailbox }) => mailbox)).toEqual(['a', 'c']);
});

function speaks(finding: Finding): void {
  const rule = sessionRules.find(({ code }) => code === finding.code);
  if (rule === undefined) throw new Error(`no rule ${finding.code}`);
  for (const language of languages) {
    const texts = [rule.message(finding, language), ...rule.fix(finding, language).map((step) => step.do)];
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      expect(text).not.toMatch(/\bundefined\b|\[object |NaN/);
      // The one thing that must never be advised.
      expect(text).not.toMatch(/rejectUnauthorized|NODE_TLS_REJECT|ignore the certificate|証明書を無視/i);
    }
  }
}
