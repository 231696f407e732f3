// Knows what class of failure the code of a reply implies where no row of the table knows the reply: little, and never a cause.
// May not choose words.

import type { FaultClass } from '../fault-class.ts';
import { classOfRefusal } from '../refusal.ts';
import type { SeenReply } from './known-reply.ts';

/** Undefined: the code tells nothing either. */
export function impliedClass(seen: SeenReply): FaultClass | undefined {
  const { protocol, step, reply } = seen;
  const { code, enhanced } = reply;
  if (step === 'token') return undefined;
  if (protocol === 'smtp' || protocol === 'pop3' || protocol === 'imap') {
    if (code === '' && enhanced === undefined) return undefined;
    return classOfRefusal({ ...seen, protocol, step: step ?? (isOfLogin(code) ? 'login' : 'queued') });
  }
  if (/^[45]\d\d$/.test(code)) return code.startsWith('5') ? 'transient' : 'configuration'; // RFC 9110 §15.5, §15.6
  if (/^(?:CERT_|UNABLE_TO_|ERR_TLS_CERT_)/.test(code)) return 'certificate';
  return /^(?:E[A-Z]+|ERR_(?:SSL|TLS)_\w+)$/.test(code) ? 'network' : undefined;
}

/** RFC 4954 §6; POP3 and IMAP refuse little else. */
function isOfLogin(code: string): boolean {
  return /^(?:534|535|538|-ERR|NO|BAD)$/.test(code);
}
