// MC158: a reset needs a confirmed address, and what stops the confirmation mail is known.

import { contactName, setSetting, sources } from './path-names.ts';
import type { Change, Example } from './example.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC158',
  subject: 'path',
  stage: 'request',
  severity: 'error',
  check: ({ path, confirmationStoppedBy: because }) =>
    because === undefined
      ? []
      : [
          {
            params: { contact: contactName(path), because },
            where: path.settings.get('Authentication/Registration/ResetPasswordRequiresConfirmedEmail').where,
          },
        ],
  en: {
    title: 'Reset needs confirmation, and confirmation does not work',
    why: 'ResetPasswordRequiresConfirmedEmail sends reset mails to confirmed addresses only. Whoever has forgotten the password and never got the confirmation mail is locked out for good: to confirm, one has to sign in.',
    message: ({ contact, because }) =>
      `${contact} is not confirmed and cannot get confirmed, because the confirmation mail is stopped as well (${because.code}: ${because.title.en}).`,
    fix: ({ contact, because }) => [
      because.code === 'MC102'
        ? setSetting('Authentication/Registration/EmailConfirmationEnabled', true, 'en')
        : {
            who: 'system-administrator',
            do: `Make the confirmation mail work: mailcheck diagnose email-confirmation --to ${contact}`,
          },
      {
        who: 'portal-administrator',
        do: `For this visitor: set a new password for the contact ("Change Password" in the Portal Management app), so that ${contact} can sign in and confirm the address.`,
      },
      setSetting('Authentication/Registration/ResetPasswordRequiresConfirmedEmail', false, 'en'),
    ],
  },
  ja: {
    title: 'リセットにはアドレスの確認が必要ですが、確認メールも届きません',
    why: 'ResetPasswordRequiresConfirmedEmail が true の場合、リセットメールは確認済みのアドレスにだけ送信されます。アドレスの確認にはサインインが必要なため、パスワードを忘れ、確認メールも受け取れなかった人は、どうやってもサインインできません。',
    message: ({ contact, because }) =>
      `${contact} は未確認で、確認もできません。確認メールも届かないためです(${because.code}: ${because.title.ja})。`,
    fix: ({ contact, because }) => [
      because.code === 'MC102'
        ? setSetting('Authentication/Registration/EmailConfirmationEnabled', true, 'ja')
        : {
            who: 'system-administrator',
            do: `確認メールが届くようにする: mailcheck diagnose email-confirmation --to ${contact}`,
          },
      {
        who: 'portal-administrator',
        do: `この人については、ポータル管理アプリの取引先担当者で「パスワードの変更」を実行し、${contact} がサインインしてアドレスを確認できるようにする。`,
      },
      setSetting('Authentication/Registration/ResetPasswordRequiresConfirmedEmail', false, 'ja'),
    ],
  },
  sources: [
    sources.portalCode('LoginController.cs, ForgotPassword'),
    'derived: the path of the confirmation mail, judged by the same records',
  ],
  examples: {
    bad: [
      needsConfirmation({
        siteSettings: { 'Authentication/Registration/EmailConfirmationEnabled': { value: 'false' } },
      }),
      needsConfirmation({ processes: { confirmation: { state: 'draft' } } }),
      needsConfirmation({ mailboxes: { admin: { emailRouterAccessApproval: 'pending-approval' } } }),
    ],
    good: [
      { message: { kind: 'password-reset', to: 'taro@example.com' } },
      needsConfirmation({}),
      // Without the condition a confirmation mail that fails is of no matter.
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: { processes: { confirmation: { state: 'draft' } } },
      },
    ],
  },
});

function needsConfirmation(change: Change): Example {
  return {
    message: { kind: 'password-reset', to: 'taro@example.com' },
    change: {
      ...change,
      siteSettings: {
        'Authentication/Registration/ResetPasswordRequiresConfirmedEmail': { value: 'true' },
        ...change.siteSettings,
      },
    },
  };
}
