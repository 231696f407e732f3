// MC403: Windows integrated authentication, or none at all, in an online environment.

import { adminCenter, productPages } from './admin-center.ts';
import { credentialSidesOf, deploymentOf, directionWords, nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC403',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) => {
    const deployment = deploymentOf(facts);
    if (deployment === 'on-premises') return [];
    return credentialSidesOf(facts).flatMap(({ direction, side }) => {
      const retrieval = side.credentialRetrieval;
      // Anonymous is MC404's where the environment is not known to be online.
      const applies =
        retrieval === 'windows-integrated' || (retrieval === 'anonymous' && deployment === 'online');
      return applies
        ? [
            {
              params: { profile: nameOf(facts), direction, windows: retrieval === 'windows-integrated' },
              where: facts.profile.where([`${direction}CredentialRetrieval`]),
              ...(deployment === 'online' ? {} : { severity: 'warning' as const }),
            },
          ]
        : [];
    });
  },
  en: {
    title: 'This authentication is not allowed online',
    why:
      'An online environment has no Windows account at your servers and does not send without logging in: "Windows ' +
      'Integrated Authentication" and "Without Credentials (Anonymous)" are refused (0x8005E202 EmailServerProfileInvalidCredentialRetrievalForOnline).',
    message: ({ profile, direction, windows }) =>
      `The server profile "${profile}" uses ${windows ? 'Windows Integrated Authentication' : 'Without Credentials (Anonymous)'} (${directionWords.en[direction]}), which an online environment refuses.`,
    fix: ({ profile }) => [
      adminCenter.en.inProfile(
        profile,
        'set the authentication to "Credentials Specified by a User or Queue" or "Credentials Specified in Email Server Profile", enter the credentials, save.',
      ),
    ],
  },
  ja: {
    title: 'オンラインでは使えない認証方法です',
    why:
      'オンライン環境では「Windows 統合認証」と「資格情報なし (匿名)」は拒否されます(0x8005E202 EmailServerProfileInvalidCredentialRetrievalForOnline)。' +
      'オンライン環境は社内サーバーのWindowsアカウントを持たず、ログインせずに送信することもありません。',
    message: ({ profile, direction, windows }) =>
      `サーバー プロファイル「${profile}」の認証方法(${directionWords.ja[direction]})が「${windows ? 'Windows 統合認証' : '資格情報なし (匿名)'}」です。オンライン環境では拒否されます。`,
    fix: ({ profile }) => [
      adminCenter.ja.inProfile(
        profile,
        '認証方法を「ユーザーまたはキューで指定した資格情報」または「電子メール サーバー プロファイルで指定した資格情報」にし、資格情報を入力して保存する。',
      ),
    ],
  },
  sources: [productPages.errorCodes, productPages.passwordProfiles],
  examples: {
    bad: [
      { change: { profiles: { contoso: { incomingCredentialRetrieval: 'windows-integrated' } } } },
      { change: { profiles: { contoso: { incomingCredentialRetrieval: 'anonymous' } } } },
    ],
    good: [
      { change: { profiles: { contoso: { incomingCredentialRetrieval: 'user-or-queue' } } } },
      {
        change: {
          environment: { deployment: 'on-premises' },
          profiles: { contoso: { incomingCredentialRetrieval: 'windows-integrated' } },
        },
      },
    ],
  },
});
