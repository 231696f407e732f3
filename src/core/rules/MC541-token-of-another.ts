// MC541: the access token is of another tenant, application or user than profile and mailbox say.

import { tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { tokenHit, type TokenParams } from './token-hit.ts';

type Differs = 'tenant' | 'application' | 'user';

export default defineRule({
  code: 'MC541',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => {
    const what = differenceOf(facts.observation.steps.find(({ step }) => step === 'token'));
    return tokenHit(
      facts,
      'token-of-another',
      what === 'user' ? 'user' : what === 'tenant' ? 'tenant' : 'client',
      () => ({
        what,
      }),
    );
  },
  en: {
    title: 'The access token is of another user, tenant or application',
    why:
      "A token opens its own user's mailbox, in its own tenant. With another one the login fails, or worse: another mailbox is tested " +
      'than the one that the report names. The mail server was not asked.',
    message: (p) => {
      const { found, wanted } = valuesOf(p);
      return `The token for ${p.mailbox} is of the ${p.what} ${found}, and ${p.what === 'user' ? 'the record of the mailbox' : `the server profile "${p.profile}"`} says ${wanted}.`;
    },
    fix: (p) => [
      ...(p.what === 'user'
        ? [
            {
              who: 'mailbox-user' as const,
              do: `Sign in with the account ${p.expected.user ?? p.mailbox}: mailcheck login ${p.mailbox}`,
            },
            {
              who: 'records-keeper' as const,
              do: `If ${p.claims.user ?? 'that user'} is the right account of this mailbox, under its user principal name: write userName: ${p.claims.user ?? 'name@example.com'} into the record of the mailbox.`,
            },
          ]
        : [
            {
              who: 'records-keeper' as const,
              do: `Compare ${p.what === 'tenant' ? 'exchangeOnlineTenantId' : 'oauthClientId'} in the record of the server profile "${p.profile}" with the Overview of the application in the Microsoft Entra admin center (App registrations).`,
            },
          ]),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'アクセス トークンが別の利用者、テナント、またはアプリのものです',
    why:
      'トークンで開けるのは、そのテナントの、その利用者のメールボックスです。別のトークンではログインに失敗するか、さらに悪いことに、レポートに出ているものとは別のメールボックスを調べてしまいます。' +
      'メールサーバーには問い合わせていません。',
    message: (p) => {
      const { found, wanted } = valuesOf(p);
      const kind = { tenant: 'テナント', application: 'アプリ', user: '利用者' }[p.what];
      return `${p.mailbox} のトークンは${kind} ${found} のものですが、${p.what === 'user' ? 'メールボックスの記録' : `サーバー プロファイル「${p.profile}」`}には ${wanted} とあります。`;
    },
    fix: (p) => [
      ...(p.what === 'user'
        ? [
            {
              who: 'mailbox-user' as const,
              do: `${p.expected.user ?? p.mailbox} のアカウントでサインインする: mailcheck login ${p.mailbox}`,
            },
            {
              who: 'records-keeper' as const,
              do: `${p.claims.user ?? 'その利用者'} がこのメールボックスの正しいアカウント(ユーザー プリンシパル名)なら、メールボックスの記録に userName: ${p.claims.user ?? 'name@example.com'} を書く。`,
            },
          ]
        : [
            {
              who: 'records-keeper' as const,
              do: `サーバー プロファイル「${p.profile}」の ${p.what === 'tenant' ? 'exchangeOnlineTenantId' : 'oauthClientId'} を、Microsoft Entra 管理センター(「アプリの登録」)のアプリの「概要」と見比べる。`,
            },
          ]),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference',
    'RFC 9068 §2.2',
  ],
  examples: {
    bad: [
      {
        session: tokenThat(
          { outcome: 'rejected', reason: 'token-of-another-user' },
          {},
          { token: { user: 'hanako@example.com' } },
        ),
      },
      {
        session: tokenThat(
          { outcome: 'rejected', reason: 'token-of-another-tenant' },
          {},
          { token: { tenant: '99999999-2222-3333-4444-555555555555' } },
        ),
      },
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }, {}, { token: { user: 'admin@example.com' } }) }],
  },
});

function differenceOf(step: { outcome: string; reason?: string } | undefined): Differs {
  if (step?.reason === 'token-of-another-tenant') return 'tenant';
  return step?.reason === 'token-of-another-application' ? 'application' : 'user';
}

function valuesOf({ what, claims, expected }: TokenParams & { what: Differs }): {
  found: string;
  wanted: string;
} {
  const values = {
    tenant: [claims.tenant, expected.tenant],
    application: [claims.application, expected.clientId],
    user: [claims.user, expected.user],
  }[what];
  return { found: values[0] ?? '?', wanted: values[1] ?? '?' };
}
