// MC106: columns of the contact that decide whether a mail is due are not recorded.

import { isIdentityKind } from '../delivery/find-process.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC106',
  subject: 'path',
  stage: 'request',
  severity: 'unknown',
  check: ({ path }) => {
    const fields = missingColumns(path);
    return fields.length === 0
      ? []
      : [{ params: { contact: contactName(path), fields }, where: path.contact.found?.where() }];
  },
  en: {
    title: "The contact's portal columns are not recorded",
    why:
      'Whether the portal asks for this mail is decided by columns of the contact: adx_identity_emailaddress1confirmed, ' +
      'adx_identity_twofactorenabled, adx_identity_logonenabled. A column that is not recorded is not taken for yes or no.',
    message: ({ contact, fields }) => `Not recorded of ${contact}: ${fields.join(', ')}.`,
    fix: ({ contact, fields }) => [
      {
        who: 'records-keeper',
        do: `Add to the contact ${contact}: ${fields.map((field) => `${field}: true or false`).join('; ')}.`,
      },
    ],
  },
  ja: {
    title: '取引先担当者のポータル関連の列が記録されていません',
    why:
      'ポータルがこのメールを要求するかどうかは、取引先担当者の列(adx_identity_emailaddress1confirmed、adx_identity_twofactorenabled、' +
      'adx_identity_logonenabled)で決まります。記録されていない列を「はい」や「いいえ」とはみなしません。',
    message: ({ contact, fields }) => `${contact} の ${fields.join('、')} が記録されていません。`,
    fix: ({ contact, fields }) => [
      {
        who: 'records-keeper',
        do: `取引先担当者 ${contact} に ${fields.map((field) => `${field}: true または false`).join('、')} を追加する。`,
      },
    ],
  },
  sources: [sources.authentication, sources.identityCode('SignInManager.cs, EmailTokenProvider.cs')],
  examples: {
    bad: [
      { change: { contacts: { taro: { identityEmailAddress1Confirmed: undefined } } } },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { identityTwoFactorEnabled: undefined } } },
      },
    ],
    good: [
      { change: { contacts: { taro: { identityEmailAddress1Confirmed: false } } } },
      {
        message: { kind: 'email-confirmation', to: 'taro' },
        change: { contacts: { taro: { identityEmailAddress1Confirmed: undefined, emailAddress1: null } } },
      },
      { message: { kind: 'two-factor-code', to: 'jiro@example.com' } },
    ],
  },
});

type Column = 'identityEmailAddress1Confirmed' | 'identityTwoFactorEnabled' | 'identityLogonEnabled';

/** Columns that this message depends on and that are not written; none where another column has decided already. */
function missingColumns(path: DeliveryPath): Column[] {
  const { kind } = path.message;
  const fields = path.contact.found?.fields;
  if (fields === undefined || !isIdentityKind(kind)) return [];
  const needed: Record<typeof kind, Column[]> = {
    'email-confirmation': ['identityEmailAddress1Confirmed'],
    'two-factor-code': ['identityLogonEnabled', 'identityTwoFactorEnabled', 'identityEmailAddress1Confirmed'],
    'password-reset': [
      'identityLogonEnabled',
      ...(path.settings.get('Authentication/Registration/ResetPasswordRequiresConfirmedEmail').value
        ? (['identityEmailAddress1Confirmed'] as const)
        : []),
    ],
  };
  // An external sign-in confirms the address by itself (MC150), and a blank one is not confirmed at all (MC120).
  if (kind === 'email-confirmation' && (fields.hasExternalIdentity === true || fields.emailAddress1 === null))
    return [];
  const columns = needed[kind];
  const decided = kind !== 'email-confirmation' && columns.some((column) => fields[column] === false);
  return decided ? [] : columns.filter((column) => fields[column] === undefined);
}
