// MC552: application, tenant or service is unknown to the token endpoint.

import { refused, tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { tokenHit } from './token-hit.ts';
import { refusedTokenWords } from './token-refusal-words.ts';

const secret = { grant: 'client-credentials' } as const;

export default defineRule({
  code: 'MC552',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => tokenHit(facts, 'token-application-unknown', 'client'),
  en: {
    title: 'The application, the tenant or the service is not known there',
    why: 'Client id, tenant and service have to belong together: the application has to be registered in or added to the tenant, the tenant has to be in the cloud that is asked, and it has to have the service.',
    ...refusedTokenWords('en'),
  },
  ja: {
    title: 'アプリ、テナント、またはサービスが見つかりません',
    why: 'クライアントID、テナント、サービスの組み合わせが正しくなければなりません。アプリがテナントに登録または追加され、テナントが問い合わせ先のクラウドにあり、そのサービスを使っている必要があります。',
    ...refusedTokenWords('ja'),
  },
  sources: [
    'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    'https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud',
    'RFC 6749 §5.2',
  ],
  examples: {
    bad: [
      refused('unauthorized_client', 'AADSTS700016', 'Application was not found in the directory.', secret),
      refused('invalid_request', 'AADSTS90002', "Tenant 'example' not found.", secret),
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }) }],
  },
});
