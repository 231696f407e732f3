// MC417: the tenant id of Exchange Online is no tenant id.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

const guid = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;

export default defineRule({
  code: 'MC417',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) => {
    const tenant = facts.profile.fields.exchangeOnlineTenantId;
    return tenant === undefined || guid.test(tenant)
      ? []
      : [
          {
            params: { profile: nameOf(facts), tenant },
            where: facts.profile.where(['exchangeOnlineTenantId']),
          },
        ];
  },
  en: {
    title: 'The tenant id is not valid',
    why: 'The profile finds the other tenant by its directory id, a GUID. A domain name in its place is refused (0x8005E25B InvalidTenantIDValue).',
    message: ({ profile, tenant }) =>
      `The tenant id "${tenant}" of the server profile "${profile}" is not a GUID.`,
    fix: ({ profile }) => [
      {
        who: 'tenant-administrator',
        do: 'Read the tenant id of the tenant that holds the mailboxes: Microsoft Entra admin center > Overview > "Tenant ID".',
      },
      adminCenter.en.inProfile(profile, 'enter it as the tenant id and save.'),
    ],
  },
  ja: {
    title: 'テナントIDの形が正しくありません',
    why: '相手のテナントはディレクトリのID(GUID)で指定します。ドメイン名などは拒否されます(0x8005E25B InvalidTenantIDValue)。',
    message: ({ profile, tenant }) =>
      `サーバー プロファイル「${profile}」のテナントID「${tenant}」がGUIDではありません。`,
    fix: ({ profile }) => [
      {
        who: 'tenant-administrator',
        do: 'メールボックスのあるテナントのIDを、Microsoft Entra 管理センターの概要で確認する。',
      },
      adminCenter.ja.inProfile(profile, 'そのテナントIDを入力して保存する。'),
    ],
  },
  sources: [
    productPages.errorCodes,
    'https://learn.microsoft.com/power-platform/admin/connect-exchange-online-server-profile-oauth',
  ],
  examples: {
    bad: [{ change: { profiles: { contoso: { exchangeOnlineTenantId: 'contoso.onmicrosoft.com' } } } }],
    good: [
      {
        change: { profiles: { contoso: { exchangeOnlineTenantId: '7f3c1a52-0b7e-4c57-9a3e-2d1c5b6a7e80' } } },
      },
    ],
  },
});
