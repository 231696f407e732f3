// MC322: this version cannot speak to the kind of server that the mailbox uses.

import { canLogIn } from '../delivery/plan.ts';
import { directions } from '../mail/protocol.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf, nameOfProfile } from './mailbox-questions.ts';
import { defineRule, type Hit } from './rule.ts';

type Params = {
  mailbox: string;
  profile: string;
  exchange: boolean;
  retrieval: string;
  /** Said once for all mailboxes of the profile (judge-profiles.ts). */
  wholeProfile?: true;
};

export default defineRule({
  code: 'MC322',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'unknown',
  check: (facts): Hit<Params>[] => {
    const { profile, effective, purpose } = facts;
    if (purpose !== 'test' || profile === undefined || effective?.serverType === undefined) return [];
    const unreachable = directions.filter(
      (direction) => isSynchronized(facts, direction) && !canLogIn(effective[direction]),
    );
    const first = unreachable[0];
    if (first === undefined) return [];
    return [
      {
        params: {
          mailbox: nameOf(facts),
          profile: nameOfProfile(facts) ?? profile.id,
          exchange: effective.exchange,
          retrieval: effective[first].credentialRetrieval,
        },
        where: profile.where([
          effective.exchange ? 'serverType' : `${effective[first].credentialsOf}CredentialRetrieval`,
        ]),
      },
    ];
  },
  en: {
    title: 'This version cannot test this kind of profile',
    why:
      'A live test speaks SMTP, POP3 and IMAP with user name and password. Exchange (EWS, Graph) and Gmail with OAuth need ' +
      'other ways in, so nothing is known about this mailbox from here. That is no fault of the mailbox.',
    message: ({ mailbox, profile, exchange, retrieval, wholeProfile }) =>
      `${wholeProfile ? 'These mailboxes use' : `${mailbox} uses`} the profile "${profile}" (${exchange ? 'an Exchange server' : `authentication "${retrieval}"`}), which this version cannot test.`,
    fix: ({ mailbox, wholeProfile }) => [
      {
        who: 'system-administrator',
        do: `Run "Test & Enable Mailboxes" for ${wholeProfile ? 'these mailboxes' : mailbox} in the Power Platform admin center (Environments > Settings > Email > Mailboxes) and wait for its result.`,
      },
      adminCenter.en.inRecord(
        wholeProfile ? 'each of these mailboxes' : `the mailbox ${mailbox}`,
        'outgoingEmailStatus: success or failure, and enabledForOutgoingEmail: true or false, as shown there',
      ),
    ],
  },
  ja: {
    title: 'このバージョンではテストできない種類のプロファイルです',
    why:
      'このツールのテストは、ユーザー名とパスワードによるSMTP、POP3、IMAPに対応しています。Exchange(EWS、Graph)とGmailのOAuthには対応していないため、' +
      'このメールボックスについてはここからは何もわかりません。メールボックスの問題ではありません。',
    message: ({ mailbox, profile, exchange, retrieval, wholeProfile }) =>
      `${wholeProfile ? '' : `${mailbox} が使う`}プロファイル「${profile}」(${exchange ? 'Exchangeサーバー' : `認証方法 ${retrieval}`})は、このバージョンではテストできません。`,
    fix: ({ mailbox, wholeProfile }) => [
      {
        who: 'system-administrator',
        do: `Power Platform 管理センター(「環境」>「設定」>「電子メール」>「メールボックス」)で${wholeProfile ? 'これらのメールボックス' : ` ${mailbox} `}に「メールボックスのテストと有効化」を実行し、結果を待つ。`,
      },
      adminCenter.ja.inRecord(
        wholeProfile ? '各メールボックス' : `メールボックス ${mailbox}`,
        '画面の結果どおりに outgoingEmailStatus: success または failure、enabledForOutgoingEmail: true または false',
      ),
    ],
  },
  sources: ["derived: the protocols and logins that this version's probes speak", productPages.profileTable],
  examples: {
    bad: [
      {
        change: {
          profiles: { contoso: { serverType: 'imap-smtp', incomingCredentialRetrieval: 'gmail-oauth' } },
        },
        purpose: 'test',
      },
      { change: { profiles: { contoso: { serverType: 'exchange-online' } } }, purpose: 'test' },
    ],
    good: [
      {
        change: {
          profiles: { contoso: { serverType: 'imap-smtp', incomingCredentialRetrieval: 'user-or-queue' } },
        },
        purpose: 'test',
      },
      {
        change: {
          profiles: { contoso: { serverType: 'imap-smtp', incomingCredentialRetrieval: 'gmail-oauth' } },
        },
      },
    ],
  },
});
