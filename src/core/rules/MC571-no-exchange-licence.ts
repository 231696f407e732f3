// MC571: Exchange answers that the account has no licence for what is asked (ErrorInvalidLicense).

import { sessionThat } from './session-example.ts';
import { exchangeHit } from './exchange-hit.ts';
import { exchangeOnline } from './exchange-online-words.ts';
import { exchangePages } from './exchange-server-words.ts';
import { defineRule } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC571',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => exchangeHit(facts, 'no-exchange-licence', 'address', () => ({})),
  en: {
    title: 'The account has no licence for Exchange',
    why: 'Exchange knows the account and refuses it for want of a licence. A licence that was taken away keeps the mailbox for about 30 days and closes it at once.',
    message: (p) => `${p.server} opens nothing for ${p.mailbox}: there is no valid licence.${said(p, 'en')}`,
    fix: (p) => [exchangeOnline.en.licence(p.mailbox), lookAgain(p, 'en')],
  },
  ja: {
    title: 'アカウントにExchangeのライセンスがありません',
    why: 'Exchangeはアカウントを認識していますが、ライセンスがないため拒否しています。ライセンスを外すと、メールボックスは30日ほど残りますが、すぐに使えなくなります。',
    message: (p) =>
      `${p.mailbox} に有効なライセンスがないため、${p.server} では何も開けません。${said(p, 'ja')}`,
    fix: (p) => [exchangeOnline.ja.licence(p.mailbox), lookAgain(p, 'ja')],
  },
  sources: [
    exchangePages.responseCodes,
    'https://learn.microsoft.com/microsoft-365/enterprise/remove-licenses-from-user-accounts-with-microsoft-365-powershell',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          {
            inbox: {
              outcome: 'refused',
              reply: {
                code: '500',
                enhanced: 'ErrorInvalidLicense',
                text: "The user account doesn't have a valid license.",
              },
            },
          },
          { protocol: 'ews', host: 'outlook.office365.com' },
        ),
      },
    ],
    good: [{ session: sessionThat({ inbox: { outcome: 'ok' } }, { protocol: 'ews' }) }],
  },
});
