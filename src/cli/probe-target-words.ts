// Knows the words for what cannot be looked at as it was typed, each with what to type instead. Words only.

import type { Language } from '../core/rules/rule.ts';

type Words = {
  address: string;
  credentials(scheme: string): string;
  notReadable(given: string): string;
  whichProtocol(host: string, port: number | undefined): string;
  unknownScheme(scheme: string, meant: string | undefined): string;
  onlyHttps(place: string): string;
  noPath(scheme: string): string;
  wrongPort(port: string): string;
  contradiction(scheme: string, tls: string): string;
};

const all = 'smtp://, smtps://, imap://, imaps://, pop3://, pop3s://, https://';

const placeOf = (host: string, port: number | undefined): string => {
  const name = host.includes(':') ? `[${host}]` : host;
  return port === undefined ? name : `${name}:${port}`;
};

export const probeTargetWords: Record<Language, Words> = {
  en: {
    address:
      'A server is looked at by its host, not by an address: type mailcheck probe smtp://HOST. A recorded mailbox is tested with: mailcheck test-mailbox ADDRESS',
    credentials: (scheme) =>
      `A user name or password does not belong in a URL, where process lists and shell histories show it. Type: mailcheck probe ${scheme}://HOST --user NAME --password-env VARIABLE (or --password-file FILE). A password that was typed there should be changed.`,
    notReadable: (given) => `"${given}" is no server that can be looked at. Type it like smtp://HOST:587.`,
    whichProtocol: (host, port) => {
      const place = placeOf(host, port);
      return `Which protocol does ${place} speak? Type one of: smtp://${place}, imap://${place}, pop3://${place}, https://${place} (with TLS at once: smtps://, imaps://, pop3s://).`;
    },
    unknownScheme: (scheme, meant) =>
      `"${scheme}://" is not looked at.${meant === undefined ? '' : ` Did you mean ${meant}?`} Allowed are ${all}.`,
    onlyHttps: (place) =>
      `"http://" is not looked at: without TLS no server can be told from another. Type https://${place}`,
    noPath: (scheme) => `${scheme}:// has no path: only host and port.`,
    wrongPort: (port) => `${port} is no port; ports go from 1 to 65535.`,
    contradiction: (scheme, tls) =>
      scheme === 'https' || scheme === 'ews'
        ? `${scheme}:// is TLS at once; --tls ${tls} does not go with it.`
        : `${scheme}:// is TLS at once; for --tls ${tls} type ${scheme.slice(0, -1)}://`,
  },
  ja: {
    address:
      'メールアドレスではなくサーバーのホスト名を指定してください: mailcheck probe smtp://ホスト。設定ファイルにあるメールボックスのテストは mailcheck test-mailbox アドレス です。',
    credentials: (scheme) =>
      `URLにユーザー名やパスワードを書かないでください。プロセス一覧やシェルの履歴に残ります。次のように指定します: mailcheck probe ${scheme}://ホスト --user 名前 --password-env 変数名(または --password-file ファイル)。パスワードを書いてしまった場合は、変更してください。`,
    notReadable: (given) =>
      `「${given}」はサーバーの指定として読み取れません。smtp://ホスト:587 のように指定してください。`,
    whichProtocol: (host, port) => {
      const place = placeOf(host, port);
      return `${place} のプロトコルがわかりません。smtp://${place}、imap://${place}、pop3://${place}、https://${place} のいずれかを指定してください(最初からTLSなら smtps://、imaps://、pop3s://)。`;
    },
    unknownScheme: (scheme, meant) =>
      `「${scheme}://」は調べられません。${meant === undefined ? '' : `${meant} のことですか。`}使えるのは ${all} です。`,
    onlyHttps: (place) =>
      `「http://」は調べられません。TLSなしでは相手が本物か確かめられないためです。https://${place} と指定してください。`,
    noPath: (scheme) => `${scheme}:// にパスは指定できません。ホストとポートだけを指定してください。`,
    wrongPort: (port) => `${port} はポート番号ではありません。1から65535までです。`,
    contradiction: (scheme, tls) =>
      scheme === 'https' || scheme === 'ews'
        ? `${scheme}:// は最初からTLSなので、--tls ${tls} とは一緒に使えません。`
        : `${scheme}:// は最初からTLSです。--tls ${tls} にするには ${scheme.slice(0, -1)}:// と指定してください。`,
  },
};
