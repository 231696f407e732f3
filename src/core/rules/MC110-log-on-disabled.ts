// MC110: the contact may not sign in, so the portal refuses sign-in and sends neither code nor reset mail.

import { isIdentityKind, type IdentityKind } from '../delivery/find-process.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';

export default defineRule({
  code: 'MC110',
  subject: 'path',
  stage: 'request',
  severity: 'not-requested',
  check: ({ path, now }) => {
    const column = refusedBy(path, now);
    const { kind } = path.message;
    return column === undefined || !isIdentityKind(kind)
      ? []
      : [
          {
            params: {
              contact: contactName(path),
              kind,
              until: path.contact.found?.fields.identityLockoutEndDate,
              disabled: column === 'identityLogonEnabled',
            },
            where: path.contact.found?.where([column]),
          },
        ];
  },
  en: {
    title: 'The contact may not sign in',
    why:
      'A contact whose log-on is disabled (adx_identity_logonenabled) is refused at sign-in before any code is made, and "Forgot ' +
      'password" shows its usual page without sending anything; "Confirm Email" stands on a page for visitors who are signed in. ' +
      'Five wrong passwords lock a contact out for a day, unless the site settings say otherwise; until then no code is sent.',
    message: ({ contact, kind, disabled, until }) =>
      disabled
        ? `Log-on is disabled for ${contact}, so ${mailWords[kind].en} is due.`
        : `${contact} is locked out until ${until === undefined ? 'later' : momentWords(until)}, so no code is due.`,
    fix: ({ disabled, contact }) => [
      {
        who: 'portal-administrator',
        do: disabled
          ? `If ${contact} is to sign in: open the contact in the Portal Management app and set "Login Enabled" (adx_identity_logonenabled) to Yes.`
          : `Wait for the end of the lock-out, or clear "Lockout End Date" (adx_identity_lockoutenddate) on the contact ${contact}; "Forgot password" works meanwhile.`,
      },
    ],
  },
  ja: {
    title: 'サインインできない取引先担当者です',
    why:
      'ログオンが無効(adx_identity_logonenabled)の取引先担当者は、コードが作られる前にサインインを拒否されます。「パスワードをお忘れですか」も、' +
      '画面の表示は同じで何も送信されません。「電子メールの確認」はサインイン後の画面にあります。' +
      'サイト設定で変えていなければ、パスワードを5回間違えると24時間ロックアウトされ、その間はコードも送信されません。',
    message: ({ contact, kind, disabled, until }) =>
      disabled
        ? `${contact} はログオンが無効のため、${mailWords[kind].ja}は送信されません。`
        : `${contact} は${until === undefined ? '解除されるまで' : ` ${momentWords(until)} まで`}ロックアウトされているため、コードは送信されません。`,
    fix: ({ disabled, contact }) => [
      {
        who: 'portal-administrator',
        do: disabled
          ? `${contact} にサインインさせる場合は、ポータル管理アプリで取引先担当者を開き、adx_identity_logonenabled の列を「はい」にする。`
          : `ロックアウトの終了を待つか、取引先担当者 ${contact} の adx_identity_lockoutenddate の列を空にする。「パスワードをお忘れですか」はその間も使える。`,
      },
    ],
  },
  sources: [
    sources.portalCode('LoginController.Login, LoginController.ForgotPassword'),
    sources.identityCode('SignInManager.cs'),
  ],
  examples: {
    bad: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { identityLogonEnabled: false } } },
      },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { identityLockoutEndDate: '2026-11-22T09:00:00Z' } } },
      },
      { change: { contacts: { taro: { identityLogonEnabled: false } } } },
    ],
    good: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { identityLockoutEndDate: '2026-11-20T09:00:00Z' } } },
      },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: {
          contacts: {
            jiro: { identityLockoutEndDate: '2026-11-22T09:00:00Z', identityLockoutEnabled: false },
          },
        },
      },
    ],
  },
});

const mailWords: Record<IdentityKind, { en: string; ja: string }> = {
  'email-confirmation': { en: 'no confirmation mail', ja: '確認メール' },
  'two-factor-code': { en: 'no code', ja: 'コード' },
  'password-reset': { en: 'no reset mail', ja: 'リセットメール' },
};

function refusedBy(
  path: DeliveryPath,
  now: Date,
): 'identityLogonEnabled' | 'identityLockoutEndDate' | undefined {
  const fields = path.contact.found?.fields;
  const { kind } = path.message;
  if (fields === undefined || !isIdentityKind(kind)) return undefined;
  // A confirmed address is reason enough for no further confirmation mail (MC103, MC150).
  const isConfirmed = fields.identityEmailAddress1Confirmed === true || fields.hasExternalIdentity === true;
  if (kind === 'email-confirmation' && isConfirmed) return undefined;
  if (fields.identityLogonEnabled === false) return 'identityLogonEnabled';
  const { identityLockoutEndDate: until, identityLockoutEnabled: locks } = fields;
  return kind === 'two-factor-code' &&
    locks !== false &&
    until !== undefined &&
    Date.parse(until) > now.getTime()
    ? 'identityLockoutEndDate'
    : undefined;
}
