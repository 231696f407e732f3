// Knows how an access token is put into the words of XOAUTH2 and OAUTHBEARER, and how a server's error challenge is
// answered. The same over SMTP, POP3 and IMAP. May not send anything.
// OAUTHBEARER: RFC 7628 §3.1 and §3.2.3. XOAUTH2: https://developers.google.com/workspace/gmail/imap/xoauth2-protocol

import type { Reply } from '../../core/mail/reply.ts';
import type { RejectionReason, StepOutcome } from '../../core/mail/step.ts';
import { parseBearerChallenge } from '../../core/mail/bearer-challenge.ts';
import type { SessionRequest } from '../../core/delivery/probe-request.ts';
import type { Login } from './login.ts';
import { targetName } from './tls.ts';

export type BearerMechanism = {
  name: 'XOAUTH2' | 'OAUTHBEARER';
  /** The client's response, in base64. A secret. */
  response: string;
  /** What the error challenge is answered with, in base64: after it the server says its final no. */
  surrender: string;
};

/** What keeps the token from being sent, found before anything is said; or the mechanism to use. */
export function bearerMechanism(
  offered: readonly string[],
  login: Login,
  request: SessionRequest,
): { mechanism: BearerMechanism } | { rejected: RejectionReason } {
  // %x01 ends a field of both mechanisms; a line break would begin a command of somebody else's choosing.
  if (/[\0\u0001\r\n]/.test(login.user + login.secret)) return { rejected: 'unsafe-characters' };
  if (offered.length === 0) return { rejected: 'authentication-not-offered' };
  // Exchange Online and Gmail document XOAUTH2; Exchange Online knows nothing else.
  if (offered.includes('XOAUTH2')) return { mechanism: xoauth2(login) };
  if (offered.includes('OAUTHBEARER')) return { mechanism: oauthBearer(login, request) };
  return { rejected: 'no-common-mechanism' };
}

function xoauth2({ user, secret }: Login): BearerMechanism {
  return {
    name: 'XOAUTH2',
    response: base64(`user=${user}\u0001auth=Bearer ${secret}\u0001\u0001`),
    surrender: '',
  };
}

function oauthBearer({ user, secret }: Login, { host, port }: SessionRequest): BearerMechanism {
  // RFC 5801 §4: "," and "=" end and begin fields of the GS2 header.
  const name = user.replaceAll('=', '=3D').replaceAll(',', '=2C');
  const fields = [
    `n,a=${name},`,
    `host=${targetName(host)}`,
    `port=${port}`,
    `auth=Bearer ${secret}`,
    '',
    '',
  ];
  return {
    name: 'OAUTHBEARER',
    response: base64(fields.join('\u0001')),
    // RFC 7628 §3.2.3: one %x01.
    surrender: base64('\u0001'),
  };
}

/** The refusal with what the server asked back before; every other outcome as it is. */
export function withChallenge(outcome: StepOutcome, challenge: string | undefined): StepOutcome {
  if (outcome.outcome !== 'refused') return outcome;
  return { ...outcome, reply: challengedReply(outcome.reply, challenge) };
}

export function challengedReply(reply: Reply, base64Text: string | undefined): Reply {
  const challenge = base64Text === undefined ? undefined : parseBearerChallenge(base64Text);
  return challenge === undefined ? reply : { ...reply, challenge };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
