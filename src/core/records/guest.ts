// Knows guests of Microsoft Entra B2B and the tenant that invites them (Microsoft Graph: user, emailAuthenticationMethodConfiguration).
// Shape only. Nothing here is in Dataverse: Microsoft Entra itself sends their passcodes.

import * as z from 'zod';
import { choice, flag, moment, reference, text } from './column.ts';

const account = () =>
  choice(undefined, {
    'microsoft-entra': null,
    'microsoft-account': null,
    /** "Viral": made by the guest's own sign-up, in a tenant that nobody administers. */
    unmanaged: null,
  });

export const guestSchema = () =>
  z.strictObject({
    id: text('id', 100).optional(),
    displayName: text('displayName', 256).optional(),
    emailAddress: text('mail', 320).optional(),
    tenant: reference(undefined, 'tenants').optional(),
    userType: choice('userType', { guest: null, member: null }).optional(),
    /** false: sign-in is blocked. */
    accountEnabled: flag('accountEnabled').optional(),
    externalUserState: choice('externalUserState', { 'pending-acceptance': null, accepted: null }).optional(),
    /** When the invitation was redeemed. */
    externalUserStateChangeDateTime: moment('externalUserStateChangeDateTime').optional(),
    /** How the guest signed in when redeeming it, and does since. */
    redeemedWith: choice(undefined, {
      'email-one-time-passcode': null,
      'microsoft-entra': null,
      'microsoft-account': null,
      unmanaged: null,
      google: null,
      federation: null,
    }).optional(),
    /** Accounts that this address has now; an empty list: none. */
    accounts: z.array(account()).optional(),
    /** Was the guest in the directory before the first sign-in, by an invitation or added by hand? */
    addedBeforehand: flag().optional(),
    lastSignInDateTime: moment('lastSignInDateTime').optional(),
  });
export type Guest = z.output<ReturnType<typeof guestSchema>>;

export const tenantSchema = () =>
  z.strictObject({
    id: text('tenantId', 100).optional(),
    name: text('displayName', 256).optional(),
    /** contoso.onmicrosoft.com and the organization's own domains. */
    verifiedDomains: z.array(z.string().min(1).max(255)).optional(),
    cloud: choice(undefined, { public: null, 'us-government': null, china: null }).optional(),
    /**
     * "Email one-time passcode for guests". default: switched on automatically since October 2021. The preview's toggle (Yes/No)
     * is enabled or disabled as well.
     */
    allowExternalIdToUseEmailOtp: choice('allowExternalIdToUseEmailOtp', {
      default: null,
      enabled: null,
      disabled: null,
      'preview-opted-in': null,
      'preview-opted-out': null,
    }).optional(),
    emailOtpEnabledOn: moment().optional(),
    googleFederation: flag().optional(),
    /** Domains of partners that are federated with SAML or WS-Fed. */
    federatedDomains: z.array(z.string().min(1).max(255)).optional(),
  });
export type Tenant = z.output<ReturnType<typeof tenantSchema>>;
