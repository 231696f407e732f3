// The list of what users ask of mail tools, 53 asks and pains: each is shown once, by a test beside this file or by one
// elsewhere; what is left out of an ask is named with its reason.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const asks = Array.from({ length: 53 }, (_, index) => index + 1);

/** The ask, and the file and title of the test that shows it. */
const shownElsewhere: Record<number, [file: string, title: string]> = {
  // "Verified" is not "received": each stage is a verdict of its own.
  1: ['test/io/smtp.test.ts', 'each stage is a verdict of its own'],
  // The address that the mail will be from is tried.
  2: ['test/io/smtp-send.test.ts', 'sender refused (not allowed to send as): the recipient was not judged'],
  // No configuration stalls it.
  3: ['test/io/smtp-faults.test.ts', 'the session has an end of its own, however many replies come in time'],
  // "Greeting never received": the other mode is spoken within the same look.
  8: ['test/io/smtp-tls.test.ts', '%s to a port that waits for TLS'],
  // No password configured: said before anybody is dialled.
  15: [
    'test/core/plan.test.ts',
    'missing credentials name the key to add, in the record that has to hold it',
  ],
  // The words of the token endpoint, and its number.
  20: ['test/io/tokens.test.ts', 'a refusal keeps error, number, description and suberror apart'],
  // What was sent to the token endpoint.
  21: ['test/cli/oauth.test.ts', '--verbose shows what was asked of the token endpoint, its secret masked'],
  // An empty or unset variable is named, before anybody is dialled.
  24: ['test/cli/commands.test.ts', 'is said once for both directions, with what supplies it'],
  // One address family leads nowhere.
  26: ['test/io/families.test.ts', 'is named with its error, and the session goes on over the other'],
  // The test message goes to the mailbox itself.
  37: ['test/io/smtp-send.test.ts', 'with %j: sender, recipient, queue id'],
  // Exit codes for start-up checks and CI.
  40: ['test/cli/exit.test.ts', 'is 130, 2, 1, 3, 0'],
  // Nothing secret in any output.
  45: ['test/io/transcript.test.ts', 'no form of a secret survives, wherever it stands'],
  // The portal's page says "sent" all the same.
  51: ['test/core/page.test.ts', 'only the confirmation page says "sent" all the same'],
};

/** What of an ask mailcheck leaves out, and why. No ask is left out as a whole. */
const partsLeftOut: Record<number, string> = {
  7: 'Its own address as others see it: to learn it, somebody else would have to be contacted. The sign-in log shows it.',
  19: 'The age of a refresh token: neither the token nor its endpoint tells it.',
  43: 'The bare words "LOGIN failed.", pasted without a host: several servers say them, and none is guessed.',
  45: 'Addresses of mailboxes and recipients are shown: a report without them would name nobody. Credentials never are.',
  52: 'A count of how often the platform switched a mailbox off: it keeps none, only the tries of each e-mail row.',
};

const own = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.test.ts') && name !== 'covered.test.ts')
  .flatMap((name) => [...readFileSync(new URL(name, import.meta.url), 'utf8').matchAll(/'#(\d+) /g)])
  .map(([, number]) => Number(number));

describe('shown elsewhere', () => {
  test.each(Object.entries(shownElsewhere))('ask %s: %s', (_ask, [file, title]) => {
    // A title stands after test( or it(, after the rows of each, or on a line of its own.
    const titles = readFileSync(new URL(file, root), 'utf8').match(/^ *(?:(?:test|it)\b.*|\].*|)['"`].*$/gm);
    expect(titles?.filter((line) => line.includes(title))).toHaveLength(1);
  });
});

test('every ask is covered exactly once', () => {
  const numbers = [...own, ...Object.keys(shownElsewhere).map(Number)];
  expect(numbers.toSorted((one, other) => one - other)).toEqual(asks);
});

test('what is left out is left out of an ask that a test beside this file or elsewhere shows', () => {
  expect(asks).toEqual(expect.arrayContaining(Object.keys(partsLeftOut).map(Number)));
});
