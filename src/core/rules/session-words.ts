// Knows the words that the session rules share: labels of the profile's form, steps, protocols, quoting a server.
// Words only; may not look at facts.

import type { Dialect } from '../mail/dialect.ts';
import type { StepName } from '../mail/step.ts';
import type { Direction, SessionProtocol } from '../mail/protocol.ts';
import { replyRow } from '../mail/server-replies/known-reply.ts';
import { adminCenter } from './admin-center.ts';
import { graphAddress } from './graph-address.ts';
import { knownCause } from './known-reply-words.ts';
import type { FixStep, Language } from './rule.ts';
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
    token: 'asking for an access token',
    name: 'the name look-up',
    connect: 'connecting',
    greeting: 'the greeting',
    tls: 'the start of TLS',
    capabilities: 'the list of capabilities (EHLO, CAPA, CAPABILITY)',
    login: 'the login',
    inbox: 'opening the inbox',
    sender: 'the sender (MAIL FROM)',
    recipient: 'the recipient (RCPT TO)',
    queued: 'handing over the message (DATA)',
    arrived: 'waiting for the message',
    removed: 'removing the message',
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

/** Ports with TLS from the first byte, and with STARTTLS (RFC 8314 §3, RFC 6409 §3.1, RFC 2595). */
export const implicitPort: Record<SessionProtocol, number> = {
  smtp: 465,
  pop3: 995,
  imap: 993,
  ews: 443,
  graph: 443,
  https: 443,
};
export const startTlsPort: Record<SessionProtocol, number> = {
  smtp: 587,
  pop3: 110,
  imap: 143,
  ews: 443,
  graph: 443,
  https: 443,
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
  return language === 'en' ? ` The server said: ${quoted(words)}` : `サーバーの応答:「${words}」`;
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

/**
 * Change the profile on the platform, and the same in the record. `edit` is YAML. Microsoft Graph stands in no profile. Without
 * records: what would be changed in a profile that names this server.
 */
export function editProfile(
  params: SessionParams,
  what: string,
  edit: string,
  language: Language,
): FixStep[] {
  if (params.protocol === 'graph') return [graphAddress(params, language)];
  const { profile, again, protocol } = params;
  const sentence = `${what}${language === 'en' ? '.' : '。'}`;
  if (again !== undefined) {
    if (protocol === 'https') return [];
    const where =
      language === 'en'
        ? 'If a server profile of Dataverse names this server: '
        : 'Dataverseのサーバー プロファイルでこのサーバーを使う場合: ';
    return [{ who: 'system-administrator', do: where + sentence }];
  }
  return [adminCenter[language].inProfile(profile, sentence), recordProfile(profile, edit, language)];
}

function recordProfile(profile: string, edit: string, language: Language): FixStep {
  return {
    who: 'records-keeper',
    do:
      language === 'en'
        ? `Write the same into the record of the server profile "${profile}": ${edit}`
        : `設定ファイルのサーバー プロファイル「${profile}」も同じ内容にする: ${edit}`,
  };
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

/** What to type after `mailcheck test-mailbox`. */
function tested({ wholeProfile, profile, mailbox }: SessionParams): string {
  if (wholeProfile !== true) return mailbox;
  return `--profile ${/^[\w@.+-]+$/.test(profile) ? profile : `"${profile}"`}`;
}

/** After a "not now" without a time: at once would be too soon. */
export function lookLater(params: SessionParams, language: Language): FixStep {
  const { retryAfter, again } = params;
  if (retryAfter !== undefined) return lookAgain(params, language);
  const ofTheDay = params.known !== undefined && replyRow(params.known.row)?.ofTheDay === true;
  const wait = waits[language][ofTheDay ? 'day' : 'minutes'];
  if (again !== undefined)
    return {
      who: 'mailcheck-user',
      do: language === 'en' ? `${wait} look again: ${again}` : `${wait}もう一度調べる: ${again}`,
    };
  const command = `mailcheck test-mailbox ${tested(params)}`;
  return {
    who: 'system-administrator',
    do: language === 'en' ? `${wait} test again: ${command}` : `${wait}もう一度テストする: ${command}`,
  };
}

const waits = {
  en: { minutes: 'Wait a few minutes, then', day: 'Wait for up to 24 hours, then' },
  ja: { minutes: '数分待ってから、', day: '最長24時間待ってから、' },
} as const;

/** What ends most fixes: look again. */
export function lookAgain(params: SessionParams, language: Language): FixStep {
  const { retryAfter, again } = params;
  const at = retryAfter === undefined ? undefined : momentWords(retryAfter);
  if (again !== undefined)
    return {
      who: 'mailcheck-user',
      do:
        language === 'en'
          ? `${at === undefined ? 'Look again' : `Not before ${at}: look again`}: ${again}`
          : `${at === undefined ? 'もう一度調べる' : `${at} 以降にもう一度調べる`}: ${again}`,
    };
  return {
    who: 'system-administrator',
    do:
      language === 'en'
        ? `${at === undefined ? 'Test again' : `Not before ${at}: test again`}: mailcheck test-mailbox ${tested(params)}`
        : `${at === undefined ? 'もう一度テストする' : `${at} 以降にもう一度テストする`}: mailcheck test-mailbox ${tested(params)}`,
  };
}
