// Knows the errors that a mailbox keeps of its last synchronization (lastsyncerror, lastsyncerrorcode): by the words of the
// "Email Server Error Code" first, by the number second. Data and one look-up; an error that is not here is shown as it came.
// Sources: web service error codes; Microsoft support articles on e-mail and Exchange synchronization.

import type { Language } from './rule.ts';

type SyncError = {
  /** lastsyncerrorcode, a signed 32-bit integer. */
  codes?: readonly number[];
  words?: RegExp;
  /** Errors of receiving, or of appointments, contacts and tasks, do not stop what is sent. */
  stopsSending: boolean;
  cause: Record<Language, string>;
};

const syncErrors: readonly SyncError[] = [
  {
    words: /EmailS2SApprovalNeeded/i,
    stopsSending: true,
    cause: {
      en: 'the address is not approved by an administrator of the tenant',
      ja: 'アドレスがテナントの管理者に承認されていません',
    },
  },
  {
    codes: [-2_147_098_087],
    words: /MailboxDisabled/i,
    stopsSending: true,
    cause: {
      en: 'the mailbox is inactive or disabled for outgoing email',
      ja: 'メールボックスが非アクティブか、送信が無効です',
    },
  },
  {
    codes: [-2_147_098_078, -2_147_098_072],
    words: /InvalidIncomingEmailServerProfile\b/i,
    stopsSending: true,
    cause: {
      en: 'the mailbox has no server profile, or an inactive one',
      ja: 'サーバー プロファイルがないか、非アクティブです',
    },
  },
  {
    codes: [-2_147_098_079],
    words: /ErrorNonExistentMailbox|SendOnly cannot be used by a user without a mailbox/i,
    stopsSending: true,
    cause: {
      en: 'the mail server has no mailbox with this address (a distribution group, an address on-premises, or a mistyped one)',
      ja: 'メールサーバーにこのアドレスのメールボックスがありません(配布グループ、オンプレミスのアドレス、入力間違いなど)',
    },
  },
  {
    codes: [-2_147_098_103],
    stopsSending: true,
    cause: {
      en: 'no user name is entered under "Credentials" of the mailbox',
      ja: 'メールボックスの「資格情報」にユーザー名がありません',
    },
  },
  {
    codes: [-2_147_220_906],
    stopsSending: true,
    cause: {
      en: 'the address was to be approved by somebody who may not approve it',
      ja: '承認する権限のない人がアドレスを承認しようとしました',
    },
  },
  {
    words: /ErrorQuotaExceeded/i,
    stopsSending: true,
    cause: {
      en: 'the mailbox on the mail server is full',
      ja: 'メールサーバー側のメールボックスがいっぱいです',
    },
  },
  {
    words: /ErrorSubmissionQuotaExceeded|GeneralOutgoingEmailServerError/i,
    stopsSending: true,
    cause: {
      en: 'the mail server lets this account send no more for now (sending limit)',
      ja: 'このアカウントは送信数の上限に達しています',
    },
  },
  {
    codes: [-2_147_167_669, -2_147_097_996, -2_147_097_994],
    words: /ErrorInvalidLicense|MailboxNotEnabledForRESTAPI/i,
    stopsSending: true,
    cause: {
      en: 'the user has no valid licence (Dynamics 365 or Exchange Online), or another mailbox has the same address',
      ja: 'ユーザーに有効なライセンス(Dynamics 365またはExchange Online)がないか、同じアドレスのメールボックスがほかにあります',
    },
  },
  {
    words: /ErrorSendAsDenied/i,
    stopsSending: true,
    cause: {
      en: 'the mail server does not let this account send as the address in From',
      ja: 'このアカウントは差出人のアドレスとして送信することを許可されていません',
    },
  },
  {
    codes: [-2_147_097_998],
    words: /\b401\b.*Unauthorized|OutgoingEmailAuthenticationError/i,
    stopsSending: true,
    cause: {
      en: 'the mail server refused the sign-in',
      ja: 'メールサーバーがサインインを拒否しました',
    },
  },
  {
    words: /returned Forbidden|\b403\b.*Forbidden/i,
    stopsSending: true,
    cause: {
      en: 'Exchange Web Services are switched off for this mailbox or organization, or do not let Dynamics 365 in',
      ja: 'このメールボックスまたは組織でExchange Webサービスがオフか、Dynamics 365からの接続が許可されていません',
    },
  },
  {
    codes: [-2_147_098_102, -2_147_098_088],
    words: /HostNotFound|location .*could not be determined/i,
    stopsSending: true,
    cause: {
      en: 'the mail server was not found: the server location in the profile is wrong or empty',
      ja: 'メールサーバーが見つかりません(プロファイルのサーバーの位置が間違っているか空です)',
    },
  },
  {
    codes: [-2_147_098_073],
    words: /ConnectFailure|returned exception TimedOut/i,
    stopsSending: true,
    cause: {
      en: 'the mail server was not reached: a wrong port, or a firewall',
      ja: 'メールサーバーに接続できません(ポートの間違いまたはファイアウォール)',
    },
  },
  {
    words: /UserPrivilegeError|80048306/i,
    codes: [-2_147_187_962],
    stopsSending: false,
    cause: {
      en: 'the owner of the mailbox lacks rights for appointments, contacts and tasks',
      ja: 'メールボックスの所有者に、予定、取引先担当者、タスクの権限がありません',
    },
  },
  {
    codes: [-2_147_220_891, -2_147_220_956, -2_147_220_970, -2_147_220_192, -2_147_209_462],
    words: /UnknownIncomingEmailIntegrationError/i,
    stopsSending: false,
    cause: {
      en: 'a received e-mail, appointment, contact or task could not be created in Dataverse (a plug-in or workflow, or the rights of a queue owner)',
      ja: '受信した電子メール、予定、取引先担当者、タスクをDataverseに作成できません(プラグイン、ワークフロー、キューの所有者の権限など)',
    },
  },
];

export function syncErrorOf(text: string | undefined, code: number | undefined): SyncError | undefined {
  return (
    syncErrors.find(({ words }) => text !== undefined && words?.test(text) === true) ??
    syncErrors.find(({ codes }) => code !== undefined && codes?.includes(code) === true)
  );
}
