// MC432: the Exchange Online profile signs in otherwise than server to server.

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
    return serverType === 'exchange-online' &&
      incoming.credentialRetrieval !== 'server-to-server' &&
      incoming.credentialRetrieval !== 'azure-ad-oauth'
      ? [{ params: { profile: nameOf(facts) }, where: facts.profile.where(['incomingCredentialRetrieval']) }]
      : [];
  },
  en: {
    title: 'The Exchange Online profile should sign in server to server',
    why: 'For Exchange Online in the same tenant only "Server to Server Authentication" is supported. Credentials of a user, of the profile, or impersonation are not, and password sign-in has ended there.',
    message: ({ profile }) =>
      `"${profile}" is an Exchange Online profile that does not authenticate server to server.`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `Give the mailboxes the profile "Microsoft Exchange Online", which every online environment has, in place of "${profile}", and run "Test & Enable Mailboxes".`,
      },
    ],
  },
  ja: {
    title: 'Exchange Online のプロファイルは、サーバー間認証にする必要があります',
    why: '同じテナントの Exchange Online でサポートされているのは「サーバー間認証」だけです。ユーザーやプロファイルの資格情報、偽装はサポートされておらず、パスワードによるサインインも終了しています。',
    message: ({ profile }) =>
      `「${profile}」は Exchange Online のプロファイルですが、サーバー間認証ではありません。`,
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
