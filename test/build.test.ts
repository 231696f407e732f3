// What is delivered is the bundle, not the sources: it must say what they say. The build turns rules into a
// quicker form, and leaves the words of the table of replies in a file of their own (scripts/*-for-running.mjs). `npm test` and `npm run test:fast` build it first.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { replySources } from '../src/core/mail/server-replies/index.ts';
import { printedBy } from './printed.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

test.each([
  ['explain'],
  ['explain', 'MC201'],
  ['explain', '--all'],
  ['--help'],
  ['explain', '--all', '--lang', 'ja'],
  ['explain', '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.'],
  ['explain', 'AADSTS700082', '--lang', 'ja'],
])('the bundle says the same: mailcheck %s %s %s %s', async (...words) => {
  const argv = [...words, ...(words.includes('--lang') ? [] : ['--lang', 'en']), '--color', 'never'];
  const options = { cwd: tmpdir(), encoding: 'utf8', env: { PATH: process.env['PATH'] } } as const;
  const delivered = execFileSync(process.execPath, [`${root}bin/mailcheck.js`, ...argv], options);
  const { printed } = await printedBy(argv);
  expect(delivered).toBe(printed);
});

test('what no server said is not in what a run without a word reads', () => {
  const said = JSON.stringify(replySources.gmail[0]?.cause.en).slice(1, -1);
  const holding = readdirSync(`${root}dist`).filter((file) =>
    readFileSync(`${root}dist/${file}`, 'utf8').includes(said),
  );
  expect(holding).toEqual(['reply-words.json']);
});
