// Knows the Japanese words for refused access tokens. Words only.

import type { TokenRefusalId } from '../mail/token-refusals.ts';
import type { FixStep, Who } from './rule.ts';
import type { TokenParams } from './token-hit.ts';
import type { TokenRefusalWords } from './token-refusal-words.ts';

const by =
  (who: Who) =>
  (step: string): FixStep => ({ who, do: step });
const byEntra = by('entra-administrator');
const byGoogle = by('mail-server-administrator');
const byKeeper = by('records-keeper');
const byUser = by('mailbox-user');

const app = ({ expected: { clientId } }: TokenParams): string =>
  `Microsoft Entra 管理センター >「アプリの登録」>「すべてのアプリケーション」> アプリ${clientId === undefined ? '' : ` ${clientId}`}`;
const enterpriseApp = ({ expected: { clientId } }: TokenParams): string =>
  `Microsoft Entra 管理センター >「エンタープライズ アプリケーション」> アプリ${clientId === undefined ? '' : ` ${clientId}`}`;
const project = 'Google Cloud コンソール >「Google Auth Platform」';
const signIn = ({ mailbox }: TokenParams): FixStep =>
  byUser(`${mailbox} のアカウントでもう一度サインインする: mailcheck login ${mailbox}`);
const compareIds = ({ profile }: TokenParams, keys: string): FixStep =>
  byKeeper(`設定ファイルのサーバー プロファイル「${profile}」を確かめる: ${keys}`);
const newSecret = (p: TokenParams): FixStep =>
  byEntra(
    `${app(p)} >「証明書とシークレット」>「新しいクライアント シークレット」を選び、すぐに「値」(「シークレット ID」ではない)をコピーして、設定ファイルの oauthClientSecret が示す場所に保存する。`,
  );
const signInLog = ({ mailbox, grant, expected: { clientId } }: TokenParams): FixStep =>
  byEntra(
    `Microsoft Entra 管理センター >「監視と正常性」>「サインイン ログ」${grant === 'refresh-token' ? `で ${mailbox} ` : `>「サービス プリンシパルのサインイン」でアプリ ${clientId ?? ''} `}の失敗したサインインを開く。「基本情報」と「条件付きアクセス」に、何が禁止したかが出ている。`,
  );
const withoutUser = ({ profile, grant }: TokenParams): FixStep[] =>
  grant !== 'refresh-token'
    ? []
    : [
        byKeeper(
          `または、利用者向けの規則に止められないアプリとしてサインインする。メールボックスの oauthRefreshToken を消し、サーバー プロファイル「${profile}」に oauthCertificate か oauthClientSecret を書く(アプリケーションの許可が必要)。`,
        ),
      ];

export const tokenRefusalWordsJa: Record<TokenRefusalId, TokenRefusalWords> = {
  'password-changed': {
    cause: 'サインインした後に、パスワードが変更・リセットされたか、セッションが取り消されました。',
    steps: (p) => [signIn(p)],
  },
  'unused-too-long': {
    cause: '更新トークンが90日間使われていません。',
    steps: (p) => [signIn(p), ...withoutUser(p)],
  },
  'refresh-token-expired': {
    cause:
      '更新トークンの期限が切れました(条件付きアクセスの「サインインの頻度」、または決められた有効期間)。',
    steps: (p) => [signIn(p), ...withoutUser(p)],
  },
  'refresh-token-invalid': {
    cause: '更新トークンが無効です。保存のときに途中で切れたか、別のアプリのものか、取り消されています。',
    steps: (p) => [
      signIn(p),
      compareIds(p, 'oauthClientId は、サインインしたアプリと同じでなければならない。'),
    ],
  },
  'google-expired-or-revoked': {
    cause:
      '更新トークンの期限が切れたか、取り消されています。考えられる原因を順に挙げると、アプリが「テスト中」のまま(トークンは7日で切れる)、6か月使われていない、Googleのパスワードの変更、利用者によるアクセス権の削除、同じアカウントとクライアントの新しいトークンが100個を超えた、です。',
    steps: (p) => [
      byGoogle(`${project} >「対象」の「公開ステータス」が「テスト中」なら、「アプリを公開」を押す。`),
      signIn(p),
    ],
  },
  'secret-expired': {
    cause: 'アプリのクライアント シークレットの期限が切れています。',
    steps: (p) => [newSecret(p)],
  },
  'secret-wrong': {
    cause:
      'クライアント シークレットが誤っています。「値」ではなく「シークレット ID」をコピーしていることがよくあります。',
    steps: (p) => [newSecret(p)],
  },
  'secret-missing': {
    cause: 'このアプリにはクライアント シークレットか証明書が必要ですが、設定ファイルにありません。',
    steps: (p) => [
      compareIds(p, 'oauthClientSecret: { env: 環境変数名 } か oauthCertificate: { file: … } を追加する。'),
      byEntra(
        `利用者のサインインだけに使う場合は、${app(p)} >「認証」>「設定」の「パブリック クライアント フローを許可する」を「はい」にしてもよい。`,
      ),
    ],
  },
  'secret-not-wanted': {
    cause: 'このアプリはパブリック クライアントなので、シークレットを示してはいけません。',
    steps: (p) => [compareIds(p, 'oauthClientSecret と oauthCertificate を消す。')],
  },
  'certificate-unknown': {
    cause: '署名に使った証明書がこのアプリに登録されていないか、期限が切れています。',
    steps: (p) => [
      byEntra(
        `${app(p)} >「証明書とシークレット」>「証明書」>「証明書のアップロード」で、設定ファイルの oauthCertificate が示すファイルの証明書を登録する(拇印と有効期限を見比べる)。`,
      ),
    ],
  },
  'client-refused': {
    cause: 'アプリ自体が認証されませんでした。シークレットか証明書が誤っています。',
    steps: (p) => [newSecret(p)],
  },
  'google-client-unknown': {
    cause:
      'Googleがクライアントを認識しません。IDかシークレットが誤っているか、クライアントが削除されています。',
    steps: (p) => [
      byGoogle(
        `${project} >「クライアント」で ${p.expected.clientId ?? '対象のクライアント'} を開き、「クライアント ID」を見比べる。必要なら「クライアント シークレット」に新しいものを追加する。`,
      ),
      compareIds(p, 'oauthClientId と、oauthClientSecret が示す場所にある値。'),
    ],
  },
  'google-key-unknown': {
    cause: 'サービス アカウントの鍵が無効です。鍵かサービス アカウントが削除されています。',
    steps: () => [
      byGoogle(
        'Google Cloud コンソール >「IAM と管理」>「サービス アカウント」> 対象のアカウント >「鍵」>「キーを追加」>「新しい鍵を作成」(JSON)を選び、設定ファイルの oauthServiceAccount が示す場所に保存する。',
      ),
    ],
  },
  'application-unknown': {
    cause:
      'テナントにこのアプリがありません。クライアントIDかテナントの書き誤りか、アプリがテナントに追加されていません。',
    steps: (p) => [
      byEntra(
        `${app(p)} >「概要」の「アプリケーション (クライアント) ID」と「ディレクトリ (テナント) ID」を確かめる。`,
      ),
      compareIds(p, 'oauthClientId と exchangeOnlineTenantId'),
    ],
  },
  'application-disabled': {
    cause: 'アプリがテナントで無効にされています。',
    steps: (p) => [
      byEntra(
        `${enterpriseApp(p)} >「プロパティ」で「ユーザーのサインインが有効になっていますか?」を「はい」にする。`,
      ),
    ],
  },
  'tenant-unknown': {
    cause: 'このクラウドに、そのテナントはありません。',
    steps: (p) => [
      byEntra('Microsoft Entra 管理センター >「概要」の「テナント ID」を確かめる。'),
      compareIds(
        p,
        'exchangeOnlineTenantId にそのIDを書く。パブリック クラウド以外のテナントなら、環境の cloud も書く。',
      ),
    ],
  },
  'tenant-missing': {
    cause: 'どのテナントかが要求に含まれていません。',
    steps: (p) => [
      compareIds(p, 'exchangeOnlineTenantId: 11111111-2222-3333-4444-555555555555 の形で追加する。'),
    ],
  },
  'user-not-in-tenant': {
    cause: 'サインインした利用者は別のテナントの人です。',
    steps: (p) => [
      compareIds(p, 'exchangeOnlineTenantId は、メールボックスのあるテナントでなければならない。'),
      signIn(p),
    ],
  },
  'resource-unknown': {
    cause: 'トークンの対象サービスがテナントにないか、このアプリでは使えません。',
    steps: (p) => [
      byEntra(
        `${app(p)} >「API のアクセス許可」>「アクセス許可の追加」>「所属する組織で使用している API」>「Office 365 Exchange Online」を追加する。`,
      ),
      compareIds(
        p,
        'exchangeOnlineTenantId は Exchange Online のあるテナントか。環境の endpoints.exchangeOnline と endpoints.graph を書いている場合は、それも確かめる。',
      ),
    ],
  },
  'another-cloud': {
    cause: 'テナントは、問い合わせた先とは別のクラウドにあります。',
    steps: () => [
      byKeeper(
        '設定ファイルの環境に正しいクラウドを書く: cloud: public、us-government、us-government-high、us-government-dod、china のいずれか',
      ),
    ],
  },
  'scope-wrong': {
    cause: '要求したスコープがありません。',
    steps: (p) => [
      byEntra(
        `${app(p)} >「API のアクセス許可」を確かめる。メールのプロトコルは「Microsoft Graph」ではなく「Office 365 Exchange Online」の下にある。`,
      ),
    ],
  },
  'scope-refused': {
    cause: '要求したスコープが未知か、許可されていません。',
    steps: (p) => [compareIds(p, 'アプリにメールの許可が与えられているか。')],
  },
  'grant-not-allowed': {
    cause: 'アプリがこの方法でトークンを要求することは許可されていません。',
    steps: (p) => [
      byEntra(
        `${app(p)} >「認証」で、利用者のサインインなら「パブリック クライアント フローを許可する」を「はい」にする。アプリとしてのサインインにはシークレットか証明書が必要。`,
      ),
    ],
  },
  'consent-missing': {
    cause: 'アプリにこのアクセスを許可した人がいません。',
    steps: (p) => [
      byEntra(
        `${app(p)} >「API のアクセス許可」に${wanted(p)}があることを確かめ、「(テナント)に管理者の同意を与えます」を押す。`,
      ),
      ...(p.grant === 'refresh-token' ? [signIn(p)] : []),
    ],
  },
  'consent-required': {
    cause: '利用者または管理者の同意がありません。',
    steps: (p) => [
      byEntra(`${app(p)} >「API のアクセス許可」>「(テナント)に管理者の同意を与えます」を押す。`),
      ...(p.grant === 'refresh-token' ? [signIn(p)] : []),
    ],
  },
  'not-assigned': {
    cause: 'このアプリを使えるのは割り当てられた利用者だけで、この利用者は割り当てられていません。',
    steps: (p) => [
      byEntra(
        `${enterpriseApp(p)} >「ユーザーとグループ」>「ユーザーまたはグループの追加」で ${p.mailbox} を追加する。`,
      ),
    ],
  },
  'google-delegation-missing': {
    cause: 'サービス アカウントに、このドメインのメールボックスの代理が許可されていません。',
    steps: () => [
      byGoogle(
        'Google 管理コンソール >「セキュリティ」>「アクセスとデータ管理」>「API の制御」>「ドメイン全体の委任を管理」>「新しく追加」で、サービス アカウントのクライアントID(数字。Google Cloud コンソール >「IAM と管理」>「サービス アカウント」の詳細にある)にスコープ https://mail.google.com/ を許可する。反映に1日かかることがある。',
      ),
    ],
  },
  'google-policy': {
    cause: 'Google Workspace の管理者がこのアプリを許可していません。',
    steps: (p) => [
      byGoogle(
        `Google 管理コンソール >「セキュリティ」>「アクセスとデータ管理」>「API の制御」>「アプリのアクセスを管理」で、クライアント ${p.expected.clientId ?? ''} を「信頼できる」にする。`,
      ),
      signIn(p),
    ],
  },
  'second-factor': {
    cause: 'このアカウントには多要素認証が必要で、保存済みのサインインでは応じられません。',
    steps: (p) => [signIn(p), signInLog(p), ...withoutUser(p)],
  },
  'conditional-access': {
    cause: 'テナントの条件付きアクセスが、このサインイン(場所、デバイス、アプリ)を禁止しています。',
    steps: (p) => [signInLog(p), ...withoutUser(p)],
  },
  'interaction-required': {
    cause: 'サインイン画面で利用者が操作する必要があります。',
    steps: (p) => [signIn(p), signInLog(p)],
  },
  'account-locked': {
    cause:
      '誤ったサインインが続いてアカウントがロックされているか、この接続元からのサインインがブロックされています。',
    steps: (p) => [
      byEntra(
        `Microsoft 365 管理センター >「ユーザー」>「アクティブなユーザー」> ${p.mailbox} でサインインのブロックを解除する。誰が試したかは Microsoft Entra 管理センター >「監視と正常性」>「サインイン ログ」でわかる。`,
      ),
    ],
  },
  'account-disabled': {
    cause: 'アカウントが無効です。',
    steps: (p) => [
      byEntra(
        `Microsoft 365 管理センター >「ユーザー」>「アクティブなユーザー」> ${p.mailbox} >「サインインのブロックを解除」を選ぶ。共有メールボックス自体のアカウントはブロックしたままにし、アプリとして、またはアクセス権のある利用者でサインインする。`,
      ),
    ],
  },
  'password-wrong': {
    cause: 'アカウントのパスワードが誤っているか、期限が切れています。',
    steps: (p) => [
      byUser(`https://portal.office.com に ${p.mailbox} でサインインし、新しいパスワードを設定する。`),
      signIn(p),
    ],
  },
  'user-unknown': {
    cause: 'テナントにこの利用者がいません。',
    steps: (p) => [
      byKeeper(
        `設定ファイルのメールボックス ${p.mailbox} の userName と emailAddress を、Microsoft Entra のアカウントの「ユーザー プリンシパル名」と見比べる。`,
      ),
    ],
  },
  'google-user-unknown': {
    cause: 'サービス アカウントのドメインに、この利用者がいません。',
    steps: (p) => [
      byKeeper(
        `設定ファイルのメールボックス ${p.mailbox} の emailAddress は、アカウントのメインのアドレスでなければならない(エイリアスやグループは不可)。`,
      ),
    ],
  },
  'google-account-disabled': {
    cause: 'Googleのアカウントが停止または削除されています。',
    steps: (p) => [
      byGoogle(
        `Google 管理コンソール >「ディレクトリ」>「ユーザー」> ${p.mailbox} で「再有効化」を選ぶか、ユーザーを復元する。`,
      ),
      signIn(p),
    ],
  },
  'google-session-control': {
    cause: 'ドメインで決められた Google Cloud のセッションの長さを過ぎました。',
    steps: (p) => [
      byGoogle(
        'Google 管理コンソール >「セキュリティ」>「アクセスとデータ管理」>「Google Cloud セッションの管理」で「信頼できるアプリを除外する」を選んでこのアプリを信頼できるアプリにするか、時間を延ばす。',
      ),
      signIn(p),
    ],
  },
  'assertion-out-of-time': {
    cause: '証明書による署名の時刻が範囲を外れています。このコンピューターの時計が狂っています。',
    steps: () => [setClock],
  },
  'google-assertion-out-of-time': {
    cause:
      'サービス アカウントによる署名の時刻が範囲を外れています。このコンピューターの時計が狂っています。',
    steps: () => [setClock],
  },
  'microsoft-later': { cause: 'Microsoft Entra が一時的に応答できませんでした。', steps: () => [] },
  later: { cause: '「後でもう一度」と応答しました。', steps: () => [] },
  unrecognised: {
    cause: '理由はサーバーの言葉だけが示しています。',
    steps: (p) => [
      p.authority === 'microsoft'
        ? byEntra(
            '番号を https://login.microsoftonline.com/error で調べるか、Microsoft Entra 管理センター >「監視と正常性」>「サインイン ログ」で失敗したサインインを開く。',
          )
        : byGoogle('エラーを https://developers.google.com/identity/protocols/oauth2 で調べる。'),
      compareIds(p, 'oauthClientId と、シークレット・証明書・鍵の保管場所。'),
    ],
  },
};

const setClock = by('system-administrator')(
  'このコンピューターの時計を時刻サーバーに合わせる: Linuxは timedatectl set-ntp true、Windowsは w32tm /resync、macOSは「システム設定」>「一般」>「日付と時刻」。',
);

function wanted({ expected: { roles, scopes } }: TokenParams): string {
  const names = roles.length > 0 ? roles : scopes;
  return names.length === 0 ? 'メールの許可' : ` ${names.join(' か ')} `;
}
