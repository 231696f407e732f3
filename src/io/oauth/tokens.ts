// Knows the access tokens of one run: each is asked for once, however many mailboxes need it, and again only when it is about
// to expire. Keeps them in memory alone; may not write one anywhere, nor decide whether a mail server may be bothered with it.

import type { SecretRef } from '../../core/delivery/probe-request.ts';
import type { TokenRequest } from '../../core/delivery/token-request.ts';
import { misfitOf } from '../../core/mail/token-claims.ts';
import type { TokenAnswer } from '../probes/probe.ts';
import { roundedSince } from '../probes/transcript.ts';
import { postForm, type EndpointWorld } from './endpoint.ts';
import { formOf } from './grants.ts';
import { claimsOf } from './token-claims.ts';
import { readTokenResponse, type TokenResponse } from './token-response.ts';

type TokenWorld = EndpointWorld & {
  secret(reference: SecretRef): Promise<string>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Told of a refresh token that took the place of the one kept there. Never rejects. */
  replaced?(reference: SecretRef, before: string, after: string): Promise<void>;
};

type Asked = TokenResponse & {
  milliseconds: number;
  /** By performance.now(), which no clock correction moves. */
  renewAfter: number;
};

/** So long before its end a token is not begun with any more: a session may take as long. */
const reserve = 120_000;

export function rememberTokens(world: TokenWorld): (request: TokenRequest) => Promise<TokenAnswer> {
  const asked = new Map<string, Promise<Asked>>();
  const askOnce = async (request: TokenRequest): Promise<Asked> => {
    const known = asked.get(request.key);
    if (known !== undefined) {
      const answer = await known;
      if (performance.now() < answer.renewAfter) return answer;
      // Whoever comes first asks again; the others wait for that.
      if (asked.get(request.key) !== known) return askOnce(request);
    }
    const fresh = ask(request, world);
    asked.set(request.key, fresh);
    return fresh;
  };
  return async (request) => answerOf(request, await askOnce(request), world.now());
}

async function ask(request: TokenRequest, world: TokenWorld): Promise<Asked> {
  const { fields, secrets, redeemed } = await formOf(request, world.secret, world.now());
  const started = performance.now();
  const response = readTokenResponse(await postForm(request.url, fields, world), secrets, world.now());
  const milliseconds = roundedSince(started);
  const { tokens } = response;
  if (redeemed !== undefined && tokens?.refreshToken !== undefined && tokens.refreshToken !== redeemed.value)
    await world.replaced?.(redeemed.reference, redeemed.value, tokens.refreshToken);
  // A refusal is kept for the whole run: two hundred mailboxes must not be refused two hundred times.
  const lifetime = tokens?.expiresIn === undefined ? Infinity : tokens.expiresIn * 1_000;
  return {
    ...response,
    milliseconds,
    renewAfter: performance.now() + (lifetime > 2 * reserve ? lifetime - reserve : Infinity),
  };
}

/** One token serves SMTP and IMAP, and fits the one and not the other: compared for each request anew. */
function answerOf(request: TokenRequest, { outcome, tokens, milliseconds }: Asked, now: number): TokenAnswer {
  const { authority, url, grant, scope, expected, standIn } = request;
  const asked = {
    authority,
    url,
    grant: grant.kind,
    ...(scope === undefined ? {} : { scope }),
    expected,
    ...(standIn === undefined ? {} : { standIn }),
  };
  if (tokens === undefined) return { outcome, milliseconds, asked };
  const claims = claimsOf(tokens.accessToken);
  const told = { milliseconds, asked, ...(claims === undefined ? {} : { claims }) };
  const reason = misfitOf(claims, tokens.scope, expected, now);
  return reason === undefined
    ? { ...told, outcome, value: tokens.accessToken }
    : { ...told, outcome: { outcome: 'rejected', reason } };
}
