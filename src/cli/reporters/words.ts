// Knows what stages, steps, facts and values are called, both languages. Data only. The labels are the admin center's own
// where it has one.

import type { MessageKind } from '../../core/delivery/message.ts';
import type { Stage } from '../../core/delivery/stage.ts';
import type { NotTriedReason, RejectionReason, StepName } from '../../core/mail/step.ts';
import type { Direction } from '../../core/mail/protocol.ts';
import type { FactName } from '../../core/path-report.ts';
import type { Language, Severity } from '../../core/rules/rule.ts';

type Both<K extends string> = Record<Language, Record<K, string>>;

export const stageWords: Both<Stage> = {
  en: {
    request: 'request',
    recipient: 'recipient',
    process: 'process',
    sender: 'sender',
    mailbox: 'mailbox',
    profile: 'profile',
    server: 'server',
    domain: 'domain',
    arrival: 'arrival',
  },
  ja: {
    request: '送信の要求',
    recipient: '宛先',
    process: 'プロセス',
    sender: '差出人',
    mailbox: 'メールボックス',
    profile: 'サーバー プロファイル',
    server: 'メールサーバー',
    domain: 'ドメイン',
    arrival: '着信',
  },
};

export const messageWords: Both<Exclude<MessageKind, 'workflow'>> = {
  en: {
    'email-confirmation': 'confirmation e-mail',
    'two-factor-code': 'two-factor code',
    'password-reset': 'password reset e-mail',
    invitation: 'invitation e-mail',
    'guest-passcode': 'one-time passcode',
  },
  ja: {
    'email-confirmation': 'メールアドレスの確認メール',
    'two-factor-code': '2要素認証コードのメール',
    'password-reset': 'パスワードのリセット メール',
    invitation: '招待メール',
    'guest-passcode': 'ワンタイム パスコードのメール',
  },
};

export const severityWords: Both<Severity> = {
  en: {
    error: 'error',
    warning: 'warning',
    information: 'information',
    unknown: 'unknown',
    'not-requested': 'not requested',
  },
  ja: {
    error: 'エラー',
    warning: '警告',
    information: '情報',
    unknown: '不明',
    'not-requested': '送信不要',
  },
};

/** Facts that need their name said; the others are understood from their stage. */
export const factWords: Record<Language, Partial<Record<FactName, string>>> = {
  en: {
    'default-setting': 'default',
    owner: 'owner',
    state: 'state',
    step: 'step',
    from: 'From',
    approval: 'approval',
    'approved-by': 'approved by',
    'approved-on': 'approved on',
    'outgoing-status': 'outgoing',
    'test-run-by': 'test run by',
    'test-run-on': 'test run on',
    'tested-on': 'tested on',
    'seen-on': 'seen on',
    tenant: 'tenant',
    passcode: 'Email one-time passcode',
  },
  ja: {
    'default-setting': '既定',
    owner: '所有者',
    state: '状態',
    step: 'ステップ',
    from: '差出人の指定',
    approval: '承認',
    'approved-by': '承認者',
    'approved-on': '承認日時',
    'outgoing-status': '送信テスト',
    'test-run-by': 'テスト実行者',
    'test-run-on': 'テスト実行日時',
    'tested-on': 'テスト日時',
    'seen-on': '確認日時',
    tenant: 'テナント',
    passcode: '電子メール ワンタイム パスコード',
  },
};

/** Words of the records, as the screens show them; a value that is not here is shown as it is. */
export const valueWords: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    'not-run': 'Not Run',
    success: 'Success',
    failure: 'Failure',
    approved: 'Approved',
    'pending-approval': 'Pending Approval',
    rejected: 'Rejected',
    empty: 'Empty',
    draft: 'Draft',
    activated: 'Activated',
    suspended: 'Suspended',
    active: 'Active',
    inactive: 'Inactive',
    'server-side-synchronization': 'Server-Side Synchronization',
    none: 'None',
    outlook: 'Dynamics 365 for Outlook',
    'forward-mailbox': 'Forward Mailbox',
  },
  ja: {
    'not-run': '未実行',
    success: '成功',
    failure: '失敗',
    approved: '承認済み',
    'pending-approval': '承認待ち',
    rejected: '拒否',
    empty: '空',
    draft: '下書き',
    activated: 'アクティブ化済み',
    suspended: '中断',
    active: 'アクティブ',
    inactive: '非アクティブ',
    'server-side-synchronization': 'サーバー側同期',
    none: 'なし',
    outlook: 'Dynamics 365 for Outlook',
    'forward-mailbox': '転送メールボックス',
  },
};

/** Why a tenant sends passcodes, or does not. */
export const passcodeWords: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    enabled: 'on',
    disabled: 'off',
    automatic: 'on by default since October 2021',
    'us-government': 'off, the default in the US Government cloud',
    'default-not-known': 'left at its default',
    'not-recorded': 'not recorded',
  },
  ja: {
    enabled: '有効',
    disabled: '無効',
    automatic: '有効(2021年10月以降の既定)',
    'us-government': '無効(米国政府機関向けクラウドの既定)',
    'default-not-known': '既定のまま',
    'not-recorded': '記録なし',
  },
};

export const evidenceWords: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    none: 'never tested',
    'not-recorded': 'no test is recorded',
    live: 'looked at just now',
    saved: 'not contacted now; judged by the evidence file',
    stored: 'not contacted now; known from the last test',
  },
  ja: {
    none: '未テスト',
    'not-recorded': 'テストの記録なし',
    live: '今回接続して確認',
    saved: '今回は接続せず、保存した応答で判定',
    stored: '今回は接続せず(前回のテストの結果)',
  },
};

/** How far a look went that stopped before the login, as asked. */
export const reachedWords: Record<Language, Readonly<Record<string, string>>> = {
  en: { connect: 'connected, not logged in', tls: 'connected and encrypted, not logged in' },
  ja: { connect: '接続まで確認(ログインなし)', tls: '接続と暗号化まで確認(ログインなし)' },
};

export const directionWords: Both<Direction> = {
  en: { incoming: 'incoming', outgoing: 'outgoing' },
  ja: { incoming: '受信', outgoing: '送信' },
};

export const stepWords: Both<StepName> = {
  en: {
    token: 'access token',
    name: 'host name',
    connect: 'connected',
    greeting: 'greeting',
    tls: 'encrypted',
    capabilities: 'capabilities',
    login: 'logged in',
    inbox: 'inbox opened',
    sender: 'sender accepted',
    recipient: 'recipient accepted',
    queued: 'queued',
    arrived: 'arrived',
    removed: 'removed again',
  },
  ja: {
    token: 'アクセス トークン',
    name: 'ホスト名',
    connect: '接続',
    greeting: '最初の応答',
    tls: '暗号化',
    capabilities: '機能の確認',
    login: 'ログイン',
    inbox: '受信トレイ',
    sender: '差出人の受理',
    recipient: '宛先の受理',
    queued: 'キューに受理',
    arrived: '着信',
    removed: 'テストメール削除',
  },
};

export const notTriedWords: Both<NotTriedReason> = {
  en: {
    'earlier-step-failed': 'an earlier step failed',
    'not-asked': 'not asked for',
    'no-credentials': 'no user name and password',
    'other-direction-failed': 'nothing was sent',
    interrupted: 'interrupted',
    'refused-before': 'this password was refused before in this run',
    'not-supported': 'not supported by this version',
  },
  ja: {
    'earlier-step-failed': '前の手順で失敗したため',
    'not-asked': '指定されていないため',
    'no-credentials': 'ユーザー名とパスワードがないため',
    'other-direction-failed': '送信できていないため',
    interrupted: '中断したため',
    'refused-before': '同じパスワードがすでに拒否されたため',
    'not-supported': 'このバージョンでは未対応のため',
  },
};

export const rejectionWords: Both<RejectionReason> = {
  en: {
    'starttls-not-offered': 'STARTTLS is not offered',
    'starttls-injection': 'unencrypted bytes after the answer to STARTTLS',
    'certificate-expired': 'the certificate has expired',
    'certificate-not-yet-valid': 'the certificate is not valid yet',
    'certificate-other-host': 'the certificate is for another host',
    'certificate-untrusted': "the certificate's issuer is not trusted",
    'certificate-self-signed': 'the certificate is self-signed',
    'certificate-invalid': 'the certificate is invalid',
    'authentication-not-offered': 'no login is offered',
    'no-common-mechanism': 'no login mechanism in common',
    'clear-text-forbidden': 'credentials would cross the wire unencrypted',
    'unsafe-characters': 'a line break or NUL in user name, password or address',
    'smtputf8-not-offered': 'the address needs SMTPUTF8, which is not offered',
    'token-for-another-audience': 'the token is for another service',
    'token-lacks-permission': 'the token lacks the permission',
    'token-of-another-tenant': 'the token is of another tenant',
    'token-of-another-application': 'the token is of another application',
    'token-of-another-user': 'the token is of another user',
    'token-expired': 'the token has expired by the clock here',
    'token-not-yet-valid': 'the token is not valid yet by the clock here',
    'redirected-elsewhere': 'redirected to a host that may not have the credentials',
    'autodiscover-found-nothing': 'Autodiscover named no address of Exchange Web Services',
    'message-not-unique': 'our message cannot be told from others here',
    'taken-by-another-reader': 'taken by another reader',
    'not-removable': 'the server cannot remove one message alone; it stays',
  },
  ja: {
    'starttls-not-offered': 'サーバーがSTARTTLSに対応していない',
    'starttls-injection': 'STARTTLSの応答の後に平文のデータが続いた',
    'certificate-expired': '証明書の有効期限が切れている',
    'certificate-not-yet-valid': '証明書の有効期間がまだ始まっていない',
    'certificate-other-host': '証明書が別のホストのもの',
    'certificate-untrusted': '証明書の発行元を信頼できない',
    'certificate-self-signed': '自己署名の証明書',
    'certificate-invalid': '証明書が正しくない',
    'authentication-not-offered': 'サーバーがログインを受け付けていない',
    'no-common-mechanism': '共通の認証方式がない',
    'clear-text-forbidden': '暗号化せずに資格情報を送ることになる',
    'unsafe-characters': 'ユーザー名・パスワード・アドレスに改行かNULがある',
    'smtputf8-not-offered': 'このアドレスに必要なSMTPUTF8にサーバーが対応していない',
    'token-for-another-audience': 'トークンが別のサービス用',
    'token-lacks-permission': 'トークンに必要なアクセス許可がない',
    'token-of-another-tenant': 'トークンが別のテナントのもの',
    'token-of-another-application': 'トークンが別のアプリのもの',
    'token-of-another-user': 'トークンが別のユーザーのもの',
    'token-expired': 'このコンピューターの時計ではトークンの期限が切れている',
    'token-not-yet-valid': 'このコンピューターの時計ではトークンがまだ有効でない',
    'redirected-elsewhere': '資格情報を送れない別のホストへ転送された',
    'autodiscover-found-nothing': '自動検出でExchange Webサービスのアドレスが見つからない',
    'message-not-unique': '自分のメールをほかと区別できない',
    'taken-by-another-reader': '別のプログラムが先に取り出した',
    'not-removable': '1通だけを削除できないサーバーのため残した',
  },
};
