// MC426: Exchange Online is read with user name and password, which it no longer takes.

import { hasEnded, retirements, severityOf } from '../records/retirements.ts';
import {
  isExchangeOnline,
  nameOf,
  placeOfLocation,
  sidesOf,
  signsInWithPassword,
} from './profile-questions.ts';
import { defineRule } from './rule.ts';

const retirement = retirements['exchange-online-basic'];

export default defineRule({
  code: 'MC426',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) => {
    const { exchange, serverType } = facts.effective;
    if (serverType === undefined || serverType === 'exchange-online') return [];
    const asked = sidesOf(facts).find(
      ({ direction, side }) =>
        // SMTP has a day of its own: MC427.
        (direction === 'incoming' || exchange) && isExchangeOnline(side.host) && signsInWithPassword(side),
    );
    return asked === undefined
      ? []
      : [
          {
            params: {
              profile: nameOf(facts),
              host: asked.side.host ?? '',
              ended: hasEnded(retirement, facts.now),
            },
            where: placeOfLocation(facts, asked.direction),
            severity: severityOf(retirement, facts.now),
          },
        ];
  },
  en: {
    title: 'Exchange Online takes no password here',
    why: `On ${retirement.on} an end was put to ${retirement.what.en}. A profile of another type that points there is refused at sign-in; the profile "Microsoft Exchange Online" signs in server to server and needs no password.`,
    message: ({ profile, host, ended }) =>
      `The server profile "${profile}" signs in to ${host} with user name and password, ${ended ? 'which ended' : 'which ends'} on ${retirement.on}.`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `Give the mailboxes the profile "Microsoft Exchange Online" in place of "${profile}" (for a mailbox in another tenant: a profile with Azure Active Directory OAuth), have them approved and run "Test & Enable Mailboxes".`,
      },
    ],
  },
  ja: {
    title: 'Exchange Onlineでは、この方法のパスワード認証は使えません',
    why: `${retirement.on}以降、Exchange OnlineのEWS、POP3、IMAPではユーザー名とパスワードによる基本認証を使えません。ほかの種類のプロファイルからExchange Onlineに接続しても、サインインで拒否されます。プロファイル「Microsoft Exchange Online」はサーバー間認証のため、パスワードは不要です。`,
    message: ({ profile, host, ended }) =>
      `サーバー プロファイル「${profile}」は ${host} にユーザー名とパスワードでサインインします。この方法は ${retirement.on} に終了${ended ? 'しました' : 'します'}。`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `「${profile}」の代わりに、メールボックスにプロファイル「Microsoft Exchange Online」を設定し(別テナントのメールボックスはAzure Active Directory OAuthのプロファイル)、承認を受けて「メールボックスのテストと有効化」を実行する。`,
      },
    ],
  },
  sources: [retirement.source, 'derived: hosts of Exchange Online with a password, product page as above'],
  examples: {
    bad: [
      { change: { profiles: { contoso: { incomingServerLocation: 'outlook.office365.com' } } } },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-hybrid',
              incomingServerLocation: 'https://outlook.office365.com/EWS/Exchange.asmx',
              incomingCredentialRetrieval: 'profile',
            },
          },
        },
      },
      {
        now: '2022-09-30T23:59:59Z',
        change: { profiles: { contoso: { incomingServerLocation: 'outlook.office365.com' } } },
      },
    ],
    good: [
      {},
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online',
              incomingServerLocation: 'https://outlook.office365.com/EWS/Exchange.asmx',
              outgoingServerLocation: undefined,
              incomingCredentialRetrieval: 'server-to-server',
            },
          },
        },
      },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online-hybrid',
              incomingServerLocation: 'https://outlook.office365.com/EWS/Exchange.asmx',
              incomingCredentialRetrieval: 'azure-ad-oauth',
            },
          },
        },
      },
    ],
  },
});
