// MC543: the token endpoint refused for a reason of its own.

import { refused, tokenThat } from './token-example.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { compareRecord } from '../mail/server-replies/token-fixes.ts';
import { replySteps } from './known-reply-words.ts';
import { lookAgain } from './session-fix.ts';
import { tokenHit, type TokenParams } from './token-hit.ts';
import { refusedToken } from './token-refusal-words.ts';

export default defineRule({
  code: 'MC543',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => tokenHit(facts, 'token-refused', 'client'),
  en: {
    title: 'The token endpoint refused',
    why: 'The token endpoint said no in words that belong to none of the known causes. Without a token the mail server is not asked.',
    message: (p) => refusedToken(p, 'The reason is in its own words alone.', 'en'),
    fix: (p) => [lookUp(p, 'en'), ...compare(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'トークンの発行が拒否されました',
    why: 'トークンの発行元が、よく知られたどの原因にも当てはまらない言葉で拒否しました。トークンがないため、メールサーバーには問い合わせていません。',
    message: (p) => refusedToken(p, '理由はサーバーの言葉だけが示しています。', 'ja'),
    fix: (p) => [lookUp(p, 'ja'), ...compare(p, 'ja'), lookAgain(p, 'ja')],
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

const registry = {
  microsoft: {
    who: 'entra-administrator',
    en: 'Look the number up: https://login.microsoftonline.com/error, or open the failed sign-in: Microsoft Entra admin center > Monitoring & health > Sign-in logs.',
    ja: '番号を https://login.microsoftonline.com/error で調べるか、Microsoft Entra 管理センター >「監視と正常性」>「サインイン ログ」で失敗したサインインを開く。',
  },
  google: {
    who: 'mail-server-administrator',
    en: 'Look the error up: https://developers.google.com/identity/protocols/oauth2',
    ja: 'エラーを https://developers.google.com/identity/protocols/oauth2 で調べる。',
  },
} as const;

function lookUp({ authority }: TokenParams, language: Language): FixStep {
  const { who, [language]: step } = registry[authority];
  return { who, do: step };
}

function compare(p: TokenParams, language: Language): FixStep[] {
  const keys = compareRecord(
    'oauthClientId, and where its secret, certificate or key is kept.',
    'oauthClientId と、シークレット・証明書・鍵の保管場所。',
  );
  return replySteps([keys], p, language);
}
