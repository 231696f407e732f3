// What a token endpoint's no means, whom it concerns and what it does to the record; and which token does not fit, and why.

import { describe, expect, test } from 'vitest';
import type { ExpectedToken, TokenAsked, TokenClaims } from '../../src/core/mail/token.ts';
import type { StepOutcome } from '../../src/core/mail/step.ts';
import type { FaultClass } from '../../src/core/mail/fault-class.ts';
import { faultOf, retryAfterOf } from '../../src/core/mail/fault.ts';
import { serverReplies } from '../../src/core/mail/server-replies/index.ts';
import { readPasted } from '../../src/core/mail/server-replies/read-pasted.ts';
import { problemOf } from '../../src/core/mail/session-problem.ts';
import { misfitOf } from '../../src/core/mail/token-claims.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import { tokenThat } from '../../src/core/rules/token-example.ts';
import { runExample } from '../../src/core/rules/run-example.ts';
import { languages } from '../../src/core/rules/rule.ts';
import { rules } from '../../src/core/rules/index.ts';
import { serviceName } from '../../src/core/rules/token-words.ts';

const google = { authority: 'google', grant: 'refresh-token' } as const;
const serviceAccount = { authority: 'google', grant: 'service-account' } as const;
const application = { grant: 'client-credentials' } as const;

type Row = [
  error: string,
  number: string,
  words: string,
  code: string,
  faultClass: FaultClass,
  asked?: Partial<TokenAsked>,
];
const refusals: Row[] = [
  ['invalid_grant', 'AADSTS50173', 'The provided grant has expired', 'MC544', 'credential'],
  ['invalid_grant', 'AADSTS700082', 'inactive for 90 days', 'MC544', 'credential'],
  ['invalid_grant', '', 'Token has been expired or revoked.', 'MC544', 'credential', google],
  ['invalid_grant', '', 'Bad Request', 'MC544', 'credential', google],
  ['invalid_grant', 'AADSTS9002313', 'Invalid request. Request is malformed', 'MC544', 'credential'],
  ['invalid_client', 'AADSTS7000215', 'Invalid client secret provided.', 'MC551', 'credential', application],
  [
    'invalid_client',
    'AADSTS7000222',
    'The provided client secret keys are expired',
    'MC551',
    'credential',
    application,
  ],
  ['invalid_client', 'AADSTS700027', 'Client assertion contains an invalid signature', 'MC551', 'credential'],
  ['invalid_client', '', 'The OAuth client was not found.', 'MC551', 'credential', google],
  ['deleted_client', '', 'The OAuth client was deleted.', 'MC551', 'credential', google],
  ['invalid_grant', '', 'Invalid JWT Signature.', 'MC551', 'credential', serviceAccount],
  [
    'unauthorized_client',
    'AADSTS700016',
    'Application was not found in the directory',
    'MC552',
    'configuration',
  ],
  ['invalid_request', 'AADSTS90002', 'Tenant not found', 'MC552', 'configuration'],
  ['invalid_resource', 'AADSTS500011', 'The resource principal was not found', 'MC552', 'configuration'],
  [
    'invalid_request',
    'AADSTS900382',
    'Confidential Client is not supported in Cross Cloud',
    'MC552',
    'configuration',
  ],
  ['invalid_grant', 'AADSTS65001', 'has not consented', 'MC553', 'policy'],
  [
    'unauthorized_client',
    '',
    'Client is unauthorized to retrieve access tokens',
    'MC553',
    'policy',
    serviceAccount,
  ],
  ['unauthorized_client', '', 'Unauthorized', 'MC551', 'credential', google],
  ['invalid_grant', 'AADSTS50076', 'you must use multi-factor authentication', 'MC554', 'policy'],
  ['invalid_grant', 'AADSTS53003', 'blocked by Conditional Access', 'MC554', 'policy'],
  ['invalid_grant', 'AADSTS50057', 'The user account is disabled.', 'MC554', 'policy'],
  ['invalid_grant', 'AADSTS50126', 'invalid username or password', 'MC554', 'credential'],
  ['invalid_grant', '', 'reauth related error (invalid_rapt)', 'MC554', 'policy', google],
  ['invalid_grant', '', 'Invalid email or User ID', 'MC554', 'configuration', serviceAccount],
  ['429', '', 'temporarily_unavailable', 'MC555', 'transient'],
  ['503', '', '<h1>Service Unavailable</h1>', 'MC555', 'transient'],
  ['invalid_grant', 'AADSTS90033', 'A transient error has occurred', 'MC555', 'transient'],
  ['invalid_client', 'AADSTS700024', 'Client assertion is not within its valid time range', 'MC542', 'local'],
  [
    'invalid_grant',
    '',
    'Token must be a short-lived token (60 minutes) and in a reasonable timeframe',
    'MC542',
    'local',
    serviceAccount,
  ],
  ['invalid_request', 'AADSTS900144', 'The request body must contain', 'MC543', 'configuration'],
  ['something_new', '', 'No.', 'MC543', 'configuration'],
];

describe('a refusal of the token endpoint', () => {
  test.each(refusals)('%s %s "%s": %s, %s', (error, number, words, code, faultClass, asked = {}) => {
    const reply = { code: error, text: words, ...(number === '' ? {} : { enhanced: number }) };
    const session = tokenThat({ outcome: 'refused', reply }, asked);
    expect(faultOf(session)).toEqual({ step: 'token', class: faultClass });
    const [finding, ...more] = findings(session);
    expect(more).toEqual([]);
    expect(finding?.finding.code).toBe(code);
    // What says nothing of the mailbox is unknown.
    expect(finding?.finding.severity).toBe(faultClass === 'local' ? 'unknown' : 'error');
    for (const language of languages) expect(finding?.message(language)).toContain(words);
  });

  const told = serverReplies.flatMap((row) =>
    row.problem?.startsWith('token-') === true && row.at?.includes('token') === true
      ? [[row.id, row] as const]
      : [],
  );
  test.each(told)('%s is said as the table says it, by one rule and in both languages', (_, row) => {
    const reply = readPasted(row.example)?.reply ?? { code: '', text: '' };
    const [grant = 'client-credentials'] = row.grants ?? [];
    const isGoogles = row.vendors?.includes('gmail') === true;
    const session = tokenThat(
      { outcome: 'refused', reply },
      { grant, ...(isGoogles ? google : {}), ...(row.grants === undefined ? {} : { grant }) },
    );
    expect(problemOf(session)?.problem).toBe(row.problem);
    expect(faultOf(session)?.class).toBe(row.class);
    const [finding, ...more] = findings(session);
    expect(more).toEqual([]);
    for (const language of languages) {
      if (row.problem !== 'token-clock') expect(finding?.message(language)).toContain(row.cause[language]);
      const steps = finding?.steps(language) ?? [];
      // The last one says how to look again.
      expect(steps.length).toBeGreaterThan(1);
      for (const step of steps) expect(step).not.toMatch(/undefined|check your configuration|\{(?! )/);
    }
  });

  test('a way out for users is not offered to an application', () => {
    const reply = { code: 'invalid_grant', enhanced: 'AADSTS53003', text: 'blocked' };
    const steps = (asked: Partial<TokenAsked>): string =>
      rules
        .filter(({ code }) => code === 'MC554')
        .flatMap((rule) =>
          runExample(rule, { session: tokenThat({ outcome: 'refused', reply }, asked) }).flatMap((finding) =>
            rule.fix(finding, 'en').map((step) => step.do),
          ),
        )
        .join(' ');
    expect(steps({})).toContain('take oauthRefreshToken out');
    expect(steps(application)).not.toContain('oauthRefreshToken');
    expect(steps(application)).toContain('Service principal sign-ins');
  });

  test('"Retry-After" becomes the time before which nothing is tried again', () => {
    const reply = { code: '429', text: 'slow down (Retry-After: 90 seconds)' };
    const session = tokenThat(
      { outcome: 'refused', reply },
      {},
      { at: '2026-11-27T09:00:00.000Z', milliseconds: 0 },
    );
    expect(retryAfterOf(session)).toBe('2026-11-27T09:01:30.000Z');
  });
});

describe('no answer, or none that can be used', () => {
  test.each<[string, StepOutcome, string, FaultClass]>([
    ['silence', { outcome: 'timed-out', afterMilliseconds: 15_000, receivedBytes: 0 }, 'MC556', 'network'],
    [
      'HTML',
      { outcome: 'malformed', received: 'HTTP 200 text/html <html>', looksLike: 'http' },
      'MC556',
      'network',
    ],
    ['nobody there', { outcome: 'failed', error: 'ECONNREFUSED', message: '' }, 'MC556', 'network'],
    [
      'a foreign certificate',
      { outcome: 'failed', error: 'CERT_HAS_EXPIRED', message: '' },
      'MC556',
      'certificate',
    ],
    ['http:', { outcome: 'rejected', reason: 'clear-text-forbidden' }, 'MC556', 'configuration'],
    ['a redirect', { outcome: 'rejected', reason: 'redirected-elsewhere' }, 'MC557', 'network'],
  ])('%s', (_, outcome, code, faultClass) => {
    const session = tokenThat(outcome);
    expect(findings(session).map(({ finding }) => finding.code)).toEqual([code]);
    expect(faultOf(session)?.class).toBe(faultClass);
  });
});

const tenant = '11111111-2222-3333-4444-555555555555';
const now = Date.parse('2026-11-27T09:00:00Z');
const expected: ExpectedToken = {
  audiences: ['https://outlook.office365.com', '00000002-0000-0ff1-ce00-000000000000'],
  roles: [],
  scopes: ['SMTP.Send'],
  tenant,
  clientId: 'client',
  user: 'admin@example.com',
};
const fitting: TokenClaims = {
  audience: ['https://outlook.office365.com/'],
  tenant,
  application: 'client',
  user: 'Admin@Example.com',
  scopes: ['openid', 'SMTP.Send'],
  validFrom: '2026-11-27T08:55:00Z',
  validTo: '2026-11-27T10:00:00Z',
};

describe('a token that was given', () => {
  test('fits, by its address or its identifier, and where it says less', () => {
    expect(misfitOf(fitting, undefined, expected, now)).toBeUndefined();
    expect(
      misfitOf({ ...fitting, audience: ['00000002-0000-0ff1-ce00-000000000000'] }, undefined, expected, now),
    ).toBeUndefined();
    expect(misfitOf({}, undefined, expected, now)).toBeUndefined();
    expect(misfitOf(undefined, undefined, expected, now)).toBeUndefined();
  });

  test.each<[Partial<TokenClaims>, string]>([
    [{ audience: ['https://graph.microsoft.com'] }, 'token-for-another-audience'],
    [{ tenant: tenant.replace('1', '9') }, 'token-of-another-tenant'],
    [{ application: 'another' }, 'token-of-another-application'],
    [{ user: 'hanako@example.com' }, 'token-of-another-user'],
    [{ scopes: ['IMAP.AccessAsUser.All'] }, 'token-lacks-permission'],
    [{ validTo: '2026-11-27T09:00:00Z' }, 'token-expired'],
    [{ validFrom: '2026-11-27T09:05:01Z' }, 'token-not-yet-valid'],
  ])('with %j does not: %s', (change, reason) => {
    expect(misfitOf({ ...fitting, ...change }, undefined, expected, now)).toBe(reason);
  });

  test('a tenant that is recorded by its domain is not compared with an identifier', () => {
    expect(
      misfitOf(fitting, undefined, { ...expected, tenant: 'contoso.onmicrosoft.com' }, now),
    ).toBeUndefined();
  });

  test('of an application that was allowed nothing has no roles at all', () => {
    const { scopes: _, user: __, ...withoutRoles } = fitting;
    const { user: ___, ...rest } = expected;
    const ofApplication = { ...rest, roles: ['SMTP.SendAsApp'], scopes: [] };
    expect(misfitOf(withoutRoles, undefined, ofApplication, now)).toBe('token-lacks-permission');
    expect(
      misfitOf({ ...withoutRoles, roles: ['SMTP.SendAsApp'] }, undefined, ofApplication, now),
    ).toBeUndefined();
  });

  test('that cannot be read is judged by the scopes that came beside it', () => {
    const ofGoogle = { audiences: [], roles: [], scopes: ['https://mail.google.com/'] };
    expect(misfitOf(undefined, 'openid https://mail.google.com/', ofGoogle, now)).toBeUndefined();
    expect(misfitOf(undefined, 'openid email', ofGoogle, now)).toBe('token-lacks-permission');
    expect(misfitOf(undefined, 'https://outlook.office.com/SMTP.Send', expected, now)).toBeUndefined();
  });

  test('the wrong service is named in words', () => {
    const session = tokenThat(
      { outcome: 'rejected', reason: 'token-for-another-audience' },
      {},
      { token: { audience: ['https://graph.microsoft.com'] } },
    );
    expect(findings(session)[0]?.message('en')).toBe(
      'The token for admin@example.com is for Microsoft Graph ("https://graph.microsoft.com"); SMTP needs one for "https://outlook.office365.com" (scope https://outlook.office365.com/.default).',
    );
    expect(serviceName('api://something', 'en')).toBe('"api://something"');
    expect(serviceName('https://graph.microsoft.com/', 'ja')).toBe(
      'Microsoft Graph(「https://graph.microsoft.com」)',
    );
  });
});

test('a session whose token was good is explained by what came after', () => {
  const refused: StepOutcome = {
    outcome: 'refused',
    reply: { code: '535', enhanced: '5.7.3', text: 'Authentication unsuccessful' },
  };
  const session = sessionThat({ token: { outcome: 'ok' }, login: refused });
  expect(findings(session).map(({ finding }) => finding.code)).toEqual(['MC517']);
});

function findings(session: ReturnType<typeof tokenThat>) {
  return rules
    .filter(({ subject, code }) => subject === 'session' && code.startsWith('MC5'))
    .flatMap((rule) =>
      runExample(rule, { session }).map((finding) => ({
        finding,
        message: (language: 'en' | 'ja') => rule.message(finding, language),
        steps: (language: 'en' | 'ja') => rule.fix(finding, language).map(({ do: step }) => step),
      })),
    );
}
