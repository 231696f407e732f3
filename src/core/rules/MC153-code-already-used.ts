// MC153: the code that the contact waits for has been used, so no mail with it is due any more.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';

/** Minutes that a code is accepted at most: a time step of three, two of which count on either side (MC741). */
const life = 9;

export default defineRule({
  code: 'MC153',
  subject: 'path',
  stage: 'request',
  severity: 'not-requested',
  check: ({ path, now }) => {
    const contact = path.contact.found;
    const used = contact?.fields.twoFactorCodeUsedOn;
    if (path.message.kind !== 'two-factor-code' || contact === undefined || used === undefined) return [];
    // Who is not enrolled is never asked for a code (MC104).
    if (contact.fields.identityTwoFactorEnabled === false) return [];
    const { since } = path.message;
    const minutes = Math.floor((now.getTime() - Date.parse(used)) / 60_000);
    // A code that was asked for after the use is another one; a use that is still to come is a slip of the pen.
    if (minutes < 0 || (since !== undefined && Date.parse(since) > Date.parse(used))) return [];
    const certain = since !== undefined || minutes <= life;
    return [
      {
        params: { contact: contactName(path), used, certain },
        where: contact.where(['twoFactorCodeUsedOn']),
        severity: certain ? ('not-requested' as const) : ('unknown' as const),
      },
    ];
  },
  en: {
    title: 'The code has been used already',
    why:
      'The portal makes one code for one sign-in and mails it once. With a code that was accepted the visitor is signed in; it is not ' +
      'sent again. The next sign-in makes a new code.',
    message: ({ contact, used, certain }) =>
      `${contact} used a code at ${momentWords(used)}` +
      (certain
        ? ', so no mail is due for it any more.'
        : '; whether another one was asked for since then is not known.'),
    fix: ({ certain }) => [
      {
        who: 'portal-visitor',
        do: 'A used code is not sent again: sign in again to have a new one, and enter the code of the newest mail.',
      },
      ...(certain
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do: 'Say when the code that is waited for was asked for: --since 10m (or a time). If a new one was asked for, take twoFactorCodeUsedOn out of the contact.',
            },
          ]),
    ],
  },
  ja: {
    title: 'コードはすでに使用されています',
    why:
      'ポータルは、サインインのたびにコードを1つ作り、一度だけ送信します。コードが受け付けられるとサインインは完了し、同じコードが再び送信されることはありません。' +
      '次にサインインするときに、新しいコードが作られます。',
    message: ({ contact, used, certain }) =>
      `${contact} は ${used} にコードを使用` +
      (certain
        ? '済みのため、同じコードのメールは送信されません。'
        : 'しています。その後に別のコードを要求したかどうかはわかりません。'),
    fix: ({ certain }) => [
      {
        who: 'portal-visitor',
        do: '使用済みのコードは再送されない。もう一度サインインして新しいコードを送信させ、最後に届いたメールのコードを入力する。',
      },
      ...(certain
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do: '待っているコードをいつ要求したかを --since 10m(または日時)で指定する。新しいコードを要求した場合は、取引先担当者の twoFactorCodeUsedOn を削除する。',
            },
          ]),
    ],
  },
  sources: [
    sources.identityCode('SignInManager.cs, TwoFactorSignInAsync; Rfc6238AuthenticationService.cs'),
    'derived: a code is mailed when a sign-in asks for it, not again after it was accepted',
  ],
  examples: {
    bad: [
      codeUsed('2026-11-21T08:56:00Z'),
      codeUsed('2026-11-21T08:56:00Z', '2026-11-21T08:55:00Z'),
      codeUsed('2026-11-21T07:00:00Z', '2026-11-21T06:58:00Z'),
      codeUsed('2026-11-21T07:00:00Z'),
    ],
    good: [
      // Another one was asked for after that.
      codeUsed('2026-11-21T08:56:00Z', '2026-11-21T08:57:00Z'),
      codeUsed('2026-11-21T09:30:00Z'),
      { message: { kind: 'two-factor-code', to: 'jiro@example.com' } },
      {
        message: { kind: 'email-confirmation', to: 'taro@example.com' },
        change: { contacts: { taro: { twoFactorCodeUsedOn: '2026-11-21T08:56:00Z' } } },
      },
    ],
  },
});

function codeUsed(on: string, since?: string) {
  return {
    message: {
      kind: 'two-factor-code' as const,
      to: 'jiro@example.com',
      ...(since === undefined ? {} : { since }),
    },
    change: { contacts: { jiro: { twoFactorCodeUsedOn: on } } },
  };
}
