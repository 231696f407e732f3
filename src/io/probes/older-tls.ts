// Knows how to find out, on a second connection, which TLS version a server has that has none from 1.2 on.
// May not send anything over it: what it learns is evidence, and the connection is closed at once.

import { isIP, type Socket } from 'node:net';
import * as tls from 'node:tls';
import type { SessionRequest } from '../../core/delivery/probe-request.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { isHttp } from '../../core/mail/protocol.ts';
import { askForTls } from './ask-for-tls.ts';
import type { Connection } from './connection.ts';
import { deadline, dial } from './dial.ts';
import { createLineStream } from './line-stream.ts';
import type { HostAddress } from './probe.ts';

type Asked = Pick<SessionRequest, 'protocol' | 'host' | 'port' | 'tls'>;
type Looking = Pick<Connection, 'context' | 'seen' | 'within' | 'remark'> & { request: Asked };

/** OpenSSL's: the server's hello has an older version, or it answered ours with the alert of RFC 8446 §6.2. */
const tooOld = /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|TLSV1_ALERT_PROTOCOL_VERSION)$/;

/** Where TLS failed because of its version: records the one that the server has. */
export async function noteOlderTls(
  { request, context, seen, within, remark }: Looking,
  outcome: StepOutcome,
  addresses: readonly HostAddress[],
): Promise<void> {
  if (outcome.outcome !== 'failed' || !tooOld.test(outcome.error)) return;
  const milliseconds = within(context.deadlines.connect);
  const version = await olderTlsVersion(request, addresses, milliseconds, context.signal);
  if (version === undefined) return;
  seen.serverTlsVersion = version;
  remark(`a second connection to this port finds ${version}`);
}

/** TLSv1.1 or TLSv1, in OpenSSL's words; undefined: neither came about. */
async function olderTlsVersion(
  asked: Asked,
  addresses: readonly HostAddress[],
  milliseconds: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const endsAt = performance.now() + milliseconds;
  const dialled = await dial(addresses, asked.port, milliseconds, signal);
  if (!dialled.ok) return undefined;
  const socket = dialled.value;
  try {
    if (asked.tls === 'starttls' && !isHttp(asked.protocol)) {
      const stream = createLineStream(socket);
      if (!(await askForTls(stream, asked.protocol, endsAt))) return undefined;
      stream.release();
    }
    return await versionOf(socket, asked.host, endsAt - performance.now(), signal);
  } finally {
    socket.destroy();
  }
}

async function versionOf(
  socket: Socket,
  host: string,
  milliseconds: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  // Whose certificate it is does not matter: nothing is said. OpenSSL 3 has these versions at security level 0 only.
  const connection = tls.connect({
    socket,
    rejectUnauthorized: false,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
    ...(isIP(host) === 0 ? { servername: host } : {}),
  });
  const limit = deadline(milliseconds, signal);
  try {
    return await Promise.race([
      new Promise<string | undefined>((resolve) => {
        connection.once('secureConnect', () => resolve(connection.getProtocol() ?? undefined));
        connection.on('error', () => resolve(undefined));
        connection.once('close', () => resolve(undefined));
      }),
      limit.passed.then(() => undefined),
    ]);
  } finally {
    limit.clear();
    connection.destroy();
  }
}
