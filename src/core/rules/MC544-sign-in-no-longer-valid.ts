// MC544: the stored sign-in of the mailbox (its refresh token) is no longer valid.

import { google, refused, tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { tokenHit } from './token-hit.ts';
import { refusedTokenWords } from './token-refusal-words.ts';

export default defineRule({
  code: 'MC544',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => tokenHit(facts, 'token-sign-in-over', 'sign-in'),
  en: {
    title: 'The stored sign-in is no longer valid',
    why: "A refresh token stands for a sign-in that somebody did once. A changed password, a revoked session, too long without use or an app in testing ends it, and no test can mend that: the mailbox's own user has to sign in again. Dataverse keeps a sign-in of its own; what ended this one has mostly ended that one as well.",
    ...refusedTokenWords('en'),
  },
  ja: {
    title: '保存したサインインが無効になっています',
    why: '更新トークンは、一度行ったサインインの代わりです。パスワードの変更、セッションの取り消し、長期間の未使用、テスト中のアプリなどで無効になり、本人がもう一度サインインする以外に方法はありません。Dataverseが持つサインインは別のものですが、多くは同じ理由で無効になっています。',
    ...refusedTokenWords('ja'),
  },
  sources: [
    'https://learn.microsoft.com/entra/identity-platform/refresh-tokens',
    'https://developers.google.com/identity/protocols/oauth2#expiration',
    'RFC 6749 §5.2',
  ],
  examples: {
    bad: [
      refused('invalid_grant', 'AADSTS50173', 'The provided grant has expired due to it being revoked.'),
      refused('invalid_grant', 'AADSTS700082', 'The refresh token has expired due to inactivity.'),
      refused('invalid_grant', undefined, 'Token has been expired or revoked.', google),
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }) }],
  },
});
