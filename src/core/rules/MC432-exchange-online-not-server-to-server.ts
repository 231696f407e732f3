// MC432: the Exchange Online profile signs in otherwise than server to server, or with what does not go with that.

import { productPages } from './admin-center.ts';
import { nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC432',
  subject: 'profile',
  stage: 'profile',
  severity: 'warning',
  check: (facts) => {
    const { serverType, incoming } = facts.effective;
    const { fields } = facts.profile;
    if (serverType !== 'exchange-online' || incoming.credentialRetrieval === 'azure-ad-oauth') return [];
    // What the platform refuses there in any case is MC403's.
    const refused =
      incoming.credentialRetrieval === 'windows-integrated' || incoming.credentialRetrieval === 'anonymous';
    const key = (
      [
        ['incomingCredentialRetrieval', !refused && incoming.credentialRetrieval !== 'server-to-server'],
        ['incomingUseImpersonation', fields.incomingUseImpersonation === true],
        ['outgoingUseImpersonation', fields.outgoingUseImpersonation === true],
        ['useAutoDiscover', fields.useAutoDiscover === false],
      ] as const
    ).find(([, unsupported]) => unsupported)?.[0];
    return key === undefined
      ? []
      : [
          {
            params: { profile: nameOf(facts), key },
            where: facts.profile.where([key]),
            // A profile with a location must have it at No (0x8005E205), and the automatic one may have a location.
            ...(key === 'useAutoDiscover' ? { severity: 'information' as const } : {}),
          },
        ];
  },
  en: {
    title: 'The Exchange Online profile is set up in an unsupported way',
    why: 'For Exchange Online in the same tenant only "Server to Server Authentication" is supported. Credentials of a user or of the profile, impersonation, and Auto Discover set to No are "not recommended or supported", and password sign-in has ended there.',
    message: ({ profile, key }) =>
      `The Exchange Online profile "${profile}" ${unsupported.en[key]}, which is not supported.`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `Give the mailboxes the profile "Microsoft Exchange Online", which every online environment has, in place of "${profile}", and run "Test & Enable Mailboxes".`,
      },
    ],
  },
  ja: {
    title: 'Exchange Onlineのプロファイルがサポートされていない設定です',
    why: '同じテナントのExchange Onlineでサポートされているのは「サーバー間認証」だけです。ユーザーやプロファイルの資格情報、偽装、自動検出の「いいえ」は「推奨もサポートもされない」設定で、パスワードによるサインインも終了しています。',
    message: ({ profile, key }) =>
      `Exchange Onlineのプロファイル「${profile}」は、${unsupported.ja[key]}。この設定はサポートされていません。`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `「${profile}」の代わりに、オンライン環境に最初からあるプロファイル「Microsoft Exchange Online」をメールボックスに設定し、「メールボックスのテストと有効化」を実行する。`,
      },
    ],
  },
  sources: [
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
    productPages.exchangeOnline,
  ],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online',
              incomingServerLocation: undefined,
              outgoingServerLocation: undefined,
              incomingCredentialRetrieval: 'profile',
            },
          },
        },
      },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online',
              incomingServerLocation: undefined,
              outgoingServerLocation: undefined,
              incomingCredentialRetrieval: 'server-to-server',
              incomingUseImpersonation: true,
            },
          },
        },
      },
    ],
    good: [
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online',
              incomingServerLocation: undefined,
              outgoingServerLocation: undefined,
              incomingCredentialRetrieval: 'server-to-server',
            },
          },
        },
      },
    ],
  },
});

const unsupported = {
  en: {
    incomingCredentialRetrieval: 'does not authenticate server to server',
    incomingUseImpersonation: 'uses impersonation for incoming mail',
    outgoingUseImpersonation: 'uses impersonation for outgoing mail',
    useAutoDiscover: 'has Auto Discover set to No',
  },
  ja: {
    incomingCredentialRetrieval: 'サーバー間認証ではありません',
    incomingUseImpersonation: '受信で偽装を使っています',
    outgoingUseImpersonation: '送信で偽装を使っています',
    useAutoDiscover: '自動検出が「いいえ」です',
  },
} as const;
