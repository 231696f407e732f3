// Knows by which name a direction of a mailbox logs in, as far as recorded, whether or not the password is. Pure.

import type { Entry } from '../records/records.ts';
import type { EffectiveDirection } from '../records/profile-defaults.ts';
import { isGoogleHost } from './credentials.ts';

/** Undefined: not recorded, or nobody logs in by a name. credentials.ts takes the same. */
export function loginUser(mailbox: Entry<'mailboxes'>, side: EffectiveDirection): string | undefined {
  const { userName, emailAddress, oauthRefreshToken } = mailbox.fields;
  switch (side.credentialRetrieval) {
    case 'anonymous':
    case 'windows-integrated':
      return undefined;
    case 'profile':
      return side.userName;
    case 'gmail-oauth':
      return emailAddress ?? undefined;
    case 'user-or-queue':
      // Google's tokens are for the address that signed in.
      return oauthRefreshToken !== undefined && isGoogleHost(side.host)
        ? (emailAddress ?? undefined)
        : (userName ?? emailAddress ?? undefined);
    case 'server-to-server':
    case 'azure-ad-oauth':
    case 'exchange-hybrid-modern-auth':
      return userName ?? emailAddress ?? undefined;
  }
}
