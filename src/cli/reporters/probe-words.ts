// Knows the words with which a server that was looked at by itself is described. Words only.

import type { Language } from '../../core/rules/rule.ts';

/** "warning": no fault, and something that may become one. */
export type ProbedVerdict = 'fine' | 'warning' | 'fault' | 'unknown';

type Words = {
  verdict: Record<ProbedVerdict, string>;
  assumed(url: string): string;
  httpAnswer: string;
  labels: Record<
    | 'address'
    | 'greeting'
    | 'tls'
    | 'certificate'
    | 'names'
    | 'issuer'
    | 'valid'
    | 'fingerprint'
    | 'chain'
    | 'before'
    | 'capabilities'
    | 'mechanisms'
    | 'size'
    | 'login'
    | 'answer'
    | 'server'
    | 'location'
    | 'signIn'
    | 'headers'
    | 'time',
    string
  >;
  noTls: string;
  onlyOlderTls(version: string): string;
  mode: Record<'implicit' | 'starttls', (command: 'STARTTLS' | 'STLS') => string>;
  dates(from: string, to: string): string;
  daysLeft(days: number): string;
  daysOver(days: number): string;
  daysUntil(days: number): string;
  more(count: number): string;
  loginBeforeTls: string;
  none: string;
  onlyAfterTls: string;
  size(bytes: number, readable: string | undefined): string;
  noFixedSize: string;
  notTried: string;
  noLoginThere: string;
  loggedIn(mechanism: string | undefined): string;
  notFollowed(place: string): string;
  supply: Record<'env' | 'file', (name: string) => string>;
  summary(counts: Record<ProbedVerdict, number>): string;
  separator: string;
};

export const probeWords: Record<Language, Words> = {
  en: {
    verdict: {
      fine: 'nothing wrong was found',
      warning: 'no fault, but something to look into',
      fault: 'a fault was found',
      unknown: 'could not be determined',
    },
    assumed: (url) => `Assumed: ${url}. Type a URL to look otherwise.`,
    httpAnswer: 'HTTP answer',
    labels: {
      address: 'Address',
      greeting: 'Greeting',
      tls: 'TLS',
      certificate: 'Certificate',
      names: 'Names',
      issuer: 'Issuer',
      valid: 'Valid',
      fingerprint: 'SHA-256',
      chain: 'Chain',
      before: 'Before TLS',
      capabilities: 'Capabilities',
      mechanisms: 'Login methods',
      size: 'Size limit',
      login: 'Login',
      answer: 'Answer',
      server: 'Server',
      location: 'Redirects to',
      signIn: 'Sign-in',
      headers: 'Headers',
      time: 'Time in all',
    },
    noTls: 'none: everything crosses in clear text',
    onlyOlderTls: (version) => `${version} at most, found on a second connection; too old to go on`,
    mode: { implicit: () => 'at once', starttls: (command) => `after ${command}` },
    dates: (from, to) => `${from} to ${to}`,
    daysLeft: (days) => ` (${days} ${days === 1 ? 'day' : 'days'} left)`,
    daysOver: (days) => ` (expired ${days} ${days === 1 ? 'day' : 'days'} ago)`,
    daysUntil: (days) => ` (begins in ${days} ${days === 1 ? 'day' : 'days'})`,
    more: (count) => `and ${count} more`,
    loginBeforeTls: 'a login is offered before TLS: a mail program may send the password in clear text',
    none: 'none offered',
    onlyAfterTls: 'not seen (told only after TLS)',
    size: (bytes, readable) => (readable === undefined ? `${bytes} bytes` : `${readable} (${bytes} bytes)`),
    noFixedSize: 'no fixed limit',
    notTried: 'not tried; add --user NAME and --password-env VARIABLE',
    noLoginThere: 'not tried',
    loggedIn: (mechanism) => (mechanism === undefined ? 'works' : `works (${mechanism})`),
    notFollowed: (place) => `${place} (not followed)`,
    supply: {
      env: (name) =>
        `Set the environment variable ${name} to the password, or name another one with --password-env, and run this again.`,
      file: (name) =>
        `Write the password into the file ${name}, or name another one with --password-file, and run this again.`,
    },
    summary: ({ fine, warning, fault, unknown }) =>
      `${fine + warning} without a fault, ${fault} with a fault, ${unknown} not determined.`,
    separator: ', ',
  },
  ja: {
    verdict: {
      fine: '問題は見つかりませんでした',
      warning: 'エラーはありませんが、確認が必要です',
      fault: 'エラーが見つかりました',
      unknown: '判定できません',
    },
    assumed: (url) => `${url} とみなしました。別の方法で調べるには、URLの形で指定してください。`,
    httpAnswer: 'HTTPの応答',
    labels: {
      address: 'アドレス',
      greeting: '最初の応答',
      tls: 'TLS',
      certificate: '証明書',
      names: '名前',
      issuer: '発行者',
      valid: '有効期間',
      fingerprint: 'SHA-256',
      chain: 'チェーン',
      before: 'TLSの前の機能',
      capabilities: '対応機能',
      mechanisms: 'ログイン方法',
      size: 'サイズの上限',
      login: 'ログイン',
      answer: '応答',
      server: 'サーバー',
      location: '転送先',
      signIn: 'サインイン',
      headers: 'ヘッダー',
      time: '全体の時間',
    },
    noTls: 'なし(すべて平文で流れます)',
    onlyOlderTls: (version) => `${version} まで(別の接続で確認)。古いため接続を打ち切りました`,
    mode: { implicit: () => '最初から', starttls: (command) => `${command}の後` },
    dates: (from, to) => `${from} から ${to} まで`,
    daysLeft: (days) => `(残り${days}日)`,
    daysOver: (days) => `(${days}日前に期限切れ)`,
    daysUntil: (days) => `(開始まで${days}日)`,
    more: (count) => `ほか${count}件`,
    loginBeforeTls: 'TLSの前にログインを提供しています。メールソフトがパスワードを平文で送る可能性があります',
    none: '提供なし',
    onlyAfterTls: '未確認(TLSの後で示されます)',
    size: (bytes, readable) => (readable === undefined ? `${bytes} バイト` : `${readable}(${bytes} バイト)`),
    noFixedSize: '決まった上限なし',
    notTried: '試していません(--user 名前 と --password-env 変数名 を指定すると試します)',
    noLoginThere: '試していません',
    loggedIn: (mechanism) => (mechanism === undefined ? '成功' : `成功(${mechanism})`),
    notFollowed: (place) => `${place}(たどっていません)`,
    supply: {
      env: (name) =>
        `環境変数 ${name} にパスワードを設定するか、--password-env で別の環境変数を指定してから、もう一度実行してください。`,
      file: (name) =>
        `ファイル ${name} にパスワードを書き込むか、--password-file で別のファイルを指定してから、もう一度実行してください。`,
    },
    summary: ({ fine, warning, fault, unknown }) =>
      `エラーなし ${fine + warning}件、エラーあり ${fault}件、判定できず ${unknown}件`,
    separator: '、',
  },
};
