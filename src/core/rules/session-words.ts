// Knows the words that the session rules share: labels of the profile's form, steps, protocols, quoting a server.
// Words only; may not look at facts. The steps that end a session rule's fix are in session-fix.ts.

import type { Dialect } from '../mail/dialect.ts';
import type { StepName } from '../mail/step.ts';
import type { Direction, SessionProtocol } from '../mail/protocol.ts';
import { knownCause } from './known-reply-words.ts';
import type { Language } from './rule.ts';
import type { SessionParams } from './session-hit.ts';

type FieldLabels = Record<'location' | 'port' | 'ssl' | 'authentication', string>;

/** Labels of the server profile's form, without quotation marks. */
export const labels: Record<Language, Record<Direction, FieldLabels>> = {
  en: {
    outgoing: {
      location: 'Outgoing Server Location',
      port: 'Outgoing Port',
      ssl: 'Use SSL for Outgoing Connection',
      authentication: 'Outgoing Authentication Protocol',
    },
    incoming: {
      location: 'Incoming Server Location',
      port: 'Incoming Port',
      ssl: 'Use SSL for Incoming Connection',
      authentication: 'Incoming Authentication Protocol',
    },
  },
  ja: {
    outgoing: {
      location: '送信サーバーの位置',
      port: '送信ポート',
      ssl: '送信接続に SSL を使用する',
      authentication: '送信認証プロトコル',
    },
    incoming: {
      location: '受信サーバーの位置',
      port: '受信ポート',
      ssl: '受信接続に SSL を使用する',
      authentication: '受信認証プロトコル',
    },
  },
};

export const stepWords: Record<Language, Record<StepName, string>> = {
  en: {
    token: 'the request for an access token',
    name: 'the name look-up',
    connect: 'the attempt to connect',
    greeting: 'the greeting',
    tls: 'the start of TLS',
    capabilities: 'the list of capabilities (EHLO, CAPA, CAPABILITY)',
    login: 'the login',
    inbox: 'the opening of the inbox',
    sender: 'the sender (MAIL FROM)',
    recipient: 'the recipient (RCPT TO)',
    queued: 'the hand-over of the message (DATA)',
    arrived: 'the wait for the message',
    removed: 'the removal of the message',
  },
  ja: {
    token: 'アクセス トークンの取得',
    name: '名前解決',
    connect: '接続',
    greeting: '最初の応答',
    tls: 'TLSの開始',
    capabilities: '対応機能の確認(EHLO、CAPA)',
    login: 'ログイン',
    inbox: '受信トレイを開く操作',
    sender: '差出人の指定(MAIL FROM)',
    recipient: '宛先の指定(RCPT TO)',
    queued: '本文の引き渡し(DATA)',
    arrived: '着信待ち',
    removed: 'テストメールの削除',
  },
};

export const protocolWords: Record<SessionProtocol, string> = {
  smtp: 'SMTP',
  pop3: 'POP3',
  imap: 'IMAP',
  ews: 'Exchange Web Services',
  graph: 'Microsoft Graph',
  https: 'HTTPS',
};

export const dialectWords: Record<Language, Record<Dialect, string>> = {
  en: {
    smtp: 'SMTP',
    pop3: 'POP3',
    imap: 'IMAP',
    http: 'HTTP (a web server)',
    ssh: 'SSH',
    tls: 'TLS',
    unknown: 'an unknown protocol',
    nothing: 'nothing',
  },
  ja: {
    smtp: 'SMTP',
    pop3: 'POP3',
    imap: 'IMAP',
    http: 'HTTP(Webサーバー)',
    ssh: 'SSH',
    tls: 'TLS',
    unknown: '不明なプロトコル',
    nothing: '応答なし',
  },
};

/** What it means, where it is known, and the server's own words in quotation marks, after a message; or nothing. */
export function said(
  { words, ...params }: Pick<SessionParams, 'words' | 'known' | 'host' | 'mailbox'>,
  language: Language,
): string {
  const known = knownCause(params, language);
  const cause = known === '' || language === 'ja' ? known : ` ${known}`;
  return `${cause}${saidAlone({ words }, language)}`;
}

/** The server's own words alone, after a message that says what they mean. */
export function saidAlone({ words }: { words?: string | undefined }, language: Language): string {
  if (words === undefined) return '';
  return language === 'en' ? ` The server said: ${quoted(words)}` : `サーバーの応答:「${words}」。`;
}

/** An English sentence's end in quotation marks, without a second full stop. */
export function quoted(words: string): string {
  return /[.!?]$/.test(words) ? `"${words}"` : `"${words}".`;
}

/** 2026-08-30T00:00:00.000Z → 2026-08-30 00:00:00 UTC; anything else as it is. */
export function momentWords(moment: string): string {
  return moment.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, '$1 $2 UTC');
}

/** TLSv1 → TLS 1.0, as everybody but OpenSSL writes it. */
export function tlsVersionWords(version: string): string {
  return version.replace(/^TLSv(\d)$/, 'TLSv$1.0').replace(/^TLSv/, 'TLS ');
}

/** The mailbox's own login, or the one that its server profile keeps for all of its mailboxes. */
export function whoseLogin({ credentialsIn, mailbox, profile }: SessionParams, language: Language): string {
  if (language === 'en') return credentialsIn === 'profile' ? `the server profile "${profile}"` : mailbox;
  return credentialsIn === 'profile' ? `サーバー プロファイル「${profile}」` : ` ${mailbox} `;
}

/** The account on the server: the mailbox's address where that logs in. Beside other words in Japanese, without spaces. */
export function account({ credentialsIn, mailbox }: SessionParams, language: Language): string {
  if (credentialsIn === 'mailbox') return language === 'ja' ? ` ${mailbox} ` : mailbox;
  return language === 'ja' ? 'ログインするアカウント' : 'the account that logs in';
}
