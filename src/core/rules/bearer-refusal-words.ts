// Knows the words for a mail server's "no" to an access token: its cause, and what to do about it, by its id and language.
// Which refusal it is: src/core/mail/bearer-refusals.ts. Words only.

import type { BearerRefusalId } from '../mail/bearer-refusals.ts';
import type { TokenAsked } from '../mail/token.ts';
import type { FixStep, Language } from './rule.ts';

export type RefusedToken = {
  host: string;
  mailbox: string;
  /** The name that was sent with the token. */
  login: string;
  profile: string;
  /** Of the line protocol that was spoken, as Microsoft's permissions begin: IMAP, POP, SMTP. */
  family: 'IMAP' | 'POP' | 'SMTP';
  /** How the token was asked for; undefined: not known. */
  grant?: TokenAsked['grant'];
  /** The scope that the server named in its challenge. */
  scope?: string;
};

type Words = {
  /** One clause, after a colon. */
  cause: string;
  steps(token: RefusedToken): FixStep[];
};

const byTenant = (step: string): FixStep => ({ who: 'tenant-administrator', do: step });
const byServer = (step: string): FixStep => ({ who: 'mail-server-administrator', do: step });
const byUser = (step: string): FixStep => ({ who: 'mailbox-user', do: step });

/** SMTP.Send and SMTP.SendAsApp, IMAP.AccessAsUser.All and IMAP.AccessAsApp. */
function permission(token: RefusedToken): string {
  const ofApplication = isApplication(token);
  if (token.family === 'SMTP') return ofApplication ? 'SMTP.SendAsApp' : 'SMTP.Send';
  return `${token.family}.${ofApplication ? 'AccessAsApp' : 'AccessAsUser.All'}`;
}

function trustee(token: RefusedToken): string {
  return isApplication(token) ? '<object id>' : token.login;
}

function isApplication({ grant }: RefusedToken): boolean {
  return grant === 'client-credentials' || grant === 'client-certificate';
}

function allowProtocol({ family, mailbox }: RefusedToken): string {
  return family === 'SMTP'
    ? `Set-CASMailbox -Identity ${mailbox} -SmtpClientAuthenticationDisabled $false`
    : `Set-CASMailbox -Identity ${mailbox} -${family === 'IMAP' ? 'Imap' : 'Pop'}Enabled $true`;
}

const registration = 'New-ServicePrincipal -AppId <application id> -ObjectId <object id>';
const fullAccess = (mailbox: string, user: string): string =>
  `Add-MailboxPermission -Identity ${mailbox} -User ${user} -AccessRights FullAccess`;

const en: Record<BearerRefusalId, Words> = {
  'exchange-smtp-auth-off': {
    cause: 'authenticated SMTP is switched off in Exchange Online, for tokens as for passwords.',
    steps: (token) => [byTenant(`Allow it in Exchange Online PowerShell: ${allowProtocol(token)}`)],
  },
  'exchange-not-connected': {
    cause: 'the token is accepted, but who it belongs to has no access to that mailbox.',
    steps: (token) => [
      byTenant(
        `Give that access in Exchange Online PowerShell: ${fullAccess(token.mailbox, trustee(token))}`,
      ),
    ],
  },
  exchange: {
    cause:
      'Exchange Online may give this same answer to a token without the permission, of an application that Exchange does not know, and to a protocol that is off for the mailbox.',
    steps: (token) => [
      {
        who: 'entra-administrator',
        do: `Microsoft Entra admin center > App registrations > (the application) > API permissions: "Office 365 Exchange Online", ${permission(token)}, with "Grant admin consent".`,
      },
      ...(isApplication(token)
        ? [
            byTenant(
              `Make the application known to Exchange, in Exchange Online PowerShell: ${registration} (the object id of "Enterprise applications", not of "App registrations"); then ${fullAccess(token.mailbox, '<object id>')}`,
            ),
          ]
        : []),
      byTenant(`Allow the protocol: ${allowProtocol(token)}`),
    ],
  },
  gmail: {
    cause: 'Google does not let this token into this mailbox.',
    steps: ({ mailbox, grant }) => [
      grant === 'service-account'
        ? byTenant(
            'Google Admin console > Security > Access and data control > API controls > Manage Domain Wide Delegation: give the client id of the service account the scope https://mail.google.com/',
          )
        : byUser(
            `Sign in again as ${mailbox} itself and allow access to the mail (scope https://mail.google.com/): mailcheck login ${mailbox}`,
          ),
      byUser(
        'If POP3 or IMAP is refused: Gmail > Settings > "Forwarding and POP/IMAP", enable it. In Google Workspace an administrator may have to allow it.',
      ),
    ],
  },
  scope: {
    cause: 'the token is good, and does not allow this.',
    steps: ({ scope, profile }) => [
      byTenant(
        `Allow the application of the server profile "${profile}" what the server asks for${scope === undefined ? '' : `: ${scope}`}; then a new token is needed.`,
      ),
    ],
  },
  request: {
    cause: 'the server finds fault with what was sent, not with the token: mostly with the name beside it.',
    steps: ({ mailbox, login }) => [
      {
        who: 'system-administrator',
        do: `Compare the "User Name" of the mailbox ${mailbox} (${login}) with the name that the token is issued for, and write it in the same way.`,
      },
    ],
  },
  unknown: {
    cause:
      'it may have expired, be signed by somebody else, be for another service, or belong to another user.',
    steps: ({ host, login }) => [
      byServer(
        `Find in the log of ${host} why the token of ${login} was refused. In Dovecot's oauth2 configuration compare issuers, scope, username_attribute and the keys with the token.`,
      ),
    ],
  },
};

const ja: Record<BearerRefusalId, Words> = {
  'exchange-smtp-auth-off': {
    cause: 'Exchange OnlineでSMTP AUTHが無効になっています(パスワードでもトークンでも使えません)。',
    steps: (token) => [byTenant(`Exchange Online PowerShellで許可する: ${allowProtocol(token)}`)],
  },
  'exchange-not-connected': {
    cause: 'トークンは受け付けられましたが、その持ち主にこのメールボックスへのアクセス権がありません。',
    steps: (token) => [
      byTenant(
        `Exchange Online PowerShellでアクセス権を与える: ${fullAccess(token.mailbox, trustee(token))}`,
      ),
    ],
  },
  exchange: {
    cause:
      'Exchange Onlineは、トークンに権限がない場合も、アプリケーションがExchangeに登録されていない場合も、メールボックスでプロトコルが無効な場合も、同じ文言を返すことがあります。',
    steps: (token) => [
      {
        who: 'entra-administrator',
        do: `Microsoft Entra 管理センター >「アプリの登録」> 対象のアプリケーション >「APIのアクセス許可」で、「Office 365 Exchange Online」の ${permission(token)} を追加し、「管理者の同意を与えます」を選ぶ。`,
      },
      ...(isApplication(token)
        ? [
            byTenant(
              `Exchange Online PowerShellで、アプリケーションをExchangeに登録する: ${registration}(オブジェクトIDは「アプリの登録」ではなく「エンタープライズ アプリケーション」のもの)。続けて ${fullAccess(token.mailbox, '<object id>')} を実行する。`,
            ),
          ]
        : []),
      byTenant(`プロトコルを許可する: ${allowProtocol(token)}`),
    ],
  },
  gmail: {
    cause: 'Googleは、このトークンではこのメールボックスを使わせません。',
    steps: ({ mailbox, grant }) => [
      grant === 'service-account'
        ? byTenant(
            'Google 管理コンソール >「セキュリティ」>「アクセスとデータ管理」>「API の制御」>「ドメイン全体の委任を管理」で、サービス アカウントのクライアントIDに https://mail.google.com/ のスコープを与える。',
          )
        : byUser(
            `${mailbox} 本人でもう一度サインインし、メールへのアクセス(スコープ https://mail.google.com/)を許可する: mailcheck login ${mailbox}`,
          ),
      byUser(
        'POP3またはIMAPが拒否された場合: Gmailの設定 >「メール転送とPOP/IMAP」で有効にする。Google Workspaceでは管理者の許可が必要なことがある。',
      ),
    ],
  },
  scope: {
    cause: 'トークンは有効ですが、この操作の権限が含まれていません。',
    steps: ({ scope, profile }) => [
      byTenant(
        `サーバー プロファイル「${profile}」のアプリケーションに、サーバーが求める権限${scope === undefined ? '' : `(${scope})`}を与える。その後、トークンを取得し直す。`,
      ),
    ],
  },
  request: {
    cause: 'トークンではなく、送った内容に問題があります。多くの場合、一緒に送ったユーザー名です。',
    steps: ({ mailbox, login }) => [
      {
        who: 'system-administrator',
        do: `メールボックス ${mailbox} の「ユーザー名」(${login})を、トークンの発行先の名前と照らし合わせ、同じ書き方にする。`,
      },
    ],
  },
  unknown: {
    cause: '期限切れ、署名の不一致、別のサービス用、別のユーザーのもの、のいずれかの可能性があります。',
    steps: ({ host, login }) => [
      byServer(
        `${login} のトークンを拒否した理由を ${host} のログで調べる。Dovecotでは、oauth2の設定のissuers、scope、username_attributeと鍵を、トークンと照らし合わせる。`,
      ),
    ],
  },
};

export const bearerRefusalWords: Record<Language, Record<BearerRefusalId, Words>> = { en, ja };
