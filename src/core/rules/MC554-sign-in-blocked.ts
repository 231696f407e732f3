// MC554: a rule of the tenant or the state of the account forbids the sign-in.

import { refused, tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { tokenHit } from './token-hit.ts';
import { refusedTokenWords } from './token-refusal-words.ts';

export default defineRule({
  code: 'MC554',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => tokenHit(facts, 'token-sign-in-blocked', 'user'),
  en: {
    title: 'The sign-in is blocked',
    why: 'The sign-in is known and not allowed: multi-factor authentication or a conditional access rule wants something that a program cannot give, or the account is locked, disabled or unknown. The mail server was not asked.',
    ...refusedTokenWords('en'),
  },
  ja: {
    title: 'サインインがブロックされています',
    why: 'サインイン自体は認識されましたが、許可されません。多要素認証や条件付きアクセスがプログラムにできないことを求めているか、アカウントがロック・無効・未登録です。メールサーバーには問い合わせていません。',
    ...refusedTokenWords('ja'),
  },
  sources: [
    'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    'https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-conditional-access',
  ],
  examples: {
    bad: [
      refused(
        'invalid_grant',
        'AADSTS50076',
        'You must use multi-factor authentication to access the resource.',
      ),
      refused('invalid_grant', 'AADSTS53003', 'Access has been blocked by Conditional Access policies.'),
      refused('invalid_grant', 'AADSTS50057', 'The user account is disabled.'),
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }) }],
  },
});
