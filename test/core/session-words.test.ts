// What a finding about a session says is what the session and the records show: nothing is called wrong that was seen to be
// right, nothing is said to have happened that did not, and nobody is sent where nothing can be found.

import { describe, expect, test } from 'vitest';
import type { Observation } from '../../src/core/mail/evidence.ts';
import type { StepName } from '../../src/core/mail/step.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { rules } from '../../src/core/rules/index.ts';
import { runExample } from '../../src/core/rules/run-example.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';

/** What is said of a session of a mailbox (admin@example.com), in both languages: the message, and the steps. */
function told(
  code: string,
  session: Observation,
  {
    others = [],
    change = {},
    mailbox = 'admin',
  }: { others?: Observation[]; change?: Change; mailbox?: string } = {},
) {
  const rule = rules.find((one) => one.code === code);
  if (rule === undefined) throw new Error(code);
  const [finding] = runExample(rule, { session, otherSessions: others, change, mailbox });
  if (finding === undefined) throw new Error(`${code} is not raised`);
  const inLanguage = (language: 'en' | 'ja') => ({
    message: rule.message(finding, language),
    steps: rule
      .fix(finding, language)
      .map((step) => step.do)
      .join('\n'),
  });
  return { en: inLanguage('en'), ja: inLanguage('ja') };
}

function refusedAt(
  step: StepName,
  code: string,
  enhanced: string | undefined,
  text: string,
  facts: Partial<Observation> = {},
): Observation {
  const reply = enhanced === undefined ? { code, text } : { code, enhanced, text };
  return sessionThat({ [step]: { outcome: 'refused', reply } }, facts);
}

describe('MC517: a login that was refused', () => {
  const refused = refusedAt('login', '535', '5.7.8', 'Error: authentication failed');

  test('is not called a wrong password where the other direction was let in with the same', () => {
    const { en, ja } = told('MC517', refused, { others: [sessionThat({}, { protocol: 'imap' })] });
    expect(en.message).toContain(
      'the same user name and password were accepted at pop.example.com (IMAP) in this run',
    );
    expect(ja.message).toContain(
      '同じユーザー名とパスワードは、pop.example.com(IMAP)では今回受け付けられています',
    );
    expect(`${en.message} ${en.steps}`).not.toMatch(/wrong|mail program/);
    expect(`${ja.message} ${ja.steps}`).not.toMatch(/違い|メールソフト/);
    expect(en.steps).toContain('SMTP AUTH');
  });

  test.each([
    [
      'the other was refused as well',
      sessionThat({ login: { outcome: 'closed' } }, { protocol: 'imap' }),
      {},
    ],
    ['the other is of another mailbox', sessionThat({}, { protocol: 'imap', mailbox: 'support' }), {}],
    [
      'the other has credentials of its own',
      sessionThat({}, { protocol: 'imap' }),
      {
        profiles: {
          contoso: {
            useSameSettingsForOutgoingConnections: false,
            outgoingCredentialRetrieval: 'profile',
            outgoingUserName: 'relay',
            outgoingPassword: { env: 'RELAY' },
          },
        },
      },
    ],
  ] as [string, Observation, Change][])('%s: name and password are looked at', (_, other, change) => {
    const { en } = told('MC517', refused, { others: [other], change });
    expect(en.message).toContain('User name or password is wrong.');
  });

  test('a locked account is first of all left alone', () => {
    const { en, ja } = told('MC517', refusedAt('login', '535', '5.7.8', 'Account is locked'));
    expect(en.message).toContain('has locked this login');
    expect(en.steps).toMatch(/^Do not try this login again/);
    expect(`${en.steps}${ja.steps}`).not.toMatch(/Check that exactly|ログインできるか確かめる/);
    expect(en.steps).toContain('why admin@example.com is locked');
  });
});

describe('a session that logged in and is asked for a login, or not let through, all the same', () => {
  test.each([
    ['MC522', refusedAt('recipient', '554', '5.7.1', '<admin@example.com>: Relay access denied')],
    ['MC521', refusedAt('sender', '530', '5.7.0', 'Authentication required')],
  ])("%s: it is the server's rule for logged-in users, and nobody is told to log in", (code, session) => {
    const { en, ja } = told(code, session);
    expect(en.message).toContain('The login was accepted, and yet');
    expect(ja.message).toContain('ログインは受け付けられましたが');
    expect(`${en.message} ${en.steps}`).not.toMatch(/none took place|without a login|credentials|"Basic"/);
    expect(en.steps).toContain('permit_sasl_authenticated');
  });

  test('MC521: where none took place, that is what is said', () => {
    const reply = { code: '530', enhanced: '5.7.0', text: 'Authentication required' };
    const { en } = told(
      'MC521',
      sessionThat({
        login: { outcome: 'not-tried', because: 'no-credentials' },
        sender: { outcome: 'refused', reply },
      }),
    );
    expect(en.message).toContain('none took place');
    expect(en.steps).not.toContain('permit_sasl_authenticated');
  });
});

describe('a message that was not seen', () => {
  const unseen = (mailbox: string) =>
    sessionThat(
      { arrived: { outcome: 'timed-out', afterMilliseconds: 60_000, receivedBytes: 0 } },
      { protocol: 'imap', mailbox, messageLeft: true },
    );

  test('MC701: the inbox of another login was read, and the own one was not seen', () => {
    const change = { mailboxes: { support: { userName: 'admin@example.com' } } };
    const { en, ja } = told('MC701', unseen('support'), { mailbox: 'support', change });
    expect(en.message).toContain(
      'The inbox of the login admin@example.com was read for 60 s, and the message went to support@example.com, whose own inbox was not seen',
    );
    expect(ja.message).toContain('support@example.com 自身の受信トレイは見ていません。');
    expect(en.steps).not.toMatch(/junk|rules/);
    expect(en.steps).toContain('enter the account of the mailbox itself');
  });

  test('MC701: junk folder and rules where the inbox was the own one', () => {
    const { en } = told('MC701', unseen('support'), { mailbox: 'support' });
    expect(en.message).toContain('was not in its inbox after 60 s');
    expect(en.steps).toContain('junk folder');
  });

  test.each([
    ['MC702', { outcome: 'rejected', reason: 'taken-by-another-reader' } as const],
    ['MC703', { outcome: 'not-tried', because: 'interrupted' } as const],
    ['MC703', { outcome: 'closed' } as const],
  ])('%s: nobody claims that it arrived', (code, arrived) => {
    const { en } = told(code, sessionThat({ arrived }, { protocol: 'pop3', messageLeft: true }));
    expect(`${en.message} ${en.steps}`).not.toMatch(/there; it has arrived|; it stays/);
    expect(`${en.message} ${en.steps}`).toMatch(/If it is there, it has arrived|stays if it arrives/);
  });
});

describe('who may not send as whom', () => {
  const notOwned = (user: string) =>
    refusedAt(
      'sender',
      '553',
      '5.7.1',
      `<admin@example.com>: Sender address rejected: not owned by user ${user}`,
    );

  test.each(['admin@example.com', 'ADMIN@example.com'])(
    'MC534: a mailbox that logs in by its own address (%s) is not told to do so',
    (user) => {
      const { en, ja } = told('MC534', notOwned(user));
      expect(en.message).toContain('does not let the user who logged in send as admin@example.com');
      expect(`${en.steps}${ja.steps}`).not.toMatch(/log in as itself|自身のアカウントでログイン/);
      expect(en.steps).toContain('add admin@example.com to the line of admin@example.com');
      expect(ja.message).toContain('ログインしたユーザーが admin@');
    },
  );

  test('MC534: whom the server names is named, and so is whom the records name', () => {
    expect(told('MC534', notOwned('other')).en.message).toContain('does not let other send as admin@');
    const change = { mailboxes: { admin: { userName: 'relay@example.com' } } };
    const { en } = told('MC534', notOwned('relay@example.com'), { change });
    expect(en.message).toContain('does not let relay@example.com send as admin@example.com');
    expect(en.steps).toContain('Or let admin@example.com log in as itself');
  });

  test('MC706: who never logged in is not named as a login', () => {
    const arrived = sessionThat({}, { protocol: 'imap', arrivedFrom: 'boss@example.com' });
    const others = [sessionThat({}, { sentFrom: 'admin@example.com' })];
    const { en } = told('MC706', arrived, { others });
    expect(en.steps).not.toMatch(/boss|log in as itself/);
    expect(en.steps).toContain('find the rule that rewrites From');
    const change = { mailboxes: { admin: { userName: 'relay@example.com' } } };
    expect(told('MC706', arrived, { others, change }).en.steps).toContain('Allow relay@example.com on');
  });
});

test('MC523: a test message of 1 KB that is too large shows that the limit is too low', () => {
  const refused = refusedAt('queued', '552', '5.3.4', 'Message size exceeds fixed limit', {
    capabilities: ['PIPELINING', 'SIZE 500'],
  });
  const { en, ja } = told('MC523', refused);
  expect(en.message).toContain('it is the limit of the server (it announces 500 bytes)');
  expect(ja.message).toContain('公表している上限は500バイト');
  expect(en.steps).toContain('message_size_limit');
  expect(`${en.steps}${ja.steps}`).not.toMatch(/smaller|小さくする/);
});

describe('MC519: a login that is offered, and none that fits', () => {
  const none = (facts: Partial<Observation>) =>
    sessionThat({ login: { outcome: 'rejected', reason: 'no-common-mechanism' } }, facts);

  test.each([
    [{ port: 2525, mechanisms: ['XOAUTH2'] }],
    [{ port: 1995, protocol: 'pop3', tls: 'implicit', mechanisms: ['SCRAM-SHA-256'] }],
    [
      {
        port: 587,
        mechanisms: ['GSSAPI'],
        alternatives: [{ port: 465, tls: 'implicit', outcome: 'refused' }],
      },
    ],
    [
      {
        port: 587,
        mechanisms: ['GSSAPI'],
        alternatives: [{ port: 465, tls: 'implicit', outcome: 'works', mechanisms: ['SCRAM-SHA-1'] }],
      },
    ],
  ] as Partial<Observation>[][])('%j: no other port is guessed', (facts) => {
    const { en, ja } = told('MC519', none(facts ?? {}));
    expect(en.steps).toMatch(/^Allow user name and password over TLS/);
    expect(`${en.steps}${ja.steps}`).not.toMatch(/Port"|ポート」/);
  });

  test('a port that was seen to work is named first', () => {
    const alternatives: Observation['alternatives'] = [
      { port: 465, tls: 'implicit', outcome: 'works', mechanisms: ['PLAIN'] },
    ];
    const { en } = told('MC519', none({ port: 587, mechanisms: ['GSSAPI'], alternatives }));
    expect(en.steps).toMatch(/set "Outgoing Port" to 465/);
  });
});

describe('sentences', () => {
  test.each(['MC516', 'MC518', 'MC524', 'MC517', 'MC523'])(
    '%s: the words of a server end a Japanese sentence with a full stop',
    (code) => {
      const rule = rules.find((one) => one.code === code);
      for (const example of rule?.examples.bad ?? []) {
        const [finding] = rule === undefined ? [] : runExample(rule, example);
        if (finding === undefined || rule === undefined) throw new Error(code);
        // What a whole profile is concerned by follows it.
        const profile = { name: 'Contoso', mailboxes: ['admin@example.com'], of: 1 };
        expect(rule.message({ ...finding, profile }, 'ja')).toMatch(/」。このメールボックスだけでなく/);
      }
    },
  );

  test('MC514: "during" is followed by a noun', () => {
    const { en } = told('MC514', sessionThat({ queued: { outcome: 'closed' } }));
    expect(en.message).toContain('closed the connection during the hand-over of the message (DATA).');
  });

  test('MC506: a port that stays is left, with TLS at Yes', () => {
    const alternatives: Observation['alternatives'] = [{ port: 28_726, tls: 'implicit', outcome: 'works' }];
    const session = sessionThat(
      { greeting: { outcome: 'timed-out', afterMilliseconds: 5_000, receivedBytes: 0 } },
      { protocol: 'imap', port: 28_726, tls: 'none', answersTo: 'implicit', alternatives },
    );
    expect(told('MC506', session).en.steps).toContain(
      'leave "Incoming Port" at 28726, with "Use SSL for Incoming Connection" at Yes (TLS; seen to work from here)',
    );
  });

  test('MC524: a full mailbox is not said to be named, and the one who sends tries again', () => {
    const { en } = told('MC524', refusedAt('recipient', '452', '4.2.2', 'over quota'));
    expect(en.message).toContain('whoever sends has to try again later');
    expect(en.steps).toContain('Make room in the mailbox that is full');
  });
});
