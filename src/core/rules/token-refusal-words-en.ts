// Knows the English words for refused access tokens. Words only.

import type { TokenRefusalId } from '../mail/token-refusals.ts';
import type { FixStep, Who } from './rule.ts';
import type { TokenParams } from './token-hit.ts';
import type { TokenRefusalWords } from './token-refusal-words.ts';

const by =
  (who: Who) =>
  (step: string): FixStep => ({ who, do: step });
const byEntra = by('entra-administrator');
const byGoogle = by('mail-server-administrator');
const byKeeper = by('records-keeper');
const byUser = by('mailbox-user');

const app = ({ expected: { clientId } }: TokenParams): string =>
  `Microsoft Entra admin center > App registrations > All applications > the application ${clientId ?? ''}`.trim();
const project = 'Google Cloud console > Google Auth Platform';
const signIn = ({ mailbox }: TokenParams): FixStep =>
  byUser(`Sign in again with the account of ${mailbox}: mailcheck login ${mailbox}`);
const compareIds = ({ profile }: TokenParams, keys: string): FixStep =>
  byKeeper(`Compare with the record of the server profile "${profile}": ${keys}`);
const newSecret = (p: TokenParams): FixStep =>
  byEntra(
    `${app(p)} > Certificates & secrets > New client secret. Copy its Value at once (not the Secret ID) to where the record's oauthClientSecret says that it is kept.`,
  );
const signInLog = ({ mailbox, grant, expected: { clientId } }: TokenParams): FixStep =>
  byEntra(
    `Microsoft Entra admin center > Monitoring & health > Sign-in logs${grant === 'refresh-token' ? '' : ' > Service principal sign-ins'}: open the failed sign-in of ${grant === 'refresh-token' ? mailbox : `the application ${clientId ?? ''}`.trim()}; "Basic info" and "Conditional Access" name what forbade it.`,
  );
const withoutUser = ({ profile, grant }: TokenParams): FixStep[] =>
  grant !== 'refresh-token'
    ? []
    : [
        byKeeper(
          `Or sign in as the application, which no such rule for users stops: take oauthRefreshToken out of the mailbox's record and write oauthCertificate or oauthClientSecret into the server profile "${profile}" (it needs application permissions).`,
        ),
      ];

export const tokenRefusalWordsEn: Record<TokenRefusalId, TokenRefusalWords> = {
  'password-changed': {
    cause: "the user's password was changed or reset, or their sessions were revoked, since they signed in.",
    steps: (p) => [signIn(p)],
  },
  'unused-too-long': {
    cause: 'the refresh token was not used for 90 days.',
    steps: (p) => [signIn(p), ...withoutUser(p)],
  },
  'refresh-token-expired': {
    cause:
      'the refresh token has reached the end of its life (sign-in frequency of a conditional access rule, or its fixed lifetime).',
    steps: (p) => [signIn(p), ...withoutUser(p)],
  },
  'refresh-token-invalid': {
    cause:
      'the refresh token is not valid (any more): cut off when it was stored, given to another application, or revoked.',
    steps: (p) => [
      signIn(p),
      compareIds(p, 'oauthClientId has to be the application that was signed in to.'),
    ],
  },
  'google-expired-or-revoked': {
    cause:
      'the refresh token has expired or was revoked. In this order look for: the app is still in "Testing" (its tokens live seven days), six months without use, a changed Google password, access taken away by the user, more than 100 newer tokens of this account and client.',
    steps: (p) => [
      byGoogle(`${project} > Audience: is "Publishing status" still Testing? Press "Publish app".`),
      signIn(p),
    ],
  },
  'secret-expired': {
    cause: 'the client secret of the application has expired.',
    steps: (p) => [newSecret(p)],
  },
  'secret-wrong': {
    cause: 'the client secret is wrong. Often the Secret ID was copied, and not the Value.',
    steps: (p) => [newSecret(p)],
  },
  'secret-missing': {
    cause: 'this application wants a client secret or certificate, and the record names none.',
    steps: (p) => [
      compareIds(p, 'add oauthClientSecret: { env: NAME } or oauthCertificate: { file: … }'),
      byEntra(
        `Or, for sign-in of users alone: ${app(p)} > Authentication > Settings > "Allow public client flows": Yes.`,
      ),
    ],
  },
  'secret-not-wanted': {
    cause: 'this application is a public client, which must not show a secret.',
    steps: (p) => [compareIds(p, 'take oauthClientSecret and oauthCertificate out.')],
  },
  'certificate-unknown': {
    cause: 'the certificate that signed is not one of the application, or has expired.',
    steps: (p) => [
      byEntra(
        `${app(p)} > Certificates & secrets > Certificates > Upload certificate: the one of the file that the record's oauthCertificate names (compare thumbprint and end date).`,
      ),
    ],
  },
  'client-refused': {
    cause: 'the application itself was not recognised: its secret or certificate is wrong.',
    steps: (p) => [newSecret(p)],
  },
  'google-client-unknown': {
    cause: 'Google does not recognise the client: its id or secret is wrong, or the client was deleted.',
    steps: (p) => [
      byGoogle(
        `${project} > Clients: open ${p.expected.clientId ?? 'the client'} and compare its client ID; under "Client secrets" add a new one if need be.`,
      ),
      compareIds(p, 'oauthClientId, and where oauthClientSecret is kept.'),
    ],
  },
  'google-key-unknown': {
    cause: 'the key of the service account is not valid: it was deleted, or the service account itself was.',
    steps: () => [
      byGoogle(
        "Google Cloud console > IAM & Admin > Service Accounts > (the account) > Keys > Add key > Create new key (JSON). Put the file where the record's oauthServiceAccount says that it is kept.",
      ),
    ],
  },
  'application-unknown': {
    cause:
      'the tenant does not know this application: client id or tenant is mistyped, or nobody has added it to the tenant.',
    steps: (p) => [
      byEntra(`${app(p)} > Overview: compare "Application (client) ID" and "Directory (tenant) ID".`),
      compareIds(p, 'oauthClientId and exchangeOnlineTenantId'),
    ],
  },
  'application-disabled': {
    cause: 'the application is switched off in the tenant.',
    steps: (p) => [
      byEntra(
        `Microsoft Entra admin center > Enterprise apps > the application ${p.expected.clientId ?? ''} > Properties > "Enabled for users to sign-in?": Yes.`,
      ),
    ],
  },
  'tenant-unknown': {
    cause: 'there is no such tenant in this cloud.',
    steps: (p) => [
      byEntra('Microsoft Entra admin center > Overview: read "Tenant ID".'),
      compareIds(
        p,
        'exchangeOnlineTenantId: that ID; and `cloud` of the environment, where the tenant is not in the public cloud.',
      ),
    ],
  },
  'tenant-missing': {
    cause: 'the request does not say which tenant is meant.',
    steps: (p) => [compareIds(p, 'add exchangeOnlineTenantId: 11111111-2222-3333-4444-555555555555')],
  },
  'user-not-in-tenant': {
    cause: 'the user who signed in is of another tenant.',
    steps: (p) => [compareIds(p, 'exchangeOnlineTenantId has to be the tenant of the mailbox.'), signIn(p)],
  },
  'resource-unknown': {
    cause: 'the tenant does not have the service that the token is for, or not for this application.',
    steps: (p) => [
      byEntra(
        `${app(p)} > API permissions > Add a permission > APIs my organization uses > "Office 365 Exchange Online".`,
      ),
      compareIds(
        p,
        'exchangeOnlineTenantId has to be a tenant with Exchange Online; endpoints.exchangeOnline and endpoints.graph of the environment, where they are set.',
      ),
    ],
  },
  'another-cloud': {
    cause: 'the tenant is in another cloud than the one asked.',
    steps: () => [
      byKeeper(
        'Write the right cloud into the record of the environment: cloud: public, us-government, us-government-high, us-government-dod or china',
      ),
    ],
  },
  'scope-wrong': {
    cause: 'the scope that was asked for does not exist there.',
    steps: (p) => [
      byEntra(
        `${app(p)} > API permissions: the mail protocols are under "Office 365 Exchange Online", not under "Microsoft Graph".`,
      ),
    ],
  },
  'scope-refused': {
    cause: 'the scope that was asked for is not known or not allowed.',
    steps: (p) => [compareIds(p, 'whether the application was given the permission for mail.')],
  },
  'grant-not-allowed': {
    cause: 'the application may not ask for tokens in this way.',
    steps: (p) => [
      byEntra(
        `${app(p)} > Authentication: for sign-in of users "Allow public client flows": Yes; for a sign-in as the application a secret or certificate.`,
      ),
    ],
  },
  'consent-missing': {
    cause: 'nobody has allowed the application this access.',
    steps: (p) => [
      byEntra(
        `${app(p)} > API permissions: see that ${wanted(p)} is listed, then press "Grant admin consent for (tenant)".`,
      ),
      ...(p.grant === 'refresh-token' ? [signIn(p)] : []),
    ],
  },
  'consent-required': {
    cause: 'the consent of the user or an administrator is missing.',
    steps: (p) => [
      byEntra(`${app(p)} > API permissions > "Grant admin consent for (tenant)".`),
      ...(p.grant === 'refresh-token' ? [signIn(p)] : []),
    ],
  },
  'not-assigned': {
    cause: 'the application admits assigned users only, and this one is not.',
    steps: (p) => [
      byEntra(
        `Microsoft Entra admin center > Enterprise apps > the application ${p.expected.clientId ?? ''} > Users and groups > Add user/group: ${p.mailbox}`,
      ),
    ],
  },
  'google-delegation-missing': {
    cause: 'the service account may not act for the mailboxes of this domain.',
    steps: () => [
      byGoogle(
        'Google Admin console > Security > Access and data control > API controls > Manage Domain Wide Delegation > Add new: the client ID of the service account (a number; Google Cloud console > IAM & Admin > Service Accounts > its details) with the scope https://mail.google.com/. It may take a day to hold.',
      ),
    ],
  },
  'google-policy': {
    cause: 'an administrator of Google Workspace does not allow this app.',
    steps: (p) => [
      byGoogle(
        `Google Admin console > Security > Access and data control > API controls > Manage app access: allow the client ${p.expected.clientId ?? ''} ("Trusted").`,
      ),
      signIn(p),
    ],
  },
  'second-factor': {
    cause: 'the account needs multi-factor authentication, which a stored sign-in cannot do.',
    steps: (p) => [signIn(p), signInLog(p), ...withoutUser(p)],
  },
  'conditional-access': {
    cause: 'a conditional access rule of the tenant forbids this sign-in (place, device or application).',
    steps: (p) => [signInLog(p), ...withoutUser(p)],
  },
  'interaction-required': {
    cause: 'the user has to answer something at the sign-in page.',
    steps: (p) => [signIn(p), signInLog(p)],
  },
  'account-locked': {
    cause: 'the account is locked after too many wrong sign-ins, or sign-ins from this address are blocked.',
    steps: (p) => [
      byEntra(
        `Microsoft 365 admin center > Users > Active users > ${p.mailbox}: unblock sign-in; Microsoft Entra admin center > Monitoring & health > Sign-in logs shows who tried.`,
      ),
    ],
  },
  'account-disabled': {
    cause: 'the account is disabled.',
    steps: (p) => [
      byEntra(
        `Microsoft 365 admin center > Users > Active users > ${p.mailbox} > "Unblock sign-in". For a shared mailbox, whose own account stays blocked, sign in as the application or as a user with access to it.`,
      ),
    ],
  },
  'password-wrong': {
    cause: 'the password of the account is wrong or has expired.',
    steps: (p) => [
      byUser(`Sign in to https://portal.office.com as ${p.mailbox} and set a new password.`),
      signIn(p),
    ],
  },
  'user-unknown': {
    cause: 'the tenant has no such user.',
    steps: (p) => [
      byKeeper(
        `Compare userName and emailAddress in the record of the mailbox ${p.mailbox} with the "User principal name" of the account in Microsoft Entra.`,
      ),
    ],
  },
  'google-user-unknown': {
    cause: 'Google knows no such user in the domain of the service account.',
    steps: (p) => [
      byKeeper(
        `emailAddress in the record of the mailbox ${p.mailbox} has to be the account's primary address; aliases and groups are not accepted.`,
      ),
    ],
  },
  'google-account-disabled': {
    cause: 'the Google account is suspended or deleted.',
    steps: (p) => [
      byGoogle(`Google Admin console > Directory > Users > ${p.mailbox}: "Reactivate", or restore the user.`),
      signIn(p),
    ],
  },
  'google-session-control': {
    cause: 'the session length that the domain sets for Google Cloud is over.',
    steps: (p) => [
      byGoogle(
        'Google Admin console > Security > Access and data control > Google Cloud session control: tick "Exempt Trusted apps" and make this app trusted, or raise the time.',
      ),
      signIn(p),
    ],
  },
  'assertion-out-of-time': {
    cause: 'what the certificate signed is out of its time: the clock here is wrong.',
    steps: () => [setClock],
  },
  'google-assertion-out-of-time': {
    cause: 'what the service account signed is out of its time: the clock here is wrong.',
    steps: () => [setClock],
  },
  'microsoft-later': { cause: 'Microsoft Entra could not answer just now.', steps: () => [] },
  later: { cause: 'the token endpoint asks to come back later.', steps: () => [] },
  unrecognised: {
    cause: 'the reason is in its own words alone.',
    steps: (p) => [
      p.authority === 'microsoft'
        ? byEntra(
            'Look the number up: https://login.microsoftonline.com/error, or open the failed sign-in: Microsoft Entra admin center > Monitoring & health > Sign-in logs.',
          )
        : byGoogle('Look the error up: https://developers.google.com/identity/protocols/oauth2'),
      compareIds(p, 'oauthClientId, and where its secret, certificate or key is kept.'),
    ],
  },
};

const setClock = by('system-administrator')(
  'Set the clock of this computer by a time server: timedatectl set-ntp true (Linux), w32tm /resync (Windows), System Settings > General > Date & Time (macOS).',
);

function wanted({ expected: { roles, scopes } }: TokenParams): string {
  const names = roles.length > 0 ? roles : scopes;
  return names.length === 0 ? 'the permission for mail' : names.join(' or ');
}
