// MC520: logged in, and the inbox stays closed.

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { knownSteps } from './known-reply-words.ts';
import { account, protocolWords, said, whoseLogin } from './session-words.ts';
import { lookAgain } from './session-fix.ts';

export default defineRule({
  code: 'MC520',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => sessionHit(facts, 'inbox-refused', 'credentials', () => ({})),
  en: {
    title: 'The inbox cannot be opened after the login',
    why:
      'User name and password are right, but the server does not open the inbox: the account has no mailbox there, no right to ' +
      'it, or the mailbox is damaged or full. Mail cannot be fetched; sending is not affected by it.',
    message: (p) =>
      `${p.server} accepted the login of ${whoseLogin(p, 'en')} and then refused to open the inbox.${said(p, 'en')}`,
    fix: (p) => [
      ...(knownSteps(p, 'en') ?? [
        {
          who: 'mail-server-administrator',
          do: `On ${p.host}: see that ${account(p, 'en')} has a mailbox, that ${protocolWords[p.protocol]} is allowed for it, and that the account that logs in may read it.`,
        },
      ]),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'ログイン後に受信トレイを開けません',
    why:
      'ユーザー名とパスワードは通りましたが、受信トレイを開けません。そのアカウントにメールボックスがない、権限がない、壊れているか容量がいっぱい、などが考えられます。' +
      '受信はできません。送信には影響しません。',
    message: (p) =>
      `${p.server} は${whoseLogin(p, 'ja')}のログインを受け付けましたが、受信トレイを開くのを拒否しました。${said(p, 'ja')}`,
    fix: (p) => [
      ...(knownSteps(p, 'ja') ?? [
        {
          who: 'mail-server-administrator',
          do: `${p.host} で、${account(p, 'ja').trimStart()}のメールボックスがあるか、${protocolWords[p.protocol]}が許可されているか、ログインするアカウントに読み取り権限があるか確かめる。`,
        },
      ]),
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 1939 §5', 'RFC 9051 §6.3.3', 'RFC 5530 §3'],
  examples: {
    bad: [
      {
        session: sessionThat(
          { inbox: { outcome: 'refused', reply: { code: '-ERR', text: 'Unable to open maildrop' } } },
          { protocol: 'pop3' },
        ),
      },
      {
        session: sessionThat(
          {
            inbox: {
              outcome: 'refused',
              reply: { code: 'NO', enhanced: 'NOPERM', text: '[NOPERM] Permission denied' },
            },
          },
          { protocol: 'imap', host: 'imap.example.com', port: 993 },
        ),
      },
    ],
    good: [{ session: sessionThat({ inbox: { outcome: 'ok' } }, { protocol: 'pop3' }) }],
  },
});
