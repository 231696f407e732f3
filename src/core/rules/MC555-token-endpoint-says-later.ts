// MC555: the token endpoint says "later".

import { refused, tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { tokenHit } from './token-hit.ts';
import { refusedTokenWords } from './token-refusal-words.ts';

export default defineRule({
  code: 'MC555',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => tokenHit(facts, 'token-later', 'client'),
  en: {
    title: 'The token endpoint asks to come back later',
    why: 'The token endpoint is overloaded or limits how often it is asked (429, 503). Nothing is known of the mailbox; the status in its record stays as it is. mailcheck asks once a run and profile, so the many requests come from elsewhere.',
    ...refusedTokenWords('en'),
  },
  ja: {
    title: 'トークンの発行元が「後で」と応答しました',
    why: 'トークンの発行元が混み合っているか、問い合わせの回数を制限しています(429、503)。メールボックスについては何もわかっておらず、設定ファイルの状態も変わりません。このツールの問い合わせは、1回の実行でプロファイルごとに1回だけです。',
    ...refusedTokenWords('ja'),
  },
  sources: [
    'RFC 6585 §4',
    'RFC 9110 §15.6.4',
    'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
  ],
  examples: {
    bad: [
      refused('429', undefined, 'temporarily_unavailable: slow down (Retry-After: 30 seconds)'),
      refused('invalid_grant', 'AADSTS90033', 'A transient error has occurred. Please try again.'),
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }) }],
  },
});
