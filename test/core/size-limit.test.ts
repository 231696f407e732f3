// The largest message a server takes, as each protocol states it.

import { expect, test } from 'vitest';
import { sizeLimitOf } from '../../src/core/mail/size-limit.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';

test.each([
  ['smtp', ['PIPELINING', 'SIZE 36700160'], 36_700_160],
  ['smtp', ['size 10240000'], 10_240_000],
  ['smtp', ['SIZE'], 'not-fixed'],
  ['smtp', ['SIZE 0'], 'not-fixed'],
  ['smtp', ['SIZEABLE 5', 'SIZE many'], undefined],
  ['smtp', [], undefined],
  ['imap', ['IMAP4rev1', 'APPENDLIMIT=26214400'], 26_214_400],
  ['imap', ['APPENDLIMIT=0'], 0],
  // RFC 7889 §2: each mailbox has its own.
  ['imap', ['APPENDLIMIT'], undefined],
  ['pop3', ['SIZE 5'], undefined],
] as const)('%s %j', (protocol, capabilities, limit) => {
  expect(sizeLimitOf(sessionThat({}, { protocol, capabilities: [...capabilities] }))).toBe(limit);
});
