// Knows how Exchange refuses a request over HTTP for what it brings: its token and permission, whom it names, its size, or that
// it comes over EWS. Codes as in exchange-api-rows.ts. Data only.

import { entra, exchangeProfile, rowsWith, system } from './fixes.ts';

export const exchangeApiRequestRows = rowsWith({ protocols: ['graph', 'ews', 'http'] }, [
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
