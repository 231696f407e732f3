// Knows the Japanese starter workspace. Data only; the same records as in english.ts.

import type { StarterFile } from './starter.ts';

export const japaneseStarter: readonly StarterFile[] = [
  {
    path: 'mailcheck.yaml',
    text: `# Power Apps / Dynamics 365の1つの環境について、メールの送受信に関わる設定を書き写したものです。
#
# 進め方:
#   1. TODO で始まる値をすべて書き換える。残りはmailcheck check で確認できる。
#   2. mailcheck diagnose email-confirmation --to アドレス     確認メールが届かない原因を調べる
#   3. mailcheck test-mailbox アドレス                         メールボックスを実際にテストする
#
# 項目名と値はプラットフォームと同じです。ほかのレコードは、id、メールアドレス、名前のどれかで指定します。
# パスワードはこのファイルに書きません。保管場所だけを書きます。

language: ja # 表示に使う言語(ja または en)
# include: [mailcheck/**]    # 読み込むファイル(既定値)

environment:
  name: TODO Power Platform 管理センターに表示される環境の名前
  cloud: public # 該当する場合は us-government、us-government-high、us-government-dod、china
  deployment: online # または on-premises
  # 「設定」>「電子メール」>「電子メール設定」の、承認済みのユーザー/キューの電子メールのみを処理する設定
  requireApprovalForUserEmail: true
  requireApprovalForQueueEmail: true
  emailConnectionChannel: server-side-synchronization
`,
  },
  {
    path: 'mailcheck/profiles.yaml',
    text: `# サーバー プロファイル: Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「サーバー プロファイル」
# preset を書くと、その種類のサーバーに共通の値が入ります。ここに書いた値が優先されます。使えるもの:
#   pop3-smtp   imap-smtp   gmail-password   gmail-oauth
#   exchange-online   exchange-online-cross-tenant   exchange-server   exchange-hybrid

profiles:
  - id: mail-server
    name: Mail server
    preset: pop3-smtp
    state: active
    incomingServerLocation: TODO 受信メールサーバー(例 pop.example.com)
    outgoingServerLocation: TODO 送信メールサーバー(例 smtp.example.com)
    # ポートとTLSは preset の値(995 と 587)になります。異なる場合:
    # outgoingPortNumber: 465
`,
  },
  {
    path: 'mailcheck/mailboxes.yaml',
    text: `# メールボックス: Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」
# プロセスの差出人になるメールボックスを書きます。mailcheck test-mailbox の結果もここに書き込まれます。

mailboxes:
  - id: sender-mailbox
    emailAddress: TODO メールボックスのアドレス(例 portal@example.com)
    regarding: sender # このメールボックスを持つユーザーまたはキュー
    state: active
    profile: mail-server
    incomingEmailDeliveryMethod: server-side-synchronization
    outgoingEmailDeliveryMethod: server-side-synchronization
    actDeliveryMethod: none # POP3、IMAP、SMTPでは予定を同期できない
    # 「電子メールの承認」の状態: empty、pending-approval、approved、rejected
    emailRouterAccessApproval: TODO 承認の状態(例 approved)
    # 「メールボックスのテストと有効化」の結果: not-run、success、failure。有効かどうか: true、false
    incomingEmailStatus: TODO 受信のテスト結果(例 success)
    outgoingEmailStatus: TODO 送信のテスト結果(例 success)
    enabledForIncomingEmail: TODO 受信が有効なら true、そうでなければ false
    enabledForOutgoingEmail: TODO 送信が有効なら true、そうでなければ false
    # メールサーバーのユーザー名(省略時はメールアドレス)
    # userName: portal
    # 電子メールの処理にこのメールボックスの資格情報を使うことを許可する
    allowEmailConnectorToUseCredentials: true
    # パスワードの保管場所: { env: 環境変数名 }、{ file: パス }、{ command: [プログラム, 引数] }
    password: { env: "TODO 環境変数の名前(例 PORTAL_MAIL_PASSWORD)" }
`,
  },
  {
    path: 'mailcheck/people.yaml',
    text: `# メールに関わるユーザー、キュー、チーム、取引先担当者。SYSTEMは常に存在するため書く必要はありません。

users:
  # ポータルのメールの差出人にするユーザー
  - id: sender
    fullName: TODO ユーザーの氏名(Dynamics 365の表示どおり)
    internalEmailAddress: TODO ユーザーのプライマリ電子メール
    isDisabled: false
    isLicensed: true
    accessMode: read-write
    defaultMailbox: sender-mailbox
    isSendAsAllowed: true # ほかのユーザーが自分の代わりに電子メールを送信することを許可する

# キューを差出人にすると、個人のアカウントに左右されません。
# queues:
#   - id: support
#     name: サポート
#     emailAddress: support@example.com
#     defaultMailbox: support-mailbox

contacts:
  # ポータルからのメールを待っている取引先担当者
  - id: visitor
    fullName: TODO 取引先担当者の氏名
    emailAddress1: TODO 取引先担当者の電子メール
    owner: TODO 所有者(ポータルが作成した場合はSYSTEM)
    state: active
    doNotEmail: false # 電子メールが「許可しない」なら true
    identityLogonEnabled: true
    identityEmailAddress1Confirmed: TODO アドレスが確認済みなら true、そうでなければ false
    identityTwoFactorEnabled: TODO 2要素認証を有効にしていれば true、そうでなければ false
`,
  },
  {
    path: 'mailcheck/portal.yaml',
    text: `# ポータルとそのサイト設定、メールを送信するプロセス

sites:
  - id: portal
    name: TODO サイトの名前
    # Dataverseから見たポータルのユーザー。以前からのサイトはSYSTEM、新しいサイトは「# Portals-…」
    identity: TODO SYSTEM、または people.yaml に書いたユーザーの id

# 変更したサイト設定だけを書きます。書いていないものは既定値になります。
# siteSettings:
#   - name: Authentication/Registration/TwoFactorEnabled
#     value: "true"
#     site: portal

# ソリューションの「プロセス」(クラシック表示)。from は「電子メールの送信」のプロパティにある「差出人」です。
#   owner、owning-user、created-by、modified-by、calling-user、empty、または { user: … }、{ queue: … }、{ team: … }
processes:
  - id: email-confirmation
    name: Send Email Confirmation To Contact
    uniqueName: adx_SendEmailConfirmationToContact
    category: action
    state: activated
    primaryEntity: contact
    owner: sender
    sendEmailSteps:
      - from: "TODO 差出人(「所有者」なら owner、固定のユーザーなら { user: sender })"

  - id: two-factor-code
    name: Send Email Two Factor Code To Contact
    uniqueName: adx_SendEmailTwoFactorCodeToContact
    category: action
    state: activated
    primaryEntity: contact
    owner: sender
    sendEmailSteps:
      - from: "TODO 差出人(「所有者」なら owner、固定のユーザーなら { user: sender })"

# ワンタイム パスコードを待つ Microsoft Entra B2B のゲスト: mailcheck diagnose guest-passcode --to アドレス
# tenants:
#   - id: テナントID
#     name: Contoso
#     verifiedDomains: [ contoso.onmicrosoft.com ]
#     cloud: public
#     allowExternalIdToUseEmailOtp: enabled   # 電子メール ワンタイム パスコード: default、enabled、disabled
# guests:
#   - emailAddress: teri@partner.example
#     externalUserState: pending-acceptance   # 招待に応じた後は accepted(redeemedWith も書く)
#     accounts: []                            # microsoft-entra、microsoft-account、unmanaged
`,
  },
];
