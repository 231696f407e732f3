// Knows how Exchange answers over HTTP about a mailbox (is it there, who may act as it, its room) and about its own load:
// Microsoft Graph's error.code and EWS' ResponseCode (https://learn.microsoft.com/graph/errors,
// https://learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode). Data only.

import { fewerAtOnce, makeRoom, rowsWith, sendAsRight, system, tenant } from './fixes.ts';

export const exchangeApiRows = rowsWith({ protocols: ['graph', 'ews', 'http'] }, [
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
    fix: [makeRoom],
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
]);
