// MC516: the server said no before anybody said who they are.

import { defineRule } from './rule.ts';
import { faultOf } from '../mail/fault.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { knownSteps } from './known-reply-words.ts';
import { fewerOfOurs, lookAgain, lookLater } from './session-fix.ts';
import { said, stepWords } from './session-words.ts';

export default defineRule({
  code: 'MC516',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'greeting-refused', 'ServerLocation', (_, observation) => ({
      forNow: faultOf(observation)?.class === 'transient',
    })),
  en: {
    title: 'The server refuses the connection before any login',
    why:
      'The server answered the connection itself, or the first command, with a no. It knows nothing yet but the address the ' +
      "connection comes from, so this is about that address (allow list, block list, too many connections) or about the server's own state.",
    message: (p) =>
      `${p.server} ${p.forNow ? 'asks to come back later' : 'refuses the session'} at ${stepWords.en[p.step]}.${said(p, 'en')}`,
    fix: (p) => [
      ...fewerOfOurs(p, 'en'),
      ...(knownSteps(p, 'en') ??
        (p.forNow
          ? []
          : [
              {
                who: 'mail-server-administrator' as const,
                do: `Allow the address this session came from, and those of Dataverse, on ${p.host} (allow list, block list, connections per address); the log names the rule that said no.`,
              },
            ])),
      (p.forNow ? lookLater : lookAgain)(p, 'en'),
    ],
  },
  ja: {
    title: 'ログインの前にサーバーが拒否しています',
    why:
      '接続そのもの、または最初のコマンドに対して拒否が返りました。この時点でサーバーが知っているのは接続元のアドレスだけなので、' +
      'そのアドレスの扱い(許可リスト、ブロックリスト、接続数)か、サーバー自身の状態が原因です。',
    message: (p) =>
      `${p.server} が${stepWords.ja[p.step]}の段階で${p.forNow ? '「後で接続し直すように」と応答しました' : '拒否しました'}。${said(p, 'ja')}`,
    fix: (p) => [
      ...fewerOfOurs(p, 'ja'),
      ...(knownSteps(p, 'ja') ??
        (p.forNow
          ? []
          : [
              {
                who: 'mail-server-administrator' as const,
                do: `${p.host} で、この接続元とDataverseのアドレスを許可する(許可リスト、ブロックリスト、アドレスごとの接続数)。どの規則で拒否したかはログに残っている。`,
              },
            ])),
      (p.forNow ? lookLater : lookAgain)(p, 'ja'),
    ],
  },
  sources: ['RFC 5321 §3.1', 'RFC 5321 §4.2.4.2', 'RFC 7504'],
  examples: {
    bad: [
      {
        session: sessionThat({
          greeting: {
            outcome: 'refused',
            reply: { code: '554', enhanced: '5.7.1', text: 'no SMTP service here' },
          },
        }),
      },
      {
        session: sessionThat({
          capabilities: {
            outcome: 'refused',
            reply: { code: '421', enhanced: '4.7.0', text: 'Try again later' },
          },
        }),
      },
      {
        session: sessionThat(
          { greeting: { outcome: 'refused', reply: { code: 'BYE', text: 'Too many connections' } } },
          { protocol: 'imap' },
        ),
      },
      {
        session: sessionThat(
          {
            greeting: {
              outcome: 'refused',
              reply: { code: '421', enhanced: '4.7.0', text: 'too many connections from 192.0.2.1' },
            },
          },
          { besideOthers: 5 },
        ),
      },
    ],
    good: [
      {
        session: sessionThat({
          greeting: { outcome: 'ok', reply: { code: '220', text: 'smtp.example.com ESMTP' } },
        }),
      },
    ],
  },
});
