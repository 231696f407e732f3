// Knows the words of `mailcheck login`, in the terminal and in the browser. Words only.

import type { Language } from '../core/rules/rule.ts';

type LoginWords = {
  noProfile(mailbox: string): string;
  password(profile: string): string;
  missing(record: string, key: string): string;
  records: Record<'mailboxes' | 'profiles', (id: string) => string>;
  noDeviceCode: string;
  notKeepable(key: string): string;
  proofMissing(detail: string): string;
  /** Before the address. */
  browse(user: string): string;
  /** Before the code. */
  device(user: string, address: string, seconds: number): string;
  waiting(seconds: number): string;
  timedOut(seconds: number): string;
  failed(host: string, how: string): string;
  refused: string;
  noRefreshToken: string;
  otherUser(found: string, wanted: string): string;
  otherUserFix(found: string): string;
  userUnknown(wanted: string): string;
  signedIn(user: string): string;
  keyring(name: string): string;
  file(name: string): string;
  notKept(where: string, problem: string): string;
  keepElsewhere: string;
  fellBack(problem: string): string;
  addLine(mailbox: string, line: string): string;
  recorded(place: string): string;
  next(mailbox: string): string;
  would: {
    signIn(user: string, host: string): string;
    keep(where: string): string;
    record(place: string, line: string): string;
    nothing: string;
  };
};

export const loginWords: Record<Language, LoginWords> = {
  en: {
    noProfile: (mailbox) =>
      `${mailbox} has no server profile in the records, so there is nothing to sign in to.`,
    password: (profile) =>
      `The server profile "${profile}" logs in with a password; nobody has to sign in for it. A sign-in is for the credential retrievals gmail-oauth and azure-ad-oauth.`,
    missing: (record, key) => `The record of ${record} lacks ${key}; a sign-in needs it.`,
    records: { mailboxes: (id) => `the mailbox "${id}"`, profiles: (id) => `the server profile "${id}"` },
    noDeviceCode:
      'Google gives no access to mail by device code. Sign in with a browser: leave out --device-code.',
    notKeepable: (key) =>
      `The record's oauthRefreshToken names ${key}, and nothing can be written there. Take the key out (the token then goes to the keyring or to a private file), or write oauthRefreshToken: { file: path } or { keyring: NAME }.`,
    proofMissing: (detail) => `The secret or certificate of the application cannot be used: ${detail}.`,
    browse: (user) => `Sign in as ${user} in a browser on this computer:`,
    device: (user, address, seconds) =>
      `On any device open ${address}, sign in as ${user} and type this code (valid ${seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`}):`,
    waiting: (seconds) => `Waiting up to ${seconds} s; Ctrl-C ends it.`,
    timedOut: (seconds) => `Nobody signed in within ${seconds} s; nothing was stored.`,
    failed: (host, how) => `${host} gave no usable answer (${how}); nothing was stored.`,
    refused: 'The sign-in was refused; nothing was stored.',
    noRefreshToken:
      'The sign-in worked, but no refresh token was given; nothing was stored. At Google: remove the app under https://myaccount.google.com/connections and sign in again. At Microsoft: the application needs the permission offline_access.',
    otherUser: (found, wanted) => `${found} signed in, and the mailbox needs ${wanted}; nothing was stored.`,
    otherUserFix: (found) =>
      `Sign in again with the right account (a private window helps). If ${found} is the account of this mailbox, write userName: ${found} into its record.`,
    userUnknown: (wanted) => `Who signed in is not said by the answer; it has to be ${wanted}.`,
    signedIn: (user) => `Signed in as ${user}.`,
    keyring: (name) => `the system's keyring (${name})`,
    file: (name) => `the file ${name} (readable by you alone)`,
    notKept: (where, problem) =>
      `The refresh token could not be kept in ${where}: ${problem}. Nothing was stored.`,
    keepElsewhere:
      'Write oauthRefreshToken: { file: path } with a path that can be written, and sign in again.',
    fellBack: (problem) => `No keyring could be used (${problem}).`,
    addLine: (mailbox, line) => `Add this to the record of the mailbox ${mailbox}: ${line}`,
    recorded: (place) => `Recorded in ${place}.`,
    next: (mailbox) =>
      `Next: mailcheck test-mailbox ${mailbox}. Dataverse keeps a sign-in of its own, which this does not change.`,
    would: {
      signIn: (user, host) => `Would sign in ${user} at ${host}.`,
      keep: (where) => `Would keep the refresh token in ${where}.`,
      record: (place, line) => `Would write into ${place}: ${line}`,
      nothing: 'Nothing was contacted or written (--dry-run).',
    },
  },
  ja: {
    noProfile: (mailbox) =>
      `${mailbox} のサーバー プロファイルが設定ファイルにないため、サインインする先がわかりません。`,
    password: (profile) =>
      `サーバー プロファイル「${profile}」はパスワードでログインするため、サインインは必要ありません。サインインするのは、資格情報の取得方法が gmail-oauth と azure-ad-oauth の場合です。`,
    missing: (record, key) => `設定ファイルの${record}に ${key} がありません。サインインに必要です。`,
    records: {
      mailboxes: (id) => `メールボックス「${id}」`,
      profiles: (id) => `サーバー プロファイル「${id}」`,
    },
    noDeviceCode:
      'Googleでは、デバイス コードによるサインインでメールへのアクセスを許可できません。--device-code を付けずに、ブラウザーでサインインしてください。',
    notKeepable: (key) =>
      `設定ファイルの oauthRefreshToken は ${key} を指していて、そこには書き込めません。このキーを消す(トークンはキーリングか専用のファイルに保存します)か、oauthRefreshToken: { file: パス } または { keyring: 名前 } と書いてください。`,
    proofMissing: (detail) => `アプリのシークレットまたは証明書を使えません(${detail})。`,
    browse: (user) =>
      `このコンピューターのブラウザーで次のアドレスを開き、${user} としてサインインしてください:`,
    device: (user, address, seconds) =>
      `どの端末でもかまわないので ${address} を開き、${user} としてサインインして、次のコードを入力してください(有効期間は${seconds < 120 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分`}):`,
    waiting: (seconds) => `最長${seconds}秒待ちます。Ctrl-Cで中止します。`,
    timedOut: (seconds) => `${seconds}秒以内にサインインがなかったため、何も保存していません。`,
    failed: (host, how) => `${host} から使える応答がありませんでした(${how})。何も保存していません。`,
    refused: 'サインインが拒否されました。何も保存していません。',
    noRefreshToken:
      'サインインはできましたが、更新トークンが発行されなかったため、何も保存していません。Googleの場合は https://myaccount.google.com/connections でアプリを削除してから、もう一度サインインしてください。Microsoftの場合は、アプリに offline_access のアクセス許可が必要です。',
    otherUser: (found, wanted) =>
      `サインインしたのは ${found} ですが、このメールボックスに必要なのは ${wanted} です。何も保存していません。`,
    otherUserFix: (found) =>
      `正しいアカウントでもう一度サインインしてください(プライベート ウィンドウを使うと確実です)。${found} がこのメールボックスのアカウントなら、その記録に userName: ${found} と書いてください。`,
    userUnknown: (wanted) =>
      `誰がサインインしたかは応答に含まれていません。${wanted} のアカウントでなければなりません。`,
    signedIn: (user) => `${user} としてサインインしました。`,
    keyring: (name) => `システムのキーリング(${name})`,
    file: (name) => `ファイル ${name}(本人だけが読み取り可能)`,
    notKept: (where, problem) =>
      `更新トークンを${where}に保存できませんでした(${problem})。何も保存していません。`,
    keepElsewhere:
      '書き込める場所を oauthRefreshToken: { file: パス } に書き、もう一度サインインしてください。',
    fellBack: (problem) => `キーリングは使えませんでした(${problem})。`,
    addLine: (mailbox, line) => `メールボックス ${mailbox} の記録に次の行を追加してください: ${line}`,
    recorded: (place) => `${place} に記録しました。`,
    next: (mailbox) =>
      `次に実行: mailcheck test-mailbox ${mailbox}。Dataverseのサインインは別のもので、この操作では変わりません。`,
    would: {
      signIn: (user, host) => `${host} で ${user} としてサインインします。`,
      keep: (where) => `更新トークンを${where}に保存します。`,
      record: (place, line) => `${place} に書き込みます: ${line}`,
      nothing: 'どこにも接続せず、何も書き込んでいません(--dry-run)。',
    },
  },
};

const page = (title: string, english: string, japanese: string): string =>
  `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>${title}</title>` +
  `<body style="font-family:sans-serif;margin:3em"><p>${english}</p><p lang="ja">${japanese}</p></body></html>\n`;

/** Both languages: the browser's is not the terminal's. */
export const loginPages = {
  received: page(
    'mailcheck',
    'mailcheck has received the answer. You can close this window; the terminal says how it went on.',
    'mailcheckが応答を受け取りました。このウィンドウは閉じてかまいません。結果はターミナルに表示されます。',
  ),
  notOurs: page(
    'mailcheck',
    'This is not the answer that mailcheck is waiting for. Begin again with the address in the terminal.',
    'mailcheckが待っている応答ではありません。ターミナルに表示されたアドレスからやり直してください。',
  ),
};
