// MC549: a web service says that it cannot answer now (HTTP 500, 502, 503, 504), or the mailbox is being moved.

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { httpHit } from './http-hit.ts';
import { stepOfService } from './service-words.ts';
import { lookLater } from './session-fix.ts';
import { protocolWords, said } from './session-words.ts';

export default defineRule({
  code: 'MC549',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => httpHit(facts, 'service-unavailable', 'ServerLocation', () => ({})),
  en: {
    title: 'The service cannot answer now',
    why:
      'The service, or a gateway before it, answers that it is not available: it is being maintained, its back end is down, or the ' +
      'mailbox is being moved. That is no verdict on the mailbox, so the status in the record stays as it is.',
    message: (p) =>
      `${protocolWords[p.protocol]} at ${p.server} is not available at ${stepOfService(p.step, 'en')}; the status in the record stays as it is.${said(p, 'en')}`,
    fix: (p) => [
      lookLater(p, 'en'),
      p.protocol === 'graph'
        ? {
            who: 'tenant-administrator',
            do: 'If it stays so: Microsoft 365 admin center > Health > "Service health" > Exchange Online and Microsoft 365 suite.',
          }
        : {
            who: 'mail-server-administrator',
            do: `If it stays so: see on ${p.host} whether the application pool of Exchange Web Services runs and the mailbox database is mounted.`,
          },
    ],
  },
  ja: {
    title: 'サービスが今は応答できません',
    why:
      'サービス、またはその手前のゲートウェイが「利用できない」と応答しました。メンテナンス中、内部の障害、メールボックスの移動中などが考えられます。' +
      'メールボックスの良し悪しはわからないため、設定ファイルの状態は変更していません。',
    message: (p) =>
      `${p.server} の${protocolWords[p.protocol]}が、${stepOfService(p.step, 'ja')}の段階で利用できませんでした。設定ファイルの状態は変わりません。${said(p, 'ja')}`,
    fix: (p) => [
      lookLater(p, 'ja'),
      p.protocol === 'graph'
        ? {
            who: 'tenant-administrator',
            do: '続く場合: Microsoft 365 管理センター >「正常性」>「サービス正常性」で、Exchange OnlineとMicrosoft 365スイートの状態を確認する。',
          }
        : {
            who: 'mail-server-administrator',
            do: `続く場合: ${p.host} で、Exchange Web Servicesのアプリケーション プールが動いているか、メールボックス データベースがマウントされているか調べる。`,
          },
    ],
  },
  sources: ['RFC 9110 §15.6', 'RFC 9110 §10.2.3', 'https://learn.microsoft.com/graph/errors'],
  examples: {
    bad: [
      {
        session: sessionThat(
          {
            login: {
              outcome: 'refused',
              reply: { code: '503', text: 'Service Unavailable Retry-After: 120 seconds' },
            },
          },
          { protocol: 'graph' },
        ),
      },
      {
        session: sessionThat(
          {
            inbox: {
              outcome: 'refused',
              reply: {
                code: '500',
                enhanced: 'ErrorMailboxMoveInProgress',
                text: 'Mailbox move in progress.',
              },
            },
          },
          { protocol: 'ews' },
        ),
      },
    ],
    good: [{ session: sessionThat({ login: { outcome: 'ok' } }, { protocol: 'graph' }) }],
  },
});
