// MC524: after the login, the server says "later".

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { knownSteps } from './known-reply-words.ts';
import { sessionHit } from './session-hit.ts';
import { fewerOfOurs, lookLater } from './session-fix.ts';
import { said, stepWords } from './session-words.ts';

export default defineRule({
  code: 'MC524',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => sessionHit(facts, 'later', 'ServerLocation', () => ({})),
  en: {
    title: 'The server refuses for now',
    why:
      'The answer is one for "not now": greylisting (an unknown sender has to come again), a limit per hour or day, a full queue, a ' +
      'busy mailbox. Dataverse tries again by itself; a test does not, and leaves the status in the records as it is.',
    message: (p) => `${p.server} asks to come back later at ${stepWords.en[p.step]}.${said(p, 'en')}`,
    fix: (p) => [
      ...fewerOfOurs(p, 'en'),
      lookLater(p, 'en'),
      ...(knownSteps(p, 'en') ?? [
        {
          who: 'mail-server-administrator',
          do: `If it stays so: see in the log of ${p.host} which limit or store is at its end.`,
        },
      ]),
    ],
  },
  ja: {
    title: 'サーバーが一時的に拒否しています',
    why:
      '「今はできない」という応答です。グレーリスト(初めての差出人に出直しを求める仕組み)、1時間や1日の上限、キューの逼迫、メールボックスの使用中などが考えられます。' +
      'Dataverseは自動で再試行しますが、テストは再試行しません。テストしても設定ファイルの状態は変わりません。',
    message: (p) => `${p.server} が${stepWords.ja[p.step]}の段階で「後で」と応答しました。${said(p, 'ja')}`,
    fix: (p) => [
      ...fewerOfOurs(p, 'ja'),
      lookLater(p, 'ja'),
      ...(knownSteps(p, 'ja') ?? [
        {
          who: 'mail-server-administrator',
          do: `続く場合: どの上限や領域が尽きているか、${p.host} のログで調べる。`,
        },
      ]),
    ],
  },
  sources: ['RFC 5321 §4.2.1', 'RFC 6647 §2', 'RFC 3463 §2'],
  examples: {
    bad: [
      {
        session: sessionThat({
          recipient: {
            outcome: 'refused',
            reply: { code: '450', enhanced: '4.2.0', text: 'Greylisted, try again in 300 seconds' },
          },
        }),
      },
      {
        session: sessionThat({
          queued: {
            outcome: 'refused',
            reply: { code: '452', enhanced: '4.3.1', text: 'Insufficient system storage' },
          },
        }),
      },
    ],
    good: [{ session: sessionThat({ recipient: { outcome: 'ok' } }) }],
  },
});
