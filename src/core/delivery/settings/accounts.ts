// Knows the portal's settings of user names, passwords, lock-out and throttling (Authentication/UserManager/…,
// Authentication/LoginThrottling/…). Data only. Defaults: documentation "Set authentication identity"; portal 8.3,
// Areas/Account/Models/IdentityConfig.cs and the attribute that throttles sign-in.

import type { Setting } from './setting.ts';
import { day, minute } from './time-span.ts';

const noMail = { type: 'boolean', default: false } as const;

export const accounts = {
  'Authentication/UserManager/PasswordValidator/EnforcePasswordPolicy': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Requires characters of three categories (capitals, small letters, digits, others) in a password.',
      ja: 'パスワードに、大文字・小文字・数字・記号のうち3種類の文字を必須にします。',
    },
  },
  'Authentication/UserManager/PasswordValidator/RequiredLength': {
    type: 'integer',
    default: 8,
    meaning: { en: 'The fewest characters of a password.', ja: 'パスワードの最小文字数です。' },
  },
  'Authentication/UserManager/PasswordValidator/RequireNonLetterOrDigit': {
    ...noMail,
    meaning: {
      en: 'Requires a character in a password that is neither letter nor digit.',
      ja: 'パスワードに英数字以外の文字を必須にします。',
    },
  },
  'Authentication/UserManager/PasswordValidator/RequireDigit': {
    ...noMail,
    meaning: { en: 'Requires a digit in a password.', ja: 'パスワードに数字を必須にします。' },
  },
  'Authentication/UserManager/PasswordValidator/RequireLowercase': {
    ...noMail,
    meaning: { en: 'Requires a small letter in a password.', ja: 'パスワードに小文字を必須にします。' },
  },
  'Authentication/UserManager/PasswordValidator/RequireUppercase': {
    ...noMail,
    meaning: { en: 'Requires a capital letter in a password.', ja: 'パスワードに大文字を必須にします。' },
  },
  'Authentication/UserManager/UserValidator/AllowOnlyAlphanumericUserNames': {
    ...noMail,
    meaning: {
      en: 'Allows letters and digits only in user names.',
      ja: 'ユーザー名に英数字だけを許可します。',
    },
    mail: {
      en: 'Together with LocalLoginByEmail, true may refuse e-mail addresses as user names, and so registration.',
      ja: 'true で LocalLoginByEmail も true の場合、メールアドレスがユーザー名として拒否され、登録できないことがあります。',
    },
  },
  'Authentication/UserManager/UserValidator/RequireUniqueEmail': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Refuses a second user with the same e-mail address.',
      ja: '同じメールアドレスを持つ2人目のユーザーを拒否します。',
    },
    mail: {
      en: 'If false, where two contacts share an address, its password reset ends in an error.',
      ja: 'false で2件の取引先担当者が同じアドレスを持つと、そのパスワードのリセットはエラーになります。',
    },
  },
  'Authentication/UserManager/UserLockoutEnabledByDefault': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Makes new users lockable after wrong passwords.',
      ja: '新しいユーザーを、パスワードの間違いによるロックの対象にします。',
    },
    mail: {
      en: 'If true, while the account is locked no two-factor code is sent.',
      ja: 'true の場合、ロックされている間は2要素認証コードが送信されません。',
    },
  },
  'Authentication/UserManager/DefaultAccountLockoutTimeSpan': {
    type: 'time-span',
    default: day,
    meaning: { en: 'How long a locked account stays locked.', ja: 'アカウントがロックされている時間です。' },
    mail: {
      en: 'No two-factor code is sent for that long.',
      ja: 'この間は2要素認証コードが送信されません。',
    },
  },
  'Authentication/UserManager/MaxFailedAccessAttemptsBeforeLockout': {
    type: 'integer',
    default: 5,
    meaning: {
      en: 'How many wrong passwords lock an account.',
      ja: 'アカウントがロックされるまでのパスワードの間違いの回数です。',
    },
    mail: {
      en: 'The fewer, the sooner an account is locked and gets no two-factor code.',
      ja: '少ないほどアカウントがロックされやすく、2要素認証コードが送信されなくなります。',
    },
  },
  'Authentication/LoginThrottling/MaxInvaildAttemptsFromIPAddress': {
    type: 'integer',
    default: 1_000,
    meaning: {
      en: 'How many failed sign-ins from one IP address make it wait (the platform spells the name so).',
      ja: '1つのIPアドレスからのサインインの失敗を何回まで許すかです(名前のつづりは製品のとおりです)。',
    },
    mail: {
      en: 'While an address has to wait, nobody behind it gets a code.',
      ja: '待機中のIPアドレスからはサインインできず、コードも送信されません。',
    },
  },
  'Authentication/LoginThrottling/MaxAttemptsTimeLimitTimeSpan': {
    type: 'time-span',
    default: 3 * minute,
    meaning: {
      en: 'The time within which failed sign-ins from one IP address are counted.',
      ja: '1つのIPアドレスからのサインインの失敗を数える時間の長さです。',
    },
  },
  'Authentication/LoginThrottling/IpAddressTimeoutTimeSpan': {
    type: 'time-span',
    default: 10 * minute,
    meaning: {
      en: 'How long an IP address has to wait after too many failed sign-ins.',
      ja: 'サインインに失敗しすぎたIPアドレスが待たされる時間です。',
    },
    mail: {
      en: 'For that long nobody behind the address gets a code.',
      ja: 'この間、そのIPアドレスからはサインインできず、コードも送信されません。',
    },
  },
} as const satisfies Record<string, Setting>;
