// MC579: Exchange refuses Exchange Web Services as such (HTTP 403): switched off, or not for this program.

import { sessionThat } from './session-example.ts';
import { exchangeHit } from './exchange-hit.ts';
import { exchangePages, exchangeServer } from './exchange-server-words.ts';
import { defineRule } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC579',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => exchangeHit(facts, 'ews-blocked', 'ServerLocation', () => ({})),
  en: {
    title: 'Exchange Web Services are blocked here',
    why:
      'The login is not the matter: EWS is switched off for the mailbox or the organization (EwsEnabled), or lists of programs say who may use it and ' +
      'the one that asks is not among them. The platform names itself CRM/…, mailcheck names itself mailcheck; either may be let in alone. ' +
      'A firewall that lets only some addresses in answers the same.',
    message: (p) => `${p.server} refuses Exchange Web Services for ${p.mailbox} (HTTP 403).${said(p, 'en')}`,
    fix: (p) => [
      ...exchangeServer.en.ewsAllowed(p),
      {
        who: 'network-administrator',
        do: `If both are as they should be: see whether a proxy or the IIS rule "IP Address and Domain Restrictions" on ${p.host} keeps this machine out.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'Exchange Webサービスがブロックされています',
    why:
      'ログインの問題ではありません。メールボックスか組織でEWSが無効(EwsEnabled)か、利用できるプログラムの一覧に、要求元が含まれていません。' +
      'プラットフォームは「CRM/…」、mailcheckは「mailcheck」と名乗るため、一方だけが許可されていることもあります。特定のアドレスだけを通すファイアウォールも同じ応答をします。',
    message: (p) =>
      `${p.server} が ${p.mailbox} のExchange Webサービスを拒否しています(HTTP 403)。${said(p, 'ja')}`,
    fix: (p) => [
      ...exchangeServer.ja.ewsAllowed(p),
      {
        who: 'network-administrator',
        do: `どちらも問題がない場合: プロキシや、${p.host} のIISの「IP アドレスおよびドメインの制限」が、このマシンを拒否していないか確かめる。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: [exchangePages.accessToEws, 'Microsoft support article KB4483440'],
  examples: {
    bad: [
      {
        session: sessionThat(
          { login: { outcome: 'refused', reply: { code: '403', text: 'Forbidden' } } },
          { protocol: 'ews' },
        ),
      },
      {
        session: sessionThat(
          { login: { outcome: 'refused', reply: { code: '403', text: 'Forbidden' } } },
          { protocol: 'ews', host: 'outlook.office365.com' },
        ),
      },
    ],
    good: [
      { session: sessionThat({ login: { outcome: 'ok' } }, { protocol: 'ews' }) },
      // Logged in, and the mailbox is not for this account: MC561.
      {
        session: sessionThat(
          {
            inbox: { outcome: 'refused', reply: { code: '200', enhanced: 'ErrorAccessDenied', text: 'no' } },
          },
          { protocol: 'ews' },
        ),
      },
    ],
  },
});
