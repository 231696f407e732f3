// MC110: the contact may not sign in, so the portal refuses sign-in and sends neither code nor reset mail.

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
    return column === undefined
      ? []
      : [
          {
            params: {
              contact: contactName(path),
              kind: path.message.kind,
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
      'password" shows its usual page without sending anything. A contact who is locked out gets no code until the lock-out ends.',
    message: ({ contact, kind, disabled, until }) =>
      disabled
        ? `Log-on is disabled for ${contact}, so ${kind === 'password-reset' ? 'no reset mail' : 'no code'} is due.`
        : `${contact} is locked out until ${until === undefined ? 'later' : momentWords(until)}, so no code is due.`,
    fix: ({ disabled, contact }) => [
      {
        who: 'portal-administrator',
        do: disabled
          ? `If ${contact} is to sign in: open the contact in the Portal Management app and set "Login Enabled" (adx_identity_logonenabled) to Yes.`
          : `Wait for the end of the lock-out, or clear "Lockout End Date" (adx_identity_lockoutenddate) on the contact ${contact}.`,
      },
    ],
  },
  ja: {
    title: 'サインインできない取引先担当者です',
    why:
      'ログオンが無効(adx_identity_logonenabled)の取引先担当者は、コードが作られる前にサインインを拒否されます。「パスワードをお忘れですか」も、' +
      '画面の表示は同じで何も送信されません。ロックアウト中は、終了するまでコードは送信されません。',
    message: ({ contact, kind, disabled, until }) =>
      disabled
        ? `${contact} はログオンが無効のため、${kind === 'password-reset' ? 'リセットメール' : 'コード'}は送信されません。`
        : `${contact} は${until === undefined ? '解除されるまで' : ` ${momentWords(until)} まで`}ロックアウトされているため、コードは送信されません。`,
    fix: ({ disabled, contact }) => [
      {
        who: 'portal-administrator',
        do: disabled
          ? `${contact} にサインインさせる場合は、ポータル管理アプリで取引先担当者を開き、adx_identity_logonenabled の列を「はい」にする。`
          : `ロックアウトの終了を待つか、取引先担当者 ${contact} のadx_identity_lockoutenddate の列を空にする。`,
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
    ],
    good: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { identityLockoutEndDate: '2026-11-20T09:00:00Z' } } },
      },
    ],
  },
});

function refusedBy(
  path: DeliveryPath,
  now: Date,
): 'identityLogonEnabled' | 'identityLockoutEndDate' | undefined {
  const fields = path.contact.found?.fields;
  const { kind } = path.message;
  if (fields === undefined || (kind !== 'two-factor-code' && kind !== 'password-reset')) return undefined;
  if (fields.identityLogonEnabled === false) return 'identityLogonEnabled';
  const until = fields.identityLockoutEndDate;
  return kind === 'two-factor-code' && until !== undefined && Date.parse(until) > now.getTime()
    ? 'identityLockoutEndDate'
    : undefined;
}
