// MC580: Autodiscover led into Exchange Online, which still answers EWS and will not for ever. Where the profile itself says so it is
// MC428's.

import { isExchangeOnline } from '../mail/allowed-hosts.ts';
import { stepOf } from '../mail/evidence.ts';
import { retirements, severityOf } from '../records/retirements.ts';
import { sessionThat } from './session-example.ts';
import { defineRule } from './rule.ts';
import { paramsOf } from './session-hit.ts';

const retirement = retirements['exchange-online-ews'];
const begin = retirements['exchange-online-ews-begin'];

export default defineRule({
  code: 'MC580',
  subject: 'session',
  stage: 'profile',
  severity: 'warning',
  check: (facts) => {
    const { observation, profile, now } = facts;
    const { protocol, host, autodiscover } = observation;
    const answered = stepOf(observation, 'login')?.outcome === 'ok';
    const isSaidOfProfile = profile?.fields.serverType === 'exchange-online-hybrid';
    if (protocol !== 'ews' || autodiscover === undefined || !answered || isSaidOfProfile) return [];
    if (!isExchangeOnline(host)) return [];
    return [
      {
        params: paramsOf(facts, 'login'),
        where: profile?.where(['serverType']),
        severity: severityOf(retirement, now),
      },
    ];
  },
  en: {
    title: 'The mailbox is reached in Exchange Online over EWS, which is ending',
    why: `Autodiscover led into Exchange Online, which answered. From ${begin.on} on ends: ${begin.what.en}. ${retirement.on}: ${retirement.what.en}. These dates are known at second hand: ${retirement.source}.`,
    message: (p) =>
      `${p.mailbox} is in Exchange Online (${p.server}) and is reached there over EWS, which may stop for the tenant from ${begin.on} on, and for all on ${retirement.on}.`,
    fix: (p) => [
      {
        who: 'system-administrator',
        do: `Give ${p.mailbox} the server profile "Microsoft Exchange Online" instead of "${p.profile}", which is for mailboxes on a server of your own; then approve and test it.`,
      },
    ],
  },
  ja: {
    title: 'メールボックスはExchange OnlineにありEWSで接続していますが、EWSは終了します',
    why: `自動検出の結果はExchange Onlineで、応答がありました。${begin.on}以降に停止: ${begin.what.ja}。${retirement.on}に終了: ${retirement.what.ja}。日付は二次情報によるものです(${retirement.source})。`,
    message: (p) =>
      `${p.mailbox} はExchange Online(${p.server})にあり、EWSで接続しています。EWSは${begin.on}以降このテナントで、${retirement.on}にはすべてのテナントで停止する可能性があります。`,
    fix: (p) => [
      {
        who: 'system-administrator',
        do: `${p.mailbox} のサーバー プロファイルを、自社サーバーのメールボックス用の「${p.profile}」から「Microsoft Exchange Online」に変え、承認してテストする。`,
      },
    ],
  },
  sources: [retirement.source],
  examples: {
    bad: [{ session: foundAt('outlook.office365.com') }],
    good: [
      { session: foundAt('mail.example.com') },
      {
        change: { profiles: { contoso: { serverType: 'exchange-online-hybrid' } } },
        session: foundAt('outlook.office365.com'),
      },
    ],
  },
});

function foundAt(host: string) {
  return sessionThat(
    { login: { outcome: 'ok' }, inbox: { outcome: 'ok' } },
    {
      protocol: 'ews',
      host,
      autodiscover: [
        {
          url: 'https://autodiscover.example.com/autodiscover/autodiscover.xml',
          outcome: 'found',
          to: `https://${host}/EWS/Exchange.asmx`,
        },
      ],
    },
  );
}
