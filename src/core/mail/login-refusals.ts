// Knows refused logins by the words, codes and hosts of well-known providers, most telling first. Data and one look-up.
// The words for people are in src/core/rules/login-refusal-words.ts, one entry for each id.
// May not guess: an unknown refusal has no entry and is shown as it came.

import type { Reply } from './evidence.ts';
import type { FaultClass } from './fault-class.ts';

export const loginRefusalIds = [
  'exchange-smtp-auth-off-tenant',
  'exchange-smtp-auth-off-mailbox',
  'exchange-basic-authentication-off',
  'exchange-conditional-access',
  'exchange-account-locked',
  'exchange-wrong-password',
  'exchange-not-connected',
  'gmail-application-password',
  'gmail-web-login',
  'gmail-pop-off',
  'gmail-imap-off',
  'gmail-credentials',
  'yahoo-application-password',
  'icloud-application-password',
  'gmx-protocol-off',
  'exchange-unspecific',
  'account-disabled',
  'password-expired',
  'password-transition',
  'not-decoded',
  'too-long',
] as const;
export type LoginRefusalId = (typeof loginRefusalIds)[number];

/** What is given must all match; of `codes` and `statuses` one each. */
type LoginRefusal = {
  id: LoginRefusalId;
  class: FaultClass;
  codes?: readonly string[];
  statuses?: readonly string[];
  words?: RegExp;
  host?: RegExp;
};

const google = /(?:^|\.)(?:gmail|googlemail|google)\.com$/i;
const microsoft =
  /(?:^|\.)(?:office365\.com|office365\.us|outlook\.com|live\.com|hotmail\.com|outlook\.cn)$/i;
const yahoo = /(?:^|\.)(?:yahoo\.com|yahoo\.co\.jp|aol\.com)$/i;
const icloud = /(?:^|\.)(?:mail\.me\.com|icloud\.com)$/i;
const gmx = /(?:^|\.)(?:gmx\.(?:net|com|de|at|ch)|web\.de)$/i;

const loginRefusals: readonly LoginRefusal[] = [
  {
    id: 'exchange-smtp-auth-off-tenant',
    class: 'policy',
    words: /SmtpClientAuthentication is disabled for the Tenant/i,
  },
  {
    id: 'exchange-smtp-auth-off-mailbox',
    class: 'policy',
    words: /SmtpClientAuthentication is disabled for the Mailbox/i,
  },
  {
    id: 'exchange-basic-authentication-off',
    class: 'policy',
    words: /basic authentication is (?:disabled|not supported)/i,
  },
  {
    id: 'exchange-conditional-access',
    class: 'policy',
    words: /did not meet the criteria to be authenticated/i,
  },
  {
    id: 'exchange-account-locked',
    class: 'policy',
    statuses: ['5.7.139'],
    words: /locked|account (?:is |has been )?disabled/i,
  },
  {
    id: 'exchange-wrong-password',
    class: 'credential',
    statuses: ['5.7.139'],
    words: /credentials were incorrect/i,
  },
  { id: 'exchange-not-connected', class: 'policy', words: /user is authenticated but not connected/i },
  {
    id: 'gmail-application-password',
    class: 'credential',
    words: /application-specific password required|InvalidSecondFactor/i,
  },
  {
    id: 'gmail-web-login',
    class: 'credential',
    words: /log ?in (?:through|via|with) your web browser|web login required/i,
  },
  { id: 'gmail-pop-off', class: 'configuration', words: /not enabled for POP/i },
  { id: 'gmail-imap-off', class: 'configuration', words: /not enabled for IMAP/i },
  {
    id: 'gmail-credentials',
    class: 'credential',
    words: /BadCredentials|Username and Password not accepted/i,
  },
  {
    id: 'gmail-credentials',
    class: 'credential',
    words: /invalid credentials/i,
    host: google,
  },
  { id: 'yahoo-application-password', class: 'credential', words: /#AUTH0\d\d|#MBR\d{4}/i },
  {
    id: 'yahoo-application-password',
    class: 'credential',
    codes: ['535', '-ERR', 'NO'],
    host: yahoo,
  },
  {
    id: 'icloud-application-password',
    class: 'credential',
    codes: ['535', '-ERR', 'NO'],
    host: icloud,
  },
  { id: 'gmx-protocol-off', class: 'credential', codes: ['535', '-ERR', 'NO'], host: gmx },
  // One text of Exchange for a wrong password, a switched-off protocol, basic authentication off, and being throttled.
  {
    id: 'exchange-unspecific',
    class: 'credential',
    words: /(?:logon|authentication) failure: unknown user name or bad password/i,
  },
  { id: 'exchange-unspecific', class: 'credential', codes: ['535'], statuses: ['5.7.3'] },
  {
    id: 'exchange-unspecific',
    class: 'credential',
    words: /(?:login|authenticate) failed|authentication unsuccessful/i,
    host: microsoft,
  },
  { id: 'account-disabled', class: 'policy', statuses: ['5.7.13'] },
  { id: 'password-expired', class: 'credential', statuses: ['EXPIRED'] },
  { id: 'password-transition', class: 'configuration', codes: ['432'] },
  { id: 'not-decoded', class: 'configuration', codes: ['501'], statuses: ['5.5.2'] },
  { id: 'too-long', class: 'configuration', codes: ['500'], statuses: ['5.5.6'] },
];

/** The entry that a refused login is known by; undefined where it is nobody's in particular. */
export function loginRefusalOf(
  reply: Reply,
  host = '',
): { id: LoginRefusalId; class: FaultClass } | undefined {
  return loginRefusals.find(
    (entry) =>
      (entry.codes === undefined || entry.codes.includes(reply.code)) &&
      (entry.statuses === undefined || entry.statuses.includes(reply.enhanced ?? '')) &&
      (entry.words === undefined || entry.words.test(reply.text)) &&
      (entry.host === undefined || entry.host.test(host.replace(/\.$/, ''))),
  );
}
