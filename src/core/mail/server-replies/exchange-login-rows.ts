// Knows how every Exchange, online or not, refuses a login by POP3 and IMAP, and what it says when it throttles. Data only.

import {
  casMailbox,
  checkPassword,
  exchangeProfile,
  fewerAtOnce,
  findInServerLog,
  laterIfItWorked,
  rowsWith,
  tenant,
  useTls,
} from './fixes.ts';

const anyExchange = ['exchange-online', 'outlook-com', 'exchange-server'] as const;

export const exchangeLoginRows = rowsWith({ vendors: anyExchange }, [
  {
    id: 'exchange-unspecific',
    telltales: [
      'logon failure: unknown user name or bad password',
      'authentication failure: unknown user name or bad password',
    ],
    class: 'credential',
    acts: 'mail-administrator',
    cause: {
      en: 'Exchange gives this same answer to a wrong password, to a protocol or basic authentication that is switched off, and when it throttles.',
      ja: 'Exchangeは、パスワードの誤りでも、プロトコルや基本認証が無効でも、接続が多すぎるときでも、同じ文言を返します。',
    },
    fix: [laterIfItWorked, checkPassword, casMailbox, exchangeProfile],
    example: '-ERR Logon failure: unknown user name or bad password.',
  },
  {
    id: 'exchange-not-connected',
    telltales: ['user is authenticated but not connected'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The sign-in is accepted, but this account has no access to that mailbox, or the protocol is off for it.',
      ja: 'サインインは通りましたが、このアカウントにメールボックスへのアクセス権がないか、プロトコルが無効です。',
    },
    fix: [
      tenant(
        'Allow the protocol, in Exchange Online PowerShell: Set-CASMailbox -Identity {mailbox} -ImapEnabled $true -PopEnabled $true. For a shared mailbox give the account that signs in full access to it.',
        'Exchange Online PowerShellで Set-CASMailbox -Identity {mailbox} -ImapEnabled $true -PopEnabled $true を実行し、プロトコルを許可する。共有メールボックスなら、サインインするアカウントにフルアクセスを与える。',
      ),
      tenant(
        'With an access token: it has to be of the user of {mailbox}, or of an application that Exchange knows and lets in: New-ServicePrincipal -AppId <application id> -ObjectId <object id> (the object id of "Enterprise applications", not of "App registrations"), then Add-MailboxPermission -Identity {mailbox} -User <object id> -AccessRights FullAccess.',
        'アクセス トークンの場合は、{mailbox} の利用者本人のものか、Exchangeに登録され権限を与えられたアプリのものでなければならない: New-ServicePrincipal -AppId <アプリケーションID> -ObjectId <オブジェクトID>(「アプリの登録」ではなく「エンタープライズ アプリケーション」のオブジェクトID)の後、Add-MailboxPermission -Identity {mailbox} -User <オブジェクトID> -AccessRights FullAccess を実行する。',
      ),
    ],
    example: 'a1 BAD User is authenticated but not connected.',
  },
  {
    id: 'exchange-throttled',
    telltales: ['request is throttled'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'Exchange throttles this mailbox: too many commands in a short time.',
      ja: 'Exchangeがこのメールボックスの要求を制限しています(短い間の命令が多すぎます)。',
    },
    fix: [fewerAtOnce],
    example: 'a1 BAD Request is throttled. Suggested Backoff Time: 30000 milliseconds',
  },
  {
    id: 'exchange-command-error',
    needsVendor: true,
    protocols: ['imap'],
    telltales: ['command error. '],
    class: 'configuration',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'Exchange did not understand the command; usually it came at the wrong moment, or the connection before was not closed.',
      ja: 'Exchangeがコマンドを理解しませんでした。順序の誤りか、前の接続が閉じていない可能性があります。',
    },
    fix: [fewerAtOnce],
    example: 'a1 BAD Command Error. 12',
  },
  {
    id: 'exchange-back-end-closed',
    protocols: ['pop3', 'imap'],
    telltales: ['server unavailable. ', 'connection is closed. '],
    class: 'transient',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'The Exchange server behind the one that answered is usually down or moving the mailbox.',
      ja: '応答したサーバーの背後にあるExchangeが停止中か、メールボックスを移動中の可能性があります。',
    },
    fix: [findInServerLog],
    example: '-ERR Server Unavailable. 21',
  },
  {
    id: 'exchange-connection-closed',
    needsVendor: true,
    protocols: ['imap'],
    codes: ['BYE'],
    telltales: ['connection closed. '],
    class: 'transient',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'Exchange hung up; usually the mailbox could not be opened behind the server that answered, and the line before says why.',
      ja: 'Exchangeが接続を切りました。応答したサーバーの背後でメールボックスを開けなかった可能性があります(理由は1つ前の応答にあります)。',
    },
    fix: [findInServerLog],
    example: '* BYE Connection closed. 14',
  },
  {
    id: 'exchange-login-without-tls',
    protocols: ['pop3', 'imap'],
    telltales: ['not valid in this state'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    unconfirmed: true,
    cause: {
      en: 'Exchange may take a login over TLS only (login type "SecureLogin").',
      ja: 'ExchangeがTLS上のログインしか受け付けない設定の可能性があります(ログオンの種類がSecureLogin)。',
    },
    fix: [useTls],
    example: '-ERR Command is not valid in this state.',
  },
]);
