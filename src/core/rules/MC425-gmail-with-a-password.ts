// MC425: Gmail is used with user name and password, which only an app password still allows.

import { retirements } from '../records/retirements.ts';
import { productPages } from './admin-center.ts';
import { isGmail, isMailServer, nameOf, sidesOf, signsInWithPassword } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC425',
  subject: 'profile',
  stage: 'profile',
  severity: 'warning',
  check: (facts) => {
    if (!isMailServer(facts)) return [];
    // One account for both directions is one finding.
    const asked = sidesOf(facts).find(({ side }) => isGmail(side.host) && signsInWithPassword(side));
    return asked === undefined
      ? []
      : [
          {
            params: { profile: nameOf(facts), host: asked.side.host ?? '' },
            where: facts.profile.where([`${asked.side.credentialsOf}CredentialRetrieval`]),
          },
        ];
  },
  en: {
    title: 'Gmail takes an app password only',
    why: `Since ${retirements['gmail-password'].on} Google no longer accepts the password of the account (Google Workspace: since ${retirements['google-workspace-password'].on}, or some months later). An app password still works, for accounts with 2-Step Verification whose organization allows it; a profile with Gmail OAuth needs none.`,
    message: ({ profile, host }) =>
      `The server profile "${profile}" signs in to ${host} with user name and password: only an app password may work.`,
    fix: ({ profile }) => [
      {
        who: 'mailbox-user',
        do: 'Create an app password (Google Account > Security > 2-Step Verification > App passwords) and have it entered as the password under "Credentials" of the mailbox or, where the profile holds the credentials, of the profile; then run "Test & Enable Mailboxes".',
      },
      {
        who: 'system-administrator',
        do: `Or, for good: create a profile of the type "IMAP/SMTP" with "Gmail OAuth" in place of "${profile}", give it to the mailboxes, and let each user choose "Sign in to Gmail".`,
      },
    ],
  },
  ja: {
    title: 'Gmailで使えるのはアプリ パスワードだけです',
    why: `${retirements['gmail-password'].on} 以降、GoogleアカウントのパスワードではGmailのメールサーバーにログインできません(Google Workspaceでは${retirements['google-workspace-password'].on}、またはその数か月後から)。2段階認証プロセスを使い、組織で許可されているアカウントに限り、アプリ パスワードを使えます。Gmail OAuthのプロファイルなら、どちらも不要です。`,
    message: ({ profile, host }) =>
      `サーバー プロファイル「${profile}」はユーザー名とパスワードで ${host} にログインします。使えるとすればアプリ パスワードだけです。`,
    fix: ({ profile }) => [
      {
        who: 'mailbox-user',
        do: 'アプリ パスワードを作成し(Googleアカウント >「セキュリティ」>「2段階認証プロセス」>「アプリ パスワード」)、メールボックス(プロファイルに資格情報を設定している場合はプロファイル)の「資格情報」のパスワードとして登録してもらい、「メールボックスのテストと有効化」を実行する。',
      },
      {
        who: 'system-administrator',
        do: `恒久的には、「${profile}」の代わりに種類「IMAP/SMTP」・「Gmail OAuth」のプロファイルを作成してメールボックスに設定し、各ユーザーに「Gmail にサインイン」を選んでもらう。`,
      },
    ],
  },
  sources: [
    retirements['gmail-password'].source,
    retirements['google-workspace-password'].source,
    productPages.passwordProfiles,
  ],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: { incomingServerLocation: 'pop.gmail.com', outgoingServerLocation: 'smtp.gmail.com' },
          },
        },
      },
      // Sending alone goes over Gmail.
      { change: { profiles: { contoso: { outgoingServerLocation: 'smtp.gmail.com' } } } },
    ],
    good: [
      {},
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'imap-smtp',
              incomingServerLocation: 'imap.gmail.com',
              outgoingServerLocation: 'smtp.gmail.com',
              incomingCredentialRetrieval: 'gmail-oauth',
            },
          },
        },
      },
    ],
  },
});
