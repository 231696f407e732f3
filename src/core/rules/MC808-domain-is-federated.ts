// MC808: the domain of the guest is federated, with Google or with the partner, so sign-in goes there.

import { guestName, guestSources, insteadOf, redemption } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC808',
  subject: 'guest',
  stage: 'request',
  severity: 'not-requested',
  check: (facts) => {
    const instead = redemption(facts) === 'pending' ? insteadOf(facts) : 'unknown';
    return instead === 'federation' || instead === 'google'
      ? [{ params: { guest: guestName(facts), instead }, where: facts.guest?.where(['emailAddress']) }]
      : [];
  },
  en: {
    title: 'The domain of the guest is federated',
    why: 'Where the inviting tenant has set up federation (Google, or SAML / WS-Fed with the domain of a partner), guests of that domain are sent there to sign in. A passcode is not offered.',
    message: ({ guest, instead }) =>
      `${guest} signs in ${instead === 'google' ? 'with Google' : 'at the identity provider of the own organization'}, so no passcode is due.`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'Sign in with the account of that provider; it alone can help with its password.',
      },
    ],
  },
  ja: {
    title: 'ゲストのドメインはフェデレーションされています',
    why: '招待するテナントがフェデレーション(Google、または取引先ドメインとの SAML / WS-Fed)を設定している場合、そのドメインのゲストはフェデレーション先でサインインします。パスコードは使われません。',
    message: ({ guest, instead }) =>
      `${guest} は${instead === 'google' ? 'Google' : '所属組織の ID プロバイダー'}でサインインするため、パスコードは送信されません。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'そのプロバイダーのアカウントでサインインする。パスワードのリセットはそのプロバイダーで行う。',
      },
    ],
  },
  sources: [guestSources.passcode, guestSources.redemption],
  examples: {
    bad: [
      {
        change: {
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { federatedDomains: ['partner.example'] } },
        },
      },
      {
        change: {
          guests: { teri: { emailAddress: 'teri@gmail.com' } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { googleFederation: true } },
        },
        message: { kind: 'guest-passcode', to: 'teri@gmail.com' },
      },
    ],
    good: [
      {},
      {
        change: {
          guests: { teri: { emailAddress: 'teri@gmail.com' } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { googleFederation: false } },
        },
        message: { kind: 'guest-passcode', to: 'teri@gmail.com' },
      },
    ],
  },
});
