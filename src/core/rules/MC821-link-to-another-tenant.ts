// MC821: the link names another tenant than the one that invited the guest.

import { guestSources, linkOf, tenantName } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC821',
  subject: 'guest',
  stage: 'request',
  severity: 'warning',
  check: (facts) =>
    linkOf(facts) === 'another'
      ? [{ params: { link: facts.message?.link ?? '', tenant: tenantName(facts) } }]
      : [],
  en: {
    title: 'The link names another tenant',
    why: 'A guest is known to the tenant that invited. A link with the id or domain of another tenant leads to a sign-in there, where nobody knows the guest, or where other settings hold.',
    message: ({ link, tenant }) =>
      `${link} does not lead to the tenant ${tenant}, as far as its id and domains are recorded.`,
    fix: ({ tenant }) => [
      {
        who: 'entra-administrator',
        do: `Give the guest a link with the id or a verified domain of ${tenant}.`,
      },
      { who: 'records-keeper', do: `If it is a domain of ${tenant}: add it to verifiedDomains.` },
    ],
  },
  ja: {
    title: 'リンクが別のテナントを指しています',
    why: 'ゲストは招待したテナントにだけ登録されています。別のテナントのIDやドメインを含むリンクでは、ゲストが登録されていない、または設定の異なるテナントへのサインインになります。',
    message: ({ link, tenant }) =>
      `${link} は、記録されているIDとドメインを見る限り、テナント ${tenant} を指していません。`,
    fix: ({ tenant }) => [
      {
        who: 'entra-administrator',
        do: `${tenant} のIDまたは検証済みドメインを含むリンクをゲストに案内する。`,
      },
      { who: 'records-keeper', do: `${tenant} のドメインの場合は、verifiedDomains に追加する。` },
    ],
  },
  sources: [guestSources.passcode],
  examples: {
    bad: [
      {
        message: {
          kind: 'guest-passcode',
          to: 'teri@partner.example',
          link: 'https://myapps.microsoft.com/?tenantid=11111111-2222-4333-8444-555555555555',
        },
      },
      {
        message: {
          kind: 'guest-passcode',
          to: 'teri@partner.example',
          link: 'https://myapps.microsoft.com/fabrikam.onmicrosoft.com',
        },
      },
    ],
    good: [
      {},
      {
        message: {
          kind: 'guest-passcode',
          to: 'teri@partner.example',
          link: 'https://myapps.microsoft.com/contoso.example',
        },
      },
    ],
  },
});
