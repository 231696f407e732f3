// MC158: a reset needs a confirmed address, and confirmation mails are not sent or do not get through.

import { resetDeadlock } from './reset-deadlock.ts';
import { contactName, setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC158',
  subject: 'path',
  stage: 'request',
  severity: 'error',
  check: ({ path }) => {
    const because = resetDeadlock(path);
    return because === undefined
      ? []
      : [
          {
            params: { contact: contactName(path), because },
            where: path.settings.get('Authentication/Registration/ResetPasswordRequiresConfirmedEmail').where,
          },
        ];
  },
  en: {
    title: 'Reset needs confirmation, and confirmation does not work',
    why: 'ResetPasswordRequiresConfirmedEmail sends reset mails to confirmed addresses only. Whoever has forgotten the password and never got the confirmation mail is locked out for good: to confirm, one has to sign in.',
    message: ({ contact, because }) =>
      `${contact} is not confirmed and cannot get confirmed: ${becauseWords.en[because]}.`,
    fix: ({ contact, because }) => [
      because === 'switched-off'
        ? setSetting('Authentication/Registration/EmailConfirmationEnabled', true, 'en')
        : {
            who: 'system-administrator',
            do: `Make the confirmation mail work: mailcheck diagnose email-confirmation --to ${contact}`,
          },
      setSetting('Authentication/Registration/ResetPasswordRequiresConfirmedEmail', false, 'en'),
    ],
  },
  ja: {
    title: 'リセットにはアドレスの確認が必要ですが、確認メールが届きません',
    why: 'ResetPasswordRequiresConfirmedEmail が true の場合、リセットメールは確認済みのアドレスにだけ送信されます。アドレスの確認にはサインインが必要なため、パスワードを忘れ、確認メールも受け取れなかった人は、どうやってもサインインできません。',
    message: ({ contact, because }) =>
      `${contact} は未確認で、確認もできません。${becauseWords.ja[because]}ためです。`,
    fix: ({ contact, because }) => [
      because === 'switched-off'
        ? setSetting('Authentication/Registration/EmailConfirmationEnabled', true, 'ja')
        : {
            who: 'system-administrator',
            do: `確認メールが届くようにする: mailcheck diagnose email-confirmation --to ${contact}`,
          },
      setSetting('Authentication/Registration/ResetPasswordRequiresConfirmedEmail', false, 'ja'),
    ],
  },
  sources: [
    sources.portalCode('LoginController.cs, ForgotPassword'),
    'derived: from the two settings and the process behind the confirmation mail',
  ],
  examples: {
    bad: [
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: {
          siteSettings: {
            'Authentication/Registration/ResetPasswordRequiresConfirmedEmail': { value: 'true' },
            'Authentication/Registration/EmailConfirmationEnabled': { value: 'false' },
          },
        },
      },
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: {
          processes: { confirmation: { state: 'draft' } },
          siteSettings: {
            'Authentication/Registration/ResetPasswordRequiresConfirmedEmail': { value: 'true' },
          },
        },
      },
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: {
          processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } },
          siteSettings: {
            'Authentication/Registration/ResetPasswordRequiresConfirmedEmail': { value: 'true' },
          },
        },
      },
    ],
    good: [
      { message: { kind: 'password-reset', to: 'taro@example.com' } },
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: {
          siteSettings: {
            'Authentication/Registration/ResetPasswordRequiresConfirmedEmail': { value: 'true' },
          },
        },
      },
    ],
  },
});

const becauseWords = {
  en: {
    'switched-off': 'EmailConfirmationEnabled is false, so no confirmation mail is offered',
    'process-off': 'the process of the confirmation mail is not activated',
    sender: 'the confirmation mail is sent as SYSTEM, which cannot send',
  },
  ja: {
    'switched-off': 'EmailConfirmationEnabled が false で確認メールを要求できない',
    'process-off': '確認メールのプロセスがアクティブ化されていない',
    sender: '確認メールの差出人が SYSTEM で送信できない',
  },
} as const;
