// MC430: a well-known host is set for a protocol that it does not speak.

import { hostOfProtocol } from '../mail/known-hosts.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC430',
  subject: 'profile',
  stage: 'profile',
  severity: 'warning',
  check: (facts) => {
    const { host, protocol } = facts.effective.incoming;
    const meant = protocol === undefined ? undefined : hostOfProtocol(host ?? '', protocol);
    return meant === undefined || protocol === undefined
      ? []
      : [
          {
            params: { profile: nameOf(facts), host: host ?? '', protocol, meant },
            where: facts.profile.where(['incomingServerLocation']),
          },
        ];
  },
  en: {
    title: 'The incoming host speaks another protocol',
    why: 'Gmail and others have a host for POP3 and another for IMAP. A POP3/SMTP profile with the host for IMAP, or the reverse, does not get past the greeting.',
    message: ({ profile, host, protocol, meant }) =>
      `"${profile}" fetches mail over ${protocol.toUpperCase()} from ${host}; for ${protocol.toUpperCase()} the host is ${meant}.`,
    fix: ({ profile, meant, protocol }) => [
      adminCenter.en.inProfile(
        profile,
        `set the incoming server location to ${meant} and the port to ${protocol === 'pop3' ? '995' : '993'}, save, and run "Test & Enable Mailboxes" again.`,
      ),
    ],
  },
  ja: {
    title: '受信サーバーのホストが別のプロトコル用です',
    why: 'Gmail などでは、POP3 用と IMAP 用でホストが異なります。POP3/SMTP のプロファイルに IMAP 用のホスト(またはその逆)を設定すると、接続直後に失敗します。',
    message: ({ profile, host, protocol, meant }) =>
      `「${profile}」は ${protocol.toUpperCase()} で ${host} から受信する設定ですが、${protocol.toUpperCase()} のホストは ${meant} です。`,
    fix: ({ profile, meant, protocol }) => [
      adminCenter.ja.inProfile(
        profile,
        `受信サーバーの場所を ${meant}、「受信ポート」を ${protocol === 'pop3' ? '995' : '993'} にして保存し、「メールボックスのテストと有効化」を実行し直す。`,
      ),
    ],
  },
  sources: ['https://support.google.com/mail/answer/7126229', productPages.passwordProfiles],
  examples: {
    bad: [
      { change: { profiles: { contoso: { incomingServerLocation: 'imap.gmail.com' } } } },
      {
        change: {
          profiles: { contoso: { serverType: 'imap-smtp', incomingServerLocation: 'pop.gmail.com' } },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          profiles: { contoso: { serverType: 'imap-smtp', incomingServerLocation: 'imap.mail.yahoo.co.jp' } },
        },
      },
    ],
  },
});
