// The manual's section about what servers say: the table of replies, one line a row, printed from the table itself.

import type { FaultClass } from '../../core/mail/fault-class.ts';
import { replySources, type ReplySource } from '../../core/mail/server-replies/index.ts';
import type { ReplyActor, ReplyRow } from '../../core/mail/server-replies/row.ts';
import { replyCause } from '../../core/rules/known-reply-words.ts';
import type { Language } from '../../core/rules/rule.ts';
import { markdownText } from '../reporters/markdown-text.ts';

type Words = {
  title: string;
  intro: string;
  head: string;
  class: Record<FaultClass, string>;
  actor: Record<ReplyActor, string>;
  mailbox: string;
  source: Record<ReplySource, string>;
};

const words: Record<Language, Words> = {
  en: {
    title: 'What servers and libraries say',
    intro: 'An example of each; the steps are printed by: mailcheck explain "THE REPLY"',
    head: '| for example | what it means | class | who acts |',
    class: {
      credential: 'credentials',
      configuration: 'configuration',
      policy: 'policy',
      transient: 'temporary',
      network: 'network',
      certificate: 'certificate',
      local: 'local',
    },
    actor: {
      us: 'this side',
      'mail-administrator': 'administrator of the mail server',
      provider: 'provider',
      recipient: "recipient's side",
      network: 'network',
    },
    mailbox: 'the mailbox',
    source: {
      network: 'Node: names and connections',
      tls: 'Node and OpenSSL: TLS',
      certificate: 'Node and OpenSSL: certificates',
      nodemailer: 'nodemailer',
      imapflow: 'imapflow',
      'standard-login': 'Standards: login',
      'standard-session': 'Standards and common words: session',
      'standard-sending': 'Standards: addresses and messages',
      'exchange-online': 'Exchange Online',
      'exchange-server': 'Exchange Server',
      'exchange-api': 'Microsoft Graph and Exchange Web Services',
      'outlook-com': 'Outlook.com',
      gmail: 'Gmail',
      yahoo: 'Yahoo and AOL',
      icloud: 'iCloud',
      gmx: 'GMX and WEB.DE',
      postfix: 'Postfix',
      dovecot: 'Dovecot',
      exim: 'Exim',
      sendmail: 'Sendmail',
      'other-imap': 'Courier and Cyrus',
      token: 'OAuth: every token endpoint',
      entra: 'Microsoft Entra: AADSTS',
      'google-token': 'Google: token endpoint',
    },
  },
  ja: {
    title: 'サーバーやライブラリの応答',
    intro: 'それぞれの例です。対処方法は次で表示できます: mailcheck explain "応答"',
    head: '| 例 | 意味 | 分類 | 対処する人 |',
    class: {
      credential: '資格情報',
      configuration: '設定',
      policy: 'ポリシー',
      transient: '一時的',
      network: 'ネットワーク',
      certificate: '証明書',
      local: 'ローカル',
    },
    actor: {
      us: 'こちら側',
      'mail-administrator': 'メールサーバーの管理者',
      provider: '提供元',
      recipient: '受信側',
      network: 'ネットワークの管理者',
    },
    mailbox: 'メールボックス',
    source: {
      network: 'Node: 名前解決と接続',
      tls: 'NodeとOpenSSL: TLS',
      certificate: 'NodeとOpenSSL: 証明書',
      nodemailer: 'nodemailer',
      imapflow: 'imapflow',
      'standard-login': '標準: ログイン',
      'standard-session': '標準とよくある文言: 接続',
      'standard-sending': '標準: アドレスと本文',
      'exchange-online': 'Exchange Online',
      'exchange-server': 'Exchange Server',
      'exchange-api': 'Microsoft GraphとExchange Webサービス',
      'outlook-com': 'Outlook.com',
      gmail: 'Gmail',
      yahoo: 'YahooとAOL',
      icloud: 'iCloud',
      gmx: 'GMXとWEB.DE',
      postfix: 'Postfix',
      dovecot: 'Dovecot',
      exim: 'Exim',
      sendmail: 'Sendmail',
      'other-imap': 'CourierとCyrus',
      token: 'OAuth: 各社共通',
      entra: 'Microsoft Entra: AADSTS',
      'google-token': 'Google: トークンのエンドポイント',
    },
  },
};

export const repliesAnchor = 'server-replies';

export function repliesTitle(language: Language): string {
  return words[language].title;
}

export function repliesSection(language: Language): string[] {
  const said = words[language];
  return [
    '',
    `<a id="${repliesAnchor}"></a>`,
    '',
    `## ${said.title}`,
    '',
    said.intro,
    ...Object.entries(replySources).flatMap(([source, rows]) => [
      '',
      `### ${said.source[source as ReplySource]}`,
      '',
      said.head,
      '| --- | --- | --- | --- |',
      ...rows.map((row) => line(row, language)),
    ]),
  ];
}

function line(row: ReplyRow, language: Language): string {
  const { class: classes, actor, mailbox } = words[language];
  const cause = replyCause(row, { host: '', mailbox, orToken: true }, language);
  return `| ${[row.example, cause, classes[row.class], actor[row.acts]].map(markdownText).join(' | ')} |`;
}
