// MC427: mail is handed to Exchange Online over SMTP with a password, which is about to end.

import { hasEnded, retirements, severityOf } from '../records/retirements.ts';
import {
  isExchangeOnline,
  isMailServer,
  nameOf,
  placeOfLocation,
  signsInWithPassword,
} from './profile-questions.ts';
import { defineRule } from './rule.ts';

const retirement = retirements['exchange-online-smtp-basic'];

export default defineRule({
  code: 'MC427',
  subject: 'profile',
  stage: 'profile',
  severity: 'warning',
  check: (facts) => {
    const { outgoing } = facts.effective;
    return isMailServer(facts) && isExchangeOnline(outgoing.host) && signsInWithPassword(outgoing)
      ? [
          {
            params: {
              profile: nameOf(facts),
              host: outgoing.host ?? '',
              ended: hasEnded(retirement, facts.now),
            },
            where: placeOfLocation(facts, 'outgoing'),
            severity: severityOf(retirement, facts.now),
          },
        ]
      : [];
  },
  en: {
    title: 'Sending over Exchange Online with a password is ending',
    why: `${retirement.on}: ${retirement.what.en}. From then on the server may answer 550 5.7.30. The date was moved before and is known at second hand: ${retirement.source}.`,
    message: ({ profile, host, ended }) =>
      `The server profile "${profile}" sends through ${host} with user name and password, which ${ended ? 'may have been switched off since' : 'may be switched off from'} ${retirement.on}${ended ? '' : ' on'}.`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `Give the mailboxes the profile "Microsoft Exchange Online" in place of "${profile}"; it signs in server to server.`,
      },
      {
        who: 'tenant-administrator',
        do: 'For the time being, see that SMTP AUTH is on for the mailbox: Set-CASMailbox -Identity ADDRESS -SmtpClientAuthenticationDisabled $false (Exchange Online PowerShell).',
      },
    ],
  },
  ja: {
    title: 'Exchange Onlineでのパスワードによる送信は終了します',
    why: `${retirement.on}: ${retirement.what.ja}。以後、サーバーが550 5.7.30を返すことがあります。日付は変更されたことがあり、二次情報によるものです(${retirement.source})。`,
    message: ({ profile, host, ended }) =>
      `サーバー プロファイル「${profile}」は ${host} にユーザー名とパスワードで送信します。この方法は${retirement.on}${ended ? '以降、無効になっている' : 'に無効になる'}可能性があります。`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `「${profile}」の代わりに、サーバー間認証のプロファイル「Microsoft Exchange Online」をメールボックスに設定する。`,
      },
      {
        who: 'tenant-administrator',
        do: '当面は、メールボックスでSMTP AUTHが有効であることを確認する: Set-CASMailbox -Identity アドレス -SmtpClientAuthenticationDisabled $false(Exchange Online PowerShell)。',
      },
    ],
  },
  sources: [retirement.source],
  examples: {
    bad: [
      { change: { profiles: { contoso: { outgoingServerLocation: 'smtp.office365.com' } } } },
      {
        now: '2026-12-31T00:00:00Z',
        change: { profiles: { contoso: { outgoingServerLocation: 'smtp.office365.com' } } },
      },
    ],
    good: [
      {},
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'imap-smtp',
              outgoingServerLocation: 'smtp.office365.com',
              incomingCredentialRetrieval: 'azure-ad-oauth',
            },
          },
        },
      },
    ],
  },
});
