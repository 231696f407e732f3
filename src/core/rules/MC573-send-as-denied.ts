// MC573: whoever logs in may not send as the mailbox (ErrorSendAsDenied).

import { sessionThat } from './session-example.ts';
import { exchangeHit } from './exchange-hit.ts';
import { exchangePages, exchangeServer } from './exchange-server-words.ts';
import { defineRule } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC573',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => exchangeHit(facts, 'send-as-denied', 'login', () => ({})),
  en: {
    title: 'The account may not send as this address',
    why:
      'The login works, and Exchange does not let the account put this address into From: the account is another one and lacks the right ' +
      '"Send As", or the address is none of the mailbox that sends.',
    message: (p) => `${p.server} does not let ${p.loginName} send as ${p.mailbox}.${said(p, 'en')}`,
    fix: (p) => [exchangeServer.en.sendAs(p), exchangeServer.en.mailboxExists(p), lookAgain(p, 'en')],
  },
  ja: {
    title: 'アカウントにこのアドレスで送信する権限がありません',
    why:
      'ログインはできましたが、このアドレスを差出人にすることをExchangeが認めていません。別のアカウントで、「メールボックス所有者として送信する」権限がないか、' +
      'アドレスが送信するメールボックスのものではありません。',
    message: (p) =>
      `${p.server} は、${p.loginName} が ${p.mailbox} として送信することを認めていません。${said(p, 'ja')}`,
    fix: (p) => [exchangeServer.ja.sendAs(p), exchangeServer.ja.mailboxExists(p), lookAgain(p, 'ja')],
  },
  sources: [
    exchangePages.responseCodes,
    'https://learn.microsoft.com/exchange/recipients/mailbox-permissions',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          {
            queued: {
              outcome: 'refused',
              reply: {
                code: '200',
                enhanced: 'ErrorSendAsDenied',
                text: 'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
              },
            },
          },
          { protocol: 'ews' },
        ),
      },
      {
        session: sessionThat(
          {
            queued: { outcome: 'refused', reply: { code: '403', enhanced: 'ErrorSendAsDenied', text: 'no' } },
          },
          { protocol: 'graph' },
        ),
      },
    ],
    good: [{ session: sessionThat({ queued: { outcome: 'ok' } }, { protocol: 'ews' }) }],
  },
});
