// MC429: a POP3, IMAP or SMTP profile points to Exchange Web Services.

import { adminCenter } from './admin-center.ts';
import { directionWords, isMailServer, nameOf, serverTypeWords, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC429',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    isMailServer(facts)
      ? sidesOf(facts).flatMap(({ direction, side }) =>
          /\/ews\/|exchange\.asmx/i.test(side.host ?? '')
            ? [
                {
                  params: {
                    profile: nameOf(facts),
                    direction,
                    type: serverTypeWords[facts.effective.serverType ?? 'pop3-smtp'],
                  },
                  where: facts.profile.where([`${direction}ServerLocation`]),
                },
              ]
            : [],
        )
      : [],
  en: {
    title: 'Exchange and a mail server cannot be mixed in one profile',
    why: 'A profile is for one kind of server: Exchange for both directions, or POP3 or IMAP with SMTP. Mixes such as "Exchange/SMTP" or "POP3/Exchange" are not supported.',
    message: ({ profile, direction, type }) =>
      `"${profile}" is of the type ${type}, but its ${directionWords.en[direction]} location is an address of Exchange Web Services.`,
    fix: ({ profile, direction }) => [
      adminCenter.en.inProfile(
        profile,
        `write the name of the ${directionWords.en[direction]} mail server, like mail.example.com; for Exchange create a profile of the type "Exchange Server (Hybrid)" or use "Microsoft Exchange Online".`,
      ),
    ],
  },
  ja: {
    title: '1つのプロファイルに Exchange とほかのメールサーバーは混在できません',
    why: 'プロファイルは1種類のサーバーを対象とします。送受信とも Exchange にするか、POP3 または IMAP と SMTP の組み合わせにします。「Exchange/SMTP」や「POP3/Exchange」のような混在はサポートされていません。',
    message: ({ profile, direction, type }) =>
      `「${profile}」の種類は ${type} ですが、${directionWords.ja[direction]}サーバーの場所が Exchange Web Services のアドレスです。`,
    fix: ({ profile, direction }) => [
      adminCenter.ja.inProfile(
        profile,
        `${directionWords.ja[direction]}サーバーの場所を mail.example.com のようなメールサーバー名にする。Exchange を使う場合は「Exchange Server (ハイブリッド)」のプロファイルを作成するか、「Microsoft Exchange Online」を使う。`,
      ),
    ],
  },
  sources: [
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  examples: {
    bad: [
      {
        change: {
          profiles: { contoso: { outgoingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx' } },
        },
      },
    ],
    good: [{}],
  },
});
