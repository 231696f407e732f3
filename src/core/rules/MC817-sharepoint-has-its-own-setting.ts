// MC817: the link leads to SharePoint or OneDrive, whose integration is switched on apart.

import { guestSources, linkOf } from './guest-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC817',
  subject: 'guest',
  stage: 'request',
  severity: 'information',
  check: (facts) => (linkOf(facts) === 'sharepoint' ? [{ params: { link: facts.message?.link ?? '' } }] : []),
  en: {
    title: 'SharePoint and OneDrive are integrated apart',
    why: 'SharePoint and OneDrive send sharing codes of their own unless their integration with Microsoft Entra B2B is switched on. Passcodes that are on by default for guests do not switch it on.',
    message: ({ link }) =>
      `${link} leads to SharePoint or OneDrive: which code is sent there depends on its integration with Microsoft Entra B2B.`,
    fix: () => [
      {
        who: 'entra-administrator',
        do: 'See in the SharePoint Online Management Shell: Get-SPOTenant | Select-Object EnableAzureADB2BIntegration. With False, SharePoint sends codes of its own and this diagnosis does not hold for them.',
      },
    ],
  },
  ja: {
    title: 'SharePoint と OneDrive の統合は別の設定です',
    why: 'SharePoint と OneDrive は、Microsoft Entra B2B との統合を有効にしない限り、独自の確認コードを送信します。ゲストのパスコードが既定で有効でも、この統合は有効になりません。',
    message: ({ link }) =>
      `${link} は SharePoint または OneDrive です。どのコードが送信されるかは、Microsoft Entra B2B との統合の設定で決まります。`,
    fix: () => [
      {
        who: 'entra-administrator',
        do: 'SharePoint Online 管理シェルで Get-SPOTenant | Select-Object EnableAzureADB2BIntegration を実行する。False の場合は SharePoint が独自のコードを送信しており、この診断は当てはまらない。',
      },
    ],
  },
  sources: [guestSources.passcode, 'https://learn.microsoft.com/sharepoint/sharepoint-azureb2b-integration'],
  examples: {
    bad: [
      {
        message: {
          kind: 'guest-passcode',
          to: 'teri@partner.example',
          link: 'https://contoso.sharepoint.com/sites/project',
        },
      },
    ],
    good: [
      {},
      {
        message: {
          kind: 'guest-passcode',
          to: 'teri@partner.example',
          link: 'https://sharepoint.example.com/',
        },
      },
    ],
  },
});
