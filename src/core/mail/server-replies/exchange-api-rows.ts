// Knows how Exchange answers over HTTP: Microsoft Graph's error.code and EWS' ResponseCode (https://learn.microsoft.com/graph/errors,
// https://learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode). Data only.

import { entra, exchangeProfile, fewerAtOnce, rowsWith, sendAsRight, system, tenant, user } from './fixes.ts';

const http = ['graph', 'ews', 'http'] as const;

export const exchangeApiRows = rowsWith({ protocols: http }, [
  {
    id: 'exchange-mailbox-does-not-exist',
    statuses: ['ErrorNonExistentMailbox', 'ErrorMissingEmailAddress'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'No mailbox has this address: it is misspelt, belongs to a distribution group, or its mailbox is not in Exchange Online.',
      ja: 'このアドレスのメールボックスがありません。入力の誤り、配布グループのアドレス、またはExchange Onlineにないメールボックスです。',
    },
    fix: [
      system(
        'Compare the "Email Address" of the mailbox {mailbox} with Exchange admin center > Recipients > Mailboxes.',
        'メールボックス {mailbox} の「電子メール アドレス」を、Exchange 管理センター >「受信者」>「メールボックス」と照らし合わせる。',
      ),
    ],
    example:
      '{"error":{"code":"ErrorNonExistentMailbox","message":"The SMTP address has no mailbox associated with it."}}',
  },
  {
    id: 'exchange-mailbox-not-enabled-for-api',
    statuses: [
      'MailboxNotEnabledForRESTAPI',
      'MailboxNotSupportedForRESTAPI',
      'RESTAPINotEnabledForComponentSharedMailbox',
    ],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The mailbox is not in Exchange Online, or has no licence for it.',
      ja: 'メールボックスがExchange Onlineにないか、そのライセンスがありません。',
    },
    fix: [
      tenant(
        'Microsoft 365 admin center > Users > Active users > the user > Licenses and apps: assign a licence with Exchange Online.',
        'Microsoft 365 管理センター >「ユーザー」>「アクティブなユーザー」> 対象 >「ライセンスとアプリ」で、Exchange Onlineを含むライセンスを割り当てる。',
      ),
    ],
    example:
      '{"error":{"code":"MailboxNotEnabledForRESTAPI","message":"The mailbox is either inactive, soft-deleted, or is hosted on-premise."}}',
  },
  {
    id: 'exchange-license-invalid',
    statuses: ['ErrorInvalidLicense'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The mailbox has no licence that includes this access.',
      ja: 'メールボックスに、この操作を含むライセンスがありません。',
    },
    fix: [
      tenant(
        'Assign a licence with Exchange Online to the user of {mailbox}, or make it a shared mailbox.',
        '{mailbox} のユーザーにExchange Onlineを含むライセンスを割り当てるか、共有メールボックスにする。',
      ),
    ],
    example: '{"error":{"code":"ErrorInvalidLicense","message":"The mailbox has no valid license."}}',
  },
  {
    id: 'exchange-impersonation-denied',
    statuses: ['ErrorImpersonateUserDenied', 'ErrorImpersonationDenied', 'ErrorImpersonationFailed'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The account of the profile may not act as this mailbox: the role ApplicationImpersonation does not cover it.',
      ja: 'プロファイルのアカウントに、このメールボックスとして操作する権限がありません(ApplicationImpersonationロールの対象外です)。',
    },
    fix: [
      tenant(
        'In Exchange give the account the role ApplicationImpersonation with a scope that includes {mailbox}.',
        'Exchangeで、アカウントに {mailbox} を範囲に含むApplicationImpersonationロールを与える。',
      ),
    ],
    example: '<m:ResponseCode>ErrorImpersonateUserDenied</m:ResponseCode>',
  },
  {
    id: 'exchange-api-send-as-denied',
    statuses: ['ErrorSendAsDenied'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The account may not send as this address.',
      ja: 'アカウントに、このアドレスとして送信する権限がありません。',
    },
    fix: [sendAsRight],
    example:
      '{"error":{"code":"ErrorSendAsDenied","message":"The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account."}}',
  },
  {
    id: 'exchange-api-quota-exceeded',
    statuses: ['ErrorQuotaExceeded', 'ErrorMessageSubmissionBlocked'],
    class: 'policy',
    acts: 'us',
    cause: {
      en: 'The mailbox is full, so it may not send.',
      ja: 'メールボックスがいっぱいのため、送信できません。',
    },
    fix: [
      user(
        'Make room in {mailbox} ("Sent Items", "Deleted Items"), or have its quota raised.',
        '{mailbox} を整理する(「送信済みアイテム」「削除済みアイテム」)。または容量を増やしてもらう。',
      ),
    ],
    example: '{"error":{"code":"ErrorQuotaExceeded","message":"The mailbox quota is exceeded."}}',
  },
  {
    id: 'exchange-api-busy',
    statuses: [
      'ErrorServerBusy',
      'ErrorMailboxStoreUnavailable',
      'ErrorTimeoutExpired',
      'ErrorInternalServerTransientError',
      'ErrorTooManyObjectsOpened',
      'ErrorExceededConnectionCount',
      'ErrorMailboxMoveInProgress',
      'ErrorMailboxFailover',
      'ErrorADUnavailable',
      'ErrorInternalServerError',
      'ErrorInsufficientResources',
      'MailboxInfoStale',
    ],
    class: 'transient',
    acts: 'provider',
    cause: {
      en: 'Exchange is busy or moves the mailbox; it asks to come back later.',
      ja: 'Exchangeが混雑しているか、メールボックスを移動中です。後で再試行が必要です。',
    },
    fix: [fewerAtOnce],
    example: '<m:ResponseCode>ErrorServerBusy</m:ResponseCode>',
  },
  {
    id: 'exchange-api-throttled',
    statuses: ['ApplicationThrottled', 'TooManyRequests', 'activityLimitReached'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'Too many requests in a short time; "Retry-After" says when to come back.',
      ja: '短い間の要求が多すぎます。Retry-Afterに再試行できる時刻が示されています。',
    },
    fix: [fewerAtOnce],
    example:
      '{"error":{"code":"ApplicationThrottled","message":"Application is over its MailboxConcurrency limit."}}',
  },
  {
    id: 'exchange-api-access-denied',
    statuses: ['ErrorAccessDenied', 'AccessDenied', 'Authorization_RequestDenied'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The application or account has no permission for this mailbox, or an application access policy leaves it out.',
      ja: 'アプリケーションまたはアカウントに、このメールボックスへのアクセス許可がないか、アプリケーション アクセス ポリシーの対象外です。',
    },
    fix: [
      entra(
        'Grant the permission (Mail.Send, Mail.ReadWrite) with admin consent, and see Get-ApplicationAccessPolicy in Exchange Online PowerShell.',
        'アクセス許可(Mail.Send、Mail.ReadWrite)に管理者の同意を与え、Exchange Online PowerShellの Get-ApplicationAccessPolicy も確かめる。',
      ),
    ],
    example:
      '{"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}',
  },
  {
    id: 'exchange-token-not-valid',
    statuses: [
      'InvalidAuthenticationToken',
      'CompactTokenParsingFailed',
      'CompactToken',
      'InvalidMsaTicket',
      'TokenNotFound',
    ],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'The access token is missing, has expired, or is for another resource (audience).',
      ja: 'アクセス トークンがないか、期限切れか、別のリソース(audience)のものです。',
    },
    fix: [
      entra(
        'Get a new token, for the resource that is called (https://graph.microsoft.com or https://outlook.office365.com).',
        '呼び出すリソース(https://graph.microsoft.com または https://outlook.office365.com)用の新しいトークンを取得する。',
      ),
    ],
    example:
      '{"error":{"code":"InvalidAuthenticationToken","message":"Access token has expired or is not yet valid."}}',
  },
  {
    id: 'exchange-user-not-found',
    statuses: ['Request_ResourceNotFound', 'ResourceNotFound', 'ErrorInvalidUser', 'ErrorUserNotFound'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The tenant has no user of this address or id.',
      ja: 'テナントに、このアドレスまたはIDのユーザーがいません。',
    },
    fix: [
      system(
        'Compare the "Email Address" of the mailbox {mailbox} with the user principal name in Microsoft Entra.',
        'メールボックス {mailbox} の「電子メール アドレス」を、Microsoft Entraのユーザー プリンシパル名と照らし合わせる。',
      ),
    ],
    example:
      '{"error":{"code":"ErrorInvalidUser","message":"The requested user \'a@example.com\' is invalid."}}',
  },
  {
    id: 'exchange-api-recipient-invalid',
    statuses: ['ErrorInvalidRecipients', 'ErrorInvalidSmtpAddress'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'A recipient of the message has no valid address.',
      ja: 'メールの宛先に、正しくないアドレスがあります。',
    },
    fix: [
      system(
        'Correct the address in the contact, or in the "To" of the process.',
        '取引先担当者、またはプロセスの「宛先」のアドレスを直す。',
      ),
    ],
    example: '{"error":{"code":"ErrorInvalidRecipients","message":"At least one recipient is not valid."}}',
  },
  {
    id: 'exchange-api-message-too-large',
    statuses: ['ErrorMessageSizeExceeded'],
    class: 'policy',
    acts: 'us',
    cause: {
      en: 'The message is larger than the mailbox may send.',
      ja: 'メールの大きさが、送信できる上限を超えています。',
    },
    fix: [
      system(
        'Make the message smaller: attachments as links.',
        'メールを小さくする(添付ファイルはリンクにする)。',
      ),
    ],
    example: '<m:ResponseCode>ErrorMessageSizeExceeded</m:ResponseCode>',
  },
  {
    id: 'exchange-web-services-blocked',
    telltales: ['ewsenabled', 'ews is disabled', 'ews application access policy'],
    class: 'policy',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'Exchange Web Services may be switched off for the organization or this mailbox; Exchange Online ends them altogether.',
      ja: '組織またはこのメールボックスでExchange Webサービスが無効になっている可能性があります(Exchange Onlineでは廃止されます)。',
    },
    fix: [exchangeProfile],
    example: 'HTTP 403 Forbidden: EWS is disabled for this organization',
  },
]);
