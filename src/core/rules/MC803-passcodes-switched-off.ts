// MC803: the tenant sends no passcodes, and the guest has no other way to redeem the invitation.

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
  code: 'MC803',
  subject: 'guest',
  stage: 'request',
  severity: 'error',
  check: (facts) => {
    const setting = settingOf(facts);
    if (setting?.because !== 'disabled' || redemption(facts) !== 'pending' || inUsGovernment(facts))
      return [];
    if (!['none', 'unknown'].includes(insteadOf(facts))) return [];
    return [
      {
        params: {
          guest: guestName(facts),
          tenant: tenantName(facts),
          preview: facts.tenant?.fields.allowExternalIdToUseEmailOtp === 'preview-opted-out',
        },
        where: facts.tenant?.where(['allowExternalIdToUseEmailOtp']),
      },
    ];
  },
  en: {
    title: 'The tenant sends no passcodes to guests',
    why: 'With "Email one-time passcode" switched off, a guest without a Microsoft Entra account, a Microsoft account or a federated domain gets no passcode. The sign-in page asks to create an account instead: a Microsoft account now, in earlier years an unmanaged account in a tenant that nobody administers.',
    message: ({ guest, tenant, preview }) =>
      `"Email one-time passcode" is switched off in the tenant ${tenant}${preview ? ' (it left the preview)' : ''}, so ${guest} gets no passcode.`,
    fix: ({ guest }) => [
      entraSteps.en.switchOn,
      {
        who: 'portal-visitor',
        do: `Open the invitation again and choose "Send code". If ${guest} has created an account in the meantime, that account is used until the redemption status is reset.`,
      },
    ],
  },
  ja: {
    title: 'テナントがゲストにパスコードを送信しない設定です',
    why: '「電子メール ワンタイム パスコード」が無効の場合、Microsoft Entra アカウントも Microsoft アカウントもフェデレーションもないゲストにパスコードは送信されません。代わりに、アカウントの作成を求める画面が表示されます(現在は Microsoft アカウント、以前は管理者のいないテナントのアンマネージド アカウント)。',
    message: ({ guest, tenant, preview }) =>
      `テナント ${tenant} では「電子メール ワンタイム パスコード」が無効${preview ? '(プレビューをオプトアウト済み)' : ''}のため、${guest} にパスコードは送信されません。`,
    fix: ({ guest }) => [
      entraSteps.ja.switchOn,
      {
        who: 'portal-visitor',
        do: `招待をもう一度開き、「コードの送信」を選ぶ。その間に ${guest} がアカウントを作成していた場合は、利用状態をリセットするまでそのアカウントでサインインする。`,
      },
    ],
  },
  sources: [guestSources.passcode, guestSources.redemption],
  examples: {
    bad: [
      {
        change: {
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: 'disabled' } },
        },
      },
      {
        change: {
          tenants: {
            'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: 'preview-opted-out' },
          },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          tenants: {
            'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': {
              cloud: 'us-government',
              allowExternalIdToUseEmailOtp: 'disabled',
            },
          },
        },
      },
      {
        change: {
          guests: { teri: { accounts: ['microsoft-entra'] } },
          tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: 'disabled' } },
        },
      },
      {
        change: {
          tenants: {
            'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': { allowExternalIdToUseEmailOtp: 'preview-opted-in' },
          },
        },
      },
    ],
  },
});
