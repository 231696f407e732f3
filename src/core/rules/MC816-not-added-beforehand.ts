// MC816: passcodes are off and the guest follows a direct link without having been added to the directory.

import { entraSteps, guestName, guestSources, insteadOf, redemption, settingOf } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC816',
  subject: 'guest',
  stage: 'request',
  severity: 'warning',
  check: (facts) =>
    facts.guest?.fields.addedBeforehand === false &&
    redemption(facts) === 'pending' &&
    ['none', 'unknown'].includes(insteadOf(facts)) &&
    settingOf(facts)?.on === false
      ? [{ params: { guest: guestName(facts) }, where: facts.guest.where(['addedBeforehand']) }]
      : [],
  en: {
    title: 'A direct link may fail for a guest who was not added before',
    why: 'Where passcodes are off, a guest without an account who follows a direct link to an application, and was not added to the directory before, may get a sign-in error: there is nothing to redeem.',
    message: ({ guest }) =>
      `${guest} was not added to the directory before, so a direct link to an application may end in a sign-in error.`,
    fix: ({ guest }) => [
      {
        who: 'entra-administrator',
        do: `Invite ${guest}: Microsoft Entra admin center > Users > "New user" > "Invite external user".`,
      },
      entraSteps.en.switchOn,
    ],
  },
  ja: {
    title: 'ディレクトリに追加されていないゲストは、直接リンクで失敗することがあります',
    why: 'パスコードが無効の場合、アカウントを持たず、事前にディレクトリへ追加されてもいないゲストがアプリケーションへの直接リンクを使うと、サインイン エラーになることがあります。',
    message: ({ guest }) =>
      `${guest} は事前にディレクトリへ追加されていないため、アプリケーションへの直接リンクではサインイン エラーになることがあります。`,
    fix: ({ guest }) => [
      {
        who: 'entra-administrator',
        do: `${guest} を招待する: Microsoft Entra 管理センター >「ユーザー」>「新しいユーザー」>「外部ユーザーの招待」。`,
      },
      entraSteps.ja.switchOn,
    ],
  },
  sources: [guestSources.passcode],
  examples: {
    bad: [
      {
        change: {
          guests: { teri: { addedBeforehand: false } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: 'disabled' } },
        },
      },
    ],
    good: [{}, { change: { guests: { teri: { addedBeforehand: false } } } }],
  },
});
