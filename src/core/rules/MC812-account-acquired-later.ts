// MC812: the guest has got an account since, and passcodes are used all the same.

import {
  accountWords,
  entraSteps,
  guestName,
  guestSources,
  insteadOf,
  redemption,
  settingOf,
} from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC812',
  subject: 'guest',
  stage: 'request',
  severity: 'information',
  check: (facts) => {
    const { guest } = facts;
    const instead = insteadOf(facts);
    if (redemption(facts) !== 'accepted' || guest?.fields.redeemedWith !== 'email-one-time-passcode')
      return [];
    if (settingOf(facts)?.on === false) return []; // none is sent then: MC804, MC805
    // An unmanaged account is passed over in favour of a passcode, so it may well have been there before.
    if (instead === 'none' || instead === 'unknown' || instead === 'unmanaged') return [];
    const ofDomain = instead === 'google' || instead === 'federation';
    return [
      {
        params: { guest: guestName(facts), instead },
        where: guest.where([ofDomain ? 'emailAddress' : 'accounts']),
      },
    ];
  },
  en: {
    title: 'The guest has got an account since, and still needs passcodes',
    why: 'Who redeemed the invitation with a passcode goes on with passcodes, also after getting a Microsoft account, a Microsoft Entra account or a federated one. Only a reset of the redemption status changes that.',
    message: ({ guest, instead }) =>
      `${guest} could sign in with ${accountWords.en[instead]} now, but redeemed the invitation with a passcode and is still sent one at each sign-in.`,
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
    message: ({ guest, instead }) =>
      `${guest} は現在なら${accountWords.ja[instead]}でサインインできますが、パスコードで招待に応じているため、サインインのたびにパスコードが送信されます。`,
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
          guests: { teri: { externalUserState: 'accepted', redeemedWith: 'email-one-time-passcode' } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { federatedDomains: ['partner.example'] } },
        },
      },
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
          guests: {
            teri: {
              externalUserState: 'accepted',
              redeemedWith: 'email-one-time-passcode',
              accounts: ['unmanaged'],
            },
          },
        },
      },
      {
        change: {
          guests: { teri: { externalUserState: 'accepted', redeemedWith: 'email-one-time-passcode' } },
        },
      },
    ],
  },
});
