// MC412: Power Apps US Government does not open this port to the Internet.

import { adminCenter, productPages } from './admin-center.ts';
import { directionWords, nameOf, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

/** The product page's list: HTTP, HTTPS, secure SMTP, secure POP3. */
const open: readonly number[] = [80, 443, 465, 995];

export default defineRule({
  code: 'MC412',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    facts.environment?.fields.cloud?.startsWith('us-government') === true
      ? sidesOf(facts).flatMap(({ direction, side }) =>
          side.port === undefined || open.includes(side.port)
            ? []
            : [
                {
                  params: {
                    profile: nameOf(facts),
                    direction,
                    port: side.port,
                    imap: side.protocol === 'imap',
                    gmail: side.credentialRetrieval === 'gmail-oauth',
                  },
                  where: facts.profile.where([`${direction}PortNumber`]),
                },
              ],
        )
      : [],
  en: {
    title: 'Power Apps US Government does not open this port',
    why: 'From Power Apps US Government only the ports 80, 443, 465 (SMTP with TLS) and 995 (POP3 with TLS) lead out. The usual 587 and 993 are closed.',
    message: ({ profile, direction, port }) =>
      `The server profile "${profile}" uses port ${port} for ${directionWords.en[direction]} mail, which Power Apps US Government does not open.`,
    fix: ({ profile, direction, imap, gmail }) => [
      adminCenter.en.inProfile(
        profile,
        gmail
          ? 'Gmail OAuth needs IMAP at 993, so it cannot be used here. With Gmail only POP3/SMTP with an app password is left: create such a profile (pop.gmail.com, incoming port 995; smtp.gmail.com, outgoing port 465), give it to the mailboxes, and run "Test & Enable Mailboxes".'
          : imap
            ? 'IMAP has no open port here: create a POP3/SMTP profile with incoming port 995 and outgoing port 465 and give it to the mailboxes; then run "Test & Enable Mailboxes" for them again.'
            : `under "Advanced" set the ${directionWords.en[direction]} port to ${direction === 'incoming' ? '995' : '465'} with SSL and save; the mail server must offer it. Then run "Test & Enable Mailboxes" again for every mailbox with this profile: the last test was with the old port.`,
      ),
    ],
  },
  ja: {
    title: 'Power Apps米国政府機関向け環境で開いていないポートです',
    why: 'Power Apps米国政府機関向け環境から外に接続できるポートは、80、443、465(セキュリティSMTP)、995(セキュリティPOP3)だけです。一般的な587と993は使えません。',
    message: ({ profile, direction, port }) =>
      `サーバー プロファイル「${profile}」の「${directionWords.ja[direction]}ポート」が ${port} です。米国政府機関向け環境では開いていません。`,
    fix: ({ profile, direction, imap, gmail }) => [
      adminCenter.ja.inProfile(
        profile,
        gmail
          ? 'Gmail OAuthは993番のIMAPを使うため、この環境では利用できない。Gmailで残る方法は、アプリ パスワードによるPOP3/SMTPだけなので、そのプロファイルを新しく作り(pop.gmail.com、「受信ポート」995、smtp.gmail.com、「送信ポート」465)、メールボックスに設定して「メールボックスのテストと有効化」を実行する。'
          : imap
            ? 'IMAPに使えるポートはないため、「受信ポート」995、「送信ポート」465のPOP3/SMTPプロファイルを新しく作り、メールボックスに設定して「メールボックスのテストと有効化」を実行し直す。'
            : `「${directionWords.ja[direction]}ポート」を ${direction === 'incoming' ? '995' : '465'}(SSLあり)にして保存する(メールサーバーが対応していること)。前回のテストは変更前のポートについてのものなので、このプロファイルを使うすべてのメールボックスで「メールボックスのテストと有効化」を実行し直す。`,
      ),
    ],
  },
  sources: [productPages.passwordProfiles, 'derived: IMAP 993 and SMTP 587 of Gmail are outside that list'],
  examples: {
    bad: [
      {
        change: {
          environment: { cloud: 'us-government' },
          profiles: { contoso: { outgoingPortNumber: 587 } },
        },
      },
      {
        change: {
          environment: { cloud: 'us-government-high' },
          profiles: { contoso: { serverType: 'imap-smtp', incomingCredentialRetrieval: 'gmail-oauth' } },
        },
      },
    ],
    good: [
      {
        change: {
          environment: { cloud: 'us-government' },
          profiles: { contoso: { outgoingPortNumber: 465 } },
        },
      },
      { change: { profiles: { contoso: { outgoingPortNumber: 587 } } } },
    ],
  },
});
