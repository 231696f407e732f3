// MC567: a web server answers, and the service is not at this address (HTTP 404 without a code of the service's own).

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { httpHit } from './http-hit.ts';
import { editService } from './service-words.ts';
import { lookAgain } from './session-fix.ts';
import { protocolWords, said } from './session-words.ts';

export default defineRule({
  code: 'MC567',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => httpHit(facts, 'service-not-found', 'ServerLocation', () => ({})),
  en: {
    title: 'The service is not at this address',
    why:
      'A web server answers HTTP 404, and not in the words of the service: the host is right or not, but the path leads nowhere. A version is ' +
      'missing from the address, it is that of the web mail, or the service was taken off this host.',
    message: (p) => `There is no ${protocolWords[p.protocol]} at the address on ${p.server}.${said(p, 'en')}`,
    fix: (p) => [...editService(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'このアドレスにサービスがありません',
    why:
      'Webサーバーは応答しましたが、サービス自身の形式ではないHTTP 404でした。ホスト名の正否によらず、パスの先に何もありません。' +
      'アドレスにバージョンがない、Webメールのアドレスになっている、サービスがこのホストから外された、などが考えられます。',
    message: (p) =>
      `${p.server} のこのアドレスには、${protocolWords[p.protocol]}がありません。${said(p, 'ja')}`,
    fix: (p) => [...editService(p, 'ja'), lookAgain(p, 'ja')],
  },
  sources: [
    'RFC 9110 §15.5.5',
    'https://learn.microsoft.com/graph/use-the-api',
    'https://learn.microsoft.com/power-platform/admin/connect-exchange-server-on-premises',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          { login: { outcome: 'refused', reply: { code: '404', text: 'Not Found' } } },
          { protocol: 'graph', host: 'graph.contoso.example' },
        ),
      },
      {
        session: sessionThat(
          { login: { outcome: 'refused', reply: { code: '404', text: 'Not Found' } } },
          { protocol: 'ews' },
        ),
      },
    ],
    good: [
      {
        session: sessionThat(
          { inbox: { outcome: 'refused', reply: { code: '404', enhanced: 'ErrorInvalidUser', text: 'no' } } },
          { protocol: 'graph' },
        ),
      },
    ],
  },
});
