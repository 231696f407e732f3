// What a person reads and what a program reads, from reports made by hand: the order of the telling, in both languages,
// and that nothing a server said can steer a terminal.

import { describe, expect, it } from 'vitest';
import { human, type Details } from '../../src/cli/reporters/human.ts';
import { headlines } from '../../src/cli/reporters/headlines.ts';
import { json } from '../../src/cli/reporters/json.ts';
import { createStyle } from '../../src/cli/style.ts';
import { widthOf } from '../../src/cli/wrap.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import type { PathReport } from '../../src/core/path-report.ts';
import type { Report } from '../../src/core/report.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import type { Finding, Language } from '../../src/core/rules/rule.ts';

const plain = createStyle('never', {}, { isTTY: false });
const place = { file: 'mailcheck/processes.yaml', line: 12, column: 15 };

const senderIsSystem: Finding = {
  code: 'MC201',
  severity: 'error',
  stage: 'sender',
  where: place,
  params: {
    process: 'Send Email Confirmation To Contact',
    contact: 'taro@example.com',
    through: 'owner',
    alternatives: [],
    callableByPortal: true,
  },
};

const report = (differences: Partial<Report>): Report => ({
  version: 1,
  command: 'diagnose',
  at: '2026-11-22T09:00:00.000Z',
  paths: [],
  mailboxes: [],
  profiles: [],
  alerts: [],
  findings: [],
  todos: [],
  records: {},
  probed: [],
  skipped: [],
  written: [],
  ...differences,
});

const stoppedPath: PathReport = {
  message: { kind: 'email-confirmation', to: 'taro@example.com' },
  verdict: 'stopped',
  cause: senderIsSystem,
  earliestKnown: false,
  findings: [senderIsSystem],
  stages: [
    { stage: 'request', status: 'passes', facts: [{ name: 'default-setting', value: 'X = true' }] },
    { stage: 'recipient', status: 'passes', facts: [{ name: 'address', value: 'taro@example.com' }] },
    { stage: 'process', status: 'passes', facts: [{ name: 'state', value: 'activated' }] },
    { stage: 'sender', status: 'stops', facts: [{ name: 'from', value: 'owner', where: place }] },
    { stage: 'mailbox', status: 'not-reached', facts: [] },
    { stage: 'profile', status: 'not-reached', facts: [] },
    { stage: 'server', status: 'not-reached', facts: [] },
    { stage: 'domain', status: 'not-examined', facts: [] },
    { stage: 'arrival', status: 'not-examined', facts: [] },
  ],
  chain: [
    { hop: 'from', value: 'owner', where: place },
    { hop: 'principal', kind: 'user', name: 'SYSTEM', where: { table: 'systemuser', row: 'SYSTEM' } },
    { hop: 'nothing', because: 'no-mailbox' },
  ],
  steps: [],
  trace: 'no-row-or-pending-send',
  page: 'may-fail',
};

function told(from: Report, language: Language, details: Partial<Details> = {}): string {
  return human(from, { verbose: false, ...details }, plain, language);
}

/** Each phrase stands behind the one before it. */
function expectInOrder(text: string, phrases: string[]): void {
  const flat = text.replaceAll(/\s+/g, ' ');
  let from = 0;
  for (const written of phrases) {
    const phrase = written.replaceAll(/\s+/g, ' ');
    const at = flat.indexOf(phrase, from);
    expect(at, `"${phrase}" in:\n${text}`).toBeGreaterThanOrEqual(0);
    from = at + phrase.length;
  }
}

describe('diagnose', () => {
  it('tells verdict, path, cause with its fix, chain, trace, and what was not examined, in this order', () => {
    expectInOrder(told(report({ paths: [stoppedPath] }), 'en'), [
      '✗ The confirmation e-mail to taro@example.com is stopped: the process sends as SYSTEM.',
      'Path',
      '✓ request    X = true (default)',
      '✓ process    state Activated',
      '✗ sender     From Owner',
      '– mailbox    not reached',
      '– domain     not examined',
      'Cause',
      'MC201',
      'mailcheck/processes.yaml:12:15',
      'Why:',
      'What to do, and who can:',
      '1. System Administrator:',
      'Who it is sent as',
      'From is Owner',
      'user SYSTEM',
      'has no mailbox',
      'What you will find in Dataverse',
      'no e-mail row at all',
      'Pending Send',
      'Not examined',
      'SPF, DKIM, DMARC',
      'No server was contacted.',
    ]);
  });

  it('puts the place of a hop on a line of its own where both would be too wide', () => {
    const hop = { hop: 'nothing', because: 'not-a-legal-sender', where: place } as const;
    const text = told(report({ paths: [{ ...stoppedPath, chain: [hop] }] }), 'ja');
    expect(text).toMatch(/送信できない\n {4}mailcheck\/processes\.yaml:12:15/);
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
  });

  it('says what --since was taken for', () => {
    const since = '2026-11-21T18:00:00.000Z';
    const path = { ...stoppedPath, message: { ...stoppedPath.message, since } };
    expect(told(report({ paths: [path] }), 'en')).toContain(
      'Asked for: 2026-11-21 18:00 UTC (15 hours ago).',
    );
    expect(told(report({ paths: [path] }), 'ja')).toContain('要求した時刻: 2026-11-21 18:00 UTC(15時間前)');
  });

  it('tells the same in Japanese, within the width', () => {
    const text = told(report({ paths: [stoppedPath] }), 'ja');
    expectInOrder(text, [
      '✗ taro@example.com 宛ての',
      '経路',
      '✗ 差出人',
      '原因',
      'MC201',
      '理由:',
      '調べていないこと',
    ]);
    for (const line of text.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80);
  });

  it('says that a cause is only the earliest known, and what would have to be known', () => {
    const early = report({ paths: [{ ...stoppedPath, earliestKnown: true }] });
    expect(told(early, 'en')).toContain('earliest cause known');
  });

  it('never says fine of a stage that was not looked at', () => {
    const fine: PathReport = {
      ...stoppedPath,
      verdict: 'nothing-stops-it',
      findings: [],
      stages: [{ stage: 'domain', status: 'not-examined', facts: [] }],
      trace: 'not-known',
    };
    delete fine.cause;
    const text = told(report({ paths: [fine] }), 'en');
    expectInOrder(text, [
      '✓ Nothing stops the confirmation e-mail to taro@example.com, as far as was examined.',
    ]);
    expect(text).toContain('– domain  not examined');
    expect(text).not.toContain('✓ domain');
  });

  it('says why a part was skipped', () => {
    const skipped = [{ what: 'admin@example.com outgoing', because: 'profile-none' }];
    expect(told(report({ paths: [stoppedPath], skipped }), 'en')).toContain(
      'admin@example.com outgoing: the mailbox has no server profile',
    );
    expect(told(report({ paths: [stoppedPath], skipped }), 'ja')).toContain('admin@example.com 送信: ');
  });
});

describe('check', () => {
  const todos = [
    { where: { file: 'a.yaml', line: 3, column: 5 }, path: 'users u: fullName', hint: 'its name' },
  ];

  it('lists findings, then what is to be filled in, then the counts', () => {
    const text = told(
      report({
        command: 'check',
        findings: [senderIsSystem],
        todos,
        records: { users: 1, mailboxes: 2, queues: 0 },
      }),
      'en',
    );
    expectInOrder(text, [
      '✗ MC201',
      'mailcheck/processes.yaml:12:15',
      'To be filled in',
      'a.yaml:3:5: users u: fullName: its name',
      'Read: 1 user, 2 mailboxes.',
      '✗ 1 error, 1 value to be filled in.',
    ]);
  });

  it('says in one line that nothing was found', () => {
    const text = told(report({ command: 'check', records: { users: 1 } }), 'en');
    expect(text).toBe('Read: 1 user.\n✓ Nothing found.');
    expect(told(report({ command: 'check' }), 'en')).toBe('Read: no record.\n✓ Nothing found.');
  });

  it('tells steps once that differ in the name of the process alone', () => {
    const named = (process: string, more: object = {}): Finding => ({
      ...senderIsSystem,
      params: { ...(senderIsSystem.params as object), process, ...more },
    });
    const times = (text: string, sentence: string) => text.split(sentence).length - 1;
    const alike = told(report({ command: 'check', findings: [named('A mail'), named('B mail')] }), 'en');
    expect(alike).toContain('"B mail" sends as SYSTEM');
    expect([times(alike, '1. '), times(alike, 'What to do: the same as above.')]).toEqual([1, 1]);
    const other = [named('A mail'), named('B mail', { portal: true })];
    expect(times(told(report({ command: 'check', findings: other }), 'en'), '1. ')).toBe(2);
    const verbose = told(report({ command: 'check', findings: other }), 'ja', { verbose: true });
    expect(verbose).not.toContain('上と同じ');
  });

  it('leaves the steps out where they would bury the list', () => {
    const many = Array.from({ length: 21 }, () => senderIsSystem);
    expect(told(report({ command: 'check', findings: [senderIsSystem] }), 'en')).toContain('1. ');
    expect(told(report({ command: 'check', findings: many }), 'en')).not.toContain('1. ');
  });
});

describe('test-mailbox', () => {
  const where = { file: 'mailcheck/mail.yaml', line: 26, column: 5 };
  const refused: Observation = sessionThat({
    login: { outcome: 'refused', reply: { code: '535', enhanced: '5.7.8', text: 'no\u001b[2J way' } },
  });
  const opened: Observation = sessionThat(
    { arrived: { outcome: 'not-tried', because: 'other-direction-failed' } },
    { protocol: 'pop3', messageLeft: false },
  );
  const tested = report({
    command: 'test-mailbox',
    mailboxes: [
      {
        mailbox: 'admin',
        address: 'admin@example.com',
        where,
        profile: 'Contoso',
        verdict: 'failure',
        directions: [
          { direction: 'incoming', verdict: 'success', observation: opened },
          { direction: 'outgoing', verdict: 'failure', class: 'credential', observation: refused },
        ],
        arrival: 'not-tried',
        findings: [],
        changes: [{ path: ['outgoingEmailStatus'], from: 'not-run', to: 'failure' }],
      },
    ],
    written: ['mailcheck/mail.yaml:26'],
  });

  it('keeps every verdict apart, quotes the server, and says what was written and what was not changed', () => {
    expectInOrder(told(tested, 'en'), [
      '✗ admin@example.com',
      'outgoing: Failure (credentials), incoming: Success, test message: not tried',
      'outgoing SMTP smtp.example.com:587 STARTTLS',
      '✓ encrypted',
      '✗ logged in',
      'the server said no: 535 5.7.8 no\\x1b[2J way',
      'incoming POP3 pop.example.com:995 TLS',
      '✓ inbox opened',
      'outgoingEmailStatus: Not Run → Failure',
      'Recorded in mailcheck/mail.yaml:26; the environment itself was not changed.',
    ]);
  });

  it('sends people to the admin center for what works here, not for what fails', () => {
    const inTheAdminCenter = 'Do the same there: Power Platform admin center';
    const [failing] = tested.mailboxes;
    if (failing === undefined) throw new Error('the report has a mailbox');
    const approval = { path: ['emailRouterAccessApproval'], from: 'empty', to: 'approved' };
    const working = { ...failing, verdict: 'success' as const };
    expect(told(tested, 'en')).not.toContain(inTheAdminCenter);
    expectInOrder(told({ ...tested, mailboxes: [working] }, 'en'), [
      inTheAdminCenter,
      'select admin@example.com, "Test & Enable Mailboxes" > OK.',
    ]);
    expectInOrder(told({ ...tested, mailboxes: [{ ...working, changes: [approval] }] }, 'en'), [
      'emailRouterAccessApproval: Empty → Approved',
      inTheAdminCenter,
      '"Approve Email" > OK, then "Test & Enable Mailboxes" > OK.',
    ]);
    // Of many, by name which: those that fail here are none of them.
    const addresses = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.com`);
    const fine = addresses.map((address) => ({ ...working, address }));
    const mixed = { ...tested, mailboxes: [...fine, failing] };
    expectInOrder(told(mixed, 'en'), [
      inTheAdminCenter,
      'select a@example.com, b@example.com, c@example.com and 2 more, "Test & Enable Mailboxes" > OK.',
    ]);
    expectInOrder(told(mixed, 'ja'), ['c@example.com、ほか2件 を選び']);
  });

  it.each([
    ['arrived', '✓', 'Success'],
    ['not-tried', '✓', 'Success'],
    ['not-arrived', '!', 'Success, test message: did not arrive in time'],
    ['unknown', '!', 'Success, test message: arrival unknown'],
  ] as const)('a mailbox that works, its message %s: %s', (arrival, sign, headline) => {
    const [failing] = tested.mailboxes;
    if (failing === undefined) throw new Error('the report has a mailbox');
    const works = { ...tested, mailboxes: [{ ...failing, verdict: 'success' as const, arrival }] };
    expect(told(works, 'en')).toContain(`${sign} admin@example.com`);
    expect(headlines(works, 'en')).toEqual([expect.stringMatching(new RegExp(`: ${headline}$`))]);
  });

  it('lets no control character of a server through, in either format', () => {
    expect(told(tested, 'en', { verbose: true })).not.toContain('\u001b');
    expect(json(tested)).not.toContain('\u001b');
  });

  it('says that nothing was written with --no-save', () => {
    const unsaved = { ...tested, written: [] };
    expect(told(unsaved, 'en', { unwritten: 'no-save' })).toContain('Not written (--no-save).');
  });

  it('gives those that work one line each where there are many', () => {
    const [mailbox] = tested.mailboxes;
    if (mailbox === undefined) throw new Error('the report has a mailbox');
    const fine = { ...mailbox, verdict: 'success' as const };
    const text = told(report({ command: 'test-mailbox', mailboxes: [fine, fine, fine, mailbox] }), 'en');
    expect(text.match(/logged in/g)).toHaveLength(2); // of the one that fails: both directions
    expect(text).toContain('4 mailboxes: 3 succeeded, 1 failed, 0 could not be determined.');
  });
});

describe('json', () => {
  it('is the report, and each finding has its words in both languages', () => {
    const parsed = JSON.parse(json(report({ paths: [stoppedPath] }))) as {
      version: number;
      paths: {
        cause: { code: string; words: Record<string, { title: string; fix: { who: string; do: string }[] }> };
      }[];
    };
    expect(parsed.version).toBe(1);
    const cause = parsed.paths[0]?.cause;
    expect(cause?.code).toBe('MC201');
    expect(cause?.words['en']?.title).toBe('The process sends as SYSTEM');
    expect(cause?.words['ja']?.title).toMatch(/SYSTEM/);
    expect(cause?.words['en']?.fix[0]?.who).toBe('system-administrator');
  });

  it('writes characters that could steer a terminal as escapes, and loses none', () => {
    const text = json(report({ probed: ['a\u009b31m\u202eb'] }));
    expect(text).not.toMatch(/[\u0080-\u009f\u202e]/);
    expect((JSON.parse(text) as Report).probed).toEqual(['a\u009b31m\u202eb']);
  });
});
