// MC811: the invitation was redeemed before passcodes were switched on.

import {
  accountWords,
  entraSteps,
  guestName,
  guestSources,
  redeemedBeforePasscodes,
} from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC811',
  subject: 'guest',
  stage: 'request',
  severity: 'not-requested',
  check: (facts) => {
    const { redeemedWith } = facts.guest?.fields ?? {};
    if (!redeemedBeforePasscodes(facts) || redeemedWith === undefined) return [];
    return [
      {
        params: {
          guest: guestName(facts),
          redeemedWith,
          enabledOn: facts.tenant?.fields.emailOtpEnabledOn?.slice(0, 10) ?? '',
        },
        where: facts.guest?.where(['externalUserStateChangeDateTime']),
      },
    ];
  },
  en: {
    title: 'The invitation was redeemed before passcodes were switched on',
    why: 'Switching "Email one-time passcode" on changes nothing for guests who had redeemed their invitation before: they go on signing in as they did. Only a reset of the redemption status lets such a guest redeem anew, with a passcode.',
    message: ({ guest, redeemedWith, enabledOn }) =>
      `${guest} redeemed the invitation before passcodes were switched on (${enabledOn}), with ${accountWords.en[redeemedWith]}, and still signs in with that: no passcode is due.`,
    fix: ({ guest, redeemedWith }) => [
      { who: 'portal-visitor', do: `Sign in with ${accountWords.en[redeemedWith]}.` },
      {
        ...entraSteps.en.reset(guest),
        do: `To have passcodes in its place: ${entraSteps.en.reset(guest).do}`,
      },
    ],
  },
  ja: {
    title: 'パスコードが有効になる前に招待に応じています',
    why: '「電子メール ワンタイム パスコード」を有効にしても、それより前に招待に応じたゲストのサインイン方法は変わりません。パスコードに切り替えるには、利用状態をリセットして招待に応じ直してもらう必要があります。',
    message: ({ guest, redeemedWith, enabledOn }) =>
      `${guest} はパスコードが有効になる前(${enabledOn} より前)に${accountWords.ja[redeemedWith]}で招待に応じており、今もそれでサインインするため、パスコードは送信されません。`,
    fix: ({ guest, redeemedWith }) => [
      { who: 'portal-visitor', do: `${accountWords.ja[redeemedWith]}でサインインする。` },
      { ...entraSteps.ja.reset(guest), do: `パスコードに切り替える場合は、${entraSteps.ja.reset(guest).do}` },
    ],
  },
  sources: [guestSources.passcode, guestSources.reset],
  examples: {
    bad: [
      {
        change: {
          guests: {
            teri: {
              externalUserState: 'accepted',
              redeemedWith: 'microsoft-account',
              externalUserStateChangeDateTime: '2021-05-01T00:00:00Z',
            },
          },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          guests: {
            teri: {
              externalUserState: 'accepted',
              redeemedWith: 'microsoft-account',
              externalUserStateChangeDateTime: '2022-05-01T00:00:00Z',
            },
          },
        },
      },
    ],
  },
});
