// MC109: the portal resets passwords for confirmed addresses only, and this one is not confirmed.

import { contactName, setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC109',
  subject: 'path',
  stage: 'request',
  severity: 'not-requested',
  check: ({ path, confirmationStoppedBy }) => {
    const contact = path.contact.found;
    // Where it cannot be confirmed either, MC158 says so: that is no longer rightly so.
    if (confirmationStoppedBy !== undefined) return [];
    if (
      path.message.kind !== 'password-reset' ||
      contact?.fields.identityEmailAddress1Confirmed !== false ||
      !path.settings.get('Authentication/Registration/ResetPasswordRequiresConfirmedEmail').value
    )
      return [];
    return [
      { params: { contact: contactName(path) }, where: contact.where(['identityEmailAddress1Confirmed']) },
    ];
  },
  en: {
    title: 'Password reset requires a confirmed address, and this one is not',
    why:
      'With ResetPasswordRequiresConfirmedEmail the portal shows "check your mail" but sends nothing to an address that is not ' +
      'confirmed; the page looks the same on purpose. To confirm it, the visitor must sign in, for which the password is needed: ' +
      'whoever never got the confirmation mail is locked out.',
    message: ({ contact }) =>
      `No reset mail is due: ${contact} is not confirmed and ResetPasswordRequiresConfirmedEmail is true.`,
    fix: ({ contact }) => [
      {
        who: 'system-administrator',
        do: `Make the confirmation mail work first: mailcheck diagnose email-confirmation --to ${contact}`,
      },
      {
        who: 'portal-administrator',
        do: `For this visitor: set a new password for the contact ("Change Password" in the Portal Management app), so that ${contact} can sign in and confirm the address.`,
      },
      setSetting('Authentication/Registration/ResetPasswordRequiresConfirmedEmail', false, 'en'),
    ],
  },
  ja: {
    title: 'パスワードのリセットには確認済みのアドレスが必要ですが、未確認です',
    why:
      'ResetPasswordRequiresConfirmedEmail が true の場合、未確認のアドレスには何も送信されません。画面の表示は送信したときと同じです。' +
      'アドレスを確認するにはサインインが必要で、サインインにはパスワードが必要なため、確認メールを受け取れなかった人は行き詰まります。',
    message: ({ contact }) =>
      `${contact} は未確認で、ResetPasswordRequiresConfirmedEmail が true のため、リセットメールは送信されません。`,
    fix: ({ contact }) => [
      {
        who: 'system-administrator',
        do: `先に確認メールが届くようにする: mailcheck diagnose email-confirmation --to ${contact}`,
      },
      {
        who: 'portal-administrator',
        do: `この人については、ポータル管理アプリの取引先担当者で「パスワードの変更」を実行し、${contact} がサインインしてアドレスを確認できるようにする。`,
      },
      setSetting('Authentication/Registration/ResetPasswordRequiresConfirmedEmail', false, 'ja'),
    ],
  },
  sources: [sources.authentication, sources.portalCode('LoginController.ForgotPassword')],
  examples: {
    bad: [
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: {
          siteSettings: {
            'Authentication/Registration/LocalLoginEnabled': { value: 'true' },
            'Authentication/Registration/ResetPasswordRequiresConfirmedEmail': { value: 'true' },
          },
        },
      },
    ],
    good: [
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: {
          siteSettings: {
            'Authentication/Registration/LocalLoginEnabled': { value: 'true' },
            'Authentication/Registration/ResetPasswordRequiresConfirmedEmail': { value: 'false' },
          },
        },
      },
    ],
  },
});
