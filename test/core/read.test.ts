// What is said about typed records: every fault in one run, with its place, what is allowed and what to type.

import { describe, expect, it } from 'vitest';
import { exampleNow } from '../../src/core/rules/example.ts';
import { healthyWorld, worldWith } from '../../src/core/rules/healthy-world.ts';
import { fieldText, problemLine, problemText } from '../../src/core/records/problem.ts';
import { readRecords, type SourceDocument } from '../../src/core/records/read.ts';
import { resolveReference } from '../../src/core/records/records.ts';
import type { Where } from '../../src/core/records/where.ts';

/** A document whose places spell their path: the "file" of a value is its path. */
function document(value: unknown): SourceDocument {
  const place = (path: readonly (string | number)[]): Where => ({
    file: fieldText(path),
    line: 1,
    column: 1,
  });
  return { value, where: place, keyWhere: (path) => ({ ...place(path), line: 2 }) };
}

const read = (...values: unknown[]) => readRecords(values.map(document));
const said = (...values: unknown[]) => read(...values).problems.map((problem) => problemLine(problem, 'en'));
const mailbox = (fields: object) => ({ mailboxes: [{ emailAddress: 'a@example.com', ...fields }] });

describe('a workspace without faults', () => {
  it('is read whole: the healthy world of the rules', () => {
    const { records, problems } = read(healthyWorld);
    expect(problems).toEqual([]);
    expect(records.mailboxes.map((entry) => entry.id)).toEqual(['admin', 'support']);
    expect(records.environment?.fields.name).toBe('Contoso');
    expect(records.todos).toEqual([]);
    expect(resolveReference(records, ['users'], 'ADMIN@example.com').found?.id).toBe('admin-user');
    expect(records.mailboxes[0]?.where(['profile'])).toEqual({
      file: 'mailboxes[0].profile',
      line: 1,
      column: 1,
    });
  });

  it.each([
    ['{22222222-2222-3333-4444-55555555AAAA}', '22222222-2222-3333-4444-55555555aaaa'],
    ['22222222-2222-3333-4444-55555555AAAA', '{22222222-2222-3333-4444-55555555aaaa}'],
    ['ガード'.normalize('NFD'), 'ガード'],
  ])('has one record under either spelling: %s, %s', (id, written) => {
    const user = { id, fullName: 'Hanako' };
    const { records, problems } = read({ users: [user], contacts: [{ id: 'taro', owner: written }] });
    expect(problems).toEqual([]);
    expect(resolveReference(records, ['users'], written).found?.id).toBe(id);
    expect(said({ users: [user, { id: written, fullName: 'Jiro' }] })).toHaveLength(1);
  });

  it('may be split over documents and rows in any way', () => {
    const { records, problems } = read(
      { users: [{ fullName: 'Hanako', defaultMailbox: 'a@example.com' }] },
      { kind: 'mailboxes', emailAddress: 'a@example.com', regarding: 'Hanako' },
      { kind: 'mailbox', emailAddress: 'b@example.com' },
      null,
      { teams: null },
    );
    expect(problems).toEqual([]);
    expect(records.mailboxes).toHaveLength(2);
    expect(records.mailboxes[1]?.where(['emailAddress'])).toMatchObject({ file: 'emailAddress' });
  });

  it('accepts the logical names of columns, and places them where they were typed', () => {
    const { records, problems } = read({
      mailboxes: [{ emailaddress: 'a@example.com', outgoingemaildeliverymethod: 'none' }],
    });
    expect(problems).toEqual([]);
    expect(records.mailboxes[0]?.fields).toEqual({
      emailAddress: 'a@example.com',
      outgoingEmailDeliveryMethod: 'none',
    });
    expect(records.mailboxes[0]?.where(['emailAddress'])).toMatchObject({
      file: 'mailboxes[0].emailaddress',
    });
  });

  it('needs no row for SYSTEM', () => {
    expect(said({ contacts: [{ fullName: 'Taro', owner: 'SYSTEM' }] })).toEqual([]);
  });

  it('takes ids in the order id, address, name, and a site setting by name and site', () => {
    const { records } = read({
      users: [{ id: 'u1', internalEmailAddress: 'u@example.com' }, { internalEmailAddress: 'v@example.com' }],
      processes: [{ name: 'Send', uniqueName: 'adx_Send' }],
      sites: [{ name: 'Portal' }],
      siteSettings: [{ name: 'A/B', value: true, site: 'Portal' }, { name: 'A/B' }],
    });
    expect(records.users.map((entry) => entry.id)).toEqual(['u1', 'v@example.com']);
    expect(records.processes[0]?.id).toBe('adx_Send');
    expect(records.siteSettings.map((entry) => entry.id)).toEqual(['A/B (Portal)', 'A/B']);
  });
});

describe('values still to be filled in', () => {
  it('are listed with their hint, and are neither missing nor wrong', () => {
    const { records, problems } = read({
      profiles: [
        { id: 'p', incomingServerLocation: 'TODO host of the POP3 server', incomingPortNumber: 'TODO' },
      ],
      mailboxes: [{ id: 'm', emailAddress: 'TODO: address', password: { env: 'TODO name of the variable' } }],
      processes: [
        { id: 'x', sendEmailSteps: [{ name: 'Send', from: { user: 'TODO who' } }, { from: 'owner' }] },
      ],
      siteSettings: [{ name: 'TODO name of the setting' }],
    });
    expect(problems).toEqual([]);
    expect(records.todos.map((todo) => [todo.kind, todo.id, fieldText(todo.path), todo.hint])).toEqual([
      ['profiles', 'p', 'incomingServerLocation', 'host of the POP3 server'],
      ['profiles', 'p', 'incomingPortNumber', ''],
      ['mailboxes', 'm', 'emailAddress', 'address'],
      ['mailboxes', 'm', 'password.env', 'name of the variable'],
      ['processes', 'x', 'sendEmailSteps[0].from.user', 'who'],
      ['siteSettings', 'siteSettings[0]:1:1', 'name', 'name of the setting'],
    ]);
    expect(records.mailboxes[0]?.fields).toEqual({ id: 'm' });
    expect(records.processes[0]?.fields.sendEmailSteps).toEqual([{ name: 'Send' }, { from: 'owner' }]);
  });

  it('may be all that identifies a record', () => {
    const { records, problems } = read({ mailboxes: [{ emailAddress: 'TODO' }] });
    expect(problems).toEqual([]);
    expect(records.mailboxes).toHaveLength(1);
  });

  it('do not hide a fault beside them', () => {
    expect(said(mailbox({ lastTest: { at: 'TODO when', source: 'guess' } }))).toEqual([
      expect.stringContaining('lastTest.source: "guess" is not allowed'),
    ]);
  });

  it('do not begin inside a word', () => {
    expect(read({ users: [{ fullName: 'TODOROKI' }] }).records.todos).toEqual([]);
  });
});

describe('presets', () => {
  const presets = new Map([
    [
      'pop3-smtp',
      { serverType: 'pop3-smtp', incomingPortNumber: 995, incomingServerLocation: 'preset' } as const,
    ],
  ]);

  it('apply where the record is silent; their place is that of `preset:`', () => {
    const { records, problems } = readRecords(
      [
        document({
          profiles: [
            { id: 'p', preset: 'pop3-smtp', incomingPortNumber: 1995, incomingServerLocation: 'TODO' },
          ],
        }),
      ],
      presets,
    );
    expect(problems).toEqual([]);
    const profile = records.profiles[0];
    expect(profile?.fields).toEqual({
      id: 'p',
      preset: 'pop3-smtp',
      serverType: 'pop3-smtp',
      incomingPortNumber: 1995,
    });
    expect(profile?.where(['serverType'])).toMatchObject({ file: 'profiles[0].preset' });
    expect(profile?.where(['incomingPortNumber'])).toMatchObject({ file: 'profiles[0].incomingPortNumber' });
  });

  it('that do not exist are named with the nearest', () => {
    const { problems } = readRecords([document({ profiles: [{ id: 'p', preset: 'pop-smtp' }] })], presets);
    expect(problems.map((problem) => problemText(problem, 'en'))).toEqual([
      'there is no preset "pop-smtp". Did you mean "pop3-smtp"? Allowed: pop3-smtp.',
    ]);
  });
});

describe('one value wrong', () => {
  it.each([
    [
      'a key misspelt',
      { emailRouterAccesApproval: 'approved' },
      'unknown key "emailRouterAccesApproval". Did you mean "emailRouterAccessApproval"?',
    ],
    [
      'a key like no other',
      { squirrels: 1 },
      'unknown key "squirrels". README.md lists the keys of "mailboxes:" under "The records".',
    ],
    [
      'a merge key of YAML 1.1',
      { '<<': { state: 'active' } },
      'merge keys ("<<") are not read. Write the keys out.',
    ],
    ['a column misspelt', { outgoingemailstatsu: 'success' }, 'Did you mean "outgoingEmailStatus"?'],
    [
      'a key and its column',
      { emailaddress: 'b@example.com' },
      'emailAddress: given more than once: emailAddress, emailaddress are the same field',
    ],
    [
      'an integer for a word',
      { outgoingEmailDeliveryMethod: 2 },
      'outgoingEmailDeliveryMethod: 2 is server-side-synchronization here: write outgoingEmailDeliveryMethod: server-side-synchronization.',
    ],
    [
      'the same integer where it means something else',
      { actDeliveryMethod: 2 },
      'actDeliveryMethod: 2 is none here: write actDeliveryMethod: none.',
    ],
    ['an integer as text', { emailRouterAccessApproval: '1' }, '1 is approved here'],
    [
      'an integer that no word has',
      { outgoingEmailDeliveryMethod: 7 },
      '"7" is not allowed. Allowed: none, outlook, server-side-synchronization.',
    ],
    [
      'a word misspelt',
      { state: 'activ' },
      '"activ" is not allowed. Did you mean "active"? Allowed: active, inactive.',
    ],
    [
      'a word with spaces',
      { incomingEmailDeliveryMethod: 'Server-Side Synchronization' },
      'Did you mean "server-side-synchronization"?',
    ],
    [
      'yes for true',
      { enabledForIncomingEmail: 'yes' },
      '"yes" is neither true nor false. Write enabledForIncomingEmail: true.',
    ],
    ['0 for false', { enabledForIncomingEmail: 0 }, 'Write enabledForIncomingEmail: false.'],
    ['a date without time', { modifiedOn: '2026-11-20' }, 'Write modifiedOn: 2026-11-20T00:00:00Z'],
    [
      'a date as people write it',
      { modifiedOn: '2026/11/20 9:05' },
      'Write modifiedOn: 2026-11-20T09:05:00Z',
    ],
    ['no date at all', { modifiedOn: '2026-02-31' }, 'Write modifiedOn: 2026-11-20T09:00:00Z'],
    ['nothing after the key', { userName: null }, 'nothing is written after "userName:"'],
    [
      'a number for text',
      { userName: 123 },
      'userName: this is a number; text is expected. Write userName: "123".',
    ],
    ['empty text', { userName: ' ' }, 'userName: the text is empty'],
    ['too long a text', { emailAddress: 'a'.repeat(101) }, 'longer than the 100 characters'],
    [
      'a wrong word deep inside',
      { lastTest: { at: exampleNow, source: 'tset' } },
      'lastTest.source: "tset" is not allowed. Did you mean "test"?',
    ],
    [
      'an unknown key deep inside',
      { lastTest: { at: exampleNow, source: 'test', incomming: {} } },
      'lastTest.incomming: unknown key "incomming". Did you mean "incoming"?',
    ],
    ['something missing deep inside', { lastTest: { source: 'test' } }, 'lastTest.at: "at" is missing'],
    [
      'a dangling reference',
      { profile: 'contso' },
      'profile: "contso" is not among profiles. Did you mean "Contoso"?',
    ],
  ])('%s', (_, fields, expected) => {
    const lines = said({ profiles: [{ id: 'Contoso' }] }, mailbox(fields));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected);
  });

  it.each([
    [65_537, 'out of range. Allowed: 0 to 65536'],
    ['995', 'Write incomingPortNumber: 995, without quotes'],
    [99.5, 'not a whole number'],
    ['pop3', 'digits alone'],
  ])('port %s', (port, expected) => {
    const lines = said({ profiles: [{ id: 'p', incomingPortNumber: port }] });
    expect(lines).toEqual([expect.stringContaining(expected)]);
  });

  it('a year as a version wants quotes', () => {
    expect(said({ profiles: [{ id: 'p', exchangeVersion: 2010 }] })).toEqual([
      expect.stringContaining('write it in quotes: exchangeVersion: "2010"'),
    ]);
  });

  it.each(['admin@example.com', 'Owner', ['owner'], {}, { user: 5 }])('From as %j', (from) => {
    const lines = said({ processes: [{ name: 'x', sendEmailSteps: [{ from }] }] });
    expect(lines).toEqual([
      expect.stringContaining('sendEmailSteps[0].from: From must be one of owner, owning-user'),
    ]);
  });

  it('shapes: a list, a record, a kind', () => {
    expect(said('text')).toEqual([expect.stringContaining('this file holds text')]);
    expect(said({ mailboxs: [] })).toEqual([expect.stringContaining('Did you mean "mailboxes"?')]);
    expect(said({ mailboxes: { a: 1 } })).toEqual([expect.stringContaining('it must be a list')]);
    expect(said({ mailboxes: ['a'] })).toEqual([expect.stringContaining('this is text; each entry')]);
    expect(said({ kind: 'mailboxs' })).toEqual([expect.stringContaining('"mailboxs" is no kind')]);
    expect(said({ mailboxes: [{ name: 'x' }] })).toEqual([
      expect.stringContaining('Add "id: …" or "emailAddress: …"'),
    ]);
    expect(said({ users: [{ fullName: 'x', roles: 'System Administrator' }] })).toEqual([
      expect.stringContaining('roles: this is text; a list is expected'),
    ]);
    expect(said({ siteSettings: [{ value: 'true' }] })).toEqual([
      expect.stringContaining('"name" is missing'),
    ]);
  });

  it('keys that mean something to JavaScript are unknown keys like others', () => {
    const row = JSON.parse(
      '{"emailAddress":"a@example.com","__proto__":{"state":"active"},"constructor":1}',
    ) as object;
    const { records, problems } = read({ mailboxes: [row] });
    expect(problems).toHaveLength(2);
    expect(records.mailboxes).toEqual([]);
  });
});

describe('a secret in a record', () => {
  const secret = 'hunter2-秘密';
  it.each([
    ['the value itself', secret],
    ['a number', 271_828],
    ['a list', [secret]],
    ['a mapping of our own', { value: secret }],
    ['in place of the variable’s name', { env: secret }],
    ['beside a reference', { env: 'NAME', value: secret }],
    ['as a key', { [secret]: 'x' }],
    ['in place of a command', { command: secret }],
  ])('%s is refused, never shown, and the way out is said', (_, password) => {
    for (const language of ['en', 'ja'] as const) {
      const { problems } = read(mailbox({ password }));
      expect(problems).toHaveLength(1);
      expect(JSON.stringify(problems)).not.toMatch(/hunter2|271.?828/);
      const line = problemLine(problems[0]!, language);
      expect(line).not.toMatch(/hunter2|271.?828/);
      expect(line).toContain('password: { env: NAME }');
      expect(line).toContain('{ file: ');
      expect(line).toContain('{ command: [');
    }
  });

  it('every field that holds one, of a profile too', () => {
    const fields = { incomingPassword: secret, outgoingPassword: secret, oauthClientSecret: secret };
    const { problems } = read({ profiles: [{ id: 'p', ...fields }] });
    expect(problems.map((problem) => [problem.field, problem.problem.is])).toEqual([
      ['incomingPassword', 'literal-secret'],
      ['oauthClientSecret', 'literal-secret'],
      ['outgoingPassword', 'literal-secret'],
    ]);
  });
});

describe('records together', () => {
  it('ids are unique within a kind, whatever their case', () => {
    expect(said({ mailboxes: [{ id: 'M' }, { id: 'm' }] })).toEqual([
      expect.stringContaining(
        'mailboxes[1].id:1:1: id: the id "m" is already taken at mailboxes[0]:1:1 (mailboxes)',
      ),
    ]);
    expect(said({ mailboxes: [{ id: 'x' }], contacts: [{ id: 'x' }] })).toEqual([]);
  });

  it('ids are unique among users, queues and teams', () => {
    expect(said({ users: [{ id: 'x' }], teams: [{ id: 'x' }] })).toEqual([
      expect.stringContaining('is already taken at users[0]'),
    ]);
    expect(
      said({
        users: [{ internalEmailAddress: 'x@example.com' }],
        queues: [{ emailAddress: 'x@example.com' }],
      }),
    ).toEqual([expect.stringContaining('Give each an "id: …" of its own')]);
  });

  it('an ambiguous reference lists what to type', () => {
    const lines = said({
      users: [
        { id: 'u1', fullName: 'Sato' },
        { id: 'u2', fullName: 'Sato' },
      ],
      contacts: [{ fullName: 'Taro', owner: 'sato' }],
    });
    expect(lines).toEqual([
      'contacts[0].owner:1:1: owner: "sato" may mean 2 records. Write the id of the one you mean: "u1" (users, users[0]:1:1), "u2" (users, users[1]:1:1).',
    ]);
  });

  it('references inside Send E-mail steps are followed', () => {
    expect(said({ processes: [{ name: 'x', sendEmailSteps: [{}, { from: { queue: 'nobody' } }] }] })).toEqual(
      [expect.stringContaining('sendEmailSteps[1].from.queue: "nobody" is not among queues')],
    );
  });

  it('a reference to a record that is itself wrong does not dangle', () => {
    const lines = said({
      users: [{ id: 'u1', fullName: 'Sato', isDisabled: 'nein' }],
      contacts: [
        { fullName: 'Taro', owner: 'Sato' },
        { fullName: 'Jiro', owner: 'u1' },
      ],
    });
    expect(lines).toEqual([expect.stringContaining('isDisabled')]);
  });

  it('one environment', () => {
    expect(said({ environment: { name: 'A' } }, { environment: [{ name: 'B' }] })).toEqual([
      expect.stringContaining('already described at environment:1:1'),
    ]);
  });
});

describe('many faults', () => {
  it('are all said in one run, in the order of their places', () => {
    const { problems } = read(
      worldWith({
        mailboxes: { admin: { state: 1, owner: 'nobody' } },
        contacts: { taro: { doNotEmail: 'no' } },
        environment: { cloud: 'moon' },
      }),
    );
    expect(problems.map((problem) => problem.field)).toEqual(['doNotEmail', 'cloud', 'state']);
  });

  it('more than 200 are counted', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({ id: `m${index}`, state: 0 }));
    const { problems } = read({ mailboxes: rows });
    expect(problems).toHaveLength(201);
    expect(problemLine(problems[200]!, 'en')).toBe('… and 4800 more problems. Correct the ones above first.');
  });

  it('have Japanese words, each its own', () => {
    const { problems } = read(
      { mailboxs: [] },
      mailbox({ stat: 1, state: 1, enabledForAct: 'はい', modifiedOn: 'x', userName: null, password: 'x' }),
    );
    const lines = problems.map((problem) => problemText(problem, 'ja'));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).toMatch(/[ぁ-ん]/);
    expect(lines.join('\n')).toContain('enabledForAct: true');
  });
});
