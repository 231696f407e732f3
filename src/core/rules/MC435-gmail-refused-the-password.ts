// MC435: Gmail has refused the password of this mailbox, as the stored test says: for this mailbox the warning of MC425 has come true.

import { knownReply } from '../mail/server-replies/known-reply.ts';
import { readPasted } from '../mail/server-replies/read-pasted.ts';
import { retirements } from '../records/retirements.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf, nameOfProfile } from './mailbox-questions.ts';
import { isGmail, signsInWithPassword } from './profile-questions.ts';
import { defineRule } from './rule.ts';
import { isOutdated } from './stored-test.ts';

export default defineRule({
  code: 'MC435',
  subject: 'mailbox',
  stage: 'profile',
  severity: 'error',
  check: (facts) => {
    const { mailbox, effective } = facts;
    const { outgoingEmailStatus, lastTest } = mailbox.fields;
    const seen = lastTest?.outgoing;
    // A mailbox that is about to be tested anew is not judged by the last test; a later Success outweighs it.
    if (facts.purpose === 'test' || outgoingEmailStatus === 'success' || !isSynchronized(facts, 'outgoing'))
      return [];
    if (isOutdated(facts)) return [];
    const side = effective?.outgoing;
    if (side === undefined || !isGmail(side.host) || !signsInWithPassword(side)) return [];
    if (seen?.result !== 'failure' || seen.reply === undefined) return [];
    const refused = readPasted(seen.reply);
    if (refused === undefined) return [];
    const known = knownReply({ ...refused, host: side.host, step: 'login' });
    if (known?.class !== 'credential' || known.vendors?.includes('gmail') !== true) return [];
    return [
      {
        params: {
          mailbox: nameOf(facts),
          profile: nameOfProfile(facts) ?? '',
          reply: seen.reply,
          inProfile: side.credentialRetrieval === 'profile',
        },
        where: mailbox.where(['lastTest', 'outgoing', 'reply']),
      },
    ];
  },
  en: {
    title: 'Gmail has refused the password',
    why: `Since ${retirements['gmail-password'].on} Google takes an app password only, never the password of the account. Every mail of this mailbox stays in Pending Send until the login works.`,
    message: ({ mailbox, profile, reply }) =>
      `Gmail refused the login of ${mailbox} with the profile "${profile}": "${reply}".`,
    fix: ({ mailbox, profile, inProfile }) => [
      {
        who: 'mailbox-user',
        do: 'Create an app password: Google Account > Security > 2-Step Verification > App passwords. An organization may have switched these off; then only the last step helps.',
      },
      inProfile
        ? adminCenter.en.inProfile(
            profile,
            'under "Credentials" enter the app password as the password and save.',
          )
        : adminCenter.en.inMailbox(
            mailbox,
            'under "Credentials" enter the app password as the password and save.',
          ),
      adminCenter.en.testAndEnable(mailbox),
      {
        who: 'system-administrator',
        do: `Or create a profile of the type "IMAP/SMTP Server" with "Gmail OAuth" in place of "${profile}", give it to the mailbox, let its user choose "Sign in to Gmail", and run "Test & Enable Mailboxes".`,
      },
    ],
  },
  ja: {
    title: 'Gmailがパスワードを拒否しています',
    why: `${retirements['gmail-password'].on}以降、Googleアカウントのパスワードではログインできず、使えるのはアプリ パスワードだけです。ログインできるようになるまで、このメールボックスのメールはすべて「送信保留」のままです。`,
    message: ({ mailbox, profile, reply }) =>
      `プロファイル「${profile}」による ${mailbox} のログインをGmailが拒否しました。サーバーの応答:「${reply}」。`,
    fix: ({ mailbox, profile, inProfile }) => [
      {
        who: 'mailbox-user',
        do: 'アプリ パスワードを作成する(Googleアカウント >「セキュリティ」>「2段階認証プロセス」>「アプリ パスワード」)。組織で無効にされている場合は、最後の手順を行う。',
      },
      inProfile
        ? adminCenter.ja.inProfile(
            profile,
            '「資格情報」の「パスワード」にアプリ パスワードを入力して保存する。',
          )
        : adminCenter.ja.inMailbox(
            mailbox,
            '「資格情報」の「パスワード」にアプリ パスワードを入力して保存する。',
          ),
      adminCenter.ja.testAndEnable(mailbox),
      {
        who: 'system-administrator',
        do: `または、「${profile}」の代わりに種類が「IMAP/SMTP サーバー」、認証が「Gmail OAuth」のプロファイルを作成してメールボックスに設定する。続けてユーザーが「Gmail にサインイン」を選び、「メールボックスのテストと有効化」を実行する。`,
      },
    ],
  },
  sources: [retirements['gmail-password'].source, productPages.passwordProfiles],
  examples: {
    bad: [{ change: gmail('failure') }],
    good: [
      // Tested again since, with an app password.
      { change: gmail('success') },
      // Another server's refusal is MC307's alone.
      { change: { mailboxes: gmail('failure').mailboxes } },
    ],
  },
});

function gmail(outgoingEmailStatus: 'success' | 'failure') {
  return {
    profiles: {
      contoso: { incomingServerLocation: 'pop.gmail.com', outgoingServerLocation: 'smtp.gmail.com' },
    },
    mailboxes: {
      admin: {
        outgoingEmailStatus,
        lastTest: {
          at: '2026-11-20T09:00:00Z',
          source: 'test',
          outgoing: {
            result: 'failure',
            class: 'credential',
            step: 'login',
            reply: '535 5.7.8 Username and Password not accepted. BadCredentials',
          },
        },
      },
    },
  };
}
