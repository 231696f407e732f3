// MC543: the token endpoint refused for a reason of its own.

import { refused } from './token-example.ts';
import { tokenThat } from './example.ts';
import { defineRule } from './rule.ts';
import { tokenHit } from './token-hit.ts';
import { refusedTokenWords } from './token-refusal-words.ts';

export default defineRule({
  code: 'MC543',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => tokenHit(facts, 'token-refused', 'client'),
  en: {
    title: 'The token endpoint refused',
    why: 'The token endpoint said no in words that belong to none of the known causes. Without a token the mail server is not asked.',
    ...refusedTokenWords('en'),
  },
  ja: {
    title: 'トークンの発行が拒否されました',
    why: 'トークンの発行元が、よく知られたどの原因にも当てはまらない言葉で拒否しました。トークンがないため、メールサーバーには問い合わせていません。',
    ...refusedTokenWords('ja'),
  },
  sources: ['RFC 6749 §5.2', 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes'],
  examples: {
    bad: [
      refused(
        'invalid_request',
        'AADSTS900144',
        "The request body must contain the following parameter: 'scope'.",
      ),
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }) }],
  },
});
