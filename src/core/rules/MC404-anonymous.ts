// MC404: the profile logs in to nothing.

import { adminCenter, productPages } from './admin-center.ts';
import { credentialSidesOf, deploymentOf, directionWords, nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC404',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    // Online it is refused whatever the server: MC403.
    deploymentOf(facts) === 'online' || facts.effective.serverType === undefined
      ? []
      : credentialSidesOf(facts)
          .filter(({ side }) => side.credentialRetrieval === 'anonymous')
          .map(({ direction }) => ({
            params: { profile: nameOf(facts), direction, exchange: facts.effective.exchange },
            where: facts.profile.where([`${direction}CredentialRetrieval`]),
            // The form's words are about POP3/SMTP; for IMAP it is a conclusion.
            ...(facts.effective.serverType === 'imap-smtp' ? { severity: 'warning' as const } : {}),
          })),
  en: {
    title: 'The profile has no credentials (anonymous)',
    why:
      'For Exchange servers "Without Credentials (Anonymous)" is refused (0x8005E203 EmailServerProfileInvalidCredentialRetrievalForExchange); for POP3/SMTP the documentation calls ' +
      'it "not a valid setting".',
    message: ({ profile, direction, exchange }) =>
      `The server profile "${profile}" uses Without Credentials (Anonymous) (${directionWords.en[direction]}), which ${exchange ? 'is refused for Exchange servers' : 'is not a valid setting'}.`,
    fix: ({ profile }) => [
      adminCenter.en.inProfile(
        profile,
        'set the authentication to "Credentials Specified by a User or Queue" or "Credentials Specified in Email Server Profile", enter the credentials, save.',
      ),
    ],
  },
  ja: {
    title: 'プロファイルの認証方法が匿名です',
    why:
      'Exchangeサーバーでは「資格情報なし (匿名)」は拒否されます(0x8005E203 EmailServerProfileInvalidCredentialRetrievalForExchange)。' +
      'POP3/SMTPでも、製品の説明に「有効な設定ではありません」と書かれています。',
    message: ({ profile, direction, exchange }) =>
      `サーバー プロファイル「${profile}」の認証方法(${directionWords.ja[direction]})が「資格情報なし (匿名)」です。${exchange ? 'Exchangeサーバーでは拒否されます。' : '有効な設定ではありません。'}`,
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
      {
        change: {
          environment: { deployment: 'on-premises' },
          profiles: { contoso: { incomingCredentialRetrieval: 'anonymous' } },
        },
      },
    ],
    good: [
      {
        change: {
          environment: { deployment: 'on-premises' },
          profiles: { contoso: { incomingCredentialRetrieval: 'user-or-queue' } },
        },
      },
    ],
  },
});
