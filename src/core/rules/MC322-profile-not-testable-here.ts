// MC322: the profile signs in as only the platform or a Windows server can, so nothing can be tried from here.

import { canLogIn } from '../delivery/credentials.ts';
import { directions } from '../mail/protocol.ts';
import type { EffectiveDirection } from '../records/profile-defaults.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf, nameOfProfile } from './mailbox-questions.ts';
import { defineRule, type Hit } from './rule.ts';

type Params = {
  mailbox: string;
  profile: string;
  retrieval: Retrieval;
  exchangeOnline: boolean;
  /** Said once for all mailboxes of the profile (judge-profiles.ts). */
  wholeProfile?: true;
};
type Retrieval = Exclude<EffectiveDirection['credentialRetrieval'], 'azure-ad-oauth'>;

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
          exchangeOnline: effective.serverType === 'exchange-online',
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
      'that runs Dynamics 365, and without a login there is nothing to try; Gmail OAuth and Hybrid Modern Authentication belong to one ' +
      'type of server each. So nothing is known about this mailbox from here. ' +
      'That is no fault of the mailbox.',
    message: ({ mailbox, profile, retrieval, wholeProfile }) =>
      `${wholeProfile ? 'These mailboxes use' : `${mailbox} uses`} the profile "${profile}", which signs in by ${retrievals.en[retrieval]}; that cannot be done from here.`,
    fix: ({ mailbox, profile, retrieval, exchangeOnline, wholeProfile }) => [
      ...(isOfAnotherType(retrieval)
        ? [adminCenter.en.inProfile(profile, `${anotherWay.en(exchangeOnline)}, and save.`)]
        : []),
      {
        who: 'system-administrator',
        do: `Run "Test & Enable Mailboxes" for ${wholeProfile ? 'these mailboxes' : mailbox} in the Power Platform admin center (Environments > Settings > Email > Mailboxes) and wait for its result.`,
      },
      adminCenter.en.inRecord(
        wholeProfile ? 'each of these mailboxes' : `the mailbox ${mailbox}`,
        'outgoingEmailStatus: success or failure, and enabledForOutgoingEmail: true or false, as shown there',
      ),
      ...(appCanStandIn(retrieval)
        ? [
            adminCenter.en.inRecord(
              `the profile "${profile}"`,
              `to look through Microsoft Graph from here, ${exchangeOnline ? '' : 'serverType: exchange-online if the mailboxes are there, and '}an app registration of your own: exchangeOnlineTenantId, oauthClientId and oauthClientSecret: { env: NAME } (it needs Mail.ReadWrite and Mail.Send)`,
            ),
          ]
        : []),
    ],
  },
  ja: {
    title: 'このプロファイルの認証方法は、ここからは試せません',
    why:
      'サーバー間認証はDataverseとExchange Onlineの間だけのもの、Windows統合認証はDynamics 365が動くサーバーのもので、匿名では試すログインがありません。Gmail OAuthとハイブリッド先進認証は、それぞれ決まった種類のサーバーのものです。' +
      'そのため、このメールボックスについてはここからは何もわかりません。メールボックスの問題ではありません。',
    message: ({ mailbox, profile, retrieval, wholeProfile }) =>
      `${wholeProfile ? '' : `${mailbox} が使う`}プロファイル「${profile}」の認証方法(${retrievals.ja[retrieval]})は、ここからは試せません。`,
    fix: ({ mailbox, profile, retrieval, exchangeOnline, wholeProfile }) => [
      ...(isOfAnotherType(retrieval)
        ? [adminCenter.ja.inProfile(profile, `${anotherWay.ja(exchangeOnline)}保存する。`)]
        : []),
      {
        who: 'system-administrator',
        do: `Power Platform 管理センター(「環境」>「設定」>「電子メール」>「メールボックス」)で${wholeProfile ? 'これらのメールボックス' : ` ${mailbox} `}に「メールボックスのテストと有効化」を実行し、結果を待つ。`,
      },
      adminCenter.ja.inRecord(
        wholeProfile ? '各メールボックス' : `メールボックス ${mailbox}`,
        '画面の結果どおりに outgoingEmailStatus: success または failure、enabledForOutgoingEmail: true または false',
      ),
      ...(appCanStandIn(retrieval)
        ? [
            adminCenter.ja.inRecord(
              `プロファイル「${profile}」`,
              `ここからMicrosoft Graphで調べるには、${exchangeOnline ? '' : '(メールボックスがExchange Onlineにある場合)serverType: exchange-online と、'}自分で登録したアプリの exchangeOnlineTenantId、oauthClientId、oauthClientSecret: { env: 名前 }(アクセス許可は Mail.ReadWrite と Mail.Send)`,
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
      {
        change: {
          profiles: {
            contoso: { serverType: 'exchange-server', incomingCredentialRetrieval: 'gmail-oauth' },
          },
        },
        purpose: 'test',
      },
      {
        change: { profiles: { contoso: { incomingCredentialRetrieval: 'exchange-hybrid-modern-auth' } } },
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

const isOfAnotherType = (retrieval: Retrieval): boolean =>
  retrieval === 'gmail-oauth' || retrieval === 'exchange-hybrid-modern-auth';
const appCanStandIn = (retrieval: Retrieval): boolean =>
  ['server-to-server', 'user-or-queue', 'profile'].includes(retrieval);

const anotherWay = {
  en: (exchangeOnline: boolean): string =>
    exchangeOnline
      ? 'set "Authenticate Using" to "Server to Server Authentication"'
      : 'set "Authenticate Using" to "Credentials Specified by a User or Queue" or "Credentials Specified in Email Server Profile"',
  ja: (exchangeOnline: boolean): string =>
    exchangeOnline
      ? '認証方法を「サーバー間認証」にして'
      : '認証方法を「ユーザーまたはキューで指定した資格情報」か「電子メール サーバー プロファイルで指定した資格情報」にして',
};

const retrievals: Record<'en' | 'ja', Record<Retrieval, string>> = {
  en: {
    anonymous: 'nobody (anonymous)',
    'windows-integrated': 'Windows integrated authentication',
    'server-to-server': 'server-to-server authentication',
    'user-or-queue': 'a user name and password, which Exchange Online does not take',
    profile: 'a user name and password, which Exchange Online does not take',
    'gmail-oauth': 'Gmail OAuth, which only mail servers of Google take',
    'exchange-hybrid-modern-auth': 'Hybrid Modern Authentication, which only an Exchange Server takes',
  },
  ja: {
    anonymous: '匿名',
    'windows-integrated': 'Windows統合認証',
    'server-to-server': 'サーバー間認証',
    'user-or-queue': 'Exchange Onlineでは使えないユーザー名とパスワード',
    profile: 'Exchange Onlineでは使えないユーザー名とパスワード',
    'gmail-oauth': 'Googleのメールサーバーでしか使えないGmail OAuth',
    'exchange-hybrid-modern-auth': 'Exchange Serverでしか使えないハイブリッド先進認証',
  },
};
