// MC818: the record of the tenant does not say whether it sends passcodes.

import { entraSteps, guestSources, needsPasscode, settingOf, tenantName } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC818',
  subject: 'guest',
  stage: 'request',
  severity: 'unknown',
  check: (facts) =>
    settingOf(facts)?.because === 'not-recorded' && needsPasscode(facts)
      ? [{ params: { tenant: tenantName(facts) }, where: facts.tenant?.where() }]
      : [],
  en: {
    title: 'The passcode setting is not recorded',
    why: 'Only the identity provider "Email one-time passcode" decides whether this guest gets a passcode. Where it was never touched, it is on since October 2021, except in the US Government cloud.',
    message: ({ tenant }) =>
      `The record of the tenant ${tenant} does not say whether "Email one-time passcode" is on.`,
    fix: ({ tenant }) => [
      {
        who: 'entra-administrator',
        do: 'Read it: Microsoft Entra admin center > External Identities > All identity providers > "Email one-time passcode".',
      },
      entraSteps.en.inRecord(tenant, 'allowExternalIdToUseEmailOtp: default, enabled or disabled'),
    ],
  },
  ja: {
    title: 'パスコードの設定が記録されていません',
    why: 'このゲストにパスコードが送信されるかどうかは、IDプロバイダー「電子メール ワンタイム パスコード」の設定で決まります。変更したことがなければ2021年10月以降は有効ですが、米国政府機関向けクラウドでは無効です。',
    message: ({ tenant }) =>
      `テナント ${tenant} の記録に、「電子メール ワンタイム パスコード」が有効かどうかが書かれていません。`,
    fix: ({ tenant }) => [
      {
        who: 'entra-administrator',
        do: '設定を確認する: Microsoft Entra 管理センター >「外部 ID」>「すべての ID プロバイダー」>「電子メール ワンタイム パスコード」。',
      },
      entraSteps.ja.inRecord(tenant, 'allowExternalIdToUseEmailOtp: default、enabled、disabled のいずれか'),
    ],
  },
  sources: [guestSources.passcode, guestSources.graph],
  examples: {
    bad: [
      {
        change: {
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: undefined } },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          guests: { teri: { accounts: ['microsoft-entra'] } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: undefined } },
        },
      },
    ],
  },
});
