// Knows what a server's "no" means for the record: its class by what the table of server replies knows of it, and where no row
// knows it, by step, code and enhanced status. RFC 5321 §4.2.1, RFC 3463 §3, RFC 4954 §6, RFC 9051 §7.1. May not choose words.

import type { Reply } from './reply.ts';
import type { StepName } from './step.ts';
import type { FaultClass } from './fault-class.ts';
import { httpRefusalOf } from './http-refusal.ts';
import { isHttp, type SessionProtocol } from './protocol.ts';
import { knownReply, type SeenReply } from './server-replies/known-reply.ts';

/** A "no" of a mail server: protocol and step are known. */
export type SeenRefusal = SeenReply & { protocol: SessionProtocol; step: StepName };

/** The server says "later". The enhanced status' class wins over the bare code (RFC 3463 §2). */
export function isRefusedForNow(seen: SeenRefusal): boolean {
  const row = knownReply(seen);
  if (row !== undefined) return row.class === 'transient';
  const { code, enhanced } = seen.reply;
  if (/^[245]\./.test(enhanced ?? '')) return enhanced?.startsWith('4') === true;
  if (/^\d{3}$/.test(code)) return code.startsWith('4');
  // A server that says goodbye does not say no for good (RFC 9051 §7.1.5).
  return code === 'BYE';
}

/** Not the password but the way it would be sent is refused: another mechanism, or TLS first. */
export function isWayOfLoginRefused(seen: SeenRefusal): boolean {
  const row = knownReply(seen);
  if (row !== undefined) return row.wayOfLogin === true;
  // RFC 4954 §4 (503, 504) and §6 (534, 538); RFC 3207 §4 (530).
  return ['502', '503', '504', '530', '534', '538'].includes(seen.reply.code);
}

/** In the step "tls" of SMTP the first command is EHLO: these codes answer it and not STARTTLS (RFC 3207 §4). */
export function isRefusedHello({ code }: Reply): boolean {
  return /^(?:421|450|451|550|554)$/.test(code);
}

/** A refusal's class, by the step that was refused. */
export function classOfRefusal(seen: SeenRefusal): FaultClass {
  const { protocol, step, reply } = seen;
  if (isHttp(protocol) && step !== 'token')
    return httpRefusalOf(step, reply, { protocol, bearer: false }).class;
  const row = knownReply(seen);
  if (row !== undefined) return row.class;
  if (isRefusedForNow(seen)) return 'transient';
  if (step === 'login') return classOfLogin(seen);
  if (step === 'tls') return protocol === 'smtp' && isRefusedHello(reply) ? 'policy' : 'configuration';
  if (step === 'greeting') return 'policy';
  if (isSyntax(reply)) return 'configuration';
  // 5.1.x: an address is wrong; 5.5.x: the order of commands is. 530: a login or TLS has to come before MAIL.
  return /^5\.[15]\./.test(reply.enhanced ?? '') || reply.code === '530' ? 'configuration' : 'policy';
}

function classOfLogin(seen: SeenRefusal): FaultClass {
  const { protocol, reply } = seen;
  if (isWayOfLoginRefused(seen)) return 'configuration';
  // BAD: the command itself was not understood (RFC 9051 §7.1.3). NO and -ERR: the login was.
  if (protocol !== 'smtp') return reply.code === 'BAD' ? 'configuration' : 'credential';
  if (reply.enhanced?.startsWith('5.5.') === true || isSyntax(reply)) return 'configuration';
  return reply.code === '535' ? 'credential' : 'policy';
}

/** RFC 5321 §4.2.2: the command, its parameter or its place was wrong. */
function isSyntax({ code }: Reply): boolean {
  return /^(?:500|501|502|503|504|555)$/.test(code);
}
