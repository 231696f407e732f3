// MC565: an access token was given, and the service does not take it (HTTP 401 with WWW-Authenticate, RFC 6750 §3).

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { exchangeOnlinePages } from './exchange-online-words.ts';
import { httpHit } from './http-hit.ts';
import { lookAgain } from './session-fix.ts';
import { protocolWords, said } from './session-words.ts';

export default defineRule({
  code: 'MC565',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    httpHit(facts, 'token-not-accepted', 'application', (step) => {
      const words = 'reply' in step ? (step.reply?.text ?? '') : '';
      return {
        // Continuous access evaluation: the token was good, and was taken back meanwhile.
        revoked: /insufficient_claims|claims="|TokenIssuedBeforeRevocationTimestamp|revoked/i.test(words),
        wrongAudience: /audience/i.test(words),
        noUser: /does not exist|NoUserFoundWithGivenClaims|IdentityNotFound/i.test(words),
      };
    }),
  en: {
    title: 'The service does not accept the access token',
    why:
      'A token was given, and the service refuses it (HTTP 401). Usual reasons: it is for another service or another cloud, the ' +
      'application or the account was deleted or blocked, or access was taken back after the token was given.',
    message: (p) =>
      `${protocolWords[p.protocol]} at ${p.server} does not accept the access token.${said(p, 'en')}`,
    fix: (p) => [
      ...(p.revoked
        ? [
            {
              who: 'tenant-administrator' as const,
              do: 'Access was taken back or is bound to conditions: Microsoft Entra admin center > Monitoring & health > "Sign-in logs" shows which Conditional Access policy; allow this machine or this application there. A user has to sign in again.',
            },
          ]
        : []),
      ...(p.wrongAudience
        ? [
            {
              who: 'records-keeper' as const,
              do: 'Compare "cloud" and "endpoints" under "environment:" with the cloud that the tenant belongs to: a token of one cloud is good for that one alone.',
            },
          ]
        : []),
      {
        who: 'tenant-administrator',
        do: p.ofItself
          ? `Microsoft Entra admin center > Enterprise applications${p.tenant === undefined ? '' : ` of the tenant ${p.tenant}`} > ${p.application ?? '(the application)'}: see that it is there and "Enabled for users to sign-in?" is Yes.`
          : `Microsoft Entra admin center > Users > the user who signed in for ${p.mailbox}: see that the account is there and enabled${p.noUser ? '; it may have been deleted and created again' : ''}.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サービスがアクセス トークンを受け付けません',
    why:
      'トークンは渡しましたが、サービスに拒否されました(HTTP 401)。別のサービスや別のクラウドのトークンである、アプリかアカウントが削除または無効にされた、' +
      'トークンの発行後にアクセスが取り消された、などがよくある原因です。',
    message: (p) =>
      `${p.server} の${protocolWords[p.protocol]}が、アクセス トークンを受け付けません。${said(p, 'ja')}`,
    fix: (p) => [
      ...(p.revoked
        ? [
            {
              who: 'tenant-administrator' as const,
              do: 'アクセスが取り消されたか、条件付きになっている。Microsoft Entra 管理センター >「監視と正常性」>「サインイン ログ」で、どの条件付きアクセス ポリシーによるものか調べ、このマシンかアプリを許可する。ユーザーのトークンなら、サインインし直す。',
            },
          ]
        : []),
      ...(p.wrongAudience
        ? [
            {
              who: 'records-keeper' as const,
              do: '「environment:」の cloud と endpoints が、テナントのあるクラウドと合っているか確かめる。トークンは発行元のクラウドでだけ使える。',
            },
          ]
        : []),
      {
        who: 'tenant-administrator',
        do: p.ofItself
          ? `Microsoft Entra 管理センター >「エンタープライズ アプリケーション」${p.tenant === undefined ? '' : `(テナント ${p.tenant})`}> ${p.application ?? '(対象のアプリ)'} があり、「ユーザーのサインインが有効になっていますか?」が「はい」か確かめる。`
          : `Microsoft Entra 管理センター >「ユーザー」で、${p.mailbox} のためにサインインしたユーザーのアカウントがあり、有効か確かめる。${p.noUser ? '削除して作り直された可能性がある。' : ''}`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 6750 §3', 'RFC 9110 §11.6.1', exchangeOnlinePages.authorization],
  examples: {
    bad: [
      tokenRefused('Access token validation failure. Invalid audience. WWW-Authenticate: Bearer realm=""'),
      tokenRefused(
        'Lifetime validation failed. WWW-Authenticate: Bearer error="insufficient_claims", claims="e30="',
      ),
      {
        change: { mailboxes: { admin: { oauthRefreshToken: { env: 'REFRESH_TOKEN' } } } },
        ...tokenRefused('The user does not exist in the tenant.'),
      },
      {
        session: sessionThat(
          {
            login: {
              outcome: 'refused',
              reply: { code: '401', text: 'Unauthorized WWW-Authenticate: Bearer' },
            },
          },
          { protocol: 'ews', mechanismUsed: 'Bearer' },
        ),
      },
    ],
    good: [
      { session: sessionThat({ login: { outcome: 'ok' } }, { protocol: 'graph' }) },
      // Not a token but a password: MC517.
      {
        session: sessionThat(
          {
            login: {
              outcome: 'refused',
              reply: { code: '401', text: 'Unauthorized WWW-Authenticate: Basic' },
            },
          },
          { protocol: 'ews', mechanismUsed: 'Basic' },
        ),
      },
    ],
  },
});

function tokenRefused(text: string) {
  const reply = { code: '401', enhanced: 'InvalidAuthenticationToken', text };
  return { session: sessionThat({ login: { outcome: 'refused' as const, reply } }, { protocol: 'graph' }) };
}
