// MC558: the access token is for another service than the one that would be given it.

import { tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { protocolWords } from './session-words.ts';
import { tokenHit } from './token-hit.ts';
import { serviceName } from './token-words.ts';

export default defineRule({
  code: 'MC558',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    tokenHit(facts, 'token-for-another-service', 'client', (_, { token, tokenAsked }) => ({
      found: token?.audience?.[0] ?? '',
      wanted: tokenAsked?.expected.audiences[0] ?? '',
    })),
  en: {
    title: 'The access token is for another service',
    why:
      'A token names the service that it is for (its audience), and every other one refuses it, mostly without saying why. SMTP, POP3 and IMAP ' +
      'of Exchange Online take tokens for Outlook, not for Microsoft Graph. The mail server was not asked.',
    message: (p) =>
      `The token for ${p.mailbox} is for ${serviceName(p.found, 'en')}; ${protocolWords[p.protocol]} needs one for "${p.wanted}" (scope ${p.wanted}/.default).`,
    fix: (p) => [
      {
        who: 'entra-administrator',
        do: `Microsoft Entra admin center > App registrations > the application ${p.expected.clientId ?? ''} > API permissions: add the mail permission under "Office 365 Exchange Online" (for Graph: "Microsoft Graph") and grant admin consent.`,
      },
      ...(p.grant === 'refresh-token'
        ? [
            {
              who: 'mailbox-user' as const,
              do: `Sign in again, so that the sign-in is for this service: mailcheck login ${p.mailbox}`,
            },
          ]
        : []),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'アクセス トークンが別のサービス用です',
    why:
      'トークンには対象のサービス(audience)が書かれていて、それ以外のサービスは、多くの場合理由を示さずに拒否します。Exchange OnlineのSMTP、POP3、IMAPに使えるのは' +
      'Outlook用のトークンで、Microsoft Graph用ではありません。メールサーバーには問い合わせていません。',
    message: (p) =>
      `${p.mailbox} のトークンは${serviceName(p.found, 'ja')}用です。${protocolWords[p.protocol]}には「${p.wanted}」用のトークン(スコープ ${p.wanted}/.default)が必要です。`,
    fix: (p) => [
      {
        who: 'entra-administrator',
        do: `Microsoft Entra 管理センター >「アプリの登録」> アプリ ${p.expected.clientId ?? ''} >「API のアクセス許可」で、「Office 365 Exchange Online」(Graphの場合は「Microsoft Graph」)のメールの許可を追加し、管理者の同意を与える。`,
      },
      ...(p.grant === 'refresh-token'
        ? [
            {
              who: 'mailbox-user' as const,
              do: `このサービス用にもう一度サインインする: mailcheck login ${p.mailbox}`,
            },
          ]
        : []),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 7519 §4.1.3',
    'https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth',
  ],
  examples: {
    bad: [
      {
        session: tokenThat(
          { outcome: 'rejected', reason: 'token-for-another-audience' },
          {},
          { token: { audience: ['https://graph.microsoft.com'] } },
        ),
      },
    ],
    good: [
      {
        session: tokenThat({ outcome: 'ok' }, {}, { token: { audience: ['https://outlook.office365.com'] } }),
      },
    ],
  },
});
