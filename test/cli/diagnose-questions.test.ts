// `mailcheck diagnose` alone, on a terminal: a support person answers three questions, sees the command that they amount to,
// and gets the report. In a pipe nobody is asked.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import { main } from '../../src/main.ts';
import { testWorld } from './world.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-questions-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  path.join(folder, 'mailcheck.yaml'),
  JSON.stringify(
    worldWith({
      processes: {
        order: {
          name: 'Order received',
          category: 'workflow',
          state: 'activated',
          primaryEntity: 'contact',
          owner: 'admin-user',
          sendEmailSteps: [{ from: { user: 'admin-user' } }],
        },
      },
      contacts: {
        'taro-2': { fullName: 'Yamada Taro', emailAddress1: 'taro.yamada@example.com', owner: 'SYSTEM' },
      },
    }),
  ),
);

async function answering(answers: (string | undefined)[], args: string[] = [], language: 'en' | 'ja' = 'en') {
  const asked: string[] = [];
  const left = [...answers];
  const world = testWorld({
    cwd: folder,
    now: () => new Date('2026-11-21T09:00:00Z'),
    ask: (question) => {
      asked.push(question);
      return Promise.resolve(left.shift());
    },
  });
  const code = await main(['diagnose', ...args, '--lang', language], world);
  const flat = (lines: string[]) => lines.join('\n').replaceAll(/\s+/g, ' ');
  return { code, asked, unanswered: left, out: flat(world.printed), err: flat(world.complained) };
}

describe('a person at a terminal', () => {
  test('is asked what, who and since when, and shown the command', async () => {
    const { code, asked, err, out } = await answering(['2', 'jiro@example.com', '5m']);
    expect(asked).toHaveLength(3);
    expect(err).toContain('What did the person wait for? 1 a mail to confirm their e-mail address 2 a code');
    expect(err).toContain('mailcheck diagnose two-factor-code --to jiro@example.com --since 5m');
    expect(out).toContain('jiro@example.com');
    expect(code).toBe(0);
  });

  test('in Japanese', async () => {
    const { code, err } = await answering(['1', 'taro@example.com', ''], [], 'ja');
    expect(err).toContain('どのメールが届いていませんか。');
    expect(err).toContain('mailcheck diagnose email-confirmation --to taro@example.com');
    expect(code).toBe(0);
  });

  test('another mail: the recorded processes are offered, by number or name', async () => {
    const another = '6';
    const byNumber = await answering([another, '1', 'taro@example.com', '']);
    expect(byNumber.err).toContain("mailcheck diagnose --workflow 'Order received' --to taro@example.com");
    const byName = await answering([another, 'Order received', '', '']);
    expect(byName.err).toContain("mailcheck diagnose --workflow 'Order received'");
    expect(byName.unanswered).toEqual([]);
  });

  test('an answer that cannot be used is asked for again, with what is allowed', async () => {
    const { err, code, asked } = await answering(['9', 'code', '1', 'taro@example.com', 'monday', '10m']);
    expect(asked.slice(0, 3)).toEqual(Array(3).fill('A number from 1 to 6: '));
    expect(err).toContain('--since cannot be "monday"');
    expect(code).toBe(0);
  });

  test('a contact nobody recorded: did you mean; Enter goes on with it', async () => {
    const { err, out, code } = await answering(['1', 'tarou@example.com', '', '']);
    expect(err).toContain('Nobody called "tarou@example.com" is recorded; did you mean taro@example.com?');
    expect(out).toContain('MC101');
    expect(code).toBe(3);
  });

  test('a name that fits two contacts is never guessed', async () => {
    const { err } = await answering(['1', 'Yamada Taro', 'taro-2', '']);
    expect(err).toContain('"Yamada Taro" fits several. Name one by its id: taro, taro-2');
    expect(err).toContain('mailcheck diagnose email-confirmation --to taro-2');
  });

  test('what was given is not asked for, and stands in the command', async () => {
    const { asked, err } = await answering(['1', ''], ['--to', 'taro@example.com', '--depth', 'records']);
    expect(asked).toHaveLength(2);
    expect(err).toContain('mailcheck diagnose email-confirmation --to taro@example.com --depth records');
  });

  test('a flag that says no stands in the command, and only where it was given', async () => {
    const { err } = await answering(['1', ''], ['--to', 'taro@example.com', '--no-alternatives']);
    expect(err).toContain('mailcheck diagnose email-confirmation --to taro@example.com --no-alternatives');
    expect((await answering(['1', ''], ['--to', 'taro@example.com'])).err).not.toContain('alternatives');
  });

  test.each([
    ['Ctrl-D', [undefined]],
    ['five answers that cannot be used', ['x', 'x', 'x', 'x', 'x', '1']],
  ])('%s: nothing was diagnosed, exit code 2', async (_, answers) => {
    const { code, out, err } = await answering(answers);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('No answer, so nothing was diagnosed.');
  });
});

test('in a pipe nobody is asked: the usage is told', async () => {
  const world = testWorld({ cwd: folder });
  expect(await main(['diagnose'], world)).toBe(2);
  expect(world.complained.join('\n')).toContain('Which message?');
});
