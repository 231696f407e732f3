// The command line: help in both languages, and usage errors that say what is allowed. Exit 2 for every misuse.

import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/cli/help/help.ts';
import { widthOf } from '../../src/cli/wrap.ts';
import { main } from '../../src/main.ts';
import { testWorld } from './world.ts';

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const world = testWorld();
  const code = await main(argv, world);
  return { code, out: world.printed.join(''), err: world.complained.join('\n') };
}

describe('--help', () => {
  it.each(['en', 'ja'])('lists every command and the exit codes (%s)', async (language) => {
    const { code, out } = await run('--help', '--lang', language);
    expect(code).toBe(0);
    for (const name of commandNames) expect(out).toContain(`  ${name} `);
    expect(out).toContain('130');
  });

  it.each(commandNames.flatMap((name) => ['en', 'ja'].map((language) => [name, language] as const)))(
    'of %s fits one screen and says everything in %s',
    async (name, language) => {
      const { code, out } = await run(name, '--help', '--lang', language);
      expect(code).toBe(0);
      const lines = out.split('\n');
      expect(lines.length).toBeLessThanOrEqual(45);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80);
      expect(out).toContain(`mailcheck ${name}`);
      expect(out).toMatch(language === 'ja' ? /終了コード/ : /Exit codes/);
      // Every argument and option has its words behind it.
      const terms = lines.filter((line) => /^ {2}(?:-|\[?[a-z]+ {2})/.test(line));
      expect(terms.length).toBeGreaterThanOrEqual(4);
      for (const term of terms) expect(term).toMatch(/^ {2}\S.*? {2,}\S/);
    },
  );

  it('is shown, as misuse, when no command is given', async () => {
    const { code, err } = await run();
    expect(code).toBe(2);
    expect(err).toContain('Usage: mailcheck');
  });
});

describe('--version', () => {
  it('prints the version alone', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });
});

describe('misuse', () => {
  it.each([
    [['chekc'], 'mailcheck: There is no command "chekc". Did you mean check? See: mailcheck --help'],
    [
      ['check', '--formt', 'json'],
      'mailcheck: There is no option --formt. Did you mean --format? See: mailcheck check --help',
    ],
    [
      ['check', '--format', 'xml'],
      'mailcheck: --format cannot be "xml"; it is one of human, json, junit, sarif, github, markdown.',
    ],
    [['approve'], 'mailcheck: <addresses> is missing. See: mailcheck approve --help'],
    [
      ['check', 'extra'],
      'mailcheck: Too many arguments: 1 given, at most 0 expected. See: mailcheck check --help',
    ],
    [['diagnose', '--to'], 'mailcheck: --to <contact>: the value is missing. See: mailcheck diagnose --help'],
    [
      ['test-mailbox', '--timeout', 'soon'],
      'mailcheck: --timeout cannot be "soon"; it is a whole number from 1 to 600.',
    ],
    [
      ['test-mailbox', '--concurrency', '0'],
      'mailcheck: --concurrency cannot be "0"; it is a whole number from 1 to 200.',
    ],
    [
      ['diagnose', 'email-confirmation', '--to', ''],
      'mailcheck: --to is empty; perhaps a shell variable is not set. Write --to <contact>, or leave it out. See: mailcheck diagnose --help',
    ],
    [
      ['--workspace=', 'check'],
      'mailcheck: --workspace is empty; perhaps a shell variable is not set. Write --workspace <path>, or leave it out. See: mailcheck check --help',
    ],
    [
      ['test-mailbox', 'taro@example.com', ' '],
      'mailcheck: <addresses> is empty; perhaps a shell variable is not set. See: mailcheck test-mailbox --help',
    ],
    [['--lang', 'fr', 'check'], 'mailcheck: --lang cannot be "fr"; it is one of en, ja.'],
    [
      ['diagnose'],
      'mailcheck: Which message? One of email-confirmation, two-factor-code, password-reset, invitation, guest-passcode: mailcheck diagnose email-confirmation --to ADDRESS. Another process: mailcheck diagnose --workflow NAME',
    ],
    [
      ['diagnose', 'email-confirmation'],
      'mailcheck: Who waits for it? Name the contact: mailcheck diagnose email-confirmation --to ADDRESS',
    ],
    [
      ['diagnose', 'invitation', '--workflow', 'X'],
      'mailcheck: Either a message or --workflow, not both: mailcheck diagnose invitation --to ADDRESS, or mailcheck diagnose --workflow NAME',
    ],
  ])('%j', async (argv, complaint) => {
    expect(await run(...argv)).toEqual({ code: 2, out: '', err: complaint });
  });

  it.each([
    [
      ['chekc'],
      '「chekc」というコマンドはありません。check のことですか。使い方は mailcheck --help で確認できます。',
    ],
    [['check', '--formt', 'json'], '--formt というオプションはありません。--format のことですか。'],
    [['approve'], '引数 <addresses> がありません。'],
    [
      ['diagnose', '--workflow', ''],
      '--workflow の値が空です。シェルの変数が設定されていない可能性があります。--workflow <name> のように指定するか、外してください。',
    ],
    [['sender', '\u3000'], '<process> の値が空です。'],
    [['check', 'extra'], '引数が多すぎます(1個指定されましたが、0個までです)。'],
    [
      ['check', '--format', 'xml'],
      '--format に「xml」は使えません。使える値は human、json、junit、sarif、github、markdown です。',
    ],
  ])('%j, in Japanese', async (argv, complaint) => {
    const { code, out, err } = await run(...argv, '--lang', 'ja');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(complaint);
  });

  it('cannot steer the terminal', async () => {
    const { err } = await run('\u001b[2Jcheck');
    expect(err).not.toContain('\u001b');
  });
});
