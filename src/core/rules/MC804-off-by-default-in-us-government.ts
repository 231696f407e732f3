// MC804: the cloud is US Government, where passcodes are off unless they are switched on.

import {
  entraSteps,
  guestName,
  guestSources,
  insteadOf,
  needsPasscode,
  redemption,
  settingOf,
  tenantName,
} from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC804',
  subject: 'guest',
  stage: 'request',
  severity: 'error',
  check: (facts) =>
    settingOf(facts)?.because === 'us-government' &&
    (needsPasscode(facts) || (redemption(facts) === 'pending' && insteadOf(facts) === 'unmanaged'))
      ? [
          {
            params: { guest: guestName(facts), tenant: tenantName(facts) },
            where: facts.tenant?.where(['allowExternalIdToUseEmailOtp']),
          },
        ]
      : [],
  en: {
    title: 'In the US Government cloud passcodes are off by default',
    why: 'Elsewhere passcodes were switched on automatically; in Azure US Government they stay off until an administrator switches them on. Guests cannot help themselves there: creating an account at sign-in is not supported in that cloud.',
    message: ({ guest, tenant }) =>
      `The tenant ${tenant} is in the US Government cloud and leaves "Email one-time passcode" at its default, which is off there: ${guest} cannot sign in.`,
    fix: () => [entraSteps.en.switchOn],
  },
  ja: {
    title: '米国政府機関向けクラウドでは、パスコードが既定で無効です',
    why: 'ほかのクラウドではパスコードが自動的に有効になりましたが、Azure US Government では管理者が有効にするまで無効のままです。このクラウドでは、ゲストがサインイン時に自分でアカウントを作成することもできません。',
    message: ({ guest, tenant }) =>
      `テナント ${tenant} は米国政府機関向けクラウドにあり、「電子メール ワンタイム パスコード」が既定(無効)のままのため、${guest} はサインインできません。`,
    fix: () => [entraSteps.ja.switchOn],
  },
  sources: [guestSources.passcode, guestSources.government],
  examples: {
    bad: [
      {
        change: {
          tenants: {
            'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': {
              cloud: 'us-government',
              allowExternalIdToUseEmailOtp: 'default',
            },
          },
        },
      },
      {
        change: {
          guests: { teri: { accounts: ['unmanaged'] } },
          tenants: {
            'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': {
              cloud: 'us-government',
              allowExternalIdToUseEmailOtp: 'default',
            },
          },
        },
      },
    ],
    good: [
      {
        change: {
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: 'default' } },
        },
      },
      { change: { tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { cloud: 'us-government' } } } },
    ],
  },
});
