// Knows the platform's codes for a setting that it refuses and that no rule about the records covers, with what each says.
// Data only; the list of web service error codes is the source.

import type { AlertMeaning } from './alert-match.ts';

export const settingCodes: readonly (readonly [
  hex: string,
  name: string,
  more: Pick<AlertMeaning, 'says'> & Partial<Pick<AlertMeaning, 'affects'>>,
])[] = [
  [
    '8005e208',
    'MailboxCannotModifyEmailAddress',
    {
      says: {
        en: 'the address of a mailbox that belongs to a user or queue is changed on that user or queue, not on the mailbox',
        ja: 'ユーザーやキューに属するメールボックスのアドレスは、メールボックスではなく、そのユーザーやキューで変更します',
      },
    },
  ],
  [
    '8005e223',
    'IncomingDeliveryIsForwardMailbox',
    {
      says: {
        en: 'a mailbox that receives through a forward mailbox is not polled',
        ja: '転送メールボックスで受信するメールボックスは、受信のための確認が行われません',
      },
      affects: 'receiving',
    },
  ],
  [
    '8005e233',
    'MailboxCannotDeleteEmails',
    {
      says: {
        en: '"Delete Emails after Processing" is allowed for mailboxes of queues and forward mailboxes only',
        ja: '「処理後に電子メールを削除」を使えるのは、キューのメールボックスと転送メールボックスだけです',
      },
      affects: 'receiving',
    },
  ],
  [
    '8005e23b',
    'EmailServerProfileInvalidAuthenticationProtocol',
    {
      says: {
        en: 'the authentication protocol does not fit the server type and the connection',
        ja: '認証プロトコルが、サーバーの種類や接続方法と合っていません',
      },
    },
  ],
  [
    '8005e23c',
    'EmailServerProfileADBasedAuthenticationProtocolNotAllowed',
    {
      says: {
        en: 'this organization may not use the authentication protocols Negotiate and NTLM',
        ja: 'この組織では、認証プロトコルのネゴシエートとNTLMを使用できません',
      },
    },
  ],
  [
    '8005e23e',
    'IncomingServerLocationAndSslSetToNo',
    {
      says: {
        en: 'the server location begins with https, but SSL is set to No',
        ja: 'サーバーの場所はhttpsで始まりますが、SSLが「いいえ」になっています',
      },
      affects: 'receiving',
    },
  ],
  [
    '8005e23f',
    'OutgoingServerLocationAndSslSetToNo',
    {
      says: {
        en: 'the server location begins with https, but SSL is set to No',
        ja: 'サーバーの場所はhttpsで始まりますが、SSLが「いいえ」になっています',
      },
      affects: 'sending',
    },
  ],
  [
    '8005e240',
    'IncomingServerLocationAndSslSetToYes',
    {
      says: {
        en: 'the server location begins with http, but SSL is set to Yes',
        ja: 'サーバーの場所はhttpで始まりますが、SSLが「はい」になっています',
      },
      affects: 'receiving',
    },
  ],
  [
    '8005e241',
    'OutgoingServerLocationAndSslSetToYes',
    {
      says: {
        en: 'the server location begins with http, but SSL is set to Yes',
        ja: 'サーバーの場所はhttpで始まりますが、SSLが「はい」になっています',
      },
      affects: 'sending',
    },
  ],
  [
    '8005e242',
    'UnsupportedEmailServer',
    {
      says: {
        en: 'the mail server is of a kind that server-side synchronization does not support',
        ja: 'サーバー側同期が対応していない種類のメールサーバーです',
      },
    },
  ],
  [
    '8005e244',
    'InvalidValueProcessEmailAfter',
    {
      says: {
        en: 'the date in "Process Emails Received After" is earlier than allowed',
        ja: '「次の日時以降に受信した電子メールを処理」の日時が、許される範囲より前です',
      },
      affects: 'receiving',
    },
  ],
  [
    '8005e249',
    'ServiceAccountMailboxesCountIsZero',
    {
      says: {
        en: 'the server profile has no mailbox of a service account',
        ja: 'サーバー プロファイルに、サービス アカウントのメールボックスがありません',
      },
    },
  ],
  [
    '8005e24a',
    'ServiceAccountMailboxesCountGreaterThanOne',
    {
      says: {
        en: 'the server profile has more than one mailbox of a service account',
        ja: 'サーバー プロファイルに、サービス アカウントのメールボックスが複数あります',
      },
    },
  ],
  [
    '8005e255',
    'ServerLocationAndSSLSetToYes',
    {
      says: {
        en: 'the server location begins with http, but Exchange Online requires SSL',
        ja: 'サーバーの場所はhttpで始まりますが、Exchange OnlineではSSLが必須です',
      },
    },
  ],
  [
    '8005e258',
    'IncomingEmailFilteringMethodCannotBeChanged',
    {
      says: {
        en: 'a setting of the organization (OrgDbOrgSettings) fixes which incoming mail is tracked',
        ja: '追跡する受信メールの範囲は、組織の設定(OrgDbOrgSettings)で固定されています',
      },
      affects: 'receiving',
    },
  ],
];
