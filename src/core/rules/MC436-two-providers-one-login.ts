// MC436: incoming and outgoing mail go to different providers, and one user name and password is to serve both.

import { providerOf } from '../mail/known-hosts.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { isMailServer, nameOf, placeOfLocation, signsInWithPassword } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC436',
  subject: 'profile',
  stage: 'profile',
  severity: 'warning',
  check: (facts) => {
    const { incoming, outgoing } = facts.effective;
    if (!isMailServer(facts) || !signsInWithPassword(outgoing)) return [];
    // Each mailbox has one user name and password; a profile may have two of them.
    const oneLogin =
      outgoing.credentialsOf === 'incoming' ||
      (incoming.credentialRetrieval === 'user-or-queue' && outgoing.credentialRetrieval === 'user-or-queue');
    const fetched = providerOf(incoming.host ?? '');
    const sent = providerOf(outgoing.host ?? '');
    return oneLogin && fetched !== undefined && sent !== undefined && fetched !== sent
      ? [{ params: { profile: nameOf(facts), fetched, sent }, where: placeOfLocation(facts, 'outgoing') }]
      : [];
  },
  en: {
    title: 'One login for two providers',
    why: 'The same user name and password are used for incoming and outgoing mail. An account of one provider is not known to another, so one of the two logins is bound to be refused.',
    message: ({ profile, fetched, sent }) =>
      `The server profile "${profile}" fetches from ${fetched} and sends through ${sent} with the same user name and password.`,
    fix: ({ profile, fetched }) => [
      adminCenter.en.inProfile(
        profile,
        `enter both server locations of the provider that holds the mailboxes (${fetched}, if mail is fetched rightly), save, and run "Test & Enable Mailboxes" again.`,
      ),
      {
        who: 'system-administrator',
        do: 'If two providers are wanted: set "Authenticate Using" to "Credentials Specified in Email Server Profile" and "Use same settings for Outgoing" to No, and enter each login; both servers must let it act for all mailboxes of the profile.',
      },
    ],
  },
  ja: {
    title: '2つのプロバイダーに同じ資格情報でログインする設定です',
    why: '受信と送信に同じユーザー名とパスワードが使われます。あるプロバイダーのアカウントで別のプロバイダーにはログインできないため、どちらかのログインが拒否されます。',
    message: ({ profile, fetched, sent }) =>
      `サーバー プロファイル「${profile}」は、${fetched}からの受信と${sent}での送信に同じユーザー名とパスワードを使います。`,
    fix: ({ profile, fetched }) => [
      adminCenter.ja.inProfile(
        profile,
        `「受信サーバーの位置」と「送信サーバーの位置」を、メールボックスのあるプロバイダー(受信側が正しければ${fetched})にそろえて保存し、「メールボックスのテストと有効化」を実行し直す。`,
      ),
      {
        who: 'system-administrator',
        do: '2つのプロバイダーを使い分ける場合は、認証方法を「電子メール サーバー プロファイルで指定した資格情報」、「送信に同じ設定を使用する」を「いいえ」にし、それぞれの資格情報を入力する(どちらのアカウントにも、このプロファイルのすべてのメールボックスで送受信する権限が必要)。',
      },
    ],
  },
  sources: ['derived: an account belongs to one provider', productPages.passwordProfiles],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: {
              incomingServerLocation: 'pop.gmail.com',
              outgoingServerLocation: 'smtp.office365.com',
            },
          },
        },
      },
    ],
    good: [
      {
        change: {
          profiles: {
            contoso: { incomingServerLocation: 'pop.gmail.com', outgoingServerLocation: 'smtp.gmail.com' },
          },
        },
      },
      {
        change: {
          profiles: {
            contoso: {
              incomingServerLocation: 'pop.gmail.com',
              outgoingServerLocation: 'smtp.office365.com',
              useSameSettingsForOutgoingConnections: false,
              outgoingCredentialRetrieval: 'profile',
              outgoingUserName: 'relay@example.com',
              isOutgoingPasswordSet: true,
            },
          },
        },
      },
    ],
  },
});
