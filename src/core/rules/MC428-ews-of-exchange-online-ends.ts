// MC428: the profile reaches Exchange Online over EWS, which is about to end.

import { hasEnded, retirements, severityOf } from '../records/retirements.ts';
import { isExchangeOnline, nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

const retirement = retirements['exchange-online-ews'];

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
            params: { profile: nameOf(facts), ended: hasEnded(retirement, facts.now) },
            where: facts.profile.where(['serverType']),
            severity: severityOf(retirement, facts.now),
          },
        ]
      : [];
  },
  en: {
    title: 'Exchange Web Services in Exchange Online are ending',
    why: `${retirement.on}: ${retirement.what.en}. A profile that reaches Exchange Online over EWS stops then. The date is known at second hand: ${retirement.source}.`,
    message: ({ profile, ended }) =>
      `"${profile}" reaches Exchange Online over EWS, which ${ended ? 'may have ended' : 'may end'} for your tenant on ${retirement.on}, or before.`,
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
    title: 'Exchange Online の Exchange Web Services は終了します',
    why: `${retirement.on}: ${retirement.what.ja}。EWS で Exchange Online に接続するプロファイルは、その時点で使えなくなります。日付は二次情報によるものです(${retirement.source})。`,
    message: ({ profile, ended }) =>
      `「${profile}」は EWS で Exchange Online に接続します。テナントによっては ${retirement.on} より前に停止する可能性が${ended ? 'あり、すでに停止しているかもしれません' : 'あります'}。`,
    fix: ({ profile }) => [
      {
        who: 'tenant-administrator',
        do: 'EWS が有効かどうかを確認する: Get-OrganizationConfig | Format-List EwsEnabled, EwsApplicationAccessPolicy(Exchange Online PowerShell)。',
      },
      {
        who: 'system-administrator',
        do: `移行を計画する: オンライン環境では「${profile}」の代わりに「Microsoft Exchange Online」をメールボックスに設定する。設置型の Dynamics 365 には Exchange Online への後継の接続方法がないため、メールボックスを Exchange Server または SMTP に移す。`,
      },
    ],
  },
  sources: [retirement.source],
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
