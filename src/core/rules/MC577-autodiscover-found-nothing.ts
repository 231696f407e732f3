// MC577: the profile leaves the server's address to Autodiscover, and nobody named one for this mailbox.

import type { AutodiscoverAttempt } from '../mail/autodiscover-attempt.ts';
import { sessionThat } from './session-example.ts';
import { exchangeHit, type ExchangeParams } from './exchange-hit.ts';
import { attemptWords, exchangePages, exchangeServer } from './exchange-server-words.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { editProfile, lookAgain } from './session-fix.ts';

export default defineRule({
  code: 'MC577',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    exchangeHit(facts, 'autodiscover-nothing', 'ServerLocation', (_, { autodiscover = [] }) => ({
      attempts: autodiscover.slice(0, 12),
      unsure: autodiscover.some(({ outcome }) => outcome === 'no-answer'),
      unknownMailbox: autodiscover.some(({ outcome }) => outcome === 'no-mailbox'),
    })),
  en: {
    title: 'Autodiscover names no server for this mailbox',
    why:
      'With "Auto Discover Server Location" the platform asks well-known places of the address\'s domain for the address of Exchange Web Services. ' +
      'Without an answer it can neither send nor receive ("the mailbox location could not be determined").',
    message: (p) =>
      `Autodiscover named no Exchange Web Services for ${p.mailbox}. Asked were: ${listed(p, 'en')}.`,
    fix: (p) => [...stepsFor(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: '自動検出でこのメールボックスのサーバーが見つかりません',
    why:
      '「サーバーの位置の自動検出」がオンの場合、アドレスのドメインの決まった場所にExchange Webサービスのアドレスを問い合わせます。' +
      '答えがなければ、送信も受信もできません(「メールボックスの場所を特定できませんでした」)。',
    message: (p) =>
      `${p.mailbox} のExchange Webサービスのアドレスが、自動検出で得られませんでした。問い合わせた場所: ${listed(p, 'ja')}。`,
    fix: (p) => [...stepsFor(p, 'ja'), lookAgain(p, 'ja')],
  },
  sources: [
    exchangePages.autodiscover,
    'https://learn.microsoft.com/exchange/client-developer/web-service-reference/autodiscover-web-service-reference-for-exchange',
    'Microsoft support article KB4513810',
  ],
  examples: {
    bad: [
      {
        session: foundNothing([
          {
            url: 'https://autodiscover.example.com/autodiscover/autodiscover.xml',
            outcome: 'not-there',
            detail: 'ENOTFOUND',
          },
          {
            url: 'https://example.com/autodiscover/autodiscover.xml',
            outcome: 'not-there',
            detail: 'HTTP 404 Not Found',
          },
        ]),
      },
      {
        session: foundNothing([
          {
            url: 'https://autodiscover.example.com/autodiscover/autodiscover.xml',
            outcome: 'no-mailbox',
            detail: "500 The e-mail address can't be found.",
          },
        ]),
      },
      {
        session: foundNothing([
          {
            url: 'https://autodiscover.example.com/autodiscover/autodiscover.xml',
            outcome: 'no-answer',
            detail: 'HTTP 503 Service Unavailable',
          },
        ]),
      },
    ],
    good: [
      {
        session: sessionThat(
          { inbox: { outcome: 'ok' } },
          {
            protocol: 'ews',
            autodiscover: [
              {
                url: 'https://autodiscover.example.com/autodiscover/autodiscover.xml',
                outcome: 'found',
                to: 'https://mail.example.com/EWS/Exchange.asmx',
              },
            ],
          },
        ),
      },
    ],
  },
});

type Params = ExchangeParams & {
  attempts: AutodiscoverAttempt[];
  unsure: boolean;
  unknownMailbox: boolean;
};

function listed({ attempts }: Params, language: Language): string {
  const separator = language === 'en' ? '; ' : '、';
  return attempts.map((attempt) => attemptWords(attempt, language)).join(separator);
}

function stepsFor(p: Params, language: Language): FixStep[] {
  const english = language === 'en';
  const domain = p.mailbox.slice(p.mailbox.lastIndexOf('@') + 1);
  return [
    ...(p.unknownMailbox ? [exchangeServer[language].mailboxExists(p)] : []),
    ...editProfile(
      p,
      exchangeServer[language].nameService(p),
      `useAutoDiscover: false, ${p.direction}ServerLocation: https://…/EWS/Exchange.asmx`,
      language,
    ),
    p.unsure
      ? {
          who: 'network-administrator',
          do: english
            ? `Or let this machine and the platform reach autodiscover.${domain} on port 443, and test again: not every place gave an answer.`
            : `または、このマシンとプラットフォームから autodiscover.${domain} のポート443に接続できるようにして、もう一度テストする(応答しない場所があったため)。`,
        }
      : {
          who: 'mail-server-administrator',
          do: english
            ? `Or publish Autodiscover: a DNS name autodiscover.${domain} for the Exchange Server, with a certificate that bears the name; see Get-ClientAccessService | Format-List AutoDiscoverServiceInternalUri and the external URL of the web services (Get-WebServicesVirtualDirectory | Format-List ExternalUrl).`
            : `または、自動検出を公開する: Exchange Serverを指すDNS名 autodiscover.${domain} と、その名前の証明書を用意する。Get-ClientAccessService | Format-List AutoDiscoverServiceInternalUri と、Webサービスの外部URL(Get-WebServicesVirtualDirectory | Format-List ExternalUrl)も確かめる。`,
        },
  ];
}

function foundNothing(autodiscover: AutodiscoverAttempt[]) {
  return sessionThat(
    { name: { outcome: 'rejected', reason: 'autodiscover-found-nothing' } },
    { protocol: 'ews', host: 'example.com', autodiscover },
  );
}
