// MC527: the same user name and password were refused earlier in this run, so they were not sent again.

import { problemOf } from '../mail/session-problem.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { whoseLogin } from './session-words.ts';

const leftOut = sessionThat(
  {
    login: { outcome: 'not-tried', because: 'refused-before' },
    sender: { outcome: 'not-tried', because: 'earlier-step-failed' },
  },
  { mailbox: 'support', request: 'support:outgoing' },
);
const refusal = sessionThat({
  login: { outcome: 'refused', reply: { code: '535', enhanced: '5.7.8', text: 'authentication failed' } },
});

export default defineRule({
  code: 'MC527',
  subject: 'session',
  stage: 'server',
  severity: 'unknown',
  check: (facts) =>
    sessionHit(facts, 'refused-before', 'credentials', (_, { host, protocol }) => ({
      first: facts.observations.find(
        (other) =>
          other.host.toLowerCase() === host.toLowerCase() &&
          other.protocol === protocol &&
          ['login-refused', 'login-not-offered'].includes(problemOf(other)?.problem ?? ''),
      )?.mailbox,
    })),
  en: {
    title: 'Not tried: the same password was refused before',
    why:
      'This mailbox uses the same user name and password on the same server as one that was just refused. A refused password is not ' +
      'sent twice in a run: each refusal makes the server slower, or locks the account. Nothing is known of this mailbox; its record is not changed.',
    message: ({ first, ...p }) =>
      `The login of ${whoseLogin(p, 'en')} at ${p.server} was left out: the same user name and password were refused${first === undefined ? ' before in this run' : ` for ${first}`}.`,
    fix: (p) => [
      {
        who: 'system-administrator',
        do: `Correct the login of ${p.first ?? 'the mailbox that was refused first'} as its own finding says; it is the same login, so this one is corrected as well.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: '未実行: 同じパスワードが先に拒否されています',
    why:
      'このメールボックスは、直前に拒否されたものと同じサーバー・ユーザー名・パスワードを使っています。拒否されたパスワードは同じ実行の中で再送しません。' +
      '試すたびに応答が遅くなり、アカウントがロックされることもあるためです。このメールボックスについては何もわかっておらず、設定ファイルも変更していません。',
    message: ({ first, ...p }) =>
      `${p.server} への${whoseLogin(p, 'ja')}のログインは行っていません。同じユーザー名とパスワードが${first === undefined ? 'この実行の中で先に' : ` ${first} で`}拒否されています。`,
    fix: (p) => [
      {
        who: 'system-administrator',
        do: `${p.first === undefined ? '先に拒否されたメールボックス' : `${p.first} `}の指摘に従ってログインを直す。同じログインなので、こちらも直る。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'derived: a refused login is refused again',
    'https://doc.dovecot.org/latest/core/summaries/settings.html#auth_failure_delay',
  ],
  examples: {
    bad: [
      { mailbox: 'support', session: leftOut, otherSessions: [refusal] },
      { mailbox: 'support', session: leftOut },
    ],
    good: [
      { mailbox: 'support', session: sessionThat({}, { mailbox: 'support', request: 'support:outgoing' }) },
    ],
  },
});
