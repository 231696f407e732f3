// Every type of server profile with every credential source, each with what `test-mailbox` makes of it. Data only: the cases
// are run by test/cli/profile-types.test.ts (Exchange, and what cannot be tried from here) and by
// test/live/profile-types.test.ts (mail servers that work). The compiler refuses a combination that is left out.

import type { Profile } from '../src/core/records/profile.ts';

export type ServerType = NonNullable<Profile['serverType']>;
export type CredentialRetrieval = NonNullable<Profile['incomingCredentialRetrieval']>;
type Fields = Record<string, unknown>;

export type ProfileCase = {
  serverType: ServerType;
  retrieval: CredentialRetrieval;
  /** What tells it from others of the same combination. */
  way: string;
  /** Gives the type and the credential source in the record's place. */
  preset?: string;
  /** Default: online. */
  deployment?: 'on-premises';
  profile: Fields;
  mailbox: Fields;
  /** A success has nobody's name here; each other end has the findings that say why. */
  ends: 'succeeds' | 'cannot-be-tried' | 'is-refused';
  codes: readonly string[];
};
type Case = Omit<ProfileCase, 'serverType' | 'retrieval'>;

export const tenant = '11111111-2222-4333-8444-555555555555';
export const application = '66666666-7777-4888-9999-000000000000';
export const client = { exchangeOnlineTenantId: tenant, oauthClientId: application };

const works = (way: string, profile: Fields, mailbox: Fields = {}, more: Partial<Case> = {}): Case => ({
  way,
  profile,
  mailbox,
  ends: 'succeeds',
  codes: [],
  ...more,
});
/** MC322: nothing is known, which is no fault. */
const notFromHere = (way: string, profile: Fields = {}, ...codes: readonly string[]): Case => ({
  way,
  profile,
  mailbox: {},
  ends: 'cannot-be-tried',
  codes: ['MC322', ...codes],
});
/** The platform does not take it either. */
const refused = (way: string, ...codes: readonly string[]): Case => ({
  way,
  profile: {},
  mailbox: {},
  ends: 'is-refused',
  codes,
});

const ownPassword = works("the mailbox's own password", {}, { password: { env: 'PASSWORD' } });
const profilePassword = works('one password for all', {
  incomingUserName: 'admin@example.com',
  incomingPassword: { env: 'PASSWORD' },
});
const secret = { ...client, oauthClientSecret: { env: 'CLIENT_SECRET' } };
const certificate = { ...client, oauthCertificate: { env: 'CERTIFICATE' } };
const signedIn = { oauthRefreshToken: { env: 'REFRESH_TOKEN' } };
const serviceAccount = { oauthServiceAccount: { env: 'SERVICE_ACCOUNT' } };
const google = { oauthClientId: 'client-1', oauthClientSecret: { env: 'CLIENT_SECRET' } };

const byApplication = works('an application with a secret', secret);
const byUser = works("the user's own sign-in", client, signedIn);

const onPremises = (one: Case): Case => ({
  ...one,
  way: `${one.way}, on-premises`,
  deployment: 'on-premises',
});
const windows = [
  onPremises(notFromHere('of the server that runs Dynamics 365')),
  refused('online', 'MC322', 'MC403'),
];
const nobody = [refused('online', 'MC322', 'MC403'), onPremises(refused('anonymous', 'MC322', 'MC404'))];

function exchangeServer(
  presets: { profile?: string },
  ...ending: readonly string[]
): Record<CredentialRetrieval, readonly Case[]> {
  const too = (one: Case): Case => ({ ...one, codes: [...one.codes, ...ending] });
  const service = { incomingUseImpersonation: true, outgoingUseImpersonation: true };
  const ofProfile = too({ ...profilePassword, profile: { ...profilePassword.profile, ...service } });
  return {
    'user-or-queue': [too(ownPassword), too(byUser)],
    profile: [
      ofProfile,
      ...(presets.profile === undefined ? [] : [{ ...ofProfile, way: 'preset', preset: presets.profile }]),
    ],
    'server-to-server': [
      too(notFromHere("Dataverse's own")),
      onPremises(too(refused('nobody has it there', 'MC322', 'MC415'))),
    ],
    'windows-integrated': windows.map(too),
    anonymous: nobody.map(too),
    'gmail-oauth': [too(notFromHere('of other servers', serviceAccount, 'MC438'))],
    'exchange-hybrid-modern-auth': [too(byApplication), too(works('with a certificate', certificate))],
    // As the platform has it: not written that the secret is set is MC433's.
    'azure-ad-oauth': [
      too(byApplication),
      too({ ...byUser, profile: { ...client, isOauthClientSecretSet: true } }),
    ],
  };
}

const exchangeOnline: Record<CredentialRetrieval, readonly Case[]> = {
  'user-or-queue': [notFromHere('a password', {}, 'MC432')],
  profile: [notFromHere('a password for all', profilePassword.profile, 'MC432')],
  'server-to-server': [
    { ...notFromHere('without an application of its own'), preset: 'exchange-online' },
    { ...works('an application of its own', secret), preset: 'exchange-online' },
    works('an application with a certificate', certificate),
  ],
  'windows-integrated': windows,
  anonymous: nobody,
  'gmail-oauth': [notFromHere('of other servers', serviceAccount, 'MC432', 'MC438')],
  'exchange-hybrid-modern-auth': [notFromHere('of other servers', secret, 'MC432')],
  'azure-ad-oauth': [
    { ...works('of another tenant', secret), preset: 'exchange-online-cross-tenant' },
    {
      ...works('of another tenant, with a certificate', { ...certificate, isOauthClientSecretSet: true }),
      preset: 'exchange-online-cross-tenant',
    },
    works("the user's own sign-in", { ...client, isOauthClientSecretSet: true }, signedIn),
  ],
};

function mailServer(type: 'pop3-smtp' | 'imap-smtp'): Record<CredentialRetrieval, readonly Case[]> {
  // Gmail OAuth is for IMAP, and for Google's hosts: loopback is none of them.
  const gmail = { codes: ['MC438'] };
  const gmailPreset = type === 'imap-smtp' ? { preset: 'gmail-oauth' } : {};
  return {
    'user-or-queue': [
      { ...ownPassword, preset: type },
      byUser,
      ...(type === 'pop3-smtp'
        ? [{ ...ownPassword, way: 'an app password of Gmail', preset: 'gmail-password' }]
        : []),
    ],
    profile: [profilePassword],
    'server-to-server': [refused('not with a mail server', 'MC322', 'MC415')],
    'windows-integrated': windows,
    anonymous:
      type === 'imap-smtp' ? [nobody[0] as Case, onPremises(notFromHere('anonymous', {}, 'MC404'))] : nobody,
    'gmail-oauth': [
      works('the sign-in of a user of Gmail', google, signedIn, { ...gmail, ...gmailPreset }),
      works('a service account', serviceAccount, {}, { ...gmail, ...gmailPreset }),
    ],
    'exchange-hybrid-modern-auth': [notFromHere('of other servers', secret)],
    'azure-ad-oauth': [
      { ...byApplication, ...(type === 'imap-smtp' ? { preset: 'exchange-online-imap-oauth' } : {}) },
      works('an application with a certificate', certificate),
      byUser,
    ],
  };
}

const table: Record<ServerType, Record<CredentialRetrieval, readonly Case[]>> = {
  'exchange-server': exchangeServer({ profile: 'exchange-server' }),
  'exchange-hybrid': exchangeServer({ profile: 'exchange-hybrid' }),
  'exchange-online-hybrid': exchangeServer({}, 'MC428'),
  'exchange-online': exchangeOnline,
  'pop3-smtp': mailServer('pop3-smtp'),
  'imap-smtp': mailServer('imap-smtp'),
};

export const isMailServer = ({ serverType }: Pick<ProfileCase, 'serverType'>): boolean =>
  serverType === 'pop3-smtp' || serverType === 'imap-smtp';

export const profileCases: readonly ProfileCase[] = Object.entries(table).flatMap(([serverType, sources]) =>
  Object.entries(sources).flatMap(([retrieval, cases]) =>
    cases.map((one) => ({
      ...one,
      serverType: serverType as ServerType,
      retrieval: retrieval as CredentialRetrieval,
    })),
  ),
);

/** For the title of a test. */
export const nameOf = ({ serverType, retrieval, way, preset }: ProfileCase): string =>
  `${serverType}, ${retrieval}: ${way}${preset === undefined ? '' : ` (preset ${preset})`}`;

/** What the record says of the profile, but for where the servers are. */
export function fieldsOf({ serverType, retrieval, preset, profile }: ProfileCase): Fields {
  return preset === undefined
    ? {
        serverType,
        incomingCredentialRetrieval: retrieval,
        outgoingCredentialRetrieval: retrieval,
        ...profile,
      }
    : { preset, ...profile };
}
