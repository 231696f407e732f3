// MC809: passcodes are off and the guest has an unmanaged account, which is used then.

import {
  entraSteps,
  guestName,
  guestSources,
  inUsGovernment,
  insteadOf,
  redemption,
  settingOf,
  tenantName,
} from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC809',
  subject: 'guest',
  stage: 'request',
  severity: 'not-requested',
  check: (facts) =>
    settingOf(facts)?.because === 'disabled' &&
    !inUsGovernment(facts) &&
    redemption(facts) === 'pending' &&
    insteadOf(facts) === 'unmanaged'
      ? [
          {
            params: { guest: guestName(facts), tenant: tenantName(facts) },
            where: facts.guest?.where(['accounts']),
          },
        ]
      : [],
  en: {
    title: 'The guest signs in with an unmanaged account',
    why: 'An unmanaged ("viral") account was made by the guest at an earlier sign-up, in a tenant that nobody administers. Where passcodes are off, Microsoft Entra keeps to that account; where they are on, the invitation is redeemed with a passcode.',
    message: ({ guest, tenant }) =>
      `${guest} has an unmanaged account and the tenant ${tenant} has switched passcodes off, so none is due: the password of that account is asked for.`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'Sign in with the password of that account ("Forgot password" on the sign-in page resets it).',
      },
      { ...entraSteps.en.switchOn, do: `To have passcodes in its place: ${entraSteps.en.switchOn.do}` },
    ],
  },
  ja: {
    title: 'ゲストはアンマネージド アカウントでサインインします',
    why: 'アンマネージド アカウントは、ゲストが以前に自分で作成した、管理者のいないテナントのアカウントです。パスコードが無効の場合はこのアカウントが使われ、有効の場合はパスコードで招待に応じます。',
    message: ({ guest, tenant }) =>
      `${guest} にはアンマネージド アカウントがあり、テナント ${tenant} ではパスコードが無効のため、パスコードは送信されません。サインイン画面ではそのアカウントのパスワードを入力します。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'そのアカウントのパスワードでサインインする(忘れた場合はサインイン画面の「パスワードを忘れた場合」)。',
      },
      { ...entraSteps.ja.switchOn, do: `パスコードを使う場合は、${entraSteps.ja.switchOn.do}` },
    ],
  },
  sources: [guestSources.passcode],
  examples: {
    bad: [
      {
        change: {
          guests: { teri: { accounts: ['unmanaged'] } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: 'disabled' } },
        },
      },
    ],
    good: [{}, { change: { guests: { teri: { accounts: ['unmanaged'] } } } }],
  },
});
