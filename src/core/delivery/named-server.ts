// Knows which server a direction of a mailbox goes to and by which name it logs in, as the records say now, and whether a
// test or a session was of another one: then it says nothing of the present one. Pure.

import type { Observation } from '../mail/evidence.ts';
import { isHttp, type Direction } from '../mail/protocol.ts';
import type { LastTestDirection } from '../records/mailbox.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import { testedAt } from './lifecycle.ts';
import { loginUser } from './login-user.ts';
import { planMailbox } from './plan.ts';
import type { ProbeRequest } from './probe-request.ts';

/** Undefined: not known, or not to be known before it is looked for (Autodiscover). */
export type NamedServer = Pick<LastTestDirection, 'server' | 'user'>;

/** What was tested instead of what the records name now. `now`: that, for comparison. */
export type OtherTest = { of: 'server' | 'user'; name: string; now: string };

/** `smtp.example.com:587`; of web services `https://mail.example.com`, the port where it is not the usual one. */
export function serverName({
  protocol,
  host,
  port,
  tls,
}: Pick<Observation, 'protocol' | 'host' | 'port' | 'tls'>): string {
  const name = host.includes(':') ? `[${host}]` : host;
  if (!isHttp(protocol)) return `${name}:${port}`;
  const [scheme, usual] = tls === 'none' ? (['http', 80] as const) : (['https', 443] as const);
  return `${scheme}://${name}${port === usual ? '' : `:${port}`}`;
}

export function serverOfSession(session: Observation): NamedServer {
  return { server: serverName(session), ...(session.user === undefined ? {} : { user: session.user }) };
}

/** The stored test of this direction, where it was of another server or login. The platform's own, later one is not asked for. */
export function testOfAnother(
  mailbox: Entry<'mailboxes'>,
  records: Records,
  direction: Direction,
): OtherTest | undefined {
  const { lastTest, testMailboxAccessCompletedOn: completed } = mailbox.fields;
  const test = lastTest?.[direction];
  const at = testedAt(lastTest, direction);
  if (test === undefined || at === undefined || (test.server ?? test.user) === undefined) return undefined;
  if (completed !== undefined && Date.parse(completed) > Date.parse(at)) return undefined;
  return differenceOf(test, namedServer(mailbox, records, direction));
}

/** What a session was of, where that is not what the records name now. */
export function sessionOfAnother(
  session: Observation,
  mailbox: Entry<'mailboxes'>,
  records: Records,
): OtherTest | undefined {
  return differenceOf(serverOfSession(session), namedServer(mailbox, records, session.direction));
}

function namedServer(mailbox: Entry<'mailboxes'>, records: Records, direction: Direction): NamedServer {
  const { profile: name } = mailbox.fields;
  const profile =
    name === undefined || name === null ? undefined : resolveReference(records, ['profiles'], name).found;
  if (profile === undefined) return {};
  const effective = effectiveProfile(profile.fields);
  const facts = { mailbox, profile, effective, environment: records.environment?.fields };
  const [request] = planMailbox(facts, { depth: 'connect', directions: [direction] }).requests;
  const user = loginUser(mailbox, effective[direction]);
  return {
    ...(request === undefined || isToBeFound(request) ? {} : { server: serverName(request) }),
    ...(user === undefined ? {} : { user }),
  };
}

function isToBeFound({ protocol, url }: ProbeRequest): boolean {
  return protocol === 'ews' && url === undefined;
}

/** What only one of them knows is no difference. Host names are the same in capitals; of login names that is not known. */
function differenceOf(then: NamedServer, now: NamedServer): OtherTest | undefined {
  if (
    then.server !== undefined &&
    now.server !== undefined &&
    then.server.toLowerCase() !== now.server.toLowerCase()
  )
    return { of: 'server', name: then.server, now: now.server };
  if (then.user !== undefined && now.user !== undefined && then.user !== now.user)
    return { of: 'user', name: then.user, now: now.user };
  return undefined;
}
