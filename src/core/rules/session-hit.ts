// Knows how the session rules (MC5xx) find their case: the one problem a session ended with, and what every message
// needs of it. Builds parameters, chooses no words.

import { loginUser } from '../delivery/login-user.ts';
import type { Alternative } from '../mail/alternative.ts';
import type { Observation } from '../mail/evidence.ts';
import type { StepName, StepResult } from '../mail/step.ts';
import { faultOf, retryAfterOf } from '../mail/fault.ts';
import type { Direction, SessionProtocol, TlsMode } from '../mail/protocol.ts';
import { replyWords } from '../mail/reply-words.ts';
import { knownReply, seenIn } from '../mail/server-replies/known-reply.ts';
import { readLibraryCode } from '../mail/server-replies/read-pasted-codes.ts';
import { problemOf, type BrokenSession } from '../mail/session-problem.ts';
import type { SessionProblem } from '../mail/known-problems.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import type { Where } from '../records/where.ts';
import type { Facts } from './facts.ts';
import { knownParams, type KnownReply } from './known-reply-words.ts';
import type { Hit } from './rule.ts';

/** Another port of the host, of which something can be said. */
export type LookedAt = Alternative & { outcome: Exclude<Alternative['outcome'], 'cannot-tell'> };

export type SessionParams = {
  /** host:port, as it was dialled. */
  server: string;
  host: string;
  port: number;
  protocol: SessionProtocol;
  direction: Direction;
  tls: TlsMode;
  /** The step that ended the session. */
  step: StepName;
  /** Name of the server profile; the host where no profile is known. */
  profile: string;
  /** Address of the mailbox. */
  mailbox: string;
  /** Who keeps user name and password. */
  credentialsIn: 'mailbox' | 'profile';
  /** Said once for all mailboxes of the profile (judge-profiles.ts): `mailbox` is the first of them. */
  wholeProfile?: true;
  /** The server's own words, raw: reporters make them printable. */
  words?: string;
  /** What the table of server replies knows of it. */
  known?: KnownReply;
  /** Not before, ISO 8601. */
  retryAfter?: string;
  /** Refused for now while so many other connections of this run to the server were open. */
  besideOthers?: number;
  /** Other ports of this host; absent: none was looked at. */
  alternatives?: readonly LookedAt[];
  /** The server was looked at by itself, without records: the command that looks again. */
  again?: string;
};

/** The value that a fix would change: a key of the profile without its direction, or what is said below. */
export type Field =
  | 'ServerLocation'
  | 'PortNumber'
  | 'Tls'
  | 'AuthenticationProtocol'
  | 'credentials'
  /** The login's name. */
  | 'login'
  /** How the token is come by. */
  | 'token'
  /** The mailbox's address. */
  | 'address'
  /** The application that the token is for. */
  | 'application';

/** The rule's one case, if this session ended with its problem. Class "local": nothing was learnt, so "unknown". */
export function sessionHit<Extra extends object>(
  facts: Facts['session'],
  problem: SessionProblem,
  field: Field,
  extra: (step: StepResult, observation: Observation) => Extra,
): Hit<SessionParams & Extra>[] {
  const broken = problemOf(facts.observation);
  if (broken?.problem !== problem) return [];
  const { observation } = facts;
  const retryAfter = retryAfterOf(observation);
  const alternatives = (observation.alternatives ?? []).filter(isLookedAt);
  const params = {
    ...paramsOf(facts, broken.step.step),
    ...(broken.reply === undefined ? {} : { words: replyWords(broken.reply) }),
    ...(saidByTheTable.includes(problem) ? knownParams(rowOf(observation, broken)) : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(observation.besideOthers === undefined ? {} : { besideOthers: observation.besideOthers }),
    ...(alternatives.length === 0 ? {} : { alternatives: alternatives.slice(0, 8) }),
    ...extra(broken.step, observation),
  };
  const local = faultOf(observation)?.class === 'local';
  return [{ params, where: placeOf(facts, field), ...(local ? { severity: 'unknown' as const } : {}) }];
}

function isLookedAt(one: Alternative): one is LookedAt {
  return one.outcome !== 'cannot-tell';
}
/** Their rules show a server's words, or a code of Node that stands for several causes. The others say all themselves. */
const saidByTheTable: readonly SessionProblem[] = [
  'name-not-looked-up',
  'no-answer',
  'tls-failed',
  'greeting-refused',
  'login-refused',
  'login-later',
  'login-not-offered',
  'inbox-refused',
  'sender-refused',
  'recipient-refused',
  'message-refused',
  'later',
  'other',
];

function rowOf(observation: Observation, { step, reply }: BrokenSession) {
  return reply === undefined ? knownFailure(step) : knownReply(seenIn(observation, step.step, reply));
}

/** Node's code, or the one in OpenSSL's words, which say more than a bare EPROTO. */
function knownFailure(step: StepResult) {
  if (step.outcome !== 'failed' || step.error === 'INTERNAL') return undefined;
  const read = readLibraryCode(`${step.error}: ${step.message}`);
  return read === undefined ? undefined : knownReply(read);
}

export function paramsOf(facts: Facts['session'], step: StepName): SessionParams {
  const { host, port, protocol, direction, tls, mailbox } = facts.observation;
  return {
    server: host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`,
    host,
    port,
    protocol,
    direction,
    tls,
    step,
    profile: facts.profile?.fields.name ?? facts.profile?.id ?? host,
    mailbox: facts.mailbox?.fields.emailAddress ?? mailbox,
    credentialsIn: credentialsIn(facts),
    ...(facts.again === undefined ? {} : { again: facts.again }),
  };
}

function placeOf(facts: Facts['session'], field: Field): Where | undefined {
  const { mailbox, profile, observation } = facts;
  if (field === 'token')
    return profile?.where([`${passwordSide(facts)}CredentialRetrieval`]) ?? mailbox?.where(['userName']);
  if (field === 'login')
    return credentialsIn(facts) === 'profile'
      ? profile?.where([`${passwordSide(facts)}UserName`])
      : mailbox?.where([mailbox.fields.userName === undefined ? 'emailAddress' : 'userName']);
  if (field === 'address') return mailbox?.where(['emailAddress']);
  if (field === 'application')
    return profile?.where([profile.fields.oauthClientId === undefined ? 'serverType' : 'oauthClientId']);
  if (field !== 'credentials')
    return (
      (field === 'Tls' && profile?.fields[`${observation.direction}Tls`] === undefined
        ? profile?.where([`${observation.direction}PortNumber`])
        : profile?.where([`${observation.direction}${field}`])) ?? mailbox?.where(['profile'])
    );
  return credentialsIn(facts) === 'profile'
    ? profile?.where([`${passwordSide(facts)}Password`])
    : mailbox?.where(['password']);
}

/** Who keeps user name and password: the mailbox itself, or the profile for all its mailboxes. */
function credentialsIn({ profile, observation }: Facts['session']): 'mailbox' | 'profile' {
  if (profile === undefined) return 'mailbox';
  const { credentialRetrieval } = effectiveProfile(profile.fields)[observation.direction];
  return credentialRetrieval === 'profile' ? 'profile' : 'mailbox';
}

/** By which name the session logged in, as far as the records say. */
export function loginOf({ mailbox, profile, observation }: Facts['session']): string | undefined {
  if (mailbox === undefined || profile === undefined) return mailbox?.fields.userName;
  return loginUser(mailbox, effectiveProfile(profile.fields)[observation.direction]);
}

/** "Use the same settings for outgoing": the outgoing password is then the incoming one. */
function passwordSide({ profile, observation }: Facts['session']): Direction {
  const same = profile?.fields.useSameSettingsForOutgoingConnections ?? true;
  return same ? 'incoming' : observation.direction;
}

/** How long the step took, to a tenth of a second. */
export function secondsOf(step: StepResult): number {
  const milliseconds = step.outcome === 'timed-out' ? step.afterMilliseconds : step.milliseconds;
  return Math.round(milliseconds / 100) / 10;
}
