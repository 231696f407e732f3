// Knows after which failures other ports of the same host are worth a look, and which ports those are. Pure data.
// A look connects and encrypts; it never logs in: no credential goes to a port that nobody named.

import { stepOf, type Observation } from '../mail/evidence.ts';
import { faultOf } from '../mail/fault.ts';
import { isHttp, type ProtectedPort, type StandardPorts } from '../mail/protocol.ts';
import { problemOf } from '../mail/session-problem.ts';
import type { SessionProblem } from '../mail/known-problems.ts';

/** What another port or TLS mode would explain. */
const explained = new Set<SessionProblem>([
  'connection-refused',
  'no-answer',
  'clear-text-first',
  'tls-at-once',
  'starttls-not-offered',
  'starttls-injection',
  'other-protocol',
  'silent',
  'clear-text-forbidden',
]);

export function isAlternativeWorthALook(observation: Observation): boolean {
  const problem = problemOf(observation)?.problem;
  if (problem === undefined || faultOf(observation)?.class === 'local') return false;
  if (problem !== 'login-not-offered') return explained.has(problem);
  // A server that offers OAuth alone over TLS does so on its other ports, too.
  const login = stepOf(observation, 'login');
  const nothingOffered = login?.outcome === 'rejected' && login.reason === 'authentication-not-offered';
  return nothingOffered || observation.tls === 'none';
}

/** The better one first. The recorded port itself is among them where it speaks another TLS mode. */
export function alternativesOf(
  { protocol, port, tls, answersTo }: Pick<Observation, 'protocol' | 'port' | 'tls' | 'answersTo'>,
  standard: StandardPorts,
): ProtectedPort[] {
  const same: ProtectedPort[] =
    answersTo === undefined || answersTo === 'none' ? [] : [{ port, tls: answersTo }];
  // Over HTTPS the address says all of it.
  const others = (isHttp(protocol) ? [] : standard[protocol]).filter(
    (one) =>
      !(one.port === port && one.tls === tls) &&
      !same.some((own) => own.port === one.port && own.tls === one.tls),
  );
  return [...same, ...others];
}
