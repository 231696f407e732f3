// What is expected of a token for Microsoft Graph, by direction and by who stands behind it.

import { expect, test } from 'vitest';
import { microsoftToken, type TokenGrant } from '../../src/core/delivery/token-request.ts';

const byUser: TokenGrant = { kind: 'refresh-token', clientId: 'app', refreshToken: { env: 'REFRESH' } };
const ofItself: TokenGrant = { kind: 'client-credentials', clientId: 'app', secret: { env: 'SECRET' } };
const target = { protocol: 'graph' as const, user: 'a@example.com', tenant: 't', environment: undefined };

test.each([
  ['incoming', 'Mail.Read', 'Mail.Send'],
  ['outgoing', 'Mail.Send', 'Mail.Read'],
] as const)('a user’s token for %s has to allow %s', (direction, wanted, other) => {
  const { expected, key } = microsoftToken(byUser, { ...target, direction });
  expect(expected.scopes).toContain(wanted);
  expect(expected.scopes).not.toContain(other);
  // One token for both: it is asked for once.
  expect(key).toBe(microsoftToken(byUser, target).key);
});

test('an application’s permissions may be Exchange’s own, which no token names', () => {
  expect(microsoftToken(ofItself, { ...target, direction: 'outgoing' }).expected.roles).toEqual([]);
});
