// MC408: the port is one that cannot exist.

import { adminCenter, productPages } from './admin-center.ts';
import { directionWords, nameOf, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC408',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    sidesOf(facts).flatMap(({ direction, side }) =>
      side.port === 0 || side.port === 65_536
        ? [
            {
              params: { profile: nameOf(facts), direction, port: side.port },
              where: facts.profile.where([`${direction}PortNumber`]),
            },
          ]
        : [],
    ),
  en: {
    title: 'The port cannot exist',
    why: 'TCP ports run from 1 to 65535. The form accepts 0 and 65536 all the same, and every connection then fails.',
    message: ({ profile, direction, port }) =>
      `The ${directionWords.en[direction]} port of the server profile "${profile}" is ${port}.`,
    fix: ({ profile, direction }) => [
      adminCenter.en.inProfile(
        profile,
        `under "Advanced" set the ${directionWords.en[direction]} port to the server's own (${direction === 'incoming' ? 'POP3 995, IMAP 993' : 'SMTP 587 or 465'}) and save.`,
      ),
    ],
  },
  ja: {
    title: 'ありえないポート番号です',
    why: 'TCPのポート番号は1から65535までです。画面では0と65536も入力できますが、接続は必ず失敗します。',
    message: ({ profile, direction, port }) =>
      `サーバー プロファイル「${profile}」の「${directionWords.ja[direction]}ポート」が ${port} です。`,
    fix: ({ profile, direction }) => [
      adminCenter.ja.inProfile(
        profile,
        `「${directionWords.ja[direction]}ポート」をサーバーのポート(${direction === 'incoming' ? 'POP3は995、IMAPは993' : 'SMTPは587または465'})にして保存する。`,
      ),
    ],
  },
  sources: [productPages.profileTable, 'RFC 6335 section 6'],
  examples: {
    bad: [
      { change: { profiles: { contoso: { outgoingPortNumber: 65_536 } } } },
      { change: { profiles: { contoso: { incomingPortNumber: 0 } } } },
    ],
    good: [{ change: { profiles: { contoso: { outgoingPortNumber: 65_535 } } } }],
  },
});
