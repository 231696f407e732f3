// MC518: the server cannot take logins now, whatever the password.

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { knownSteps } from './known-reply-words.ts';
import { sessionHit } from './session-hit.ts';
import { fewerOfOurs, lookLater } from './session-fix.ts';
import { said, whoseLogin } from './session-words.ts';

export default defineRule({
  code: 'MC518',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => sessionHit(facts, 'login-later', 'credentials', () => ({})),
  en: {
    title: 'The server cannot take the login now',
    why:
      'The server\'s answer says "later": its own user directory is down, the mailbox is open elsewhere, or there were too many logins. ' +
      'It is no verdict on the password, so a test leaves the status in the records as it is; try again later.',
    message: (p) =>
      `${p.server} cannot take the login of ${whoseLogin(p, 'en')} now${p.again === undefined ? '; the status in the record stays as it is' : ''}.${said(p, 'en')}`,
    fix: (p) => [
      ...fewerOfOurs(p, 'en'),
      lookLater(p, 'en'),
      ...(knownSteps(p, 'en') ?? [
        {
          who: 'mail-server-administrator',
          do: `If it stays so for an hour: see in the log of ${p.host} why logins fail (directory, authentication service, limits per user and address).`,
        },
      ]),
    ],
  },
  ja: {
    title: 'サーバーが今はログインを受け付けられません',
    why:
      'サーバーの応答は「後で」という意味です。認証基盤の停止、メールボックスの使用中、ログインの集中などが考えられます。' +
      'パスワードの正否はわからないため、テストしても設定ファイルの状態は変わりません。後でもう一度実行してください。',
    message: (p) =>
      `${p.server} は今${whoseLogin(p, 'ja')}のログインを受け付けられません。${p.again === undefined ? '設定ファイルの状態は変わりません。' : ''}${said(p, 'ja')}`,
    fix: (p) => [
      ...fewerOfOurs(p, 'ja'),
      lookLater(p, 'ja'),
      ...(knownSteps(p, 'ja') ?? [
        {
          who: 'mail-server-administrator',
          do: `1時間たっても続く場合: ログインできない理由を ${p.host} のログで調べる(認証基盤、ユーザーやアドレスごとの上限)。`,
        },
      ]),
    ],
  },
  sources: ['RFC 4954 §6', 'RFC 3206 §4', 'RFC 2449 §8.1', 'RFC 5530 §3'],
  examples: {
    bad: [
      {
        session: sessionThat({
          login: {
            outcome: 'refused',
            reply: { code: '454', enhanced: '4.7.0', text: 'Temporary authentication failure' },
          },
        }),
      },
      {
        session: sessionThat(
          {
            login: {
              outcome: 'refused',
              reply: { code: '-ERR', enhanced: 'IN-USE', text: '[IN-USE] maildrop is locked' },
            },
          },
          { protocol: 'pop3' },
        ),
      },
    ],
    good: [{ session: sessionThat({ login: { outcome: 'ok' } }) }],
  },
});
