// The starter that `mailcheck init` writes: it loads, `check` lists its TODO values and nothing else, and once they are
// filled in nothing stops the mail.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fieldText } from '../../src/core/records/problem.ts';
import { judgeRecords } from '../../src/core/rules/judge-records.ts';
import { languages } from '../../src/core/rules/rule.ts';
import type { Context } from '../../src/cli/context.ts';
import { Unusable } from '../../src/cli/exit.ts';
import { init } from '../../src/cli/commands/init.ts';
import { starter } from '../../src/cli/starter/starter.ts';
import { load } from '../../src/io/sources/load.ts';

let cwd: string;
let out: string[];
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'mailcheck-init-'));
  out = [];
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const context = (language: Context['language']) =>
  ({ cwd, language, out: (text: string) => out.push(text), err: () => {} }) as unknown as Context;

/** What somebody would type in place of each TODO. */
const answers: Record<string, string> = {
  'environment.name': 'Contoso',
  'profiles.incomingServerLocation': 'pop.example.com',
  'profiles.outgoingServerLocation': 'smtp.example.com',
  'mailboxes.emailAddress': 'hanako@example.com',
  'mailboxes.emailRouterAccessApproval': 'approved',
  'mailboxes.incomingEmailStatus': 'success',
  'mailboxes.outgoingEmailStatus': 'success',
  'mailboxes.enabledForIncomingEmail': 'true',
  'mailboxes.enabledForOutgoingEmail': 'true',
  'mailboxes.password.env': 'PORTAL_MAIL_PASSWORD',
  'users.fullName': 'Suzuki Hanako',
  'users.internalEmailAddress': 'hanako@example.com',
  'contacts.fullName': 'Yamada Taro',
  'contacts.emailAddress1': 'taro@example.com',
  'contacts.owner': 'SYSTEM',
  'contacts.identityEmailAddress1Confirmed': 'false',
  'contacts.identityTwoFactorEnabled': 'false',
  'sites.name': 'Customer Portal',
  'sites.identity': 'SYSTEM',
  'processes.sendEmailSteps[0].from': '{ user: sender }',
};

describe.each(languages)('the starter in %s', (language) => {
  it('loads, and what is to be filled in is exactly its TODO values', async () => {
    expect(await init(undefined, context(language))).toBe(0);
    const { records, problems, files } = await load({ cwd });
    expect(problems).toEqual([]);
    expect(files.map((file) => path.relative(cwd, file)).sort()).toEqual([...out].sort());
    const written = starter(language).map(({ text }) => text.split('\n'));
    const lines = written.flat().filter((line) => /^[^#]*: .*TODO/.test(line));
    expect(records.todos).toHaveLength(lines.length);
    for (const todo of records.todos) expect(todo.hint).not.toBe('');
    const errors = judgeRecords(records, new Date()).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  it('filled in, nothing stops the mail', async () => {
    await init('portal', context(language));
    const { records } = await load({ cwd, workspace: 'portal' });
    for (const { kind, path: field, where } of records.todos) {
      if (!('file' in where)) throw new Error('a starter is made of files');
      const file = path.join(cwd, where.file);
      const lines = readFileSync(file, 'utf8').split('\n');
      const line = lines[where.line - 1] ?? '';
      const answer = answers[`${kind}.${fieldText(field)}`];
      expect(answer, `${kind}.${fieldText(field)}`).toBeDefined();
      const rest = /"[^"]*"|[^}]*/.exec(line.slice(where.column - 1))?.[0] ?? '';
      lines[where.line - 1] = line.replace(rest, answer ?? '');
      writeFileSync(file, lines.join('\n'));
    }
    const filled = await load({ cwd, workspace: 'portal' });
    expect(filled.problems).toEqual([]);
    expect(filled.records.todos).toEqual([]);
    const findings = judgeRecords(filled.records, new Date());
    expect(findings.filter(({ severity }) => severity === 'error' || severity === 'unknown')).toEqual([]);
  });
});

it('is the same in every language but for its comments and hints', () => {
  const shape = (language: Context['language']) =>
    starter(language).map(({ path: name, text }) => {
      const { language: _, ...records } = parse(text) as Record<string, unknown>;
      return [name, JSON.stringify(records).replace(/"TODO[^"\\]*"/g, '"TODO"')];
    });
  expect(shape('ja')).toEqual(shape('en'));
});

it('touches nothing that is there, and then writes nothing at all', async () => {
  mkdirSync(path.join(cwd, 'mailcheck'));
  writeFileSync(path.join(cwd, 'mailcheck/people.yaml'), 'mine');
  await expect(init(undefined, context('en'))).rejects.toThrow(Unusable);
  await expect(init(undefined, context('en'))).rejects.toThrow('mailcheck/people.yaml');
  expect(readFileSync(path.join(cwd, 'mailcheck/people.yaml'), 'utf8')).toBe('mine');
  expect(readdirSync(cwd)).toEqual(['mailcheck']);
  expect(out).toEqual([]);
});
