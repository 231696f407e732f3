// MC801: the guest who waits for a passcode is not in the records.

import { nearest } from '../records/suggest.ts';
import { guestSources } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC801',
  subject: 'guest',
  stage: 'request',
  severity: 'unknown',
  check: ({ guest, message, records }) =>
    guest === undefined
      ? [
          {
            params: {
              guest: message?.to ?? '',
              meant: nearest(
                message?.to ?? '',
                records.guests.slice(0, 1_000).map(({ id, fields }) => fields.emailAddress ?? id),
              ),
            },
          },
        ]
      : [],
  en: {
    title: 'The guest is not in the records',
    why: 'Whether a passcode is due depends on the guest: which accounts the address has, and how the invitation was redeemed. Missing records do not mean that the guest is missing.',
    message: ({ guest, meant }) =>
      `The guest ${guest} is not in the records.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    fix: ({ guest }) => [
      {
        who: 'entra-administrator',
        do: `Look the guest up: Microsoft Entra admin center > Users > ${guest}, "Overview" and "B2B collaboration" (invitation state, identities).`,
      },
      {
        who: 'records-keeper',
        do: `Add it under guests: emailAddress: ${guest}, externalUserState (pending-acceptance or accepted), redeemedWith, accounts ([] where there are none).`,
      },
    ],
  },
  ja: {
    title: 'ゲストが設定ファイルにありません',
    why: 'パスコードが送信されるかどうかは、ゲストのアドレスにどのアカウントがあるか、招待にどう応じたかで決まります。設定ファイルにないだけで、ゲストが存在しないとは限りません。',
    message: ({ guest, meant }) =>
      `ゲスト ${guest} は設定ファイルにありません。${meant === undefined ? '' : `${meant} のことですか。`}`,
    fix: ({ guest }) => [
      {
        who: 'entra-administrator',
        do: `ゲストを確認する: Microsoft Entra 管理センター >「ユーザー」> ${guest} の「概要」と「B2B コラボレーション」(招待の状態、ID)。`,
      },
      {
        who: 'records-keeper',
        do: `guests に追加する: emailAddress: ${guest}、externalUserState(pending-acceptance または accepted)、redeemedWith、accounts(なければ [])。`,
      },
    ],
  },
  sources: [guestSources.passcode],
  examples: { bad: [{ message: { kind: 'guest-passcode', to: 'teri@partner.exampl' } }], good: [{}] },
});
