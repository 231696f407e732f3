// MC521: the server does not let this login send from this address.

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { knownSteps } from './known-reply-words.ts';
import { sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { saidOfSize, sizeSteps } from './size-words.ts';
import { stepOf } from '../mail/evidence.ts';
import { sizeLimitOf } from '../mail/size-limit.ts';

export default defineRule({
  code: 'MC521',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'sender-refused', 'credentials', (_, observation) => ({
      loggedIn: stepOf(observation, 'login')?.outcome === 'ok',
      limit: sizeLimitOf(observation),
    })),
  en: {
    title: 'The server refuses the sender address',
    why:
      'The server does not take mail from the address of the mailbox: its domain is not known there, the address does not exist, or the server ' +
      'wants a login first. Every mail of this mailbox would be refused in the same way.',
    message: (p) => `${p.server} does not accept ${p.mailbox} as sender.${saidOfSize(p, 'en')}`,
    fix: (p) => [
      ...(p.loggedIn
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do: `No login took place before. If the server wants one, give the ${p.credentialsIn} its user name and password reference (userName, password).`,
            },
          ]),
      ...(sizeSteps(p, 'en') ??
        knownSteps(p, 'en') ?? [
          {
            who: 'system-administrator',
            do: `Compare the address ${p.mailbox} of the mailbox with the account on ${p.host}; correct the "Email Address" (emailAddress) if it is misspelt.`,
          },
          {
            who: 'mail-server-administrator',
            do: `If it is right: see in the log of ${p.host} why ${p.mailbox} is refused as sender, and let the server take its domain.`,
          },
        ]),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: '差出人アドレスをサーバーが拒否しました',
    why:
      'サーバーがメールボックスのアドレスを差出人として受け付けません。ドメインがサーバーに知られていないか、アドレスが存在しないか、' +
      'ログインが先に必要です。このメールボックスからのメールはすべて同じように拒否されます。',
    message: (p) => `${p.server} が差出人 ${p.mailbox} を受け付けません。${saidOfSize(p, 'ja')}`,
    fix: (p) => [
      ...(p.loggedIn
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do: `ログインせずに送ろうとしている。サーバーがログインを求める場合は、${p.credentialsIn === 'profile' ? 'プロファイル' : 'メールボックス'}にユーザー名とパスワードの参照先(userName、password)を書く。`,
            },
          ]),
      ...(sizeSteps(p, 'ja') ??
        knownSteps(p, 'ja') ?? [
          {
            who: 'system-administrator',
            do: `メールボックスのアドレス ${p.mailbox} を ${p.host} のアカウントと照らし合わせ、誤りがあれば「電子メール アドレス」(emailAddress)を直す。`,
          },
          {
            who: 'mail-server-administrator',
            do: `正しい場合: 差出人 ${p.mailbox} を拒否した理由を ${p.host} のログで調べ、そのドメインを受け付けるようにする。`,
          },
        ]),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 5321 §3.3',
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
  ],
  examples: {
    bad: [
      {
        session: sessionThat({
          sender: {
            outcome: 'refused',
            reply: {
              code: '550',
              enhanced: '5.1.8',
              text: '<admin@example.com>: Sender address rejected: Domain not found',
            },
          },
        }),
      },
      {
        session: sessionThat({
          sender: { outcome: 'ok' }, // Postfix's smtpd_delay_reject: the sender is judged at RCPT TO
          recipient: {
            outcome: 'refused',
            reply: {
              code: '550',
              enhanced: '5.1.8',
              text: '<admin@example.com>: Sender address rejected: Domain not found',
            },
          },
        }),
      },
      {
        session: sessionThat({
          login: { outcome: 'not-tried', because: 'no-credentials' },
          sender: {
            outcome: 'refused',
            reply: { code: '530', enhanced: '5.7.57', text: 'Client was not authenticated' },
          },
        }),
      },
    ],
    good: [{ session: sessionThat({ sender: { outcome: 'ok' } }) }],
  },
});
