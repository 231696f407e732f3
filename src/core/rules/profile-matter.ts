// Knows whether what ended a session lies in the server profile or in the mailbox: by the step, by who keeps the
// credentials, by what the server said. Pure; what follows from it is in judge-profiles.ts.

import type { Observation } from '../mail/evidence.ts';
import type { Reply } from '../mail/reply.ts';
import type { StepName } from '../mail/step.ts';
import { isHttp } from '../mail/protocol.ts';
import { knownReply, seenIn } from '../mail/server-replies/known-reply.ts';
import { problemOf } from '../mail/session-problem.ts';
import type { SessionProblem } from '../mail/known-problems.ts';
import type { EffectiveDirection } from '../records/profile-defaults.ts';

/**
 * server          at a step that no mailbox has a part in: the profile's server, port or encryption;
 * credentials     at a login that the profile keeps for all its mailboxes;
 * server-if-all   it may be either: the server's where every mailbox that was looked at met the same.
 */
export type ProfileMatter = 'server' | 'credentials' | 'server-if-all';

/** Undefined: nothing broke, or it is the mailbox's own matter. */
export function profileMatterOf(
  observation: Observation,
  side: EffectiveDirection,
): ProfileMatter | undefined {
  const broken = problemOf(observation);
  if (broken === undefined) return undefined;
  const { problem, step, reply } = broken;
  if (isHttp(observation.protocol) && step.step !== 'token') return matterOfService(problem, step.step, side);
  if (beforeLogin.includes(step.step)) return 'server';
  const kept = keepsLogin(side);
  if (step.step === 'token') return matterOfToken(observation, problem, kept);
  if (kept === 'account' && withLogin.includes(step.step)) return 'credentials';
  if (step.outcome === 'rejected') return ofTheProfile.includes(problem) ? 'server' : undefined;
  if (reply === undefined) return withoutReply.includes(step.outcome) ? 'server-if-all' : undefined;
  const matter = matterOfReply(reply, step.step, problem, observation);
  return matter ?? (kept === 'application' && problem === 'login-refused' ? 'server-if-all' : undefined);
}

/** One account or application opens each mailbox by its own address; of what it is told then, some is that mailbox's alone. */
function matterOfService(
  problem: SessionProblem,
  step: StepName,
  side: EffectiveDirection,
): ProfileMatter | undefined {
  if (ofTheMailbox.includes(problem)) return undefined;
  if (problem === 'autodiscover-nothing' || problem === 'autodiscover-elsewhere') return 'server-if-all';
  if (beforeLogin.includes(step) || problem === 'scheme-not-offered') return 'server';
  const kept = keepsLogin(side);
  if (ofTheLogin.includes(problem) && kept !== 'application') return kept && 'credentials';
  return 'server-if-all';
}

const ofTheMailbox: readonly SessionProblem[] = [
  'mailbox-not-in-service',
  'mailbox-does-not-exist',
  'no-exchange-licence',
  'send-as-denied',
  'mailbox-full',
];
const ofTheLogin: readonly SessionProblem[] = [
  'login-refused',
  'token-not-accepted',
  'second-factor-wanted',
  'refused-before',
];

/** The address of the mailbox crosses the wire at the login at the earliest. */
const beforeLogin: readonly StepName[] = ['name', 'connect', 'greeting', 'tls', 'capabilities'];

/**
 * What the application that the profile names is answered is the same for all its mailboxes. Each user's own sign-in is his own
 * matter, as is the one mailbox that a service account may not act for.
 */
function matterOfToken(
  { tokenAsked }: Observation,
  problem: SessionProblem,
  kept: ReturnType<typeof keepsLogin>,
): ProfileMatter | undefined {
  if (problem.startsWith('token-application-')) return 'credentials';
  switch (tokenAsked?.grant ?? (kept === 'application' ? 'client-credentials' : 'refresh-token')) {
    case 'client-credentials':
    case 'client-certificate':
      return 'credentials';
    case 'service-account':
      if (problem === 'token-consent-missing') return 'credentials';
      break;
    case 'refresh-token':
      break;
  }
  return onTheWay.includes(problem) ? 'server-if-all' : undefined;
}

/** Neither the user's nor the application's doing. */
const onTheWay: readonly SessionProblem[] = [
  'token-later',
  'token-not-obtained',
  'token-redirected',
  'token-clock',
];

/** What one account does is the same for all mailboxes that log in as it. The sender is each mailbox's own address. */
const withLogin: readonly StepName[] = ['login', 'inbox'];

/**
 * account      one user name and password for all mailboxes;
 * application  its rights may differ by mailbox, since it logs in as each of them;
 * undefined    every user and queue logs in itself (Gmail: each signs in).
 */
function keepsLogin({ credentialRetrieval }: EffectiveDirection): 'account' | 'application' | undefined {
  if (credentialRetrieval === 'profile') return 'account';
  return credentialRetrieval === 'user-or-queue' || credentialRetrieval === 'gmail-oauth'
    ? undefined
    : 'application';
}

/** We would not go on, because of what the server offers and the profile says. */
const ofTheProfile: readonly SessionProblem[] = ['login-not-offered', 'clear-text-forbidden'];

/** The session ended without a word about the mailbox. */
const withoutReply: readonly string[] = ['closed', 'timed-out', 'failed', 'malformed'];

function matterOfReply(
  reply: Reply,
  step: StepName,
  problem: SessionProblem,
  observation: Observation,
): ProfileMatter | undefined {
  const row = knownReply(seenIn(observation, step, reply));
  if (saysServer(reply))
    return row?.ofTheUser === true || isOfAnAddress(reply, step) ? 'server-if-all' : 'server';
  if (problem === 'login-not-offered') return 'server-if-all';
  if (problem !== 'login-refused') return undefined;
  if (row?.id === 'exchange-smtp-auth-off-tenant') return 'server';
  return row?.id === 'exchange-basic-authentication-off' ? 'server-if-all' : undefined;
}

/** RFC 3463 §3.5: the way to the address that the step names, where it is not the network that stands still (x.4.5). */
function isOfAnAddress({ enhanced = '' }: Reply, step: StepName): boolean {
  return (step === 'sender' || step === 'recipient') && /^[45]\.4\.(?!5$)/.test(enhanced);
}

/**
 * RFC 5321 §4.2.3: 421 closes the service. RFC 3463 §3.4, §3.5: x.3.x is the mail system's status, x.4.x the network's.
 * RFC 4954 §6: 454 4.7.0 is a failure of the server's own. RFC 3206 §4: SYS, RFC 5530 §3: UNAVAILABLE and SERVERBUG.
 */
function saysServer({ code, enhanced = '' }: Reply): boolean {
  if (code === '421' || (code === '454' && enhanced === '4.7.0')) return true;
  return /^[45]\.[34]\.|^SYS\/|^(?:UNAVAILABLE|SERVERBUG)$/.test(enhanced);
}
