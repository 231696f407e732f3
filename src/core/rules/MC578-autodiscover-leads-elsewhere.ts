// MC578: Autodiscover leads to a host that may not have the credential: neither of the address's domain, nor of Exchange
// Online, nor named in the records. Nothing is learnt about the mailbox.

import type { AutodiscoverAttempt } from '../mail/autodiscover-attempt.ts';
import { isTenantDomain } from '../mail/allowed-hosts.ts';
import { sessionThat } from './session-example.ts';
import { exchangeHit, type ExchangeParams } from './exchange-hit.ts';
import { attemptWords, exchangePages, exchangeServer } from './exchange-server-words.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { editProfile, lookAgain } from './session-fix.ts';

export default defineRule({
  code: 'MC578',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    exchangeHit(facts, 'autodiscover-elsewhere', 'ServerLocation', (_, { autodiscover = [] }) => {
      const to = autodiscover.find(({ outcome }) => outcome === 'not-followed')?.to ?? '';
      return {
        to,
        attempts: autodiscover.slice(0, 12),
        movedOnline: isTenantDomain(to.slice(to.lastIndexOf('@') + 1)),
      };
    }),
  en: {
    title: 'Autodiscover leads to a host that is not known',
    why:
      'Whoever answers for Autodiscover can name any address, and whoever is named gets the credential. mailcheck follows only over TLS and only ' +
      "to the address's own domain, to Exchange Online, and to hosts that the records name. No credential was sent there.",
    message: (p) =>
      p.movedOnline
        ? `Autodiscover leads from ${p.mailbox} to ${p.to}: the mailbox may have moved to Exchange Online. Asked were: ${listed(p, 'en')}.`
        : `Autodiscover leads from ${p.mailbox} to ${p.to}, which was not followed. Asked were: ${listed(p, 'en')}.`,
    fix: (p) => [...stepsFor(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: '自動検出が不明なホストを示しています',
    why:
      '自動検出に応答する側は任意のアドレスを示すことができ、示された側に資格情報が渡ります。そのためmailcheckがたどるのは、TLSを使い、' +
      'アドレスと同じドメイン、Exchange Online、設定ファイルに書かれたホストのいずれかに向かう場合だけです。資格情報は送っていません。',
    message: (p) =>
      p.movedOnline
        ? `自動検出は ${p.mailbox} に対して ${p.to} を示しました。メールボックスがExchange Onlineに移った可能性があります。問い合わせた場所: ${listed(p, 'ja')}。`
        : `自動検出は ${p.mailbox} に対して ${p.to} を示しましたが、たどっていません。問い合わせた場所: ${listed(p, 'ja')}。`,
    fix: (p) => [...stepsFor(p, 'ja'), lookAgain(p, 'ja')],
  },
  sources: [
    exchangePages.autodiscover,
    'https://learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-handle-autodiscover-error-messages',
  ],
  examples: {
    bad: [
      {
        session: elsewhere([
          {
            url: 'https://autodiscover.example.com/autodiscover/autodiscover.xml',
            outcome: 'not-followed',
            to: 'https://mail.hosting.example/EWS/Exchange.asmx',
          },
        ]),
      },
      {
        session: elsewhere([
          {
            url: 'https://autodiscover.example.com/autodiscover/autodiscover.xml',
            outcome: 'not-followed',
            to: 'admin@contoso.mail.onmicrosoft.com',
          },
        ]),
      },
    ],
    good: [
      // A redirect of the service itself: MC564.
      {
        session: sessionThat(
          { login: { outcome: 'rejected', reason: 'redirected-elsewhere' } },
          { protocol: 'ews' },
        ),
      },
    ],
  },
});

type Params = ExchangeParams & { to: string; attempts: AutodiscoverAttempt[]; movedOnline: boolean };

function listed({ attempts }: Params, language: Language): string {
  const separator = language === 'en' ? '; ' : '、';
  return attempts.map((attempt) => attemptWords(attempt, language)).join(separator);
}

function stepsFor(p: Params, language: Language): FixStep[] {
  const english = language === 'en';
  const online: FixStep = {
    who: 'system-administrator',
    do: english
      ? `If the mailbox is in Exchange Online: give ${p.mailbox} the server profile "Microsoft Exchange Online" instead of "${p.profile}".`
      : `メールボックスがExchange Onlineにある場合: ${p.mailbox} のサーバー プロファイルを「${p.profile}」から「Microsoft Exchange Online」に変える。`,
  };
  if (p.movedOnline) return [online];
  return [
    {
      who: 'mail-server-administrator',
      do: english
        ? `Say whether ${p.to} is where ${p.mailbox} belongs. If not, Autodiscover of the domain is wrong or somebody else's, and has to be corrected first.`
        : `${p.to} が ${p.mailbox} の正しい場所かどうか確かめる。違う場合は、ドメインの自動検出が誤っているか他者のもので、先に直す必要がある。`,
    },
    ...editProfile(
      p,
      english
        ? `if it is: ${exchangeServer.en.nameService(p)}`
        : `正しい場合は、${exchangeServer.ja.nameService(p)}`,
      `useAutoDiscover: false, ${p.direction}ServerLocation: https://…/EWS/Exchange.asmx`,
      language,
    ),
  ];
}

function elsewhere(autodiscover: AutodiscoverAttempt[]) {
  const text = `Location: ${autodiscover[0]?.to ?? ''}`;
  return sessionThat(
    { name: { outcome: 'rejected', reason: 'redirected-elsewhere', reply: { code: '302', text } } },
    { protocol: 'ews', host: 'example.com', autodiscover },
  );
}
