// MC553: nobody has allowed the application what it asks for.

import { google, refused, tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { tokenHit } from './token-hit.ts';
import { refusedTokenWords } from './token-refusal-words.ts';

export default defineRule({
  code: 'MC553',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => tokenHit(facts, 'token-consent-missing', 'client'),
  en: {
    title: 'The application lacks consent',
    why: "An application gets a token only for what a user or an administrator has allowed it. For mail protocols, for permissions of the application itself and for Google's domain-wide delegation that takes an administrator.",
    ...refusedTokenWords('en'),
  },
  ja: {
    title: 'アプリへの同意がありません',
    why: 'アプリは、利用者か管理者が許可したことについてだけトークンを受け取れます。メールのプロトコル、アプリケーション自体の許可、Googleのドメイン全体の委任には管理者の許可が必要です。',
    ...refusedTokenWords('ja'),
  },
  sources: [
    'https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview',
    'https://developers.google.com/identity/protocols/oauth2/service-account',
    'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
  ],
  examples: {
    bad: [
      refused(
        'invalid_grant',
        'AADSTS65001',
        'The user or administrator has not consented to use the application.',
      ),
      refused(
        'unauthorized_client',
        undefined,
        'Client is unauthorized to retrieve access tokens using this method.',
        { ...google, grant: 'service-account' },
      ),
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }) }],
  },
});
