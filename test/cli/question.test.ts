// A question that cannot be understood is refused with code 2 and the next thing to type, in both languages, and nothing on
// stdout. A contact whom nobody recorded is no such thing: the report says what that leaves unknown.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { main } from '../../src/main.ts';
import { testWorld } from './world.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function workspace(change: Change = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-question-'));
  folders.push(folder);
  writeFileSync(path.join(folder, 'mailcheck.yaml'), JSON.stringify(worldWith(change)));
  return folder;
}

async function run(cwd: string, args: string[], language: 'en' | 'ja' = 'en') {
  const world = testWorld({ cwd, now: () => new Date('2026-11-21T09:00:00Z') });
  const code = await main([...args, '--lang', language], world);
  const flat = (lines: string[]) => lines.join('\n').replaceAll(/\s+/g, ' ');
  return { code, out: flat(world.printed), err: flat(world.complained) };
}

const healthy = workspace();
const twoTaros = workspace({
  contacts: {
    'taro-2': { fullName: 'Yamada Taro', emailAddress1: 'taro.yamada@example.com', owner: 'SYSTEM' },
  },
});
const twoProcesses = workspace({
  processes: { one: { name: 'Welcome', sendEmailSteps: [] }, two: { name: 'Welcome', sendEmailSteps: [] } },
});

describe('refused with the next thing to type', () => {
  test.each<[string, string, string[], string, string]>([
    [
      'no message',
      healthy,
      ['diagnose'],
      'mailcheck diagnose email-confirmation --to ADDRESS',
      'mailcheck diagnose email-confirmation --to アドレス',
    ],
    [
      'a message and --workflow',
      healthy,
      ['diagnose', 'two-factor-code', '--workflow', 'X', '--to', 'taro'],
      'mailcheck diagnose two-factor-code --to ADDRESS, or mailcheck diagnose --workflow NAME',
      'mailcheck diagnose two-factor-code --to アドレス か mailcheck diagnose --workflow 名前',
    ],
    [
      'an unknown message',
      healthy,
      ['diagnose', 'two-factor-cod', '--to', 'taro'],
      'did you mean two-factor-code?',
      'two-factor-code のことですか。',
    ],
    [
      'an unknown message like none',
      healthy,
      ['diagnose', 'x', '--to', 'taro'],
      'it is one of email-confirmation, two-factor-code, password-reset, invitation, guest-passcode. Another process: mailcheck diagnose --workflow NAME',
      '指定できるのは email-confirmation、two-factor-code、password-reset、invitation、guest-passcode です。',
    ],
    [
      'nobody who waits',
      healthy,
      ['diagnose', 'password-reset'],
      'mailcheck diagnose password-reset --to ADDRESS',
      'mailcheck diagnose password-reset --to アドレス',
    ],
    [
      'a name that two contacts bear',
      twoTaros,
      ['diagnose', 'email-confirmation', '--to', 'yamada taro'],
      '--to taro or --to taro-2',
      '--to taro、--to taro-2',
    ],
    [
      'the same, asked of sender',
      twoTaros,
      ['sender', 'SendEmailConfirmationToContact', '--for', 'Yamada Taro'],
      '--for taro or --for taro-2',
      '--for taro、--for taro-2',
    ],
    [
      'a name that two contacts bear, whose ids are no single words',
      workspace({
        contacts: {
          "Taro's own": {
            fullName: 'Yamada Taro',
            emailAddress1: 'taro.yamada@example.com',
            owner: 'SYSTEM',
          },
        },
      }),
      ['diagnose', 'email-confirmation', '--to', 'Yamada Taro'],
      String.raw`--to taro or --to 'Taro'\''s own'`,
      String.raw`--to taro、--to 'Taro'\''s own'`,
    ],
    [
      'evidence about a passcode, which no mail server of ours sends',
      healthy,
      ['diagnose', 'guest-passcode', '--to', 'teri', '--evidence', 'e.json'],
      '--evidence does not go with guest-passcode: Microsoft Entra sends passcodes by itself',
      'guest-passcode に --evidence は使えません',
    ],
    [
      'the same, to be saved',
      healthy,
      ['diagnose', 'guest-passcode', '--to', 'teri', '--save-evidence', 'e.json'],
      '--save-evidence does not go with guest-passcode',
      'guest-passcode に --save-evidence は使えません',
    ],
    [
      'an unknown site',
      healthy,
      ['diagnose', 'email-confirmation', '--to', 'taro', '--site', 'costumer-portal'],
      'did you mean --site customer-portal?',
      '--site customer-portal のことですか。',
    ],
    [
      'a name that two sites bear',
      workspace({ sites: { second: { name: 'Customer Portal', identity: 'SYSTEM' } } }),
      ['diagnose', 'email-confirmation', '--to', 'taro', '--site', 'customer portal'],
      '"customer portal" fits several sites. Name one by its id: --site customer-portal or --site second',
      '「customer portal」に当てはまるサイトが複数あります。IDで指定してください: --site customer-portal、--site second',
    ],
    [
      'the same of site-settings',
      workspace({ sites: { second: { name: 'Customer Portal', identity: 'SYSTEM' } } }),
      ['site-settings', '--site', 'customer portal'],
      '"customer portal" fits several sites. Name one by its id: --site customer-portal or --site second',
      '「customer portal」に当てはまるサイトが複数あります。IDで指定してください: --site customer-portal、--site second',
    ],
  ])('%s', async (_, folder, args, english, japanese) => {
    for (const [language, words] of [
      ['en', english],
      ['ja', japanese],
    ] as const) {
      const { code, out, err } = await run(folder, args, language);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(words);
    }
  });
});

describe('answered, as far as the records go', () => {
  test('a contact with a slip in the address: unknown, and who was probably meant', async () => {
    const { code, out } = await run(healthy, ['diagnose', 'email-confirmation', '--to', 'taro@exampel.com']);
    expect(code).toBe(3);
    expect(out).toContain('Did you mean taro@example.com?');
    const japanese = await run(
      healthy,
      ['diagnose', 'email-confirmation', '--to', 'tarou@example.com'],
      'ja',
    );
    expect(japanese.out).toContain('taro@example.com のことですか。');
  });

  test.each([
    ['鈴木　花子', '鈴木 花子'],
    ['林　健', '林健'],
  ])('a contact %s, asked for with another space: who was probably meant', async (fullName, typed) => {
    const folder = workspace({ contacts: { taro: { fullName } } });
    const { code, out } = await run(folder, ['diagnose', 'email-confirmation', '--to', typed]);
    expect(code).toBe(3);
    // Flattened like the output, in which U+3000 is a space as well.
    expect(out).toContain(`Did you mean ${fullName.replace('　', ' ')}?`);
  });

  test('a GUID is the same with and without braces', async () => {
    const guid = '33333333-2222-3333-4444-55555555AAAA';
    const folder = workspace({ contacts: { [`{${guid}}`]: { emailAddress1: 'guid@example.com' } } });
    const { out } = await run(folder, ['diagnose', 'email-confirmation', '--to', guid.toLowerCase()]);
    expect(out).toContain('guid@example.com');
    expect(out).not.toContain('MC101');
  });

  test('a name that two processes bear: their ids', async () => {
    const { code, out } = await run(twoProcesses, ['sender', 'Welcome']);
    expect(code).toBe(3);
    expect(out).toContain('Name the process by its id: one or two.');
  });

  test('a process that starts what starts it, and neither has a Send E-mail step: nothing is sent', async () => {
    const starts = (process: string) => ({
      state: 'activated',
      sendEmailSteps: [],
      childProcesses: [{ process }],
    });
    const circle = workspace({
      processes: { confirmation: starts('letter'), letter: { name: 'Letter', ...starts('confirmation') } },
    });
    const { code, out } = await run(circle, ['sender', 'confirmation']);
    expect(code).toBe(1);
    expect(out).toContain('"Send Email Confirmation To Contact" sends nothing. ✗ Can it send? No:');
    expect((await run(circle, ['sender', 'confirmation'], 'ja')).out).toContain('は何も送信しません。');
  });

  test('a name like none: the processes that are recorded', async () => {
    const { out } = await run(healthy, ['sender', 'Monthly newsletter']);
    expect(out).toContain('recorded: "Send Email Confirmation To Contact"');
  });
});

describe('evidence', () => {
  const asked = ['diagnose', 'email-confirmation', '--to', 'taro', '--evidence', 'evidence.json'];
  const save = (observations: object[]) => {
    const folder = workspace();
    const evidence = { version: 1, at: '2026-10-12T09:00:00Z', observations };
    writeFileSync(path.join(folder, 'evidence.json'), JSON.stringify(evidence));
    return folder;
  };
  const step = (name: string) => ({ step: name, milliseconds: 1, outcome: 'ok' });
  const session = {
    kind: 'session',
    request: 'admin:outgoing',
    mailbox: 'admin',
    direction: 'outgoing',
    protocol: 'smtp',
    host: 'smtp.example.com',
    port: 587,
    tls: 'starttls',
    at: '2026-10-12T09:00:00Z',
    milliseconds: 7,
    steps: ['name', 'connect', 'greeting', 'tls', 'capabilities', 'login'].map(step),
    transcript: [],
  };

  test('says when it was seen, and how long ago, not "just now"', async () => {
    const { code, out } = await run(save([session]), asked);
    expect(code).toBe(0);
    expect(out).toContain('judged by the evidence file, seen on 2026-10-12 09:00 UTC');
    expect(out).toContain('40 days ago');
    expect(out).not.toContain('just now');
  });

  test('lists a look that came to nothing on our side', async () => {
    const local = {
      kind: 'local',
      request: 'admin:outgoing',
      mailbox: 'admin',
      direction: 'outgoing',
      problem: 'secret-missing',
      detail: 'ADMIN_PASSWORD',
    };
    const { out } = await run(save([local]), asked);
    expect(out).toContain('admin@example.com outgoing (ADMIN_PASSWORD): the password could not be read');
    const detail = 'The run was interrupted before this was finished.';
    const interrupted = save([{ ...local, problem: 'interrupted', detail }]);
    expect((await run(interrupted, asked)).out).toContain(
      'admin@example.com outgoing: the run was interrupted before this was finished',
    );
    expect((await run(interrupted, asked, 'ja')).out).toContain(
      'admin@example.com 送信: 終わる前に中断されたため',
    );
  });

  test('lists a sender of whom it holds nothing', async () => {
    const { out } = await run(save([{ ...session, mailbox: 'support', request: 'support:outgoing' }]), asked);
    expect(out).toContain('admin@example.com outgoing: the evidence file says nothing of it');
  });
});
