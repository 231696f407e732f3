// MC810: the invitation was redeemed with another account, which is used ever since.

import {
  accountWords,
  entraSteps,
  guestName,
  guestSources,
  redeemedBeforePasscodes,
  redemption,
  settingOf,
} from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC810',
  subject: 'guest',
  stage: 'request',
  severity: 'not-requested',
  check: (facts) => {
    const { redeemedWith } = facts.guest?.fields ?? {};
    if (
      redemption(facts) !== 'accepted' ||
      redeemedWith === undefined ||
      redeemedWith === 'email-one-time-passcode'
    )
      return [];
    if (redeemedBeforePasscodes(facts)) return [];
    return [
      {
        params: { guest: guestName(facts), redeemedWith, passcodes: settingOf(facts)?.on === true },
        where: facts.guest?.where(['redeemedWith']),
      },
    ];
  },
  en: {
    title: 'The invitation was redeemed with another account',
    why: 'A guest keeps the way of signing in with which the invitation was redeemed. Passcodes are for new redemptions: switching them on changes nothing for guests who are there already.',
    message: ({ guest, redeemedWith }) =>
      `${guest} redeemed the invitation with ${accountWords.en[redeemedWith]} and signs in with it, so no passcode is due.`,
    fix: ({ guest, redeemedWith, passcodes }) => [
      { who: 'portal-visitor', do: `Sign in with ${accountWords.en[redeemedWith]}.` },
      passcodes
        ? {
            ...entraSteps.en.reset(guest),
            do: `To have passcodes in its place: ${entraSteps.en.reset(guest).do}`,
          }
        : {
            ...entraSteps.en.switchOn,
            do: `A reset alone would lead to the same account, because passcodes are off. To have passcodes, first: ${entraSteps.en.switchOn.do}`,
          },
    ],
  },
  ja: {
    title: '招待には別のアカウントで応じています',
    why: 'ゲストは、招待に応じたときの方法でサインインし続けます。パスコードは新しく応じるときにだけ使われるため、有効にしても、すでに応じたゲストには影響しません。',
    message: ({ guest, redeemedWith }) =>
      `${guest} は${accountWords.ja[redeemedWith]}で招待に応じ、以後もそれでサインインするため、パスコードは送信されません。`,
    fix: ({ guest, redeemedWith, passcodes }) => [
      { who: 'portal-visitor', do: `${accountWords.ja[redeemedWith]}でサインインする。` },
      passcodes
        ? {
            ...entraSteps.ja.reset(guest),
            do: `パスコードに切り替える場合は、${entraSteps.ja.reset(guest).do}`,
          }
        : {
            ...entraSteps.ja.switchOn,
            do: `パスコードが無効のため、リセットしても同じアカウントが使われる。パスコードに切り替える場合は、先に ${entraSteps.ja.switchOn.do}`,
          },
    ],
  },
  sources: [guestSources.passcode, guestSources.reset],
  examples: {
    bad: [
      { change: { guests: { teri: { externalUserState: 'accepted', redeemedWith: 'unmanaged' } } } },
      {
        change: {
          guests: { teri: { externalUserState: 'accepted', redeemedWith: 'unmanaged' } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: 'disabled' } },
        },
      },
      { change: { guests: { teri: { externalUserState: 'accepted', redeemedWith: 'microsoft-account' } } } },
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
