// Knows how imapflow is made to log in with an access token in our way: XOAUTH2 before OAUTHBEARER, the response in the
// command only where the server takes it there (SASL-IR, RFC 4959), the error challenge answered as each wants it.
// The library's own way sends the response at once to every server and takes any "+" for a refusal.
// May not show the token, nor read the server's words: imap-wire.ts does.

import type { ImapFlow } from 'imapflow';
import type { SessionRequest } from '../../core/delivery/probe-request.ts';
import type { RejectionReason } from '../../core/mail/step.ts';
import { mechanismsOf } from '../../core/mail/imap-reply.ts';
import { type BearerMechanism, bearerMechanism } from './bearer-mechanism.ts';
import type { Wire } from './imap-wire.ts';
import type { Login } from './login.ts';
import type { Transcript } from './transcript.ts';

/** What imapflow 2.1.2 has beyond its documented interface, as far as a login needs it. */
type Internals = {
  state: number;
  states: { NOT_AUTHENTICATED: number };
  authenticate(): Promise<boolean>;
  exec(
    command: string,
    attributes: { type: 'ATOM'; value: string; sensitive?: true }[],
    options: { onPlusTag(): Promise<void> },
  ): Promise<{ next(): void }>;
  write(line: string): void;
  /** Asks for the capabilities again after the login, unless the server has told them. */
  expectCapabilityUpdate: boolean;
  setAuthenticationState(): Promise<void>;
};

/** RFC 7162 §4: a command line of more octets than these need not be taken. */
const longestCommand = 8_192;

/** Why the token cannot be sent on this connection, if so. */
export function bearerRejection(
  wire: Wire,
  login: Login,
  request: SessionRequest,
): RejectionReason | undefined {
  const chosen = bearerMechanism(waysIn(wire), login, request);
  return 'rejected' in chosen ? chosen.rejected : undefined;
}

export function logInWithToken(
  client: ImapFlow,
  wire: Wire,
  login: Login,
  request: SessionRequest,
  transcript: Transcript,
): void {
  const internals = client as unknown as Internals;
  internals.authenticate = async () => {
    // Open before anybody logged in (PREAUTH): what that proves is told by imap-connection.ts.
    if (internals.state !== internals.states.NOT_AUTHENTICATED) return true;
    const chosen = bearerMechanism(waysIn(wire), login, request);
    // As the library marks it when nothing that it could log in with is offered.
    if ('rejected' in chosen) throw Object.assign(new Error(chosen.rejected), { authenticationFailed: true });
    const { mechanism } = chosen;
    transcript.hide(mechanism.response);
    internals.expectCapabilityUpdate = true;
    await say(internals, wire, mechanism);
    await internals.setAuthenticationState();
    return true;
  };
}

async function say(internals: Internals, wire: Wire, mechanism: BearerMechanism): Promise<void> {
  const { name, response, surrender } = mechanism;
  const initial =
    wire.capabilities?.some((capability) => capability.toUpperCase() === 'SASL-IR') === true &&
    'A1 AUTHENTICATE  '.length + name.length + response.length + 2 <= longestCommand;
  let responded = initial;
  const answer = await internals.exec(
    'AUTHENTICATE',
    [
      { type: 'ATOM', value: name },
      ...(initial ? [{ type: 'ATOM' as const, value: response, sensitive: true as const }] : []),
    ],
    {
      onPlusTag: async () => {
        // The first "+" asks for the response where none was sent yet; any other one is the error challenge.
        const line = responded ? surrender : response;
        wire.logger.debug({ src: 'c', msg: responded ? surrender : '***', continuation: true });
        responded = true;
        internals.write(line);
      },
    },
  );
  answer.next();
}

/** LOGIN counts among them: a server that takes it offers a login, though none for a token (RFC 3501 §6.2.3). */
function waysIn({ capabilities = [] }: Wire): string[] {
  const loginTaken = !capabilities.some((name) => name.toUpperCase() === 'LOGINDISABLED');
  return loginTaken ? [...mechanismsOf(capabilities), 'LOGIN'] : mechanismsOf(capabilities);
}
