// MC559: the access token does not allow what the protocol needs.

import { tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { protocolWords } from './session-words.ts';
import { tokenHit, type TokenParams } from './token-hit.ts';

export default defineRule({
  code: 'MC559',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => tokenHit(facts, 'token-lacks-permission', 'client'),
  en: {
    title: 'The access token lacks the permission for mail',
    why:
      'A token lists what it allows: scopes that a user allowed, or roles that an administrator gave the application. An application that was ' +
      'given nothing still gets a token. The mail server was not asked; it would refuse without a reason.',
    message: (p) =>
      `The token for ${p.mailbox} allows ${has(p) === '' ? 'nothing' : has(p)}; ${protocolWords[p.protocol]} needs ${wanted(p, ' or ')}.`,
    fix: (p) => [
      ...(p.authority === 'google'
        ? [
            {
              who: 'mailbox-user' as const,
              do: `Sign in again and tick all boxes of the consent page: mailcheck login ${p.mailbox}`,
            },
          ]
        : [
            {
              who: 'entra-administrator' as const,
              do: `Microsoft Entra admin center > App registrations > the application ${p.expected.clientId ?? ''} > API permissions > Add a permission > ${p.protocol === 'graph' ? 'Microsoft Graph' : 'APIs my organization uses > Office 365 Exchange Online'} > ${byUser(p) ? 'Delegated permissions' : 'Application permissions'}: ${wanted(p, ' or ')}, then "Grant admin consent for (tenant)".`,
            },
            ...(byUser(p)
              ? [{ who: 'mailbox-user' as const, do: `Sign in again: mailcheck login ${p.mailbox}` }]
              : []),
          ]),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'アクセス トークンにメールの許可がありません',
    why:
      'トークンには、許可された範囲が書かれています。利用者が許可した「スコープ」か、管理者がアプリに与えた「ロール」です。何も許可されていないアプリにもトークンは発行されます。' +
      'メールサーバーには問い合わせていません。問い合わせても、理由を示さずに拒否されます。',
    message: (p) =>
      `${p.mailbox} のトークンの許可は${has(p) === '' ? '何もありません' : `「${has(p)}」だけです`}。${protocolWords[p.protocol]}には ${wanted(p, ' か ')} が必要です。`,
    fix: (p) => [
      ...(p.authority === 'google'
        ? [
            {
              who: 'mailbox-user' as const,
              do: `もう一度サインインし、同意画面のチェック ボックスをすべてオンにする: mailcheck login ${p.mailbox}`,
            },
          ]
        : [
            {
              who: 'entra-administrator' as const,
              do: `Microsoft Entra 管理センター >「アプリの登録」> アプリ ${p.expected.clientId ?? ''} >「API のアクセス許可」>「アクセス許可の追加」>${p.protocol === 'graph' ? '「Microsoft Graph」' : '「所属する組織で使用している API」>「Office 365 Exchange Online」'}>「${byUser(p) ? '委任されたアクセス許可' : 'アプリケーションの許可'}」で ${wanted(p, ' か ')} を追加し、「(テナント)に管理者の同意を与えます」を押す。`,
            },
            ...(byUser(p)
              ? [
                  {
                    who: 'mailbox-user' as const,
                    do: `もう一度サインインする: mailcheck login ${p.mailbox}`,
                  },
                ]
              : []),
          ]),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference',
    'https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth',
  ],
  examples: {
    bad: [
      {
        session: tokenThat(
          { outcome: 'rejected', reason: 'token-lacks-permission' },
          {
            grant: 'client-credentials',
            expected: { audiences: [], roles: ['SMTP.SendAsApp'], scopes: [] },
          },
          { token: { audience: ['https://outlook.office365.com'], roles: ['IMAP.AccessAsApp'] } },
        ),
      },
      {
        session: tokenThat(
          { outcome: 'rejected', reason: 'token-lacks-permission' },
          {},
          { token: { scopes: ['IMAP.AccessAsUser.All'] } },
        ),
      },
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }, {}, { token: { scopes: ['SMTP.Send'] } }) }],
  },
});

function byUser({ grant }: TokenParams): boolean {
  return grant === 'refresh-token';
}

function has({ claims: { roles = [], scopes = [] } }: TokenParams): string {
  return [...roles, ...scopes].slice(0, 10).join(', ');
}

function wanted({ expected: { roles, scopes } }: TokenParams, or: string): string {
  return (roles.length > 0 ? roles : scopes).join(or);
}
