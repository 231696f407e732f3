// Knows how a request is authenticated over HTTP: Basic (RFC 7617), Bearer (RFC 6750), NTLM by itself or inside Negotiate
// (MS-NTHT). The server is first asked without a credential: what it wants is then known, and nothing is sent in vain.
// May not choose what the profile does not allow, follow a redirect, or try a refused password again.

import type { HttpScheme } from '../../core/delivery/probe-request.ts';
import type { RejectionReason } from '../../core/mail/step.ts';
import { challengeOf, chosenScheme, offeredSchemes, schemeNames } from '../../core/mail/http-schemes.ts';
import { serverEndPoint } from './channel-binding.ts';
import type { HttpRequest } from './http-connection.ts';
import type { HttpReply } from './http-reply.ts';
import type { HttpSession } from './http-session.ts';
import type { Received } from './line-stream.ts';
import type { Login } from './login.ts';
import { authenticateMessage, negotiateMessage, readChallenge } from './ntlm.ts';

export type HttpLogin = {
  /** A reply with status 401 is the server's last word. */
  exchange(asked: HttpRequest): Promise<Received<HttpReply>>;
  /** The scheme in use, once one was chosen. */
  scheme(): HttpScheme | undefined;
};

export function createHttpLogin(
  session: HttpSession,
  login: Login,
  allowed: readonly HttpScheme[],
  known?: HttpScheme,
): HttpLogin {
  const { seen } = session;
  let scheme = known;
  /** NTLM authenticates a connection, not a request (MS-NTHT §1.3): the one on which it was done, by its number. */
  let authenticated = 0;

  async function exchange(asked: HttpRequest): Promise<Received<HttpReply>> {
    if (scheme !== undefined) return withScheme(asked, scheme);
    const reply = await session.exchange(asked);
    if (!reply.ok || reply.value.status !== 401) return reply;
    const challenges = reply.value.headers['www-authenticate'] ?? [];
    const offered = offeredSchemes(challenges);
    if (offered.length > 0) seen.mechanisms = offered;
    scheme = chosenScheme(allowed, offered);
    if (scheme === undefined)
      return rejected(
        offered.length === 0 ? 'authentication-not-offered' : 'no-common-mechanism',
        challenges,
      );
    if (isUnsafe(login, scheme)) return rejected('unsafe-characters');
    seen.mechanismUsed = schemeNames[scheme];
    return withScheme(asked, scheme);
  }

  async function withScheme(asked: HttpRequest, by: HttpScheme): Promise<Received<HttpReply>> {
    switch (by) {
      case 'bearer':
        return session.exchange(withHeader(asked, `Bearer ${login.secret}`));
      case 'basic': {
        const pair = Buffer.from(`${login.user}:${login.secret}`).toString('base64');
        return session.exchange(withHeader(asked, `Basic ${pair}`));
      }
      case 'ntlm':
      case 'negotiate': {
        if (authenticated > 0 && session.connections() === authenticated) {
          const reply = await session.exchange(asked);
          if (!reply.ok || reply.value.status !== 401) return reply;
        }
        return throughNtlm(asked, by);
      }
    }
  }

  /** Three messages on one connection; the first goes without the body, which would be thrown away. */
  async function throughNtlm(asked: HttpRequest, by: 'ntlm' | 'negotiate'): Promise<Received<HttpReply>> {
    const name = schemeNames[by];
    const negotiate = negotiateMessage();
    const first = await session.exchange(
      withHeader({ ...asked, body: '' }, `${name} ${negotiate.toString('base64')}`),
    );
    if (!first.ok || first.value.status !== 401) return first;
    const challenges = first.value.headers['www-authenticate'] ?? [];
    const given = challengeOf(by, challenges);
    const challenge = given === undefined ? undefined : readChallenge(Buffer.from(given, 'base64'));
    // It wants Kerberos inside Negotiate, or an older NTLM: the password is not the matter.
    if (challenge === undefined) return rejected('no-common-mechanism', challenges);
    const connection = session.connections();
    const certificate = session.certificate();
    const endPoint = certificate === undefined ? undefined : serverEndPoint(certificate);
    const message = authenticateMessage({
      negotiate,
      challenge,
      user: login.user,
      password: login.secret,
      now: session.context.now(),
      ...(endPoint === undefined ? {} : { endPoint }),
    });
    const reply = await session.exchange(withHeader(asked, `${name} ${message.toString('base64')}`));
    if (!reply.ok) return reply;
    // A new connection knows nothing of the challenge; its "no" is no verdict on the password.
    if (reply.value.status === 401 && session.connections() !== connection)
      return { ok: false, problem: { outcome: 'closed' } };
    authenticated = session.connections();
    return reply;
  }

  return { exchange, scheme: () => scheme };
}

function rejected(reason: RejectionReason, challenges?: readonly string[]): Received<HttpReply> {
  const text = `WWW-Authenticate: ${challenges?.join(', ') ?? ''}`;
  const reply = challenges === undefined ? {} : { reply: { code: '401', text } };
  return { ok: false, problem: { outcome: 'rejected', reason, ...reply } };
}

function withHeader(asked: HttpRequest, authorization: string): HttpRequest {
  return { ...asked, headers: { ...asked.headers, Authorization: authorization } };
}

/** A line break or NUL belongs to nobody's name; a colon ends Basic's user (RFC 7617 §2). */
function isUnsafe({ user, secret }: Login, scheme: HttpScheme): boolean {
  return /[\0\r\n]/.test(user + secret) || (scheme === 'basic' && user.includes(':'));
}
