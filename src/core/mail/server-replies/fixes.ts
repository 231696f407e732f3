// Knows the steps that several rows of server replies share, and short ways to write one. Words only.

import type { Who } from '../../rules/rule.ts';
import type { ReplyFix, ReplyRow } from './row.ts';

const by =
  (who: Who) =>
  (en: string, ja: string): ReplyFix => ({ who, do: { en, ja } });

export const system = by('system-administrator');
export const tenant = by('tenant-administrator');
export const user = by('mailbox-user');
export const server = by('mail-server-administrator');
export const network = by('network-administrator');
export const keeper = by('records-keeper');
export const entra = by('entra-administrator');
export const tester = by('mailcheck-user');

export const enter = (en: string, ja: string): ReplyFix => ({ enter: { en, ja } });

/** Rows of one vendor, one protocol or one stage say so once. */
export function rowsWith<Shared extends Partial<ReplyRow>>(
  shared: Shared,
  rows: readonly (Omit<ReplyRow, keyof Shared> & Partial<ReplyRow>)[],
): ReplyRow[] {
  return rows.map((row) => ({ ...shared, ...row }) as ReplyRow);
}

/** Telltales: how servers say that they do not pass mail on. */
export const relayDenied = [
  'relay access denied',
  'relaying denied',
  'relay not permitted',
  'unable to relay',
  'relaying not allowed',
  'relay denied',
] as const;

export const checkPassword = user(
  'Check that exactly this user name and password work in a mail program with the same server and port.',
  '同じサーバーとポートを設定したメールソフトで、このユーザー名とパスワードでログインできるか確かめる。',
);

/** Exchange's words for a wrong password are also those of its throttling. */
export const laterIfItWorked = tester(
  'If this login has worked before: leave it alone for half an hour, then test once more before anybody changes the password.',
  '以前はログインできていた場合は、パスワードを変更する前に、30分ほど何もせずに待ってから1回だけテストし直す。',
);

/** Conditional Access judges by place: https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network */
export const sameLoginElsewhere = tester(
  'Try the same login from another network. If it works there, a Conditional Access rule by location may forbid it from here; the sign-in log in Microsoft Entra shows the IP address that it came from. Dataverse comes from addresses of its own.',
  '別のネットワークから同じログインを試す。そこでは成功するなら、場所による条件付きアクセスの規則でここからのログインが禁じられている可能性がある。接続元のIPアドレスは、Microsoft Entraのサインイン ログでわかる(Dataverseからの接続は、また別のアドレスになる)。',
);

export const findInLogIfItWorks = server(
  'If it works there: find in the log of {host} why this login was refused.',
  'メールソフトではログインできる場合: このログインを拒否した理由を {host} のログで調べる。',
);

export const switchedOnIfItWorks = user(
  'If it works there: check that POP3 or IMAP is switched on in the account, and wait half an hour before the next test.',
  'メールソフトではログインできる場合: アカウントのPOP3またはIMAPが有効か確かめ、30分ほど待ってからもう一度テストする。',
);

export const enterWhatWorks = enter(
  'what works there as "User Name" (many servers want the full address) and "Password"',
  '「ユーザー名」と「パスワード」に、ログインできた組み合わせ(ユーザー名はメールアドレス全体を求められることが多い)',
);

export const exchangeProfile = system(
  'The lasting solution: set the "Server Profile" of the mailbox {mailbox} to "Microsoft Exchange Online", which needs no password; then approve the mailbox and run "Test & Enable Mailboxes".',
  '根本的な対処: メールボックス {mailbox} の「サーバー プロファイル」を「Microsoft Exchange Online」に変更し、承認と「メールボックスのテストと有効化」をやり直す(パスワードが不要になる)。',
);

export const gmailProfile = system(
  'The lasting solution: set the "Server Profile" of the mailbox {mailbox} to a Gmail profile with OAuth and sign in to Gmail there; it needs no app password.',
  '根本的な対処: メールボックス {mailbox} の「サーバー プロファイル」をGmail(OAuth)のプロファイルに変更し、その画面でGmailにサインインする(アプリ パスワードが不要になる)。',
);

export const googleAppPassword = user(
  'Create an app password: https://myaccount.google.com/apppasswords. If that page offers none, Google Workspace does not allow them: use the profile with OAuth below.',
  'アプリ パスワードを作る: https://myaccount.google.com/apppasswords(作れない場合はGoogle Workspaceで禁止されているので、下のOAuthのプロファイルを使う)',
);

export const useTls = system(
  'In the server profile set the port to one with TLS (SMTP 587 or 465, POP3 995, IMAP 993) and "Use SSL" to Yes.',
  'サーバー プロファイルのポートをTLSのもの(SMTPは587か465、POP3は995、IMAPは993)にし、「SSL を使用する」を「はい」にする。',
);

export const allowPlainOverTls = server(
  'On {host} allow user name and password over TLS (mechanism PLAIN or LOGIN). If only OAuth is offered, the mailbox needs a profile with OAuth.',
  '{host} で、TLS上のユーザー名とパスワードによるログイン(PLAINかLOGIN)を許可する。OAuthしかない場合は、OAuthのプロファイルを使う。',
);

export const findInServerLog = server(
  'If it stays so for an hour: see in the log of {host} why (directory, authentication service, disk, limits per user and address).',
  '1時間たっても続く場合: 理由を {host} のログで調べる(認証基盤、ディスク、ユーザーやアドレスごとの上限)。',
);

export const fewerAtOnce = system(
  'Fetch and send less at once with {mailbox}: other programs that use it (scanners, scripts, mail clients) and frequent tests count as well. Wait before the next try.',
  '{mailbox} を同時に使うものを減らす(複合機、スクリプト、メールソフト、連続したテストも数に入る)。次は時間を置いて試す。',
);

export const closeOtherReaders = system(
  'Close other programs that read {mailbox}, and wait until the other session is done.',
  '{mailbox} を読むほかのプログラムを閉じ、別の接続が終わるまで待つ。',
);

export const openElsewhere = {
  cause: {
    en: 'Another session has the mailbox open; it may be Dataverse itself, which polls it, or a mail program.',
    ja: '別の接続がメールボックスを開いています。定期的に受信するDataverse自身か、メールソフトの可能性があります。',
  },
  fix: [closeOtherReaders],
};

export const giveAccess = server(
  'Give the account that logs in access to {mailbox} on {host}.',
  '{host} で、ログインするアカウントに {mailbox} へのアクセス権を与える。',
);

export const makeRoom = user(
  'Make room in {mailbox} ("Sent Items", "Deleted Items"), or have its quota raised.',
  '{mailbox} を整理する(「送信済みアイテム」「削除済みアイテム」)。または容量を増やしてもらう。',
);

export const correctRecipient = system(
  'Correct the address in the contact (or in the "To" of the process); then send again.',
  '取引先担当者(またはプロセスの「宛先」)のアドレスを直し、送信し直す。',
);

export const askRecipient = system(
  'Tell the person by another way, and have the mail administrator of their domain look at it with the reply quoted here.',
  '別の手段で相手に連絡し、この応答を添えて、相手側のメール管理者に確認してもらう。',
);

export const sendAsRight = tenant(
  'Give the account that logs in the "Send as" right for {mailbox} (Exchange admin center > Recipients > Mailboxes > the mailbox > Delegation), or log in as {mailbox} itself.',
  'ログインするアカウントに {mailbox} の「メールボックス所有者として送信する」権限を与える(Exchange 管理センター >「受信者」>「メールボックス」> 対象 >「委任」)。または {mailbox} 自身でログインする。',
);

export const domainRecords = server(
  "In the DNS of the sender address's domain: an SPF record that names the sending server, a DKIM key with which that server signs, and a DMARC record.",
  '差出人アドレスのドメインのDNSに、送信サーバーを含むSPFレコード、送信サーバーの署名に使うDKIMの鍵、DMARCレコードを設定する。',
);

export const casMailbox = tenant(
  'See what is allowed: Get-CASMailbox {mailbox} | Format-List PopEnabled,ImapEnabled,SmtpClientAuthenticationDisabled; the sign-in log in Microsoft Entra names the reason.',
  '許可の状態を調べる: Get-CASMailbox {mailbox} | Format-List PopEnabled,ImapEnabled,SmtpClientAuthenticationDisabled。理由はMicrosoft Entraのサインイン ログで確認できる。',
);

export const outgoingCredentials = system(
  'In the server profile set the authentication protocol of the outgoing connection, and where the credentials come from.',
  'サーバー プロファイルで、送信接続の認証プロトコルと資格情報の取得元を設定する。',
);

export const signInAgain = user(
  'Sign in again and give consent: in the server profile "Sign in to Gmail", or wherever this token was made.',
  'もう一度サインインして同意する(サーバー プロファイルの「Gmail にサインイン」、またはこのトークンを作った画面)。',
);

export const enterPrincipalName = enter(
  'the user principal name (name@domain, not domain\\user) as "User Name" and the current "Password"',
  '「ユーザー名」にユーザー プリンシパル名(ドメイン名\\ユーザー名 ではなく、名前@ドメイン の形)、「パスワード」に現在のパスワード',
);

export const enterAppPassword = enter(
  'the full address as "User Name" and the app password (16 letters) as "Password"',
  '「ユーザー名」にメールアドレス全体、「パスワード」にアプリ パスワード(16文字)',
);

/** Providers that take a password made for mail programs alone. */
export function appPassword(account: string, en: string, ja: string): ReplyFix[] {
  return [
    user(
      `In the security settings of the ${account} account create ${en} for mail.`,
      `${account}アカウントのセキュリティ設定で、メール用の${ja}を作る。`,
    ),
    enter(
      `the full address as "User Name" and that ${en.replace(/^an? /, '')} as "Password"`,
      `「ユーザー名」にメールアドレス全体、「パスワード」にその${ja}`,
    ),
  ];
}
