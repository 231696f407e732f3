// Knows the contact who waits for the mail (table contact with the portal's identity columns). Shape only.

import * as z from 'zod';
import { state } from './choices.ts';
import { choice, flag, moment, reference, text, wholeNumber } from './column.ts';

export const contactSchema = () =>
  z.strictObject({
    id: text('contactid', 100).optional(),
    fullName: text('fullname', 200).optional(),
    /** The only address that the portal's identity mails go to; null: blank. */
    emailAddress1: text('emailaddress1', 100).nullable().optional(),
    emailAddress2: text('emailaddress2', 100).nullable().optional(),
    emailAddress3: text('emailaddress3', 100).nullable().optional(),
    /** true: "Do Not Allow". Written by the profile page's box "How may we contact you? E-mail", inverted. */
    doNotEmail: flag('donotemail').optional(),
    doNotBulkEmail: flag('donotbulkemail').optional(),
    preferredContactMethodCode: choice('preferredcontactmethodcode', {
      any: 1,
      email: 2,
      phone: 3,
      fax: 4,
      mail: 5,
    }).optional(),
    state: state().optional(),
    owner: reference('ownerid', 'users', 'teams').optional(),
    owningUser: reference('owninguser', 'users').nullable().optional(),
    /** Name or id; where it is not written, the owner's counts. */
    owningBusinessUnit: text('owningbusinessunit', 200).optional(),
    createdBy: reference('createdby', 'users').optional(),
    modifiedBy: reference('modifiedby', 'users').optional(),
    identityUserName: text('adx_identity_username', 100).optional(),
    identityLogonEnabled: flag('adx_identity_logonenabled').optional(),
    identityEmailAddress1Confirmed: flag('adx_identity_emailaddress1confirmed').optional(),
    identityTwoFactorEnabled: flag('adx_identity_twofactorenabled').optional(),
    identityMobilePhoneConfirmed: flag('adx_identity_mobilephoneconfirmed').optional(),
    /** false: the end of a lock-out means nothing for this contact. */
    identityLockoutEnabled: flag('adx_identity_lockoutenabled').optional(),
    identityLockoutEndDate: moment('adx_identity_lockoutenddate').optional(),
    /** Wrong passwords since the last sign-in. */
    identityAccessFailedCount: wholeNumber('adx_identity_accessfailedcount', 0, 1_000_000).optional(),
    /** Registered through an external identity provider (a row of adx_externalidentity names the contact). */
    hasExternalIdentity: flag().optional(),
    /** "Remember browser" was ticked in the browser that is used now. */
    isBrowserRemembered: flag().optional(),
    /** When this contact last signed in with a two-factor code, as far as a support person has learned: that code is used up. */
    twoFactorCodeUsedOn: moment().optional(),
  });
export type Contact = z.output<ReturnType<typeof contactSchema>>;
