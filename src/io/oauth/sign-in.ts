// Knows how a person's sign-in becomes tokens: by a browser on this machine (RFC 6749 §4.1 with PKCE, RFC 7636, RFC 8252) or
// by a code that is typed on any device (RFC 8628). What the browser brings back is judged by oauth4webapi; the endpoints are
// asked by endpoint.ts, whose authorities and limits hold for all tokens. May not keep a token, nor speak to the person.

import {
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  validateAuthResponse,
} from 'oauth4webapi';
import type { SecretRef } from '../../core/delivery/probe-request.ts';
import type { SignIn } from '../../core/delivery/sign-in.ts';
import type { Reply } from '../../core/mail/reply.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { pause } from '../probes/waiting.ts';
import { clientProof } from './client-proof.ts';
import { postForm, type EndpointWorld } from './endpoint.ts';
import { listenForAnswer, type LoopbackPages } from './loopback.ts';
import { claimsOf } from './token-claims.ts';
import { jsonObject, readTokenResponse, text, type Tokens } from './token-response.ts';

type SignInWorld = EndpointWorld & {
  /** Milliseconds since the epoch. */
  now(): number;
  secret(reference: SecretRef): Promise<string>;
  /** Milliseconds to wait for the person. */
  patience: number;
};

export type SignedIn = {
  /** Why it came to nothing; "ok" with the rest. */
  outcome: StepOutcome;
  refreshToken?: string;
  /** Whose account it is, as far as the tokens say. */
  user?: string;
};

/** Opens the port, says the address to go to, waits. */
export async function signInByBrowser(
  signIn: SignIn,
  pages: LoopbackPages,
  show: (address: string) => void,
  world: SignInWorld,
): Promise<SignedIn> {
  const state = generateRandomState();
  const verifier = generateRandomCodeVerifier();
  const limit = AbortSignal.timeout(world.patience);
  const loopback = await listenForAnswer(state, pages, AbortSignal.any([world.signal, limit]));
  try {
    // Microsoft ignores the port of http://localhost alone, Google that of 127.0.0.1; what is listened to is the same.
    const host = signIn.authority === 'microsoft' ? 'localhost' : '127.0.0.1';
    const redirectUri = `http://${host}:${loopback.port}`;
    show(authorizationAddress(signIn, redirectUri, state, await calculatePKCECodeChallenge(verifier)));
    const answer = await loopback.answer;
    const refusal = refusalIn(answer, signIn, state);
    if (refusal !== undefined) return { outcome: { outcome: 'refused', reply: refusal } };
    return await redeem(
      signIn,
      {
        grant_type: 'authorization_code',
        code: answer.get('code') ?? '',
        redirect_uri: redirectUri,
        code_verifier: verifier,
      },
      world,
    );
  } catch (error) {
    if (!limit.aborted || world.signal.aborted) throw error;
    return { outcome: { outcome: 'timed-out', afterMilliseconds: world.patience, receivedBytes: 0 } };
  } finally {
    await loopback.close();
  }
}

function authorizationAddress(
  { authorizationEndpoint, authority, clientId, scope, user }: SignIn,
  redirectUri: string,
  state: string,
  challenge: string,
): string {
  const address = new URL(authorizationEndpoint);
  const parameters = {
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    login_hint: user,
    // Google gives a refresh token only so: https://developers.google.com/identity/protocols/oauth2/web-server#offline
    ...(authority === 'google' ? { access_type: 'offline', prompt: 'consent' } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}

/** A parameter that comes twice, the issuer of another authority, an error: RFC 6749 §4.1.2.1, RFC 9207. */
function refusalIn(answer: URLSearchParams, signIn: SignIn, state: string): Reply | undefined {
  const own = new URL(signIn.authorizationEndpoint).origin;
  const named = answer.get('iss') ?? '';
  // Microsoft's issuer has the user's tenant in it, which may not be known here.
  const server = { issuer: URL.canParse(named) && new URL(named).origin === own ? named : own };
  try {
    validateAuthResponse(server, { client_id: signIn.clientId }, answer, state);
    return answer.has('code') ? undefined : { code: 'invalid_response', text: 'no code' };
  } catch (error) {
    if (!(error instanceof AuthorizationResponseError)) return { code: 'invalid_response', text: '' };
    const description = (error.error_description ?? '').slice(0, 1_000);
    const number = /AADSTS\d{4,8}/.exec(description)?.[0];
    const reply = { code: error.error.slice(0, 100), text: description };
    return number === undefined ? reply : { ...reply, enhanced: number };
  }
}

export type DeviceCode = { userCode: string; verificationUri: string; expiresInSeconds: number };

/** Asks for a code, shows it, asks again and again whether it was typed. */
export async function signInByDeviceCode(
  signIn: SignIn & { deviceEndpoint: string },
  show: (code: DeviceCode) => void,
  world: SignInWorld,
): Promise<SignedIn> {
  const form = new URLSearchParams({ client_id: signIn.clientId, scope: signIn.scope });
  const answer = await postForm(signIn.deviceEndpoint, form, world);
  const started = answer.kind === 'answered' && answer.status === 200 ? deviceCodeIn(answer.body) : undefined;
  // What is no device code is read as what it is: an error of OAuth, HTML, a redirect, silence.
  if (started === undefined) return { outcome: readTokenResponse(answer, [], world.now()).outcome };
  show(started);
  const patience = Math.min(world.patience, started.expiresInSeconds * 1_000);
  const end = performance.now() + patience;
  let interval = started.interval;
  while (performance.now() + interval < end) {
    await pause(interval, world.signal);
    world.signal.throwIfAborted();
    const tried = await redeem(
      signIn,
      { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: started.deviceCode },
      world,
    );
    const { outcome } = tried;
    const error = outcome.outcome === 'refused' ? outcome.reply.code : undefined;
    // RFC 8628 §3.5. A network that fails once is no answer.
    if (error === 'slow_down' || error === '429') interval += 5_000;
    else if (error !== 'authorization_pending' && outcome.outcome !== 'timed-out') return tried;
  }
  return { outcome: { outcome: 'timed-out', afterMilliseconds: patience, receivedBytes: 0 } };
}

function deviceCodeIn(body: string): (DeviceCode & { deviceCode: string; interval: number }) | undefined {
  const fields = jsonObject(body) ?? {};
  const deviceCode = text(fields, 'device_code');
  const userCode = text(fields, 'user_code');
  // Google calls it verification_url.
  const verificationUri = text(fields, 'verification_uri') ?? text(fields, 'verification_url');
  const isWeb = URL.canParse(verificationUri ?? '') && /^https?:/.test(verificationUri ?? '');
  if (deviceCode === undefined || userCode === undefined || verificationUri === undefined || !isWeb)
    return undefined;
  const expires = Number(fields['expires_in'] ?? 900);
  const interval = Number(fields['interval'] ?? 5);
  return {
    deviceCode,
    userCode: userCode.slice(0, 100),
    verificationUri: verificationUri.slice(0, 500),
    expiresInSeconds: expires > 0 ? expires : 900,
    interval: Math.min(60, interval > 0 ? interval : 5) * 1_000,
  };
}

async function redeem(signIn: SignIn, fields: Record<string, string>, world: SignInWorld): Promise<SignedIn> {
  const { tokenEndpoint, clientId, scope } = signIn;
  const about = {
    url: tokenEndpoint,
    secret: (reference: SecretRef) => world.secret(reference),
    now: world.now(),
  };
  const proof = await clientProof(signIn, about);
  const form = new URLSearchParams({ client_id: clientId, scope, ...fields, ...proof.fields });
  const sent = [fields['code'], fields['code_verifier'], fields['device_code'], ...proof.secrets];
  const response = readTokenResponse(
    await postForm(tokenEndpoint, form, world),
    sent.filter((value) => value !== undefined),
    world.now(),
  );
  const { outcome, tokens } = response;
  if (tokens === undefined) return { outcome };
  const user = userOf(tokens);
  return {
    outcome,
    ...(tokens.refreshToken === undefined ? {} : { refreshToken: tokens.refreshToken }),
    ...(user === undefined ? {} : { user }),
  };
}

/**
 * The access token first: its user is what a mail server compares. The ID token came from the token endpoint itself, so its
 * signature need not be verified (OpenID Connect Core §3.1.3.7, 6).
 */
function userOf({ accessToken, idToken }: Tokens): string | undefined {
  return claimsOf(accessToken)?.user ?? (idToken === undefined ? undefined : claimsOf(idToken)?.user);
}
