// MC521: the server does not let this login send from this address.

import { defineRule } from './rule.ts';
import { sessionThat } from './example.ts';
import { knownSteps } from './known-reply-words.ts';
import { credentialsIn, sessionHit } from './session-hit.ts';
import { lookAgain, said } from './session-words.ts';

export default defineRule({
  code: 'MC521',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'sender-refused', 'credentials', (_, { steps }) => ({
      credentialsIn: credentialsIn(facts),
      loggedIn: steps.some(({ step, outcome }) => step === 'login' && outcome === 'ok'),
    })),
  en: {
    title: 'The server refuses the sender address',
    why:
      'Many servers let a login send only from its own address. The address of the mailbox is not one that this user name may use, ' +
      'or its domain is not known to the server. Every mail of this mailbox would be refused in the same way.',
    message: (p) => `${p.server} does not accept ${p.mailbox} as sender.${said(p, 'en')}`,
    fix: (p) => [
      ...(p.loggedIn
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do: `No login took place before. If the server wants one, give the ${p.credentialsIn} its user name and password reference (userName, password).`,
            },
          ]),
      ...(knownSteps(p, 'en') ?? [
        {
          who: 'mail-server-administrator',
          do: `Allow the user name that logs in to send as ${p.mailbox} (Exchange: "Send as"; Postfix: smtpd_sender_login_maps).`,
        },
        {
          who: 'system-administrator',
          do: `Or log in as ${p.mailbox} itself: enter its own user name in "User Name" of the ${p.credentialsIn === 'profile' ? 'server profile' : 'mailbox'}.`,
        },
      ]),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: '差出人アドレスをサーバーが拒否しました',
    why:
      '多くのサーバーは、ログインした本人のアドレスからしか送信させません。このメールボックスのアドレスは、このユーザー名では使えないか、' +
      'ドメインがサーバーに知られていません。このメールボックスからのメールはすべて同じように拒否されます。',
    message: (p) => `${p.server} が差出人 ${p.mailbox} を受け付けません。${said(p, 'ja')}`,
    fix: (p) => [
      ...(p.loggedIn
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do: `ログインせずに送ろうとしている。サーバーがログインを求める場合は、${p.credentialsIn === 'profile' ? 'プロファイル' : 'メールボックス'}にユーザー名とパスワードの参照先(userName、password)を書く。`,
            },
          ]),
      ...(knownSteps(p, 'ja') ?? [
        {
          who: 'mail-server-administrator',
          do: `ログインするユーザー名に ${p.mailbox} としての送信を許可する(Exchangeでは「メールボックス所有者として送信する」、Postfixでは smtpd_sender_login_maps)。`,
        },
        {
          who: 'system-administrator',
          do: `または、${p.credentialsIn === 'profile' ? 'サーバー プロファイル' : 'メールボックス'}の「ユーザー名」を ${p.mailbox} 自身のものにする。`,
        },
      ]),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 5321 §3.3',
    'RFC 6409 §6.1',
    'https://www.postfix.org/postconf.5.html#smtpd_sender_login_maps',
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
  ],
  examples: {
    bad: [
      {
        session: sessionThat({
          sender: {
            outcome: 'refused',
            reply: {
              code: '553',
              enhanced: '5.7.1',
              text: '<admin@example.com>: Sender address rejected: not owned by user other',
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
              code: '553',
              enhanced: '5.7.1',
              text: '<admin@example.com>: Sender address rejected: not owned by user other',
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
