// MC804: the cloud is US Government, where passcodes are off unless they are switched on and guests cannot help themselves.

import {
  entraSteps,
  guestName,
  guestSources,
  inUsGovernment,
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
  check: (facts) => {
    const setting = settingOf(facts);
    if (!inUsGovernment(facts) || setting?.on !== false) return [];
    const chosen = setting.because === 'disabled';
    // Who used passcodes before they were switched off is MC805's.
    const stuck =
      redemption(facts) === 'pending'
        ? ['none', 'unknown', 'unmanaged'].includes(insteadOf(facts))
        : !chosen && needsPasscode(facts);
    return stuck
      ? [
          {
            params: { guest: guestName(facts), tenant: tenantName(facts), chosen },
            where: facts.tenant?.where(['allowExternalIdToUseEmailOtp']),
          },
        ]
      : [];
  },
  en: {
    title: 'In the US Government cloud passcodes are off unless they are switched on',
    why: 'Elsewhere passcodes were switched on automatically; in Azure US Government they stay off until an administrator switches them on. Guests cannot help themselves there: creating an account at sign-in is not supported in that cloud.',
    message: ({ guest, tenant, chosen }) =>
      `The tenant ${tenant} is in the US Government cloud and ${chosen ? 'has switched "Email one-time passcode" off' : 'leaves "Email one-time passcode" at its default, which is off there'}: ${guest} cannot sign in.`,
    fix: () => [entraSteps.en.switchOn],
  },
  ja: {
    title: '米国政府機関向けクラウドでは、有効にしない限りパスコードは送信されません',
    why: 'ほかのクラウドではパスコードが自動的に有効になりましたが、Azure US Government では管理者が有効にするまで無効のままです。このクラウドでは、ゲストがサインイン時に自分でアカウントを作成することもできません。',
    message: ({ guest, tenant, chosen }) =>
      `テナント ${tenant} は米国政府機関向けクラウドにあり、「電子メール ワンタイム パスコード」が${chosen ? '無効にされている' : '既定(無効)のままの'}ため、${guest} はサインインできません。`,
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
              allowExternalIdToUseEmailOtp: 'disabled',
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
