// MC437: the recorded version of Exchange Server is older than those that are documented to work.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC437',
  subject: 'profile',
  stage: 'profile',
  // Not in the list of supported versions is not the same as refused.
  severity: 'warning',
  check: (facts) => {
    const version = facts.profile.fields.exchangeVersion;
    const { serverType } = facts.effective;
    return version !== undefined &&
      version !== '2013' &&
      (serverType === 'exchange-server' || serverType === 'exchange-hybrid')
      ? [{ params: { profile: nameOf(facts), version }, where: facts.profile.where(['exchangeVersion']) }]
      : [];
  },
  en: {
    title: 'This version of Exchange Server may be refused',
    why: 'Server-side synchronization is documented for Exchange Server 2013 SP1, 2016 and 2019. A server that it does not know is refused (0x8005E242 UnsupportedEmailServer).',
    message: ({ profile, version }) =>
      `The server profile "${profile}" is set to Exchange Server ${words(version)}, which may not be supported.`,
    fix: ({ profile }) => [
      {
        who: 'mail-server-administrator',
        do: 'Say which version the Exchange server has (Get-ExchangeServer | Format-List Name, AdminDisplayVersion); older than 2013 SP1: move the mailboxes to a newer one or to Exchange Online.',
      },
      adminCenter.en.inProfile(
        profile,
        'set the Exchange version to "2013" for 2013 SP1 and later, and save.',
      ),
    ],
  },
  ja: {
    title: 'このバージョンのExchange Serverは拒否される可能性があります',
    why: 'サーバー側同期でサポートされているのは、Exchange Server 2013 SP1、2016、2019です。サポート外のサーバーは拒否されます(0x8005E242 UnsupportedEmailServer)。',
    message: ({ profile, version }) =>
      `サーバー プロファイル「${profile}」のExchangeのバージョンが${words(version)}です。サポートされていない可能性があります。`,
    fix: ({ profile }) => [
      {
        who: 'mail-server-administrator',
        do: 'Exchangeサーバーのバージョンを調べる(Get-ExchangeServer | Format-List Name, AdminDisplayVersion)。2013 SP1より古い場合は、新しいサーバーかExchange Onlineにメールボックスを移す。',
      },
      adminCenter.ja.inProfile(
        profile,
        '2013 SP1以降であれば、Exchangeのバージョンを「2013」にして保存する。',
      ),
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-platform/admin/connect-exchange-server-on-premises',
    productPages.errorCodes,
  ],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              exchangeVersion: '2010-sp2',
              incomingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
              outgoingServerLocation: undefined,
            },
          },
        },
      },
    ],
    good: [
      { change: { profiles: { contoso: { exchangeVersion: '2010-sp2' } } } },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              exchangeVersion: '2013',
              incomingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
              outgoingServerLocation: undefined,
            },
          },
        },
      },
    ],
  },
});

/** `2010-sp2` → `2010 SP2`. */
function words(version: string): string {
  return version.replace('-', ' ').toUpperCase();
}
