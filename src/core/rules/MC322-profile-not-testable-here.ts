// MC322: the profile signs in as only the platform or a Windows server can, so nothing can be tried from here.

import { canLogIn } from '../delivery/credentials.ts';
import { directions } from '../mail/protocol.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf, nameOfProfile } from './mailbox-questions.ts';
import { defineRule, type Hit } from './rule.ts';

type Params = {
  mailbox: string;
  profile: string;
  retrieval: Retrieval;
  /** Said once for all mailboxes of the profile (judge-profiles.ts). */
  wholeProfile?: true;
};
type Retrieval = 'anonymous' | 'windows-integrated' | 'server-to-server' | 'user-or-queue' | 'profile';

export default defineRule({
  code: 'MC322',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'unknown',
  check: (facts): Hit<Params>[] => {
    const { profile, effective, purpose } = facts;
    if (purpose !== 'test' || profile === undefined || effective?.serverType === undefined) return [];
    const first = directions.find(
      (direction) => isSynchronized(facts, direction) && !canLogIn(profile, effective[direction]),
    );
    if (first === undefined) return [];
    const side = effective[first];
    return [
      {
        params: {
          mailbox: nameOf(facts),
          profile: nameOfProfile(facts) ?? profile.id,
          retrieval: side.credentialRetrieval as Retrieval,
        },
        where: profile.where([
          profile.fields[`${side.credentialsOf}CredentialRetrieval`] === undefined
            ? 'serverType'
            : `${side.credentialsOf}CredentialRetrieval`,
        ]),
      },
    ];
  },
  en: {
    title: 'The sign-in of this profile cannot be tried from here',
    why:
      'Server-to-server authentication is between Dataverse and Exchange Online, Windows integrated authentication is of the server ' +
      'that runs Dynamics 365, and without a login there is nothing to try. So nothing is known about this mailbox from here. ' +
      'That is no fault of the mailbox.',
    message: ({ mailbox, profile, retrieval, wholeProfile }) =>
      `${wholeProfile ? 'These mailboxes use' : `${mailbox} uses`} the profile "${profile}", which signs in by ${retrievals.en[retrieval]}; that cannot be done from here.`,
    fix: ({ mailbox, profile, retrieval, wholeProfile }) => [
      {
        who: 'system-administrator',
        do: `Run "Test & Enable Mailboxes" for ${wholeProfile ? 'these mailboxes' : mailbox} in the Power Platform admin center (Environments > Settings > Email > Mailboxes) and wait for its result.`,
      },
      adminCenter.en.inRecord(
        wholeProfile ? 'each of these mailboxes' : `the mailbox ${mailbox}`,
        'outgoingEmailStatus: success or failure, and enabledForOutgoingEmail: true or false, as shown there',
      ),
      ...(retrieval !== 'anonymous' && retrieval !== 'windows-integrated'
        ? [
            adminCenter.en.inRecord(
              `the profile "${profile}"`,
              'to look through Microsoft Graph from here, an app registration of your own: exchangeOnlineTenantId, oauthClientId and oauthClientSecret: { env: NAME } (it needs Mail.ReadWrite and Mail.Send)',
            ),
          ]
        : []),
    ],
  },
  ja: {
    title: 'このプロファイルの認証方法は、ここからは試せません',
    why:
      'サーバー間認証はDataverseとExchange Onlineの間だけのもの、Windows統合認証はDynamics 365が動くサーバーのもので、匿名では試すログインがありません。' +
      'そのため、このメールボックスについてはここからは何もわかりません。メールボックスの問題ではありません。',
    message: ({ mailbox, profile, retrieval, wholeProfile }) =>
      `${wholeProfile ? '' : `${mailbox} が使う`}プロファイル「${profile}」の認証方法(${retrievals.ja[retrieval]})は、ここからは試せません。`,
    fix: ({ mailbox, profile, retrieval, wholeProfile }) => [
      {
        who: 'system-administrator',
        do: `Power Platform 管理センター(「環境」>「設定」>「電子メール」>「メールボックス」)で${wholeProfile ? 'これらのメールボックス' : ` ${mailbox} `}に「メールボックスのテストと有効化」を実行し、結果を待つ。`,
      },
      adminCenter.ja.inRecord(
        wholeProfile ? '各メールボックス' : `メールボックス ${mailbox}`,
        '画面の結果どおりに outgoingEmailStatus: success または failure、enabledForOutgoingEmail: true または false',
      ),
      ...(retrieval !== 'anonymous' && retrieval !== 'windows-integrated'
        ? [
            adminCenter.ja.inRecord(
              `プロファイル「${profile}」`,
              'ここからMicrosoft Graphで調べるには、自分で登録したアプリの exchangeOnlineTenantId、oauthClientId、oauthClientSecret: { env: 名前 }(アクセス許可は Mail.ReadWrite と Mail.Send)',
            ),
          ]
        : []),
    ],
  },
  sources: ["derived: the protocols and logins that this version's probes speak", productPages.profileTable],
  examples: {
    bad: [
      { change: { profiles: { contoso: { serverType: 'exchange-online' } } }, purpose: 'test' },
      {
        change: {
          profiles: {
            contoso: { serverType: 'exchange-server', incomingCredentialRetrieval: 'windows-integrated' },
          },
        },
        purpose: 'test',
      },
    ],
    good: [
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online',
              incomingCredentialRetrieval: 'azure-ad-oauth',
              exchangeOnlineTenantId: '11111111-2222-3333-4444-555555555555',
              oauthClientId: '66666666-7777-8888-9999-000000000000',
              oauthClientSecret: { env: 'CLIENT_SECRET' },
            },
          },
        },
        purpose: 'test',
      },
      { change: { profiles: { contoso: { serverType: 'exchange-online' } } } },
    ],
  },
});

const retrievals: Record<'en' | 'ja', Record<Retrieval, string>> = {
  en: {
    anonymous: 'nobody (anonymous)',
    'windows-integrated': 'Windows integrated authentication',
    'server-to-server': 'server-to-server authentication',
    'user-or-queue': 'a user name and password, which Exchange Online does not take',
    profile: 'a user name and password, which Exchange Online does not take',
  },
  ja: {
    anonymous: '匿名',
    'windows-integrated': 'Windows統合認証',
    'server-to-server': 'サーバー間認証',
    'user-or-queue': 'Exchange Onlineでは使えないユーザー名とパスワード',
    profile: 'Exchange Onlineでは使えないユーザー名とパスワード',
  },
};
