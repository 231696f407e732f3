// MC813: the link leads to an entry page of all tenants, where passcodes are not offered.

import type { GuestFacts } from './facts.ts';
import { guestSources, linkOf, needsPasscode } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC813',
  subject: 'guest',
  stage: 'request',
  severity: 'error',
  check: (facts) =>
    linkOf(facts) === 'none' && needsPasscode(facts)
      ? [
          {
            params: {
              link: facts.message?.link ?? '',
              tenant: tenantInLinks(facts),
              domain: facts.tenant?.fields.verifiedDomains?.[0] ?? '',
            },
          },
        ]
      : [],
  en: {
    title: 'The link does not say whose guest signs in',
    why: 'A passcode belongs to one tenant. An entry page of everybody (https://myapps.microsoft.com, https://portal.azure.com, …/common) does not know which, so a guest with passcodes gets an error there and no passcode.',
    message: ({ link }) =>
      `${link} carries no tenant: a guest who signs in with passcodes gets an error there.`,
    fix: ({ tenant, domain }) => [
      {
        who: 'entra-administrator',
        do: `Give the guest a link with the tenant in it: https://myapps.microsoft.com/?tenantid=${tenantOr(tenant, 'TENANT-ID')}, https://portal.azure.com/${tenantOr(tenant, 'TENANT-ID')}, or a direct link to the application that carries it.`,
      },
      {
        who: 'portal-visitor',
        do: `Where the sign-in page shows "Sign-in options": choose it, then "Sign in to an organization", and type the name of the organization${domain === '' ? '' : ` (${domain})`}.`,
      },
    ],
  },
  ja: {
    title: 'リンクにテナントの指定がありません',
    why: 'パスコードはテナントごとに送信されます。誰でも使う入口(https://myapps.microsoft.com、https://portal.azure.com、…/common)ではテナントがわからないため、パスコードを使うゲストはエラーになり、パスコードは送信されません。',
    message: ({ link }) => `${link} にはテナントの指定がないため、パスコードを使うゲストはエラーになります。`,
    fix: ({ tenant, domain }) => [
      {
        who: 'entra-administrator',
        do: `テナントを含むリンクをゲストに案内する: https://myapps.microsoft.com/?tenantid=${tenantOr(tenant, 'テナントID')}、https://portal.azure.com/${tenantOr(tenant, 'テナントID')}、またはテナントを含むアプリケーションへの直接リンク。`,
      },
      {
        who: 'portal-visitor',
        do: `サインイン画面に「サインイン オプション」が表示される場合は、そこから組織へのサインインを選び、組織の名前${domain === '' ? '' : `(${domain})`}を入力する。`,
      },
    ],
  },
  sources: [guestSources.passcode],
  examples: {
    bad: [
      {
        message: { kind: 'guest-passcode', to: 'teri@partner.example', link: 'https://myapps.microsoft.com' },
        change: { guests: { teri: { accounts: ['unmanaged'] } } },
      },
      {
        message: { kind: 'guest-passcode', to: 'teri@partner.example', link: 'https://myapps.microsoft.com' },
      },
      { message: { kind: 'guest-passcode', to: 'teri@partner.example', link: 'https://portal.azure.com/' } },
      {
        message: {
          kind: 'guest-passcode',
          to: 'teri@partner.example',
          link: 'https://login.microsoftonline.com/common/oauth2/authorize',
        },
      },
    ],
    good: [
      {},
      {
        message: {
          kind: 'guest-passcode',
          to: 'teri@partner.example',
          link: 'https://myapps.microsoft.com/?tenantid=aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
        },
      },
      {
        message: {
          kind: 'guest-passcode',
          to: 'teri@partner.example',
          link: 'https://portal.azure.com/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
        },
      },
      {
        message: {
          kind: 'guest-passcode',
          to: 'teri@partner.example',
          link: 'https://myapps.microsoft.com/contoso.onmicrosoft.com',
        },
      },
      {
        message: {
          kind: 'guest-passcode',
          to: 'teri@partner.example',
          link: 'https://app.example.com/start',
        },
      },
    ],
  },
});

/** The id where it is recorded, else a domain. */
function tenantInLinks({ tenant }: GuestFacts): string {
  const id = tenant?.fields.id;
  return id !== undefined && /^[\da-f-]{36}$/i.test(id) ? id : (tenant?.fields.verifiedDomains?.[0] ?? '');
}

function tenantOr(tenant: string, placeholder: string): string {
  return tenant === '' ? placeholder : tenant;
}
