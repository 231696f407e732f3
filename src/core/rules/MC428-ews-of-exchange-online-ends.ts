// MC428: the profile reaches Exchange Online over EWS, which is about to end.

import { hasEnded, retirements, severityOf } from '../records/retirements.ts';
import { isExchangeOnline, nameOf } from './profile-questions.ts';
import type { Language } from './rule.ts';
import { defineRule } from './rule.ts';

const retirement = retirements['exchange-online-ews'];
const begin = retirements['exchange-online-ews-begin'];
const bothLevels = retirements['exchange-online-ews-both-levels'];

export default defineRule({
  code: 'MC428',
  subject: 'profile',
  stage: 'profile',
  severity: 'warning',
  check: (facts) => {
    const { serverType, incoming } = facts.effective;
    const overEws =
      serverType === 'exchange-online-hybrid' ||
      (facts.effective.exchange && serverType !== 'exchange-online' && isExchangeOnline(incoming.host));
    return overEws
      ? [
          {
            params: { profile: nameOf(facts), phase: phaseOf(facts.now) },
            where: facts.profile.where(['serverType']),
            severity: severityOf(retirement, facts.now),
          },
        ]
      : [];
  },
  en: {
    title: 'Exchange Web Services in Exchange Online are ending',
    why: `From ${begin.on} on: ${begin.what.en}. ${retirement.on}: ${retirement.what.en}. Since ${bothLevels.on} EWSEnabled may have to be true for organization and mailbox. These dates are known at second hand: ${retirement.source}; ${bothLevels.source}.`,
    message: ({ profile, phase }) =>
      `The server profile "${profile}" reaches Exchange Online over EWS, which ${phases.en[phase]}.`,
    fix: ({ profile }) => [
      {
        who: 'tenant-administrator',
        do: 'See whether EWS is still on: Get-OrganizationConfig | Format-List EwsEnabled, EwsApplicationAccessPolicy (Exchange Online PowerShell).',
      },
      {
        who: 'system-administrator',
        do: `Plan the move: in an online environment give the mailboxes the profile "Microsoft Exchange Online" in place of "${profile}"; Dynamics 365 on-premises has no successor for Exchange Online, so its mailboxes have to move to Exchange Server or SMTP.`,
      },
    ],
  },
  ja: {
    title: 'Exchange OnlineのExchange Webサービスは終了します',
    why: `${begin.on}以降に停止: ${begin.what.ja}。${retirement.on}に終了: ${retirement.what.ja}。${bothLevels.on}以降、EWSEnabledを組織とメールボックスの両方でtrueにする必要があるとされています。日付は二次情報によるものです(${retirement.source}、${bothLevels.source})。`,
    message: ({ profile, phase }) =>
      `サーバー プロファイル「${profile}」はEWSでExchange Onlineに接続します。EWSは${phases.ja[phase]}。`,
    fix: ({ profile }) => [
      {
        who: 'tenant-administrator',
        do: 'EWSが有効かどうかを確認する: Get-OrganizationConfig | Format-List EwsEnabled, EwsApplicationAccessPolicy(Exchange Online PowerShell)。',
      },
      {
        who: 'system-administrator',
        do: `移行を計画する: オンライン環境では「${profile}」の代わりに「Microsoft Exchange Online」をメールボックスに設定する。オンプレミスのDynamics 365にはExchange Onlineへの後継の接続方法がないため、メールボックスをExchange ServerまたはSMTPに移す。`,
      },
    ],
  },
  sources: [retirement.source, bothLevels.source],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: { serverType: 'exchange-online-hybrid', incomingCredentialRetrieval: 'azure-ad-oauth' },
          },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              incomingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
            },
          },
        },
      },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online',
              incomingServerLocation: 'https://outlook.office365.com/EWS/Exchange.asmx',
            },
          },
        },
      },
    ],
  },
});

type Phase = 'to-come' | 'tenant-by-tenant' | 'ended';

function phaseOf(now: Date): Phase {
  if (hasEnded(retirement, now)) return 'ended';
  return hasEnded(begin, now) ? 'tenant-by-tenant' : 'to-come';
}

const phases: Record<Language, Record<Phase, string>> = {
  en: {
    'to-come': `may stop for your tenant from ${begin.on} on, and for all on ${retirement.on}`,
    'tenant-by-tenant': `may have stopped for your tenant since ${begin.on}, and may stop for all on ${retirement.on}`,
    ended: `may have stopped for all on ${retirement.on}`,
  },
  ja: {
    'to-come': `${begin.on}以降テナントごとに停止し、${retirement.on}にはすべて停止する可能性があります`,
    'tenant-by-tenant': `${begin.on}以降テナントごとに停止しており、このテナントでもすでに停止している可能性があります(${retirement.on}にはすべて停止する予定)`,
    ended: `${retirement.on}にすべて停止した可能性があります`,
  },
};
