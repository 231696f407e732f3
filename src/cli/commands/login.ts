// `mailcheck login`: a person signs in for a mailbox, and the refresh token is kept. It is never shown; one of the wrong
// account is never kept.

import type { SecretRef } from '../../core/delivery/probe-request.ts';
import { signInFor, type SignIn } from '../../core/delivery/sign-in.ts';
import { resolveReference, type Entry, type Records } from '../../core/records/records.ts';
import { whereText } from '../../core/records/where.ts';
import { clientProof } from '../../io/oauth/client-proof.ts';
import type { SignedIn } from '../../io/oauth/sign-in.ts';
import { defaultDeadlines, SecretProblem } from '../../io/probes/probe.ts';
import { readSecret, referenceName } from '../../io/secrets.ts';
import { readAuthorities } from '../authorities.ts';
import type { Context } from '../context.ts';
import { Unusable, type ExitCode } from '../exit.ts';
import { forErrors } from '../for-errors.ts';
import { keepRefreshToken, keyringOf, lineFor, placeOf } from '../kept-token.ts';
import { refusalLines, type SignInPlace } from '../login-refusal.ts';
import { loginPages, loginWords } from '../login-words.ts';
import { mailboxNamed } from '../mailboxes.ts';
import { safe } from '../safe.ts';
import { tellOfProxy } from '../unused-proxy.ts';
import { loadWorkspace } from '../workspace.ts';

export type LoginArguments = {
  workspace?: string;
  mailbox: string;
  deviceCode?: boolean;
  /** false: --no-browser */
  browser: boolean;
  /** Seconds. */
  timeout?: number;
  caFile?: string;
  dryRun?: boolean;
};

/** Long enough for a second factor that has to be looked for. */
const defaultTimeout = 300;

export async function login(args: LoginArguments, context: Context): Promise<ExitCode> {
  const { records, root } = await loadWorkspace(args.workspace, context);
  const said = loginWords[context.language];
  const mailbox = mailboxNamed(records, args.mailbox, context.language);
  const { signIn, place } = signInAsked(mailbox, records, context);
  if (args.deviceCode === true && signIn.deviceEndpoint === undefined) throw new Unusable(said.noDeviceCode);
  const recorded = mailbox.fields.oauthRefreshToken;
  if (recorded !== undefined && !('file' in recorded) && !('keyring' in recorded))
    throw new Unusable(said.notKeepable(safe(referenceName(recorded))));
  if (args.dryRun === true) {
    tellPlan(mailbox, signIn, recorded, root, context);
    return 0;
  }
  const signedIn = await ask(signIn, args, root, context);
  const code = judged(signedIn, signIn, place, context);
  if (code !== undefined || signedIn.refreshToken === undefined) return code ?? 1;
  return await keepRefreshToken(mailbox, signedIn.refreshToken, recorded, root, context);
}

function signInAsked(
  mailbox: Entry<'mailboxes'>,
  records: Records,
  { language }: Context,
): { signIn: SignIn; place: SignInPlace } {
  const said = loginWords[language];
  const { profile: name, emailAddress } = mailbox.fields;
  const profile =
    name === undefined || name === null ? undefined : resolveReference(records, ['profiles'], name).found;
  const asked = signInFor(mailbox, profile, records.environment?.fields);
  const place = { mailbox: emailAddress ?? mailbox.id, profile: profile?.fields.name ?? profile?.id ?? '' };
  if (asked.because === 'no-profile') throw new Unusable(said.noProfile(safe(place.mailbox)));
  if (asked.because !== undefined) throw new Unusable(said.password(safe(place.profile)));
  if (asked.missing !== undefined) {
    const { kind, id, key, where } = asked.missing;
    throw new Unusable(`${whereText(where)}: ${said.missing(safe(said.records[kind](id)), key)}`);
  }
  return { signIn: asked.signIn, place };
}

async function ask(signIn: SignIn, args: LoginArguments, root: string, context: Context): Promise<SignedIn> {
  const said = loginWords[context.language];
  const { env, signal, errorStyle } = context;
  const tell = (line: string): void => context.err(forErrors(line, context));
  const authorities = args.caFile === undefined ? undefined : await readAuthorities(args.caFile, context);
  const read = (reference: SecretRef): Promise<string> =>
    readSecret(reference, { env, folder: root, signal });
  const now = () => context.now().getTime();
  // Once before anybody signs in, so that nobody does so in vain.
  await clientProof(signIn, { url: signIn.tokenEndpoint, secret: read, now: now() }).catch(
    (error: unknown) => {
      throw error instanceof SecretProblem ? new Unusable(said.proofMissing(safe(error.detail))) : error;
    },
  );
  const timeout = args.timeout ?? defaultTimeout;
  const world = {
    signal,
    now,
    deadline: defaultDeadlines.reply,
    secret: read,
    patience: timeout * 1_000,
    ...(authorities === undefined ? {} : { extraAuthorities: authorities }),
  };
  tellOfProxy(context);
  const { signInByBrowser, signInByDeviceCode } = await import('../../io/oauth/sign-in.ts');
  const { deviceEndpoint } = signIn;
  if (args.deviceCode === true && deviceEndpoint !== undefined)
    return await signInByDeviceCode(
      { ...signIn, deviceEndpoint },
      ({ userCode, verificationUri, expiresInSeconds }) => {
        tell(said.device(safe(signIn.user), safe(verificationUri, 500), expiresInSeconds));
        context.err(`\n    ${errorStyle.colour.bold(safe(userCode))}\n`);
        tell(said.waiting(Math.min(timeout, expiresInSeconds)));
      },
      world,
    );
  const { openBrowser } = await import('../../io/open-browser.ts');
  return await signInByBrowser(
    signIn,
    loginPages,
    (address) => {
      tell(said.browse(safe(signIn.user)));
      // Not wrapped: it has to be copied whole.
      context.err(`\n${safe(address, 8_000)}\n`);
      tell(said.waiting(timeout));
      // Where nobody sits at a terminal no window is to open.
      if (args.browser && context.ask !== undefined) openBrowser(address, env);
    },
    world,
  );
}

/** Undefined: it may be kept. */
function judged(
  { outcome, refreshToken, user }: SignedIn,
  signIn: SignIn,
  place: SignInPlace,
  context: Context,
): ExitCode | undefined {
  const said = loginWords[context.language];
  const complain = (...lines: string[]): void => {
    for (const line of lines) context.err(forErrors(line, context));
  };
  const host = new URL(signIn.tokenEndpoint).host;
  switch (outcome.outcome) {
    case 'ok':
      break;
    case 'refused':
      for (const line of refusalLines(outcome.reply, signIn, place, context)) context.err(line);
      return 1;
    case 'timed-out':
      complain(said.timedOut(Math.round(outcome.afterMilliseconds / 1_000)));
      return 3;
    case 'rejected':
      complain(said.failed(host, outcome.reason));
      return 3;
    case 'failed':
      complain(said.failed(host, safe(outcome.error)));
      return 3;
    case 'malformed':
      complain(said.failed(host, safe(outcome.received, 200)));
      return 3;
    case 'closed':
    case 'not-tried':
      complain(said.failed(host, outcome.outcome));
      return 3;
  }
  if (user !== undefined && user.toLowerCase() !== signIn.user.toLowerCase()) {
    complain(said.otherUser(safe(user), safe(signIn.user)), said.otherUserFix(safe(user)));
    return 1;
  }
  if (refreshToken === undefined) {
    complain(said.noRefreshToken);
    return 1;
  }
  if (user === undefined) complain(said.userUnknown(safe(signIn.user)));
  else context.out(`${context.style.colour.green(context.style.signs.good)} ${said.signedIn(safe(user))}`);
  return undefined;
}

function tellPlan(
  mailbox: Entry<'mailboxes'>,
  signIn: SignIn,
  recorded: SecretRef | undefined,
  root: string,
  context: Context,
): void {
  const { would } = loginWords[context.language];
  const reference = recorded ?? keyringOf(mailbox);
  context.out(would.signIn(safe(signIn.user), new URL(signIn.authorizationEndpoint).host));
  context.out(would.keep(placeOf(reference, root, context)));
  if (recorded === undefined) context.out(would.record(whereText(mailbox.where()), lineFor(reference)));
  context.out(would.nothing);
}
