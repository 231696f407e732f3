// MC415: server-to-server authentication outside Exchange Online.

import { adminCenter, productPages } from './admin-center.ts';
import {
  credentialSidesOf,
  deploymentOf,
  directionWords,
  isMailServer,
  nameOf,
} from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC415',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    isMailServer(facts) || deploymentOf(facts) === 'on-premises'
      ? credentialSidesOf(facts)
          .filter(({ side }) => side.credentialRetrieval === 'server-to-server')
          .map(({ direction }) => ({
            params: { profile: nameOf(facts), direction, onPremises: deploymentOf(facts) === 'on-premises' },
            where: facts.profile.where([`${direction}CredentialRetrieval`]),
          }))
      : [],
  en: {
    title: 'Server-to-server authentication needs Exchange Online',
    why: 'Server-to-server authentication works between an online environment and Exchange Online of the same tenant, and nowhere else (0x8005E245 InvalidS2SAuthentication).',
    message: ({ profile, direction, onPremises }) =>
      `The server profile "${profile}" uses Server to Server Authentication (${directionWords.en[direction]}) ${onPremises ? 'in an on-premises environment' : 'with a server that is not Exchange Online'}.`,
    fix: ({ profile }) => [
      adminCenter.en.inProfile(
        profile,
        'set the authentication to "Credentials Specified by a User or Queue" or "Credentials Specified in Email Server Profile" and save; or give the mailboxes the profile "Microsoft Exchange Online" if that is where they are.',
      ),
    ],
  },
  ja: {
    title: 'サーバー間認証にはExchange Onlineが必要です',
    why: 'サーバー間認証を使えるのは、オンライン環境と同じテナントのExchange Onlineの間だけです(0x8005E245 InvalidS2SAuthentication)。',
    message: ({ profile, direction, onPremises }) =>
      `サーバー プロファイル「${profile}」の認証方法(${directionWords.ja[direction]})がサーバー間認証ですが、${onPremises ? '環境がオンプレミスです' : 'サーバーがExchange Onlineではありません'}。`,
    fix: ({ profile }) => [
      adminCenter.ja.inProfile(
        profile,
        '認証方法を「ユーザーまたはキューで指定した資格情報」または「電子メール サーバー プロファイルで指定した資格情報」にして保存する。実際にExchange Onlineのメールボックスであれば、プロファイル「Microsoft Exchange Online」を設定する。',
      ),
    ],
  },
  sources: [productPages.errorCodes, productPages.exchangeOnline],
  examples: {
    bad: [{ change: { profiles: { contoso: { incomingCredentialRetrieval: 'server-to-server' } } } }],
    good: [
      { change: { profiles: { contoso: { incomingCredentialRetrieval: 'user-or-queue' } } } },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online',
              incomingCredentialRetrieval: 'server-to-server',
              incomingServerLocation: undefined,
              outgoingServerLocation: undefined,
            },
          },
        },
      },
    ],
  },
});
