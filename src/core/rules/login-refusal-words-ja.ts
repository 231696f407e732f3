// Knows the Japanese words for refused logins. Words only.

import { adminCenter } from './admin-center.ts';
import type { LoginRefusalWords, RefusalCase, RefusedLogin } from './login-refusal-words.ts';
import type { FixStep } from './rule.ts';

const center = adminCenter.ja;

function enterAgain({ mailbox, profile, credentialsIn, again }: RefusedLogin, what: string): FixStep {
  if (again !== undefined)
    return {
      who: 'mailcheck-user',
      do: `--user とパスワード(--password-env または --password-file)を指定し直す: ${what}。`,
    };
  const text = `「資格情報」の${what}を入力して保存する。設定ファイルの参照先に保管しているパスワードも同じものにする。`;
  return credentialsIn === 'profile' ? center.inProfile(profile, text) : center.inMailbox(mailbox, text);
}

const byUser = (step: string): FixStep => ({ who: 'mailbox-user', do: step });
const byTenant = (step: string): FixStep => ({ who: 'tenant-administrator', do: step });
const byServer = (step: string): FixStep => ({ who: 'mail-server-administrator', do: step });

const byAdministrator = (step: string): FixStep => ({ who: 'system-administrator', do: step });

const exchangeProfile = ({ mailbox }: RefusedLogin): FixStep =>
  byAdministrator(
    `根本的な対処: メールボックス ${mailbox} の「サーバー プロファイル」を「Microsoft Exchange Online」に変更し、承認と「メールボックスのテストと有効化」をやり直す(パスワードが不要になる)。`,
  );
const gmailProfile = ({ mailbox }: RefusedLogin): FixStep =>
  byAdministrator(
    `根本的な対処: メールボックス ${mailbox} の「サーバー プロファイル」をGmail(OAuth)のプロファイルに変更し、その画面でGmailにサインインする(アプリ パスワードが不要になる)。`,
  );

const yahooOrApple = (provider: string, what: string): LoginRefusalWords => ({
  cause: `${provider}では、メールソフトからはアカウントのパスワードではなく${what}を使います。`,
  steps: (login) => [
    byUser(`${provider}アカウントのセキュリティ設定で、メール用の${what}を作る。`),
    enterAgain(login, `「ユーザー名」にメールアドレス全体、「パスワード」にその${what}`),
  ],
});

const checkPassword = byUser(
  '同じサーバーとポートを設定したメールソフトで、このユーザー名とパスワードでログインできるか確かめる。',
);

export const loginRefusalWordsJa: Record<RefusalCase, LoginRefusalWords> = {
  'exchange-smtp-auth-off-tenant': {
    cause: 'Exchange Onlineのテナント全体でSMTP AUTHが無効になっています。',
    steps: (login) => [
      byTenant(
        `Exchange Online PowerShellで、このメールボックスだけ許可する: Set-CASMailbox -Identity ${login.mailbox} -SmtpClientAuthenticationDisabled $false(テナント全体を許可する場合は Set-TransportConfig -SmtpClientAuthenticationDisabled $false)。ただし、パスワードによるSMTP AUTHは廃止に向かっている。`,
      ),
      exchangeProfile(login),
    ],
  },
  'exchange-smtp-auth-off-mailbox': {
    cause: 'このExchange OnlineのメールボックスでSMTP AUTHが無効になっています。',
    steps: (login) => [
      byTenant(
        `Exchange Online PowerShellで許可する: Set-CASMailbox -Identity ${login.mailbox} -SmtpClientAuthenticationDisabled $false`,
      ),
      exchangeProfile(login),
    ],
  },
  'exchange-basic-authentication-off': {
    cause: 'Exchange Onlineはここではパスワードを受け付けません(基本認証が無効です)。',
    steps: (login) => [
      byAdministrator(
        `メールボックス ${login.mailbox} の「サーバー プロファイル」を「Microsoft Exchange Online」に変更し、承認と「メールボックスのテストと有効化」をやり直す(パスワードなしで接続できる)。`,
      ),
    ],
  },
  'exchange-conditional-access': {
    cause:
      'テナントの規則(セキュリティの既定値群、条件付きアクセス、多要素認証)がこのサインイン方法を禁じています。',
    steps: (login) => [
      byTenant(
        `Microsoft Entraで ${login.mailbox} のサインイン ログを開き、どの規則かを調べる。ポリシー上許される場合に限り、このアカウントを対象から外す。`,
      ),
      exchangeProfile(login),
    ],
  },
  'exchange-account-locked': {
    cause: 'アカウントがロックされているか、無効になっています。',
    steps: (login) => [
      byTenant(
        `Microsoft 365 管理センターで ${login.mailbox} のロックを解除(または有効化)し、誤ったパスワードの試行元を調べる。`,
      ),
    ],
  },
  'exchange-wrong-password': {
    cause: 'ユーザー名またはパスワードが違います。',
    steps: (login) => [
      checkPassword,
      enterAgain(login, '「ユーザー名」にユーザー プリンシパル名、「パスワード」に現在のパスワード'),
    ],
  },
  'exchange-not-connected': {
    cause:
      'サインインは通りましたが、このアカウントにメールボックスへのアクセス権がないか、プロトコルが無効です。',
    steps: (login) => [
      byTenant(
        `Exchange Online PowerShellで Set-CASMailbox -Identity ${login.mailbox} -ImapEnabled $true -PopEnabled $true を実行し、プロトコルを許可する。共有メールボックスなら、サインインするアカウントにフルアクセスを与える。`,
      ),
    ],
  },
  'gmail-application-password': {
    cause:
      'Googleアカウントが2段階認証プロセスを使っているため、メールソフトにはアプリ パスワードが必要です。',
    steps: (login) => [
      byUser(
        'アプリ パスワードを作る: https://myaccount.google.com/apppasswords(作れない場合はGoogle Workspaceで禁止されているので、下のOAuthのプロファイルを使う)',
      ),
      enterAgain(login, '「ユーザー名」にメールアドレス全体、「パスワード」にアプリ パスワード(16文字)'),
      gmailProfile(login),
    ],
  },
  'gmail-web-login': {
    cause: 'このサインインを本人がブラウザーで確認するまで、Googleがログインを止めています。',
    steps: (login) => [
      byUser(
        `ブラウザーで ${login.mailbox} にサインインし、表示されるセキュリティの確認に応じる。確認画面の場所はGoogleアカウントの通知に書かれている。`,
      ),
      gmailProfile(login),
    ],
  },
  'gmail-pop-off': {
    cause: 'このGmailアカウントではPOPが無効です。',
    steps: () => [
      byUser(
        'Gmailの設定 >「メール転送とPOP/IMAP」でPOPを有効にする。Google Workspaceでは管理者の許可が必要なことがある。',
      ),
    ],
  },
  'gmail-imap-off': {
    cause: 'このGmailアカウントではIMAPが無効です。',
    steps: () => [
      byUser(
        'Gmailの設定 >「メール転送とPOP/IMAP」でIMAPを有効にする。Google Workspaceでは管理者の許可が必要なことがある。',
      ),
    ],
  },
  'gmail-credentials': {
    cause:
      'Googleがこのパスワードを受け付けません。アカウント自体のパスワードは、もうメールソフトからは使えません。',
    steps: (login) => [
      byUser(
        '2段階認証プロセスを有効にし、アプリ パスワードを作る: https://myaccount.google.com/apppasswords',
      ),
      enterAgain(login, '「ユーザー名」にメールアドレス全体、「パスワード」にアプリ パスワード'),
      gmailProfile(login),
    ],
  },
  'yahoo-application-password': yahooOrApple('Yahoo', 'アプリ パスワード'),
  'icloud-application-password': yahooOrApple('Apple', 'アプリ用パスワード'),
  'gmx-protocol-off': {
    cause: 'ユーザー名かパスワードの誤り、またはPOP3/IMAPが無効です。この事業者の応答では区別できません。',
    steps: () => [
      byUser(
        '事業者のWeb画面でサインインし、メール設定のPOP3/IMAPを有効にする。2要素認証を使っていればアプリ パスワードを作る。',
      ),
      checkPassword,
    ],
  },
  'exchange-unspecific': {
    cause:
      'Exchangeは、パスワードの誤りでも、プロトコルや基本認証が無効でも、接続が多すぎるときでも、同じ文言を返します。',
    steps: (login) => [
      checkPassword,
      byTenant(
        `許可の状態を調べる: Get-CASMailbox ${login.mailbox} | Format-List PopEnabled,ImapEnabled,SmtpClientAuthenticationDisabled。理由はMicrosoft Entraのサインイン ログで確認できる。`,
      ),
      exchangeProfile(login),
    ],
  },
  'account-disabled': {
    cause: 'アカウントが無効になっています。',
    steps: (login) => [byServer(`${login.host} で ${login.mailbox} のアカウントを有効にする。`)],
  },
  'password-expired': {
    cause: 'パスワードの期限が切れています。',
    steps: (login) => [
      byUser('新しいパスワードを設定する。'),
      enterAgain(login, '「パスワード」に新しいパスワード'),
    ],
  },
  'password-transition': {
    cause: 'サーバーがパスワードを新しい形式で保存し直す必要があります。',
    steps: (login) => [
      byUser('パスワードを変更するか、メールソフトからTLSで一度ログインする。'),
      enterAgain(login, '「パスワード」に(変更した場合は)新しいパスワード'),
    ],
  },
  'not-decoded': {
    cause:
      '送った内容をサーバーがデコードできませんでした。ユーザー名やパスワードの文字に対応していない可能性があります。',
    steps: (login) => [
      byUser('パスワードを半角英数字にする。ユーザー名もパスワードも空でないことを確かめる。'),
      enterAgain(login, '「ユーザー名」と「パスワード」に、設定し直したもの'),
    ],
  },
  'too-long': {
    cause: 'ユーザー名とパスワードが、サーバーの受け付ける長さを超えています。',
    steps: (login) => [
      byUser('短いパスワードを設定する。'),
      enterAgain(login, '「パスワード」に新しいパスワード'),
    ],
  },
  unknown: {
    cause: 'サーバーがこのユーザー名とパスワードを受け付けません。',
    steps: (login) => [
      checkPassword,
      enterAgain(
        login,
        '「ユーザー名」と「パスワード」に、ログインできた組み合わせ(ユーザー名はメールアドレス全体を求められることが多い)',
      ),
      byServer(
        `メールソフトではログインできる場合: このログインを拒否した理由を ${login.host} のログで調べる。`,
      ),
    ],
  },
  'without-reason': {
    cause:
      'サーバーは理由を示していません。パスワードの誤り、プロトコルの無効化、接続の集中のどれでも同じに見えることがあります。',
    steps: (login) => [
      checkPassword,
      byUser(
        'メールソフトではログインできる場合: アカウントのPOP3またはIMAPが有効か確かめ、30分ほど待ってからもう一度テストする。',
      ),
      enterAgain(login, '「ユーザー名」と「パスワード」に、ログインできた組み合わせ'),
    ],
  },
};
