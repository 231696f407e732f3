// Knows how imapflow is set up so that it says nothing by itself, trusts nobody unverified and wastes no round trips.
// May not connect.

import { isIP } from 'node:net';
import * as tls from 'node:tls';
import type { ImapFlowOptions } from 'imapflow';
import type { Certificate } from '../../core/mail/certificate.ts';
import { imapLimits, type Wire } from './imap-wire.ts';
import type { LibraryTls } from './library-tls.ts';
import type { Login } from './login.ts';
import type { Session } from './session.ts';
import { toCertificate } from './certificate-chain.ts';
import { targetName } from './tls.ts';

export function imapOptions(
  { request, context }: Session,
  wire: Wire,
  { secureContext, session }: LibraryTls,
  login: Login | undefined,
  onCertificate: (shown: Certificate) => void,
): ImapFlowOptions {
  const name = targetName(request.host);
  return {
    host: name,
    port: request.port,
    secure: request.tls === 'implicit',
    doSTARTTLS: request.tls === 'starttls',
    ...(isIP(name) === 0 ? { servername: name } : {}),
    ...(login === undefined ? {} : { auth: authOf(login) }),
    tls: {
      secureContext,
      ...(session === undefined ? {} : { session }),
      rejectUnauthorized: true,
      checkServerIdentity: (_host, shown) => {
        onCertificate(toCertificate(shown));
        return tls.checkServerIdentity(name, shown);
      },
    },
    // RFC 2971: says who asks; the library would name itself.
    clientInfo: { name: 'mailcheck', version: '', vendor: '', 'support-url': '' },
    // Without a logger of ours it writes JSON to stdout.
    logger: wire.logger,
    logRaw: true,
    disableCompression: true,
    disableAutoEnable: true,
    disableAutoIdle: true,
    // Each stage has a deadline of ours; the library's own are minutes long and only must not outlive the session.
    connectionTimeout: context.deadlines.session,
    greetingTimeout: context.deadlines.session,
    socketTimeout: context.deadlines.session,
    maxLineLength: imapLimits.lineBytes,
    maxLiteralSize: imapLimits.literalBytes,
    maxResponseSize: imapLimits.responseBytes,
  };
}

function authOf({ user, secret, bearer }: Login): NonNullable<ImapFlowOptions['auth']> {
  return bearer ? { user, accessToken: secret } : { user, pass: secret };
}
