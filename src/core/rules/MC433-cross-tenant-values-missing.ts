// MC433: the OAuth application of a cross-tenant profile is incomplete.

import { adminCenter } from './admin-center.ts';
import { isMailServer, nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC433',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) => {
    const { oauthClientId, oauthClientSecret, isOauthClientSecretSet, exchangeOnlineTenantId } =
      facts.profile.fields;
    // Over IMAP and SMTP it is a way in from here alone: what it needs is MC310's.
    if (facts.effective.incoming.credentialRetrieval !== 'azure-ad-oauth' || isMailServer(facts)) return [];
    const missing = [
      ...(exchangeOnlineTenantId === undefined ? ['exchangeOnlineTenantId' as const] : []),
      ...(oauthClientId === undefined ? ['oauthClientId' as const] : []),
      ...(oauthClientSecret === undefined && isOauthClientSecretSet !== true
        ? ['isOauthClientSecretSet' as const]
        : []),
    ];
    // Not written is not the same as empty: only the secret's flag says "no".
    return missing.length === 0
      ? []
      : [
          {
            params: { profile: nameOf(facts), missing },
            where: facts.profile.where(),
            severity: isOauthClientSecretSet === false ? ('error' as const) : ('unknown' as const),
          },
        ];
  },
  en: {
    title: 'The application of the cross-tenant profile is incomplete',
    why: 'For Exchange Online of another tenant the profile signs in as an application registered there, with full_access_as_app: tenant ID, client ID and client secret are all needed.',
    message: ({ profile, missing }) =>
      `The server profile "${profile}" lacks ${missing.map((key) => keyWords.en[key]).join(', ')}, or the record does not say.`,
    fix: ({ profile, missing }) => [
      adminCenter.en.inProfile(
        profile,
        `enter ${missing.map((key) => keyWords.en[key]).join(', ')} of the application in the other tenant, and save.`,
      ),
      adminCenter.en.inRecord(
        `the profile "${profile}"`,
        missing.map((key) => `${key}: ${samples[key]}`).join(', '),
      ),
    ],
  },
  ja: {
    title: '別テナント用プロファイルのアプリケーション情報が不足しています',
    why: '別テナントのExchange Onlineには、そのテナントに登録したアプリケーション(full_access_as_app)としてサインインします。テナントID、クライアントID、クライアント シークレットがすべて必要です。',
    message: ({ profile, missing }) =>
      `サーバー プロファイル「${profile}」の${missing.map((key) => keyWords.ja[key]).join('、')}が未設定か、記録されていません。`,
    fix: ({ profile, missing }) => [
      adminCenter.ja.inProfile(
        profile,
        `別テナントのアプリケーションの${missing.map((key) => keyWords.ja[key]).join('、')}を入力して保存する。`,
      ),
      adminCenter.ja.inRecord(
        `プロファイル「${profile}」`,
        missing.map((key) => `${key}: ${samples[key]}`).join('、'),
      ),
    ],
  },
  sources: ['https://learn.microsoft.com/power-platform/admin/connect-exchange-online-server-profile-oauth'],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online',
              incomingServerLocation: undefined,
              outgoingServerLocation: undefined,
              incomingCredentialRetrieval: 'azure-ad-oauth',
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
              incomingCredentialRetrieval: 'azure-ad-oauth',
              isOauthClientSecretSet: false,
            },
          },
        },
      },
    ],
    good: [
      {
        change: {
          profiles: { contoso: { serverType: 'imap-smtp', incomingCredentialRetrieval: 'azure-ad-oauth' } },
        },
      },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online',
              incomingServerLocation: undefined,
              outgoingServerLocation: undefined,
              incomingCredentialRetrieval: 'azure-ad-oauth',
              exchangeOnlineTenantId: '3f1a5c9e-7d42-4b1e-9c53-0a6be2d4f811',
              oauthClientId: '11111111-2222-4333-8444-555555555555',
              isOauthClientSecretSet: true,
            },
          },
        },
      },
    ],
  },
});

const keyWords = {
  en: {
    exchangeOnlineTenantId: '"Tenant ID"',
    oauthClientId: '"Application ID" (client ID)',
    isOauthClientSecretSet: '"Client Secret"',
  },
  ja: {
    exchangeOnlineTenantId: '「テナント ID」',
    oauthClientId: '「アプリケーション ID」(クライアントID)',
    isOauthClientSecretSet: '「クライアント シークレット」',
  },
} as const;

const samples = {
  exchangeOnlineTenantId: '11111111-2222-3333-4444-555555555555',
  oauthClientId: '66666666-7777-8888-9999-000000000000',
  isOauthClientSecretSet: 'true',
} as const;
