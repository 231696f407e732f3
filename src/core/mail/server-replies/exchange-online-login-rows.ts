// Knows how Exchange Online and Outlook.com refuse a login
// (https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission). Data only.

import {
  casMailbox,
  checkPassword,
  enterPrincipalName,
  exchangeProfile,
  rowsWith,
  sameLoginElsewhere,
  system,
  tenant,
} from './fixes.ts';

const online = ['exchange-online', 'outlook-com'] as const;

export const exchangeOnlineLoginRows = rowsWith({ vendors: online }, [
  {
    id: 'exchange-smtp-auth-off-tenant',
    telltales: ['smtpclientauthentication is disabled for the tenant'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'SMTP AUTH is switched off for the whole Exchange Online tenant.',
      ja: 'Exchange Onlineのテナント全体でSMTP AUTHが無効になっています。',
    },
    fix: [
      tenant(
        'Allow it for this mailbox alone, in Exchange Online PowerShell: Set-CASMailbox -Identity {mailbox} -SmtpClientAuthenticationDisabled $false (for the whole tenant: Set-TransportConfig -SmtpClientAuthenticationDisabled $false). Microsoft is retiring passwords for SMTP AUTH.',
        'Exchange Online PowerShellで、このメールボックスだけ許可する: Set-CASMailbox -Identity {mailbox} -SmtpClientAuthenticationDisabled $false(テナント全体を許可する場合は Set-TransportConfig -SmtpClientAuthenticationDisabled $false)。ただし、パスワードによるSMTP AUTHは廃止に向かっている。',
      ),
      exchangeProfile,
    ],
    example:
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.',
  },
  {
    id: 'exchange-smtp-auth-off-mailbox',
    telltales: ['smtpclientauthentication is disabled for the mailbox'],
    class: 'policy',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'SMTP AUTH is usually switched off for this Exchange Online mailbox then.',
      ja: 'このExchange OnlineのメールボックスでSMTP AUTHが無効になっている可能性があります。',
    },
    fix: [
      tenant(
        'Allow it, in Exchange Online PowerShell: Set-CASMailbox -Identity {mailbox} -SmtpClientAuthenticationDisabled $false',
        'Exchange Online PowerShellで許可する: Set-CASMailbox -Identity {mailbox} -SmtpClientAuthenticationDisabled $false',
      ),
      exchangeProfile,
    ],
    example: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
  },
  {
    id: 'exchange-basic-authentication-off',
    telltales: ['basic authentication is disabled', 'basic authentication is not supported'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Exchange Online does not take passwords here any more (basic authentication is off).',
      ja: 'Exchange Onlineはここではパスワードを受け付けません(基本認証が無効です)。',
    },
    fix: [
      system(
        'Set the "Server Profile" of the mailbox {mailbox} to "Microsoft Exchange Online", which signs in without a password; then approve the mailbox and run "Test & Enable Mailboxes".',
        'メールボックス {mailbox} の「サーバー プロファイル」を「Microsoft Exchange Online」に変更し、承認と「メールボックスのテストと有効化」をやり直す(パスワードなしで接続できる)。',
      ),
    ],
    example: '550 5.7.30 Basic authentication is not supported for Client Submission.',
  },
  {
    id: 'exchange-conditional-access',
    telltales: ['did not meet the criteria to be authenticated'],
    class: 'policy',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'A rule of the tenant (security defaults, conditional access, multi-factor) may forbid this way to sign in.',
      ja: 'テナントの規則(セキュリティの既定値群、条件付きアクセス、多要素認証)がこのサインイン方法を禁じている可能性があります。',
    },
    fix: [
      tenant(
        'Read the sign-in log of {mailbox} in Microsoft Entra: it names the rule. Exempt this account from it only if your policy allows that.',
        'Microsoft Entraで {mailbox} のサインイン ログを開き、どの規則かを調べる。ポリシー上許される場合に限り、このアカウントを対象から外す。',
      ),
      sameLoginElsewhere,
      exchangeProfile,
    ],
    example:
      '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
  },
  {
    id: 'exchange-account-locked',
    statuses: ['5.7.139'],
    telltales: [
      'account is locked',
      'locked',
      'account is disabled',
      'account disabled',
      'account has been disabled',
    ],
    class: 'policy',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'The account is usually locked or disabled then.',
      ja: 'アカウントがロックされているか、無効になっている可能性があります。',
    },
    fix: [
      tenant(
        'Unlock or enable {mailbox} in the Microsoft 365 admin center, and see who tried wrong passwords.',
        'Microsoft 365 管理センターで {mailbox} のロックを解除(または有効化)し、誤ったパスワードの試行元を調べる。',
      ),
    ],
    example: '535 5.7.139 Authentication unsuccessful, account is locked.',
  },
  {
    id: 'exchange-wrong-password',
    statuses: ['5.7.139'],
    telltales: ['credentials were incorrect'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'User name or password is usually wrong then.',
      ja: 'ユーザー名またはパスワードが違う可能性があります。',
    },
    fix: [checkPassword, enterPrincipalName],
    example: '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
  },
  {
    id: 'exchange-old-tls',
    telltales: ['tls 1.0 and 1.1 are not supported'],
    class: 'configuration',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The connection usually used TLS 1.0 or 1.1, which Exchange Online does not take.',
      ja: 'Exchange Onlineが受け付けないTLS 1.0または1.1で接続した可能性があります。',
    },
    fix: [
      system(
        'Use software with TLS 1.2 or newer for {mailbox}; Dataverse does.',
        '{mailbox} にはTLS 1.2以降に対応したソフトウェアを使う(Dataverseは対応している)。',
      ),
    ],
    example:
      '421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2.',
  },
  {
    id: 'exchange-temporary-server-error',
    protocols: ['smtp'],
    telltales: ['temporary server error. please try again later'],
    class: 'transient',
    acts: 'provider',
    cause: {
      en: 'Exchange Online has a passing problem of its own.',
      ja: 'Exchange Online側の一時的な問題です。',
    },
    fix: [
      tenant(
        'If it stays so: see Microsoft 365 admin center > Health > Service health.',
        '続く場合: Microsoft 365 管理センター >「正常性」>「サービス正常性」を確かめる。',
      ),
    ],
    example: '451 4.7.0 Temporary server error. Please try again later. PRX4',
  },
  {
    id: 'exchange-imap-token-refused',
    needsVendor: true,
    protocols: ['imap'],
    telltales: ['authenticate failed'],
    class: 'credential',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'Exchange Online did not take the sign-in: usually the token has the wrong scope, its application has no access to the mailbox, or IMAP is off.',
      ja: 'Exchange Onlineがサインインを受け付けません。トークンのスコープの誤り、アプリケーションのアクセス権の不足、IMAPの無効化の可能性があります。',
    },
    fix: [
      tenant(
        'Check the three: scope https://outlook.office365.com/.default (or IMAP.AccessAsUser.All), New-ServicePrincipal with Add-MailboxPermission for {mailbox}, and Set-CASMailbox {mailbox} -ImapEnabled $true.',
        '次の3つを確かめる: スコープが https://outlook.office365.com/.default(または IMAP.AccessAsUser.All)か、New-ServicePrincipal と Add-MailboxPermission で {mailbox} への権限を与えたか、Set-CASMailbox {mailbox} -ImapEnabled $true か。',
      ),
    ],
    example: 'a1 NO AUTHENTICATE failed.',
  },
  {
    id: 'exchange-login-failed',
    needsVendor: true,
    protocols: ['imap'],
    telltales: ['login failed'],
    class: 'credential',
    acts: 'mail-administrator',
    cause: {
      en: 'Exchange gives this same answer to a wrong password, to IMAP that is off, and to basic authentication that is off.',
      ja: 'Exchangeは、パスワードの誤りでも、IMAPが無効でも、基本認証が無効でも、同じ文言を返します。',
    },
    fix: [checkPassword, casMailbox, exchangeProfile],
    example: 'a1 NO LOGIN failed.',
  },
  {
    id: 'exchange-authentication-unsuccessful',
    codes: ['535'],
    statuses: ['5.7.3', '5.7.139'],
    class: 'credential',
    acts: 'mail-administrator',
    cause: {
      en: 'Exchange gives this same answer to a wrong password, to SMTP AUTH that is off for the mailbox, and to multi-factor or security defaults.',
      ja: 'Exchangeは、パスワードの誤りでも、メールボックスのSMTP AUTHが無効でも、多要素認証やセキュリティの既定値群でも、同じ文言を返します。',
    },
    fix: [checkPassword, enterPrincipalName, sameLoginElsewhere, casMailbox, exchangeProfile],
    example: '535 5.7.3 Authentication unsuccessful [TY1P286CA0001.JPNP286.PROD.OUTLOOK.COM]',
  },
]);
