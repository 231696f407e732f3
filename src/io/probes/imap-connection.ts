// Knows when each stage of an IMAP connection is reached or has failed, and what the server said to it.
// May not leave a connection open.

import type { StepOutcome } from '../../core/mail/step.ts';
import type { ImapFlow } from 'imapflow';
import { mechanismsOf } from '../../core/mail/imap-reply.ts';
import { challengedReply } from './bearer-mechanism.ts';
import { bearerRejection } from './imap-bearer.ts';
import { startImap } from './imap-client.ts';
import { isCertificateError } from './imap-problem.ts';
import { lookInClear, lookWithTls, refusedCertificate } from './imap-second-look.ts';
import { isLogin, type Wire } from './imap-wire.ts';
import { noteOlderTls } from './older-tls.ts';
import type { Login } from './login.ts';
import type { Session } from './session.ts';
import { deferred } from './waiting.ts';

export type ImapConnection = {
  client: ImapFlow;
  wire: Wire;
  /** Each resolves with the outcome of its stage, within its deadline. */
  greeted: () => Promise<StepOutcome>;
  secured: () => Promise<StepOutcome>;
  capabilitiesKnown: () => Promise<StepOutcome>;
  loggedIn: () => Promise<StepOutcome>;
  inboxOpened: () => Promise<StepOutcome>;
  mechanismUsed(): string | undefined;
  /** The outcome of the newest command of this name, its reply in it. */
  outcomeOf(command: string, work: Promise<unknown>): Promise<StepOutcome>;
  /** Says LOGOUT without waiting for the answer. */
  leave(): void;
};

const farewellGrace = 500;

/** Records "name" and "connect". Undefined: it got no further. */
export async function connectImap(
  session: Session,
  login: Login | undefined,
): Promise<ImapConnection | undefined> {
  const begun = await startImap(session, login);
  if (begun === undefined) return undefined;
  const { client, wire, stages, addresses, greeted, secured, loginSent, loginAnswered, resumption } = begun;
  const { end, reach, within } = stages;
  const { request, context, seen } = session;
  const implicit = request.tls === 'implicit';

  async function outcomeOf(command: string, work: Promise<unknown>): Promise<StepOutcome> {
    const done = deferred();
    work.then(done.resolve, (error: unknown) => {
      end({ error });
    });
    const failed = await reach(done, context.deadlines.reply);
    const reply = wire.commands.findLast(({ name }) => name === command)?.reply;
    if (reply !== undefined && reply.code !== 'OK') return { outcome: 'refused', reply };
    return failed ?? (reply === undefined ? { outcome: 'ok' } : { outcome: 'ok', reply });
  }

  return {
    client,
    wire,
    outcomeOf,
    async secured() {
      const reached = reach(secured, context.deadlines.reply);
      const failed = implicit
        ? await lookInClear(session, reached, context.deadlines.wrongMode)
        : await reached;
      const certificate = begun.certificate();
      if (certificate !== undefined) seen.certificate = certificate;
      if (failed === undefined) {
        if (wire.tlsVersion !== undefined) seen.tlsVersion = wire.tlsVersion;
        if (wire.cipher !== undefined) seen.cipher = wire.cipher;
        return { outcome: 'ok' };
      }
      resumption.failed();
      await noteOlderTls(session, failed, addresses);
      if (isCertificateError(stages.error())) {
        const shown = await refusedCertificate(session, addresses, within(context.deadlines.connect));
        if (shown !== undefined) seen.certificate = shown;
      }
      return failed;
    },
    async greeted() {
      const reached = reach(greeted, context.deadlines.reply);
      const failed = implicit ? await reached : await lookWithTls(session, reached, wire);
      if (wire.greeting === undefined) return failed ?? { outcome: 'closed' };
      seen.greeting = wire.greeting.text;
      return { outcome: wire.greeting.code === 'BYE' ? 'refused' : 'ok', reply: wire.greeting };
    },
    async capabilitiesKnown() {
      if (wire.greeting?.code === 'PREAUTH') return { outcome: 'ok' };
      const failed =
        login === undefined
          ? await reach(stages.ended, context.deadlines.reply)
          : await reach(loginSent, context.deadlines.reply);
      if (wire.capabilities !== undefined && (failed === undefined || isOnlyLoginMissing()))
        return { outcome: 'ok' };
      return failed ?? { outcome: 'ok' };
    },
    async loggedIn() {
      // A mailbox that is open before anybody has logged in proves nothing about the password (RFC 3501 §7.1.4).
      if (wire.greeting?.code === 'PREAUTH')
        return { outcome: 'rejected', reason: 'authentication-not-offered' };
      const failed = await reach(loginAnswered, context.deadlines.login);
      const command = wire.commands.findLast(isLogin);
      if (command === undefined && isOnlyLoginMissing()) return notOffered();
      const reply = command?.reply;
      if (reply === undefined) return failed ?? { outcome: 'closed' };
      if (reply.code === 'OK') return { outcome: 'ok', reply };
      const challenge = login?.bearer === true ? command?.challenge : undefined;
      return { outcome: 'refused', reply: challengedReply(reply, challenge) };
    },
    async inboxOpened() {
      const settled = await outcomeOf('NAMESPACE', begun.ready ?? Promise.resolve());
      // Exchange accepts the login and says at the next command that there is no mailbox behind it.
      if (settled.outcome !== 'ok' && !(settled.outcome === 'refused' && client.usable)) return settled;
      // INBOX needs no LIST to be known (RFC 3501 §5.1); imapflow would ask for it twice.
      (client as { folders?: Map<string, { path: string }> }).folders?.set('INBOX', { path: 'INBOX' });
      return outcomeOf('EXAMINE', client.mailboxOpen('INBOX', { readOnly: true }));
    },
    mechanismUsed() {
      const command = wire.commands.findLast(isLogin);
      return command?.name === 'AUTHENTICATE' ? command.argument.split(' ')[0] : command?.name;
    },
    leave() {
      const failed = begun.otherFamily();
      if (failed.length > 0) seen.failedAddresses = failed;
      if (!client.usable) return client.close();
      const cut = setTimeout(() => client.close(), farewellGrace);
      const said = client
        .logout()
        .catch(() => undefined)
        .finally(() => {
          clearTimeout(cut);
          client.close();
        });
      context.farewell?.(said);
    },
  };

  /** imapflow gave up by itself because nothing it could log in with was there. */
  function isOnlyLoginMissing(): boolean {
    const error = stages.error() as { authenticationFailed?: boolean } | undefined;
    return error?.authenticationFailed === true && wire.commands.findLast(isLogin) === undefined;
  }
  function notOffered(): StepOutcome {
    const rejected = login?.bearer === true ? bearerRejection(wire, login, request) : undefined;
    if (rejected !== undefined) return { outcome: 'rejected', reason: rejected };
    const none = mechanismsOf(wire.capabilities ?? []).length === 0;
    return { outcome: 'rejected', reason: none ? 'authentication-not-offered' : 'no-common-mechanism' };
  }
}
