// MC818: the record of the tenant does not say whether it sends passcodes: no setting, or a default of which nobody can tell.

import { entraSteps, guestSources, needsPasscode, settingOf, tenantName } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC818',
  subject: 'guest',
  stage: 'request',
  severity: 'unknown',
  check: (facts) => {
    const { tenant } = facts;
    if (tenant === undefined || settingOf(facts)?.on !== undefined || !needsPasscode(facts)) return [];
    const { allowExternalIdToUseEmailOtp, cloud } = tenant.fields;
    const missing =
      allowExternalIdToUseEmailOtp === undefined ? 'setting' : cloud === undefined ? 'cloud' : 'default';
    const where = tenant.where(missing === 'setting' ? [] : ['allowExternalIdToUseEmailOtp']);
    return [{ params: { tenant: tenantName(facts), missing }, where } as const];
  },
  en: {
    title: 'Whether the tenant sends passcodes is not recorded',
    why: 'Only the identity provider "Email one-time passcode" decides whether this guest gets a passcode. Where it was never touched, it is on since October 2021, except in the US Government cloud.',
    message: ({ tenant, missing }) =>
      missing === 'setting'
        ? `The record of the tenant ${tenant} does not say whether "Email one-time passcode" is on.`
        : missing === 'cloud'
          ? `The tenant ${tenant} leaves "Email one-time passcode" at its default, which differs by cloud, and its record does not say in which cloud it is.`
          : `The tenant ${tenant} leaves "Email one-time passcode" at its default, and what the default is in the China cloud is not confirmed.`,
    fix: ({ tenant, missing }) => [
      ...(missing === 'cloud'
        ? [entraSteps.en.inRecord(tenant, 'cloud: public, us-government or china')]
        : []),
      {
        who: 'entra-administrator',
        do: `${missing === 'cloud' ? 'Or read' : 'Read'} what is in force: Microsoft Entra admin center > External Identities > All identity providers > "Email one-time passcode".`,
      },
      entraSteps.en.inRecord(
        tenant,
        missing === 'setting'
          ? 'allowExternalIdToUseEmailOtp: default, enabled or disabled'
          : 'allowExternalIdToUseEmailOtp: enabled or disabled, in place of default',
      ),
    ],
  },
  ja: {
    title: 'パスコードを送信するテナントかどうかが記録されていません',
    why: 'このゲストにパスコードが送信されるかどうかは、IDプロバイダー「電子メール ワンタイム パスコード」の設定で決まります。変更したことがなければ2021年10月以降は有効ですが、米国政府機関向けクラウドでは無効です。',
    message: ({ tenant, missing }) =>
      missing === 'setting'
        ? `テナント ${tenant} の記録に、「電子メール ワンタイム パスコード」が有効かどうかが書かれていません。`
        : missing === 'cloud'
          ? `テナント ${tenant} の「電子メール ワンタイム パスコード」は既定のままですが、既定の動作はクラウドによって異なり、どのクラウドかが記録されていません。`
          : `テナント ${tenant} の「電子メール ワンタイム パスコード」は既定のままですが、中国のクラウドでの既定の動作は確認できていません。`,
    fix: ({ tenant, missing }) => [
      ...(missing === 'cloud'
        ? [entraSteps.ja.inRecord(tenant, 'cloud(public、us-government、china のいずれか)')]
        : []),
      {
        who: 'entra-administrator',
        do: `${missing === 'cloud' ? 'または、' : ''}有効かどうかを確認する: Microsoft Entra 管理センター >「外部 ID」>「すべての ID プロバイダー」>「電子メール ワンタイム パスコード」。`,
      },
      entraSteps.ja.inRecord(
        tenant,
        missing === 'setting'
          ? 'allowExternalIdToUseEmailOtp: default、enabled、disabled のいずれか'
          : 'allowExternalIdToUseEmailOtp: enabled または disabled(default の代わりに)',
      ),
    ],
  },
  sources: [guestSources.passcode, guestSources.graph],
  examples: {
    bad: [
      {
        change: {
          tenants: {
            'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': {
              cloud: undefined,
              allowExternalIdToUseEmailOtp: 'default',
            },
          },
        },
      },
      {
        change: {
          tenants: {
            'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': {
              cloud: 'china',
              allowExternalIdToUseEmailOtp: 'default',
            },
          },
        },
      },
      {
        change: {
          guests: { teri: { accounts: ['unmanaged'] } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: undefined } },
        },
      },
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
