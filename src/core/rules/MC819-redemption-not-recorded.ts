// MC819: the record of the guest does not say how the guest signs in.

import { entraSteps, guestName, guestSources, insteadOf, redemption } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC819',
  subject: 'guest',
  stage: 'request',
  severity: 'unknown',
  check: (facts) => {
    if (facts.guest === undefined) return [];
    const state = redemption(facts);
    const missing =
      state === 'unknown'
        ? 'externalUserState'
        : state === 'accepted' && facts.guest.fields.redeemedWith === undefined
          ? 'redeemedWith'
          : state === 'pending' && insteadOf(facts) === 'unknown'
            ? 'accounts'
            : undefined;
    return missing === undefined
      ? []
      : [{ params: { guest: guestName(facts), missing }, where: facts.guest.where() } as const];
  },
  en: {
    title: 'How the guest signs in is not recorded',
    why: 'A passcode is sent to a guest who has redeemed the invitation with one, or who redeems it now and has no account (Microsoft Entra, Microsoft, federated) to do it with. Without that nobody can tell whether one is due.',
    message: ({ guest, missing }) => `The record of ${guest} does not say ${missingWords.en[missing]}.`,
    fix: ({ guest, missing }) => [
      {
        who: 'entra-administrator',
        do: `Read it: Microsoft Entra admin center > Users > ${guest}: "B2B collaboration" shows the invitation state, "Identities" the way of signing in (mail: email-one-time-passcode; ExternalAzureAD: microsoft-entra, or unmanaged; Microsoft account: microsoft-account; google.com: google; an issuer URI: federation).`,
      },
      entraSteps.en.inRecord(guest, valuesOf[missing]),
    ],
  },
  ja: {
    title: 'ゲストのサインイン方法が記録されていません',
    why: 'パスコードが送信されるのは、パスコードで招待に応じたゲストか、アカウント(Microsoft Entra、Microsoft、フェデレーション)を持たずにこれから応じるゲストです。それがわからなければ、送信されるかどうか判定できません。',
    message: ({ guest, missing }) => `${guest} の記録に、${missingWords.ja[missing]}が書かれていません。`,
    fix: ({ guest, missing }) => [
      {
        who: 'entra-administrator',
        do: `確認する: Microsoft Entra 管理センター >「ユーザー」> ${guest} の「B2B コラボレーション」(招待の状態)と「ID」(サインイン方法。mail は email-one-time-passcode、ExternalAzureAD は microsoft-entra または unmanaged、Microsoft アカウントは microsoft-account、google.com は google、発行者のURIは federation)。`,
      },
      entraSteps.ja.inRecord(guest, valuesOf[missing]),
    ],
  },
  sources: [guestSources.passcode, guestSources.redemption, guestSources.properties],
  examples: {
    bad: [
      { change: { guests: { teri: { externalUserState: undefined } } } },
      { change: { guests: { teri: { externalUserState: 'accepted' } } } },
      { change: { guests: { teri: { accounts: undefined } } } },
    ],
    good: [
      {},
      {
        change: {
          guests: { teri: { accounts: undefined } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { federatedDomains: ['partner.example'] } },
        },
      },
    ],
  },
});

type Missing = 'externalUserState' | 'redeemedWith' | 'accounts';

const missingWords: Record<'en' | 'ja', Record<Missing, string>> = {
  en: {
    externalUserState: 'whether the invitation has been redeemed',
    redeemedWith: 'how the invitation was redeemed',
    accounts: 'which accounts the address has',
  },
  ja: {
    externalUserState: '招待に応じたかどうか',
    redeemedWith: '招待にどの方法で応じたか',
    accounts: 'アドレスにどのアカウントがあるか',
  },
};

const valuesOf: Record<Missing, string> = {
  externalUserState: 'externalUserState: pending-acceptance | accepted',
  redeemedWith:
    'redeemedWith: email-one-time-passcode | microsoft-entra | microsoft-account | unmanaged | google | federation',
  accounts: 'accounts: [] | [microsoft-entra, microsoft-account, unmanaged]',
};
