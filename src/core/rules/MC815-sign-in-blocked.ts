// MC815: sign-in of the guest is blocked.

import { guestName } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC815',
  subject: 'guest',
  stage: 'request',
  severity: 'error',
  check: ({ guest, ...facts }) =>
    guest?.fields.accountEnabled === false
      ? [{ params: { guest: guestName({ guest, ...facts }) }, where: guest.where(['accountEnabled']) }]
      : [],
  en: {
    title: 'The guest may not sign in',
    why: 'An administrator has blocked sign-in for this guest (accountEnabled is false). No passcode helps then, and none is sent.',
    message: ({ guest }) => `Sign-in is blocked for ${guest}.`,
    fix: ({ guest }) => [
      {
        who: 'entra-administrator',
        do: `If the guest is meant to sign in: Microsoft Entra admin center > Users > ${guest} > "Edit properties" > "Settings" > "Account enabled".`,
      },
    ],
  },
  ja: {
    title: 'ゲストのサインインがブロックされています',
    why: '管理者がこのゲストのサインインをブロックしています(accountEnabled が false)。この状態ではパスコードは送信されません。',
    message: ({ guest }) => `${guest} のサインインがブロックされています。`,
    fix: ({ guest }) => [
      {
        who: 'entra-administrator',
        do: `サインインを許可する場合: Microsoft Entra 管理センター >「ユーザー」> ${guest} >「プロパティの編集」>「設定」>「アカウントが有効」をオンにする。`,
      },
    ],
  },
  sources: ['https://learn.microsoft.com/graph/api/resources/user'],
  examples: {
    bad: [{ change: { guests: { teri: { accountEnabled: false } } } }],
    good: [{}, { change: { guests: { teri: { accountEnabled: undefined } } } }],
  },
});
