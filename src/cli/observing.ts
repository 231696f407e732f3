// Knows how a command has servers looked at: the limits, the deadlines, where secrets and authorities come from.

import type { ProbeRequest, SecretRef } from '../core/delivery/probe-request.ts';
import type { Evidence, LocalProblem, Observation } from '../core/mail/evidence.ts';
import { isHttp, standardPorts } from '../core/mail/protocol.ts';
import { rememberHosts } from '../io/probes/hosts.ts';
import type { HttpsRequest } from '../io/probes/https-look.ts';
import { defaultDeadlines, type ProbeContext } from '../io/probes/probe.ts';
import { observe } from '../io/probes/run.ts';
import { readSecret } from '../io/secrets.ts';
import { readAuthorities } from './authorities.ts';
import type { Context } from './context.ts';
import { forErrors } from './for-errors.ts';
import { tellOfProxy } from './unused-proxy.ts';

export type Limits = {
  /** Seconds. */
  timeout?: number;
  arrivalTimeout?: number;
  /** Connections at once. */
  concurrency?: number;
  /** Refresh tokens that a server renewed take the place of the old ones: where results are written back. */
  keepRefreshTokens?: boolean;
  /** Whether other ports of a host are looked at where the recorded one does not work. */
  alternatives?: boolean;
  onDone?(entry: Observation | LocalProblem): void;
  onWait?(request: ProbeRequest, seconds: number): void;
};

/** People set it to make an error go away; every probe says for itself that it verifies. */
const verified = {
  en: 'NODE_TLS_REJECT_UNAUTHORIZED=0 is set here; mailcheck verifies certificates all the same. Programs that heed it talk to any server, so take it out.',
  ja: 'NODE_TLS_REJECT_UNAUTHORIZED=0 が設定されていますが、mailcheckは証明書を必ず検証します。この設定に従うプログラムはどのサーバーとも通信してしまうため、設定を外してください。',
};

const connectionsInAll = 20;
const connectionsToOneHost = 10;

export async function observeLive(
  requests: readonly ProbeRequest[],
  limits: Limits,
  caFile: string | undefined,
  /** Folder of the workspace. */
  root: string,
  context: Context,
): Promise<Evidence> {
  const { concurrency, onDone, onWait } = limits;
  if (requests.some(({ protocol, credentials }) => isHttp(protocol) || credentials?.kind === 'bearer'))
    tellOfProxy(context);
  return await observe(requests, await probeContext(limits, caFile, root, context), {
    concurrency: concurrency ?? connectionsInAll,
    perHost: connectionsToOneHost,
    ...(onDone === undefined ? {} : { onDone }),
    ...(onWait === undefined ? {} : { onWait }),
  });
}

/** Servers by themselves, HTTPS addresses among them; one entry each, in no particular order. */
export async function observeServers(
  requests: readonly (ProbeRequest | HttpsRequest)[],
  limits: Limits,
  caFile: string | undefined,
  context: Context,
): Promise<(Observation | LocalProblem)[]> {
  const probing = await probeContext(limits, caFile, context.cwd, context);
  const ofMail = requests.filter((request): request is ProbeRequest => request.protocol !== 'https');
  const ofHttps = requests.filter((request): request is HttpsRequest => request.protocol === 'https');
  if (ofHttps.length > 0) tellOfProxy(context);
  const { lookAtHttps } = await import('../io/probes/https-look.ts');
  const [{ observations }, ...answers] = await Promise.all([
    observe(ofMail, probing, {
      concurrency: connectionsInAll,
      perHost: connectionsToOneHost,
      ...(limits.onDone === undefined ? {} : { onDone: limits.onDone }),
    }),
    ...ofHttps.map(async (request) => {
      const seen = await lookAtHttps(request, probing);
      limits.onDone?.(seen);
      return seen;
    }),
  ]);
  return [...observations, ...answers];
}

async function probeContext(
  { timeout, arrivalTimeout, alternatives, keepRefreshTokens }: Limits,
  caFile: string | undefined,
  root: string,
  context: Context,
): Promise<ProbeContext> {
  const { env, signal } = context;
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    context.err(forErrors(verified[context.language], context));
  const session = timeout === undefined ? defaultDeadlines.session : timeout * 1_000;
  const authorities = caFile === undefined ? undefined : await readAuthorities(caFile, context);
  const trusted = authorities === undefined ? {} : { extraAuthorities: authorities };
  const now = () => context.now().getTime();
  const secret = (reference: SecretRef) => readSecret(reference, { env, folder: root, signal });
  // Loaded where one is needed: most profiles have passwords.
  const tokens = once(async () => {
    const { rememberTokens } = await import('../io/oauth/tokens.ts');
    const { keepInPlaceOf } = await import('../io/keep-secret.ts');
    return rememberTokens({
      signal,
      now,
      deadline: Math.min(defaultDeadlines.reply, session),
      ...trusted,
      secret,
      ...(keepRefreshTokens === true
        ? {
            replaced: (reference, before, after) =>
              keepInPlaceOf(reference, before, after, { env, folder: root }),
          }
        : {}),
    });
  });
  return {
    signal,
    now,
    deadlines: {
      connect: Math.min(defaultDeadlines.connect, session),
      wrongMode: Math.min(defaultDeadlines.wrongMode, session),
      reply: Math.min(defaultDeadlines.reply, session),
      login: Math.min(defaultDeadlines.login, session),
      session,
      arrival: arrivalTimeout === undefined ? defaultDeadlines.arrival : arrivalTimeout * 1_000,
    },
    ...trusted,
    secret,
    token: async (request) => (await tokens())(request),
    ...(alternatives === true ? { standardPorts } : {}),
    hosts: rememberHosts(),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
