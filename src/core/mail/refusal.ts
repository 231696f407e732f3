// Knows what a server's "no" means for the record: its class by step, code, enhanced status and well-known words.
// RFC 5321 §4.2.1, RFC 3463 §3, RFC 4954 §6, RFC 2449 §8 and RFC 3206, RFC 5530. Pure text; may not choose words.

import { isHttp, type SessionProtocol } from './protocol.ts';
import type { Reply, StepName } from './evidence.ts';
import type { FaultClass } from './fault-class.ts';
import { httpRefusalOf } from './http-refusal.ts';
import { loginRefusalOf } from './login-refusals.ts';

/** POP3 response codes and IMAP response codes that say "not now". */
const passingCodes = [
  'SYS/TEMP', // RFC 3206 §4
  'IN-USE', // RFC 2449 §8.1.2
  'LOGIN-DELAY', // RFC 2449 §8.1.1
  'UNAVAILABLE', // RFC 5530 §3, as the following
  'INUSE',
  'LIMIT',
  'SERVERBUG',
  'OVERQUOTA',
];

/** Words with which servers say "later" whatever the code: quotas of a day, greylisting, throttling, back ends down. */
const passingWords =
  /gr[ae]y-?list|(?:daily|hourly) (?:user )?(?:sending|smtp relay) limit|submission ?quota ?exceeded|daily limit for message recipients|request is throttled|too many (?:simultaneous |concurrent )?(?:smtp )?(?:connections|login attempts|bad auth attempts)|temporary authentication failure|server unavailable|temporarily unavailable|connection is closed\. \d+/i;

/** The server says "later". The enhanced status' class wins over the bare code (RFC 3463 §2). */
export function isRefusedForNow(step: StepName, reply: Reply): boolean {
  const { code, enhanced, text } = reply;
  // RFC 4954 §6: 432 4.7.12 asks for a password transition; waiting does not help.
  if (step === 'login' && code === '432' && (enhanced === undefined || enhanced === '4.7.12')) return false;
  if (passingWords.test(text)) return true;
  if (/^[245]\./.test(enhanced ?? '')) return enhanced?.startsWith('4') === true;
  if (/^\d{3}$/.test(code)) return code.startsWith('4');
  // A server that says goodbye does not say no for good (RFC 9051 §7.1.5).
  const saysGoodbye = code === 'BYE' && !imapAndPop3Logins.has(enhanced ?? '');
  return saysGoodbye || passingCodes.includes(enhanced ?? '');
}

/** Not the password but the way it would be sent is refused: another mechanism, or TLS first. */
export function isWayOfLoginRefused(reply: Reply): boolean {
  if (loginRefusalOf(reply) !== undefined) return false;
  const { code, enhanced, text } = reply;
  // RFC 4954 §4 (503, 504) and §6 (534, 538); RFC 3207 §4 (530); RFC 5530 PRIVACYREQUIRED.
  if (['502', '503', '504', '530', '534', '538'].includes(code) || enhanced === 'PRIVACYREQUIRED')
    return true;
  return /unsupported authentication mechanism|(?:cleartext|plaintext) authentication disallowed|not valid in this state/i.test(
    text,
  );
}

/** In the step "tls" of SMTP the first command is EHLO: these codes answer it and not STARTTLS (RFC 3207 §4). */
export function isRefusedHello({ code }: Reply): boolean {
  return /^(?:421|450|451|550|554)$/.test(code);
}

/** A refusal's class, by the step that was refused. */
export function classOfRefusal(
  step: StepName,
  protocol: SessionProtocol,
  reply: Reply,
  host = '',
): FaultClass {
  if (isHttp(protocol) && step !== 'token')
    return httpRefusalOf(step, reply, { protocol, bearer: false }).class;
  if (isRefusedForNow(step, reply)) return 'transient';
  if (step === 'login') return classOfLogin(protocol, reply, host);
  if (step === 'tls') return protocol === 'smtp' && isRefusedHello(reply) ? 'policy' : 'configuration';
  if (step === 'greeting') return 'policy';
  if (reply.enhanced === 'SYS/PERM' || isSyntax(reply)) return 'configuration';
  // 5.1.x: an address is wrong; 5.5.x: the order of commands is. 530: a login or TLS has to come before MAIL.
  return /^5\.[15]\./.test(reply.enhanced ?? '') || reply.code === '530' ? 'configuration' : 'policy';
}

function classOfLogin(protocol: SessionProtocol, reply: Reply, host: string): FaultClass {
  if (isWayOfLoginRefused(reply)) return 'configuration';
  const known = loginRefusalOf(reply, host)?.class;
  if (known !== undefined) return known;
  if (protocol === 'smtp') return classOfSmtpLogin(reply);
  const byCode = imapAndPop3Logins.get(reply.enhanced ?? '');
  if (byCode !== undefined) return byCode;
  // BAD: the command itself was not understood (RFC 9051 §7.1.3). NO and -ERR: the login was.
  return reply.code === 'BAD' ? 'configuration' : 'credential';
}

function classOfSmtpLogin(reply: Reply): FaultClass {
  const byStatus = smtpLogins.get(reply.enhanced ?? '');
  if (byStatus !== undefined) return byStatus;
  if (reply.enhanced?.startsWith('5.5.') === true || isSyntax(reply) || reply.code === '432')
    return 'configuration';
  return reply.code === '535' ? 'credential' : 'policy';
}

/**
 * Enhanced status codes of AUTH: RFC 4954 §6, IANA registry of SMTP enhanced status codes.
 * Maps, because a server may send `valueOf`, which every object has.
 */
const smtpLogins = new Map<string, FaultClass>([
  ['5.7.8', 'credential'],
  ['5.7.9', 'configuration'], // mechanism too weak
  ['5.7.11', 'configuration'], // encryption required
  ['4.7.12', 'configuration'], // password transition needed
  ['5.7.13', 'policy'], // account disabled
  ['5.7.14', 'policy'], // trust relationship required
]);

const imapAndPop3Logins = new Map<string, FaultClass>([
  ['AUTH', 'credential'],
  ['SYS/PERM', 'configuration'],
  ['AUTHENTICATIONFAILED', 'credential'],
  ['EXPIRED', 'credential'],
  ['AUTHORIZATIONFAILED', 'policy'],
  ['CONTACTADMIN', 'policy'],
  ['NOPERM', 'policy'],
  ['PRIVACYREQUIRED', 'configuration'],
]);

/** RFC 5321 §4.2.2: the command, its parameter or its place was wrong. */
function isSyntax({ code }: Reply): boolean {
  return /^(?:500|501|502|503|504|555)$/.test(code);
}
