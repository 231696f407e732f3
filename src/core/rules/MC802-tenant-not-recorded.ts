// MC802: nothing is recorded of the tenant that would send the passcode.

import { entraSteps, guestSources } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC802',
  subject: 'guest',
  stage: 'request',
  severity: 'unknown',
  check: ({ guest, tenant, records }) =>
    tenant === undefined
      ? [
          {
            params: { several: records.tenants.length > 1, guest: guest?.id },
            ...(guest === undefined ? {} : { where: guest.where() }),
          },
        ]
      : [],
  en: {
    title: 'The tenant is not in the records',
    why: 'The tenant that invites the guest decides whether passcodes are sent at all: the identity provider "Email one-time passcode" can be on, off, or left to its default, which differs by cloud.',
    message: ({ several, guest }) =>
      several
        ? `Several tenants are recorded, and the record of the guest ${guest ?? ''} does not say which one invites.`
        : 'No tenant is recorded, so it is not known whether it sends passcodes.',
    fix: ({ several, guest }) =>
      several
        ? [entraSteps.en.inRecord(guest ?? 'the guest', 'tenant, with the id of its tenant')]
        : [
            {
              who: 'entra-administrator',
              do: 'Read the setting: Microsoft Entra admin center > External Identities > All identity providers > "Email one-time passcode".',
            },
            {
              who: 'records-keeper',
              do: 'Add it under tenants: id, verifiedDomains, cloud, and allowExternalIdToUseEmailOtp: default, enabled or disabled.',
            },
          ],
  },
  ja: {
    title: 'テナントが設定ファイルにありません',
    why: 'パスコードが送信されるかどうかは、ゲストを招待するテナントの設定で決まります。IDプロバイダー「電子メール ワンタイム パスコード」は有効・無効・既定のいずれかで、既定の動作はクラウドによって異なります。',
    message: ({ several, guest }) =>
      several
        ? `テナントが複数あり、ゲスト ${guest ?? ''} の記録にどのテナントの招待かが書かれていません。`
        : 'テナントが設定ファイルにないため、パスコードを送信するテナントかどうかわかりません。',
    fix: ({ several, guest }) =>
      several
        ? [entraSteps.ja.inRecord(guest ?? 'ゲスト', 'tenant(招待するテナントのID)')]
        : [
            {
              who: 'entra-administrator',
              do: '設定を確認する: Microsoft Entra 管理センター >「外部 ID」>「すべての ID プロバイダー」>「電子メール ワンタイム パスコード」。',
            },
            {
              who: 'records-keeper',
              do: 'tenants に追加する: id、verifiedDomains、cloud、allowExternalIdToUseEmailOtp(default、enabled、disabled のいずれか)。',
            },
          ],
  },
  sources: [guestSources.passcode, guestSources.graph],
  examples: {
    bad: [
      { change: { tenants: { 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee': null } } },
      { change: { tenants: { other: { name: 'Fabrikam' } } } },
    ],
    good: [
      {},
      {
        change: {
          tenants: { other: { name: 'Fabrikam' } },
          guests: { teri: { tenant: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' } },
        },
      },
    ],
  },
});
