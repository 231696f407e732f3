// MC522: the server does not take mail for the mailbox's own address.

import { defineRule, type FixStep, type Language } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { knownSteps } from './known-reply-words.ts';
import { sessionHit, type SessionParams } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC522',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => sessionHit(facts, 'recipient-refused', 'ServerLocation', () => ({})),
  en: {
    title: "The server refuses the mailbox's own address as recipient",
    why:
      'The test message goes from the mailbox to itself. If the server does not know that address, or does not pass mail on for this ' +
      'login ("relay"), it would not take mail for people outside either.',
    message: (p) => `${p.server} does not accept mail to ${p.mailbox}.${said(p, 'en')}`,
    fix: (p) => [
      ...(stepsUnlessAddress(p, 'en') ?? [
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
      ...(stepsUnlessAddress(p, 'ja') ?? [
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

/** Where the address is what is wrong, it is the mailbox's own: the table would send the reader to a contact. */
function stepsUnlessAddress(p: SessionParams, language: Language): FixStep[] | undefined {
  return p.known?.class === 'configuration' ? undefined : knownSteps(p, language);
}
