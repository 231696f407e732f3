// MC812: the guest has got an account since, and passcodes are used all the same.

import { entraSteps, guestName, guestSources, redemption } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC812',
  subject: 'guest',
  stage: 'request',
  severity: 'information',
  check: (facts) => {
    const { accounts = [], redeemedWith } = facts.guest?.fields ?? {};
    return redemption(facts) === 'accepted' &&
      redeemedWith === 'email-one-time-passcode' &&
      accounts.length > 0
      ? [{ params: { guest: guestName(facts) }, where: facts.guest?.where(['accounts']) }]
      : [];
  },
  en: {
    title: 'The guest has got an account since, and still needs passcodes',
    why: 'Who redeemed the invitation with a passcode goes on with passcodes, also after getting a Microsoft account, a Microsoft Entra account or a federated one. Only a reset of the redemption status changes that.',
    message: ({ guest }) =>
      `${guest} has an account now, but redeemed the invitation with a passcode and is still sent one at each sign-in.`,
    fix: ({ guest }) => [
      {
        ...entraSteps.en.reset(guest),
        do: `To sign in with the account in its place: ${entraSteps.en.reset(guest).do}`,
      },
    ],
  },
  ja: {
    title: 'ゲストは後からアカウントを取得していますが、パスコードのままです',
    why: 'パスコードで招待に応じたゲストは、その後 Microsoft アカウントや Microsoft Entra アカウント、フェデレーションのアカウントを取得しても、パスコードでサインインし続けます。変えるには利用状態のリセットが必要です。',
    message: ({ guest }) =>
      `${guest} には現在アカウントがありますが、パスコードで招待に応じているため、サインインのたびにパスコードが送信されます。`,
    fix: ({ guest }) => [
      {
        ...entraSteps.ja.reset(guest),
        do: `そのアカウントでサインインするようにする場合は、${entraSteps.ja.reset(guest).do}`,
      },
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
              redeemedWith: 'email-one-time-passcode',
              accounts: ['microsoft-account'],
            },
          },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          guests: { teri: { externalUserState: 'accepted', redeemedWith: 'email-one-time-passcode' } },
        },
      },
    ],
  },
});
