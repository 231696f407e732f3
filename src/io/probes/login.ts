// Knows what a session logs in with: the password or the access token behind the request's credentials. May not show it.

import type { SessionRequest } from '../../core/delivery/probe-request.ts';
import type { ProbeContext } from './probe.ts';

export type Login = {
  user: string;
  /** The password, or the access token. */
  secret: string;
  /** True: an access token (RFC 6750), never to be sent as a password. */
  bearer: boolean;
};

/**
 * Undefined: no login is asked for, there is nothing to log in with, or no token was given (one-session.ts then does not
 * begin). Rejects with SecretProblem, so ask before dialling.
 */
export async function loginOf(
  { credentials, depth }: SessionRequest,
  context: ProbeContext,
): Promise<Login | undefined> {
  if (credentials === undefined || depth === 'connect') return undefined;
  const { user } = credentials;
  if (credentials.kind === 'password')
    return { user, secret: await context.secret(credentials.password), bearer: false };
  const { value } = await context.token(credentials.token);
  return value === undefined ? undefined : { user, secret: value, bearer: true };
}
