// Knows the platform's own error codes about mailboxes, server profiles, senders and processes, as its list of web service
// error codes names them, and the rule that is each one's cause. `also`: a rule about the records says the same fault.

import type { AlertMeaning } from './alert-match.ts';
import { settingCodes } from './platform-codes-settings.ts';

function code(
  hex: string,
  name: string,
  finding: AlertMeaning['finding'],
  more: Partial<AlertMeaning> = {},
): AlertMeaning {
  const byName = name.startsWith('(') ? [] : [{ codes: [name] }];
  return {
    row: `0x${hex.toUpperCase()}`,
    name,
    finding,
    // The list tells errors of an operation that was refused; none of them passes by itself.
    class: finding === 'MC363' || finding === 'MC372' || finding === 'MC390' ? 'transient' : 'permanent',
    affects: 'both',
    told: 'mailbox',
    ...more,
    matches: [{ codes: [hex] }, ...byName],
  };
}

export const platformCodes: readonly AlertMeaning[] = [
  code('8005e201', 'EmailServerProfileSslRequiredForOnline', 'MC386', { also: 'MC402' }),
  code('8005e202', 'EmailServerProfileInvalidCredentialRetrievalForOnline', 'MC386', { also: 'MC403' }),
  code('8005e203', 'EmailServerProfileInvalidCredentialRetrievalForExchange', 'MC386', { also: 'MC404' }),
  code('8005e204', 'EmailServerProfileAutoDiscoverNotAllowed', 'MC386', { also: 'MC405' }),
  code('8005e205', 'EmailServerProfileLocationNotRequired', 'MC386', { also: 'MC406' }),
  code('8005e209', 'MailboxCredentialNotSpecified', 'MC386', { also: 'MC310' }),
  code('8005e20a', 'EmailServerProfileInvalidServerLocation', 'MC386', { also: 'MC414' }),
  code('8005e216', 'OpenMailboxException', 'MC372'),
  code('8005e217', 'InvalidMailbox', 'MC386', { also: 'MC210' }),
  code('8005e218', 'InvalidEmailServerLocation', 'MC386', { also: 'MC407' }),
  code('8005e219', 'InactiveMailbox', 'MC360'),
  code('8005e221', 'InvalidEmailAddressInMailbox', 'MC386', { also: 'MC302' }),
  code('8005e222', 'EmailServerProfileNotAssociated', 'MC361'),
  code('8005e225', 'OutgoingNotAllowedForForwardMailbox', 'MC386', { also: 'MC311' }),
  code('8005e226', 'InvalidOutgoingDeliveryExpectingEmailConnector', 'MC386', { also: 'MC305' }),
  code('8005e227', 'InaccessibleSmtpServer', 'MC363', { affects: 'sending' }),
  code('8005e228', 'InactiveEmailServerProfile', 'MC361'),
  code('8005e234', 'EmailServerProfileSslRequiredForOnPremise', 'MC386', { also: 'MC402' }),
  code('8005e235', 'EmailServerProfileDelegateAccessNotAllowed', 'MC386', { also: 'MC411' }),
  code('8005e236', 'EmailServerProfileImpersonationNotAllowed', 'MC386', { also: 'MC409' }),
  code('8005e237', 'EmailMessageSizeExceeded', 'MC385', { told: 'message' }),
  code('8005e238', 'OutgoingSettingsUpdateNotAllowed', 'MC386', { also: 'MC410' }),
  code('8005e23d', 'EmailServerProfileBasicAuthenticationProtocolNotAllowed', 'MC386', { also: 'MC416' }),
  code('8005e245', 'InvalidS2SAuthentication', 'MC386', { also: 'MC415' }),
  code('8005e247', 'MailboxUnsupportedEmailServerType', 'MC386', { affects: 'appointments', also: 'MC312' }),
  code('8005e24e', 'PasswordRequiredForImpersonation', 'MC386', { also: 'MC413' }),
  code('8005e250', 'ServerLocationIsEmpty', 'MC386', { also: 'MC407' }),
  code('8005e25b', 'InvalidTenantIDValue', 'MC386', { also: 'MC417' }),
  code('8004503a', 'ExchangeAutodiscoverError', 'MC351'),
  code('80040b04', 'EmailRecipientNotSpecified', 'MC377', { told: 'message' }),
  code('80040b0a', 'NoAddressFoundForRecipient', 'MC377', { told: 'message' }),
  code('80040b0b', 'InvalidEmailAddressFormatWithEntityTypeAndId', 'MC377', { told: 'message' }),
  code('80044192', 'InvalidEmailAddressFormat', 'MC377', { told: 'message' }),
  code('8004480d', 'UserDoesNotHaveSendAsAllowed', 'MC382', { told: 'message' }),
  code('8004480f', 'UserDoesNotHaveSendAsForQueue', 'MC382', { told: 'message' }),
  code('80042c20', 'unManagedidsevalerrorsendemail', 'MC384', { told: 'message' }),
  code('80043506', 'ActivityPartyObjectTypeNotAllowed', 'MC386', { told: 'message', also: 'MC206' }),
  code('8004022b', 'unManagedidsownernotenabled', 'MC386', { told: 'message', also: 'MC205' }),
  code('8004d24c', 'UserCannotEnableWithoutLicense', 'MC367'),
  code('80044160', 'NonInteractiveUserCannotAccessUI', 'MC389', {
    affects: 'neither',
    told: 'client',
    says: {
      en: 'a non-interactive user cannot open the web pages',
      ja: '非対話型ユーザーは画面を開けません',
    },
  }),
  code('80040d40', 'ApplicationUserCannotChangeAccessMode', 'MC389', {
    affects: 'neither',
    told: 'client',
    says: {
      en: 'the access mode of an application user cannot be changed',
      ja: 'アプリケーション ユーザーのアクセス モードは変更できません',
    },
  }),
  code('80045002', 'UpdatePublishedWorkflowDefinition', 'MC388', {
    affects: 'neither',
    told: 'client',
    says: {
      en: 'an activated process cannot be changed; it has to be deactivated first',
      ja: 'アクティブなプロセスは変更できません。先に非アクティブ化します',
    },
  }),
  code('80045016', 'NoPrivilegeToPublishWorkflow', 'MC388', {
    affects: 'neither',
    told: 'client',
    says: { en: 'the user may not activate processes', ja: 'プロセスをアクティブ化する権限がありません' },
  }),
  code('80045046', 'ExecuteNotOnDemandWorkflow', 'MC388', {
    affects: 'neither',
    told: 'client',
    says: {
      en: 'only a process that runs on demand or as a child can be started so',
      ja: 'この方法で開始できるのは、オンデマンドまたは子プロセスとして実行できるプロセスだけです',
    },
  }),
  code('80045047', 'ExecuteUnpublishedWorkflow', 'MC386', { told: 'client', also: 'MC212' }),
  code('80044511', 'OutlookClientDeprecated', 'MC386', { also: 'MC305' }),
  code('80090904', '(Delegated Mailbox Approver)', 'MC389', {
    affects: 'neither',
    told: 'client',
    says: {
      en: 'only a Global or Exchange administrator may give the role Delegated Mailbox Approver',
      ja: 'Delegated Mailbox Approverロールを付与できるのは、グローバル管理者かExchange管理者だけです',
    },
  }),
  code('80090905', '(Delegated Mailbox Approver)', 'MC389', {
    affects: 'neither',
    told: 'client',
    says: {
      en: 'the role Delegated Mailbox Approver cannot be given to a team',
      ja: 'Delegated Mailbox Approverロールはチームに付与できません',
    },
  }),
  code('80072321', '(service protection)', 'MC390', { affects: 'neither', told: 'client' }),
  code('80072322', '(service protection)', 'MC390', { affects: 'neither', told: 'client' }),
  code('80072326', '(service protection)', 'MC390', {
    affects: 'neither',
    told: 'client',
    unconfirmed: true,
  }),
  code('80090801', 'InvalidPropertyInODataRequestBody', 'MC391', { affects: 'neither', told: 'client' }),
  ...settingCodes.map(([hex, name, more]) => code(hex, name, 'MC387', more)),
];
