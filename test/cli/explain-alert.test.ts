// `explain` with what an administrator has in hand: the text of an alert, or the platform's code in any way of writing it.

import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { testWorld } from './world.ts';

async function explain(typed: string, language: string, input?: string) {
  const world = testWorld(input === undefined ? {} : { input: () => Promise.resolve(input) });
  const code = await main(['explain', typed, '--lang', language], world);
  return { code, out: world.printed.join('\n').replaceAll(/\s+/g, ' '), complained: world.complained };
}

test.each(['0x8005E201', '8005e201', '-2147098111', '−2147098111'])('%s', async (typed) => {
  const { code, out } = await explain(typed, 'en');
  expect(code).toBe(0);
  expect(out).toContain('EmailServerProfileSslRequiredForOnline');
  expect(out).toContain('MC402');
});

test.each([
  ['en', 'MC366', 'It is about receiving; it does not stop what is sent.'],
  ['ja', 'MC366', '受信に関するもので、送信は止めません。'],
])('an alert out of a pipe, %s', async (language, cause, sentence) => {
  const pasted = "Email can't be received because the license is invalid for the mailbox <Hanako>.\n";
  const { code, out } = await explain('-', language, pasted);
  expect(code).toBe(0);
  expect(out).toContain(cause);
  expect(out).toContain(sentence);
});

test('what is not known is said to be unknown: that is no usage error, and nothing is guessed', async () => {
  expect(await explain('The mailbox met an unforeseen condition', 'en')).toMatchObject({
    code: 3,
    complained: [],
  });
  expect(await explain('想定外のエラーです', 'ja')).toMatchObject({ code: 3, complained: [] });
  expect((await explain('-', 'en', ' \n')).code).toBe(2);
});

test('what an alert says never reaches the terminal raw', async () => {
  const world = testWorld();
  await main(['explain', 'strange \u001b[31malert'], world);
  expect(world.printed.join('')).not.toContain('\u001b');
});
