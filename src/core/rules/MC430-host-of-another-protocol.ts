// MC430: a well-known host is set for a protocol that it does not speak.

import { hostOfProtocol } from '../mail/known-hosts.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { directionWords, nameOf, placeOfLocation, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC430',
  subject: 'profile',
  stage: 'profile',
  severity: 'warning',
  check: (facts) =>
    sidesOf(facts).flatMap(({ direction, side: { host, protocol } }) => {
      const meant = host === undefined || protocol === undefined ? undefined : hostOfProtocol(host, protocol);
      return meant === undefined || host === undefined || protocol === undefined
        ? []
        : [
            {
              params: { profile: nameOf(facts), direction, host, protocol, meant, port: ports[protocol] },
              where: placeOfLocation(facts, direction),
            },
          ];
    }),
  en: {
    title: 'The host speaks another protocol',
    why: 'Gmail and others have a host of its own for POP3, for IMAP and for SMTP. At the host of another protocol nobody answers at this port, or the greeting is not understood.',
    message: ({ profile, direction, host, protocol, meant }) =>
      `The server profile "${profile}" ${direction === 'incoming' ? 'fetches' : 'sends'} mail over ${protocol.toUpperCase()} ${direction === 'incoming' ? 'from' : 'through'} ${host}; for ${protocol.toUpperCase()} the host is ${meant}.`,
    fix: ({ profile, direction, meant, port }) => [
      adminCenter.en.inProfile(
        profile,
        `set the ${directionWords.en[direction]} server location to ${meant} and the ${directionWords.en[direction]} port to ${port}, save, and run "Test & Enable Mailboxes" again.`,
      ),
    ],
  },
  ja: {
    title: 'サーバーのホストが別のプロトコル用です',
    why: 'Gmailなどでは、POP3用、IMAP用、SMTP用でホストが異なります。別のプロトコル用のホストを設定すると、そのポートでは応答がないか、接続直後に失敗します。',
    message: ({ profile, direction, host, protocol, meant }) =>
      `サーバー プロファイル「${profile}」は${protocol.toUpperCase()}で ${host} ${direction === 'incoming' ? 'から受信' : 'に送信'}する設定ですが、${protocol.toUpperCase()}のホストは ${meant} です。`,
    fix: ({ profile, direction, meant, port }) => [
      adminCenter.ja.inProfile(
        profile,
        `「${directionWords.ja[direction]}サーバーの位置」を ${meant}、「${directionWords.ja[direction]}ポート」を ${port} にして保存し、「メールボックスのテストと有効化」を実行し直す。`,
      ),
    ],
  },
  sources: ['https://support.google.com/mail/answer/7126229', productPages.passwordProfiles],
  examples: {
    bad: [
      { change: { profiles: { contoso: { outgoingServerLocation: 'pop.gmail.com' } } } },
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

/** With TLS, as Gmail documents them. */
const ports = { smtp: 587, pop3: 995, imap: 993 } as const;
