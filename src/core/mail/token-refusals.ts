// Knows the refusals of the token endpoints of Microsoft and Google by number, error and words, most telling first. Data and
// one look-up. The words for people are in src/core/rules/token-refusal-words-*.ts, one entry for each id.
// May not guess: an unknown refusal has no entry and is shown as it came.

import type { Reply, TokenAsked } from './evidence.ts';
import type { FaultClass } from './fault-class.ts';

/** What kind of thing has to be mended. */
type TokenRefusalKind =
  | 'sign-in-over'
  | 'secret'
  | 'unknown'
  | 'consent'
  | 'blocked'
  | 'later'
  | 'clock'
  | 'other';

type Known = {
  kind: TokenRefusalKind;
  class: FaultClass;
  /** Numbers of Microsoft's: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
  numbers?: string;
  errors?: readonly string[];
  words?: RegExp;
  authority?: TokenAsked['authority'];
  grant?: TokenAsked['grant'];
};

/** What is given must all match. */
const refusals = {
  'password-changed': { kind: 'sign-in-over', class: 'credential', numbers: '50173 50133 50132' },
  'unused-too-long': { kind: 'sign-in-over', class: 'credential', numbers: '700082' },
  'refresh-token-expired': { kind: 'sign-in-over', class: 'credential', numbers: '70008 700084 70043' },
  'secret-expired': { kind: 'secret', class: 'credential', numbers: '7000222' },
  'secret-missing': { kind: 'secret', class: 'configuration', numbers: '7000218 7000216' },
  'secret-not-wanted': { kind: 'secret', class: 'configuration', numbers: '700025' },
  'certificate-unknown': { kind: 'secret', class: 'credential', numbers: '700027 700021 7000214' },
  'secret-wrong': { kind: 'secret', class: 'credential', numbers: '7000215 70002' },
  'application-unknown': { kind: 'unknown', class: 'configuration', numbers: '700016' },
  'application-disabled': { kind: 'unknown', class: 'policy', numbers: '7000112 7000113' },
  'tenant-unknown': { kind: 'unknown', class: 'configuration', numbers: '90002 900023' },
  'tenant-missing': { kind: 'unknown', class: 'configuration', numbers: '50059 50194' },
  'user-not-in-tenant': { kind: 'unknown', class: 'configuration', numbers: '50020' },
  'resource-unknown': {
    kind: 'unknown',
    class: 'configuration',
    numbers: '500011 650057 650052 50001 500014',
  },
  'another-cloud': { kind: 'unknown', class: 'configuration', numbers: '90038 900382 900439' },
  'scope-wrong': { kind: 'unknown', class: 'configuration', numbers: '70011 1002012 28002 28003' },
  'consent-missing': { kind: 'consent', class: 'policy', numbers: '65001 65004 90094 90008 900941 650056' },
  'not-assigned': { kind: 'consent', class: 'policy', numbers: '50105' },
  'second-factor': { kind: 'blocked', class: 'policy', numbers: '50076 50079 50072 50074 50078 50158' },
  'conditional-access': {
    kind: 'blocked',
    class: 'policy',
    numbers: '53003 53000 53001 53002 53004 530003 50005 50131 50097',
  },
  'account-locked': { kind: 'blocked', class: 'policy', numbers: '50053' },
  'account-disabled': { kind: 'blocked', class: 'policy', numbers: '50057' },
  'password-wrong': { kind: 'blocked', class: 'credential', numbers: '50126 50055 50144 50056' },
  'user-unknown': { kind: 'blocked', class: 'configuration', numbers: '50034 51004' },
  'assertion-out-of-time': { kind: 'clock', class: 'local', numbers: '700024 500133' },
  'microsoft-later': {
    kind: 'later',
    class: 'transient',
    numbers: '90033 90006 90012 50087 90024 50196 90055',
  },

  'google-assertion-out-of-time': {
    kind: 'clock',
    class: 'local',
    authority: 'google',
    words: /reasonable timeframe|short-lived token|iat and exp/i,
  },
  'google-key-unknown': {
    kind: 'secret',
    class: 'credential',
    authority: 'google',
    grant: 'service-account',
    words: /invalid jwt signature|account not found/i,
  },
  'google-user-unknown': {
    kind: 'blocked',
    class: 'configuration',
    authority: 'google',
    words: /invalid email or user id|not a valid email/i,
  },
  'google-session-control': {
    kind: 'blocked',
    class: 'policy',
    authority: 'google',
    words: /invalid_rapt|rapt_required/i,
  },
  'google-account-disabled': {
    kind: 'blocked',
    class: 'policy',
    authority: 'google',
    words: /account (?:has been )?(?:disabled|deleted)|user.{0,20} disabled/i,
  },
  'google-delegation-missing': {
    kind: 'consent',
    class: 'policy',
    authority: 'google',
    grant: 'service-account',
    errors: ['unauthorized_client', 'access_denied', 'invalid_scope'],
  },
  'google-policy': {
    kind: 'consent',
    class: 'policy',
    authority: 'google',
    errors: ['admin_policy_enforced', 'access_denied', 'org_internal'],
  },
  'google-client-unknown': {
    kind: 'secret',
    class: 'credential',
    authority: 'google',
    errors: ['invalid_client', 'deleted_client', 'unauthorized_client'],
  },
  'google-expired-or-revoked': {
    kind: 'sign-in-over',
    class: 'credential',
    authority: 'google',
    grant: 'refresh-token',
    errors: ['invalid_grant'],
  },

  // By the error alone (RFC 6749 §5.2, OpenID Connect Core §3.1.2.6), where no number says more.
  'refresh-token-invalid': {
    kind: 'sign-in-over',
    class: 'credential',
    grant: 'refresh-token',
    errors: ['invalid_grant'],
  },
  'consent-required': { kind: 'consent', class: 'policy', errors: ['consent_required', 'access_denied'] },
  'interaction-required': {
    kind: 'blocked',
    class: 'policy',
    errors: ['interaction_required', 'login_required'],
  },
  'client-refused': { kind: 'secret', class: 'credential', errors: ['invalid_client'] },
  'grant-not-allowed': {
    kind: 'unknown',
    class: 'configuration',
    errors: ['unauthorized_client', 'unsupported_grant_type'],
  },
  'scope-refused': {
    kind: 'unknown',
    class: 'configuration',
    errors: ['invalid_scope', 'invalid_target', 'invalid_resource'],
  },
  later: {
    kind: 'later',
    class: 'transient',
    errors: ['temporarily_unavailable', 'server_error', 'slow_down'],
  },
} as const satisfies Record<string, Known>;

export type TokenRefusalId = keyof typeof refusals | 'unrecognised';
export const tokenRefusalIds = [...Object.keys(refusals), 'unrecognised'] as TokenRefusalId[];

export type TokenRefusal = { id: TokenRefusalId; kind: TokenRefusalKind; class: FaultClass };

export function tokenRefusalOf(
  reply: Reply,
  asked: Pick<TokenAsked, 'authority' | 'grant'> | undefined,
): TokenRefusal {
  // "Too many requests", and whatever goes wrong at the server itself (RFC 6585 §4, RFC 9110 §15.6).
  if (reply.code === '429' || /^5\d\d$/.test(reply.code))
    return { id: 'later', kind: 'later', class: 'transient' };
  const number = /^AADSTS(\d+)$/.exec(reply.enhanced ?? '')?.[1];
  const found = Object.entries<Known>(refusals).find(
    ([, { numbers, errors, words, authority, grant }]) =>
      (numbers === undefined || (number !== undefined && numbers.split(' ').includes(number))) &&
      (errors === undefined || errors.includes(reply.code)) &&
      (words === undefined || words.test(reply.text)) &&
      (authority === undefined || authority === asked?.authority) &&
      (grant === undefined || grant === asked?.grant),
  );
  if (found === undefined)
    return {
      id: 'unrecognised',
      kind: 'other',
      class: reply.code === 'invalid_grant' ? 'credential' : 'configuration',
    };
  const [id, known] = found;
  return { id: id as TokenRefusalId, kind: known.kind, class: known.class };
}
