// MC522: the server does not take mail for the mailbox's own address.

import { defineRule } from './rule.ts';
import { sessionThat } from './example.ts';
import { sessionHit } from './session-hit.ts';
import { lookAgain, said } from './session-words.ts';

export default defineRule({
  code: 'MC522',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'recipient-refused', 'ServerLocation', (_, { steps }) => ({
      relay: /relay/i.test(steps.map((step) => ('reply' in step ? (step.reply?.text ?? '') : '')).join(' ')),
    })),
  en: {
    title: "The server refuses the mailbox's own address as recipient",
    why:
      'The test message goes from the mailbox to itself. If the server does not know that address, or does not pass mail on for this ' +
      'login ("relay"), it would not take mail for people outside either.',
    message: (p) => `${p.server} does not accept mail to ${p.mailbox}.${said(p, 'en')}`,
    fix: (p) => [
      ...(p.relay
        ? [
            {
              who: 'mail-server-administrator' as const,
              do: `Allow ${p.host} to pass on mail for logged-in users (relaying), or name the server meant for sending: this one takes only mail for its own domains.`,
            },
          ]
        : [
            {
              who: 'system-administrator' as const,
              do: `Compare the address ${p.mailbox} of the mailbox with the account on ${p.host}; correct the "Email Address" (emailAddress) if it is misspelt.`,
            },
            {
              who: 'mail-server-administrator' as const,
              do: `If it is right: create the address on ${p.host}, and see whether the account is disabled.`,
            },
          ]),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'メールボックス自身のアドレスが宛先として拒否されました',
    why:
      'テストメールは、メールボックスから自分自身に送ります。サーバーがそのアドレスを知らないか、このログインからの中継(リレー)を許していません。' +
      'それでは外部の人宛てのメールも受け付けられません。',
    message: (p) => `${p.server} が ${p.mailbox} 宛てのメールを受け付けません。${said(p, 'ja')}`,
    fix: (p) => [
      ...(p.relay
        ? [
            {
              who: 'mail-server-administrator' as const,
              do: `ログインしたユーザーの中継(リレー)を ${p.host} で許可する。または送信用のサーバーを知らせる。今のサーバーは自ドメイン宛てしか受け付けない。`,
            },
          ]
        : [
            {
              who: 'system-administrator' as const,
              do: `メールボックスのアドレス ${p.mailbox} を ${p.host} のアカウントと照らし合わせ、誤りがあれば「電子メール アドレス」(emailAddress)を直す。`,
            },
            {
              who: 'mail-server-administrator' as const,
              do: `正しい場合: ${p.host} にそのアドレスを作る。アカウントが無効になっていないかも確かめる。`,
            },
          ]),
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 5321 §3.3, §3.6.2', 'RFC 3463 §3.2, §3.8'],
  examples: {
    bad: [
      {
        session: sessionThat({
          recipient: {
            outcome: 'refused',
            reply: { code: '550', enhanced: '5.1.1', text: '<admin@example.com>: User unknown' },
          },
        }),
      },
      {
        session: sessionThat({
          recipient: {
            outcome: 'refused',
            reply: { code: '554', enhanced: '5.7.1', text: 'Relay access denied' },
          },
        }),
      },
    ],
    good: [{ session: sessionThat({ recipient: { outcome: 'ok' } }) }],
  },
});
