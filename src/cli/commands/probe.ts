// `mailcheck probe`: what a server shows of itself, without any record. Logs in only with the user name that was given, sends
// no message, writes nothing.

import type { Credentials, ProbeRequest, SecretRef } from '../../core/delivery/probe-request.ts';
import { brokenStep, stepOf, type LocalProblem, type Observation } from '../../core/mail/evidence.ts';
import { protocols, type TlsMode } from '../../core/mail/protocol.ts';
import { serverFindings } from '../../core/rules/judge.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import type { HttpsRequest } from '../../io/probes/https-look.ts';
import type { Context } from '../context.ts';
import { Unusable, worst, type ExitCode } from '../exit.ts';
import { startProgress } from '../progress.ts';
import { hasLogin, probeTarget, type ProbeTarget } from '../probe-target.ts';
import type { ProbedHost } from '../reporters/probe.ts';
import { shellWord } from '../shell-word.ts';
import { measuredRoughly } from '../wrap.ts';

export type ProbeArguments = {
  urls: string[];
  tls?: TlsMode;
  user?: string;
  passwordEnv?: string;
  passwordFile?: string;
  timeout?: number;
  caFile?: string;
  format?: 'human' | 'json';
  verbose?: boolean;
};

type Words = {
  tooMany: string;
  noPassword: string;
  twoPasswords: string;
  noUser: string;
  noLogin: string;
};

const mostServers = 20;

const words: Record<Language, Words> = {
  en: {
    tooMany: `At most ${mostServers} servers are looked at in one run.`,
    noPassword:
      '--user needs its password: --password-env VARIABLE, or --password-file FILE. It is never typed on the command line.',
    twoPasswords: 'Give --password-env or --password-file, not both.',
    noUser: 'A password alone logs nobody in: add --user NAME.',
    noLogin: '--user does not go with https://: no login is sent there.',
  },
  ja: {
    tooMany: `1回に調べられるサーバーは${mostServers}台までです。`,
    noPassword:
      '--user にはパスワードの参照先が必要です: --password-env 変数名 または --password-file ファイル。パスワードそのものはコマンドラインに書けません。',
    twoPasswords: '--password-env と --password-file は、どちらか一方だけを指定してください。',
    noUser: 'パスワードだけではログインできません。--user 名前 を指定してください。',
    noLogin: 'https:// ではログインしないため、--user は使えません。',
  },
};

const exitCodes: Record<ProbedHost['verdict'], ExitCode> = { fine: 0, warning: 0, fault: 1, unknown: 3 };

export async function probe(args: ProbeArguments, context: Context): Promise<ExitCode> {
  const { language, style } = context;
  const targets = targetsOf(args, language);
  const credentials = credentialsOf(args, targets, language);
  const requests = targets.map((target) => requestFor(target, credentials));
  const at = context.now();
  const entries = await look(requests, args, context);
  const observations = entries.filter((entry) => entry.kind === 'session');
  const hosts = targets.flatMap((target): ProbedHost[] => {
    const seen = entries.find(({ request }) => request === target.url);
    if (seen === undefined) return [];
    const findings =
      seen.kind === 'local' ? [] : serverFindings(seen, observations, commandFor(target, args, seen), at);
    const password = credentials?.kind === 'password' ? { password: credentials.password } : {};
    return [{ target, seen, findings, verdict: verdictOf(seen, findings), ...password }];
  });
  const { probeHuman, probeJson } = await import('../reporters/probe.ts');
  const report = { at: at.toISOString(), hosts };
  const text = (): string => probeHuman(report, args.verbose ?? false, style, language);
  const first = args.format === 'json' ? probeJson(report) : text();
  context.out(args.format !== 'json' && (await measuredRoughly()) ? text() : first);
  return worst(hosts.map(({ verdict }) => exitCodes[verdict]));
}

async function look(
  requests: readonly (ProbeRequest | HttpsRequest)[],
  { timeout, caFile }: ProbeArguments,
  context: Context,
): Promise<(Observation | LocalProblem)[]> {
  const { observeServers } = await import('../observing.ts');
  const progress = await startProgress(requests.length, context, 'servers');
  const limits = {
    ...(timeout === undefined ? {} : { timeout }),
    onDone: ({ request }: Observation | LocalProblem) => progress.finished(request),
  };
  try {
    return await observeServers(requests, limits, caFile, context);
  } finally {
    progress.stop();
  }
}

function targetsOf({ urls, tls }: ProbeArguments, language: Language): ProbeTarget[] {
  const targets = urls.map((url) => probeTarget(url, tls, language));
  const each = new Map(targets.map((target) => [target.url, target]));
  if (each.size > mostServers) throw new Unusable(words[language].tooMany);
  return [...each.values()];
}

function credentialsOf(
  { user, passwordEnv, passwordFile }: ProbeArguments,
  targets: readonly ProbeTarget[],
  language: Language,
): Credentials | undefined {
  const said = words[language];
  if (passwordEnv !== undefined && passwordFile !== undefined) throw new Unusable(said.twoPasswords);
  const password: SecretRef | undefined =
    passwordEnv !== undefined
      ? { env: passwordEnv }
      : passwordFile !== undefined
        ? { file: passwordFile }
        : undefined;
  if (user === undefined) {
    if (password !== undefined) throw new Unusable(said.noUser);
    return undefined;
  }
  if (password === undefined) throw new Unusable(said.noPassword);
  if (targets.some(({ protocol }) => !hasLogin(protocol))) throw new Unusable(said.noLogin);
  return { kind: 'password', user, password };
}

function requestFor(
  { url, protocol, host, port, tls, path }: ProbeTarget,
  credentials: Credentials | undefined,
): ProbeRequest | HttpsRequest {
  const common = {
    id: url,
    mailbox: credentials?.user ?? host,
    address: credentials?.user ?? '',
    direction: protocol === 'pop3' || protocol === 'imap' ? 'incoming' : 'outgoing',
    host,
    port,
    inFull: true,
    allowClearTextCredentials: false,
    maxConcurrentConnections: 1,
    concurrencyKey: url,
  } as const;
  if (!hasLogin(protocol)) return { ...common, protocol, tls: 'implicit', depth: 'connect', path };
  return credentials === undefined
    ? { ...common, protocol, tls, depth: 'connect' }
    : { ...common, protocol, tls, depth: 'login', credentials };
}

/** What looks at this one server again, in the protocol and TLS mode in which it was found to answer. */
function commandFor(target: ProbeTarget, args: ProbeArguments, seen: Observation): string {
  const login = stepOf(seen, 'login');
  const noTls = login?.outcome === 'rejected' && login.reason === 'clear-text-forbidden';
  const other = otherProtocol(seen);
  const url =
    other !== undefined
      ? // A mail protocol's URL has no path.
        target.url.slice(0, target.url.length - target.path.length).replace(/^\w+/, other)
      : seen.answersTo === undefined
        ? target.url
        : target.url.replace(/^(imap|pop3|smtp)s:/, '$1:');
  const options = [
    ['--tls', seen.answersTo ?? (noTls || other !== undefined ? undefined : args.tls)],
    ['--user', args.user],
    ['--password-env', args.passwordEnv],
    ['--password-file', args.passwordFile],
    ['--ca-file', args.caFile],
  ].flatMap(([flag = '', value]) => (value === undefined ? [] : [flag, shellWord(value)]));
  return ['mailcheck probe', shellWord(url, 2_000), ...options].join(' ');
}

/** What a server said that speaks another mail protocol: in clear text, or once TLS was there. */
function otherProtocol(seen: Observation): string | undefined {
  const broken = brokenStep(seen);
  if (broken?.outcome !== 'malformed' || broken.looksLike === seen.protocol) return undefined;
  if (!protocols.some((protocol) => protocol === broken.looksLike)) return undefined;
  return seen.tls === 'implicit' && broken.step === 'greeting' ? `${broken.looksLike}s` : broken.looksLike;
}

function verdictOf(seen: Observation | LocalProblem, findings: readonly Finding[]): ProbedHost['verdict'] {
  if (seen.kind === 'local') return 'unknown';
  if (findings.some(({ severity }) => severity === 'error')) return 'fault';
  if (findings.some(({ severity }) => severity === 'unknown')) return 'unknown';
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'fine';
}
