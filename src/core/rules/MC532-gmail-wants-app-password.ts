// MC532: the stored answer of Google says that this account needs an app password.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf, usesGmailOauth } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';
import { isAppPasswordRefusal, storedRefusals } from './stored-refusals.ts';

export default defineRule({
  code: 'MC532',
  subject: 'mailbox',
  stage: 'server',
  severity: 'warning',
  check: (facts) => {
    // With OAuth no password is sent: the answer is from before.
    if (facts.purpose === 'test' || usesGmailOauth(facts)) return [];
    const seen = storedRefusals(facts).find(({ text }) => isAppPasswordRefusal(text));
    return seen === undefined ? [] : [{ params: { mailbox: nameOf(facts) }, where: seen.where }];
  },
  en: {
    title: 'Google asks for an app password',
    why:
      "A Google account with 2-Step Verification does not take the account's own password from a program. It takes an app password, which only " +
      'accounts with 2-Step Verification can have; an administrator of Google Workspace may have switched app passwords off. A ' +
      'server profile with Gmail OAuth needs neither.',
    message: ({ mailbox }) =>
      `Google refused the password of ${mailbox} and asked for an app password; mail may stop here until one is entered.`,
    fix: ({ mailbox }) => [
      {
        who: 'mailbox-user',
        do: 'Create an app password: https://myaccount.google.com/apppasswords. If that page offers none, Google Workspace does not allow them: leave out the next step.',
      },
      adminCenter.en.inMailbox(
        mailbox,
        'under "Credentials" enter the app password (16 letters) as "Password", then save.',
      ),
      {
        who: 'system-administrator',
        do: 'Without an app password: set the "Server Profile" of the mailbox to a Gmail profile with OAuth and let the user of the mailbox press "Sign in to Gmail" there.',
      },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'Googleがアプリ パスワードを求めています',
    why:
      '2段階認証プロセスを使うGoogleアカウントでは、プログラムからアカウント本来のパスワードではログインできません。代わりにアプリ パスワードを使います。' +
      'アプリ パスワードを作れるのは2段階認証プロセスを使うアカウントだけで、Google Workspaceの管理者が禁止していることもあります。' +
      'Gmail OAuthのサーバー プロファイルなら、どちらも不要です。',
    message: ({ mailbox }) =>
      `Googleが ${mailbox} のパスワードを拒否し、アプリ パスワードを求めています。入力するまでメールが止まる可能性があります。`,
    fix: ({ mailbox }) => [
      {
        who: 'mailbox-user',
        do: 'アプリ パスワードを作る: https://myaccount.google.com/apppasswords(作れない場合はGoogle Workspaceで禁止されているので、次の手順は飛ばす)',
      },
      adminCenter.ja.inMailbox(
        mailbox,
        '「資格情報」の「パスワード」にアプリ パスワード(16文字)を入力して保存する。',
      ),
      {
        who: 'system-administrator',
        do: 'アプリ パスワードを使わない場合: メールボックスの「サーバー プロファイル」をGmail OAuthのものにし、メールボックスの利用者に「Gmailにサインイン」を押してもらう。',
      },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [
    'https://support.google.com/accounts/answer/185833',
    'https://learn.microsoft.com/power-platform/admin/connect-gmail-oauth2',
    productPages.passwordProfiles,
  ],
  examples: {
    bad: [
      {
        change: {
          mailboxes: {
            admin: {
              lastSyncError: '534: 5.7.9 Application-specific password required. InvalidSecondFactor',
            },
          },
        },
      },
    ],
    good: [
      { change: { mailboxes: { admin: { lastSyncError: '535: 5.7.8 authentication failed' } } } },
      {
        change: {
          profiles: { contoso: { serverType: 'imap-smtp', incomingCredentialRetrieval: 'gmail-oauth' } },
          mailboxes: { admin: { lastSyncError: '534: 5.7.9 Application-specific password required' } },
        },
      },
    ],
  },
});
