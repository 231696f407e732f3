// Knows how the session rules (MC5xx) find their case: the one problem a session ended with, and what every message
// needs of it. Builds parameters, chooses no words.

import type { Certificate, Observation, StepName, StepResult } from '../mail/evidence.ts';
import { faultOf, retryAfterOf } from '../mail/fault.ts';
import type { Direction, Protocol, TlsMode } from '../mail/protocol.ts';
import { replyWords } from '../mail/reply-words.ts';
import { knownReply, seenIn } from '../mail/server-replies/known-reply.ts';
import { readLibraryCode } from '../mail/server-replies/read-pasted-codes.ts';
import { problemOf, type BrokenSession, type SessionProblem } from '../mail/session-problem.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import type { Where } from '../records/where.ts';
import type { Facts } from './facts.ts';
import { knownParams, type KnownReply } from './known-reply-words.ts';
import type { Hit } from './rule.ts';

export type SessionParams = {
  /** host:port, as it was dialled. */
  server: string;
  host: string;
  port: number;
  protocol: Protocol;
  direction: Direction;
  tls: TlsMode;
  /** The step that ended the session. */
  step: StepName;
  /** Name of the server profile; the host where no profile is known. */
  profile: string;
  /** Address of the mailbox. */
  mailbox: string;
  /** The server's own words, raw: reporters make them printable. */
  words?: string;
  /** What the table of server replies knows of it. */
  known?: KnownReply;
  /** Not before, ISO 8601. */
  retryAfter?: string;
};

/** The value that a fix would change: a key of the profile without its direction, or whoever keeps the credentials. */
type Field = 'ServerLocation' | 'PortNumber' | 'Tls' | 'AuthenticationProtocol' | 'credentials';

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
  const params = {
    ...paramsOf(facts, broken.step.step),
    ...(broken.reply === undefined ? {} : { words: replyWords(broken.reply) }),
    ...(saidByTheTable.includes(problem) ? knownParams(rowOf(observation, broken)) : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...extra(broken.step, observation),
  };
  const local = faultOf(observation)?.class === 'local';
  return [{ params, where: placeOf(facts, field), ...(local ? { severity: 'unknown' as const } : {}) }];
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
  };
}

function placeOf(facts: Facts['session'], field: Field): Where | undefined {
  const { mailbox, profile, observation } = facts;
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
export function credentialsIn({ profile, observation }: Facts['session']): 'mailbox' | 'profile' {
  if (profile === undefined) return 'mailbox';
  const { credentialRetrieval } = effectiveProfile(profile.fields)[observation.direction];
  return credentialRetrieval === 'profile' ? 'profile' : 'mailbox';
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

/** The certificate as far as the words need it; names of a hostile server are many. */
export function certificateParams(certificate: Certificate | undefined) {
  return {
    issuer: certificate?.issuer,
    subject: certificate?.subject,
    names: certificate?.names.slice(0, 10) ?? [],
    validFrom: certificate?.validFrom,
    validTo: certificate?.validTo,
  };
}
