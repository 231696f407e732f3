// MC551: the token endpoint does not accept the application's secret, certificate or key.

import { google, refused, tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { tokenHit } from './token-hit.ts';
import { refusedTokenWords } from './token-refusal-words.ts';

const secret = { grant: 'client-credentials' } as const;

export default defineRule({
  code: 'MC551',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => tokenHit(facts, 'token-application-refused', 'secret'),
  en: {
    title: "The application's secret or certificate is refused",
    why: "Before a token is given the application has to prove who it is, by a client secret, a certificate or a service account's key. One that is wrong or has expired stops all mailboxes of the profile at once.",
    ...refusedTokenWords('en'),
  },
  ja: {
    title: 'アプリのシークレットまたは証明書が拒否されました',
    why: 'トークンの発行には、クライアント シークレット、証明書、サービス アカウントの鍵のいずれかでアプリを証明する必要があります。誤りや期限切れがあると、このプロファイルのすべてのメールボックスが一度に止まります。',
    ...refusedTokenWords('ja'),
  },
  sources: [
    'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    'https://learn.microsoft.com/entra/identity-platform/certificate-credentials',
    'RFC 6749 §5.2',
  ],
  examples: {
    bad: [
      refused('invalid_client', 'AADSTS7000222', 'The provided client secret keys are expired.', secret),
      refused('invalid_client', 'AADSTS7000215', 'Invalid client secret provided.', secret),
      refused('invalid_grant', undefined, 'Invalid JWT Signature.', { ...google, grant: 'service-account' }),
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }) }],
  },
});
