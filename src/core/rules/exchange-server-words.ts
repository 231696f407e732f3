// Knows where things stand in the Exchange admin center and which commands of the Exchange Management Shell set them, as
// ready-made fix steps; and the pages behind the rules about Exchange Web Services. Words only; may not look at facts.

import type { AutodiscoverAttempt, AutodiscoverOutcome } from '../mail/autodiscover-attempt.ts';
import type { ExchangeParams } from './exchange-hit.ts';
import type { FixStep, Language } from './rule.ts';
import { labels } from './session-words.ts';

type Steps = {
  /** The mailbox is there, and has this address. */
  mailboxExists: (p: ExchangeParams) => FixStep;
  impersonation: (p: ExchangeParams) => FixStep[];
  sendAs: (p: ExchangeParams) => FixStep;
  fullAccess: (p: ExchangeParams) => FixStep;
  quota: (p: ExchangeParams) => FixStep;
  /** The switches of EWS: of the server, of the organization and of the mailbox. */
  ewsAllowed: (p: ExchangeParams) => FixStep[];
  /** The address of EWS instead of Autodiscover. */
  nameService: (p: ExchangeParams) => string;
};

export const exchangeServer: Record<Language, Steps> = {
  en: {
    mailboxExists: ({ mailbox }) => ({
      who: 'mail-server-administrator',
      do: `Exchange admin center > Recipients > Mailboxes: see that a mailbox has the address ${mailbox} under "Email address", not as an alias only. In the Exchange Management Shell: Get-Mailbox ${mailbox} | Format-List PrimarySmtpAddress, RecipientTypeDetails`,
    }),
    impersonation: ({ loginName, mailbox }) => [
      {
        who: 'mail-server-administrator',
        do: `Exchange admin center > Permissions > Admin roles > New (+): a role group with the role "ApplicationImpersonation" and ${loginName} as its member. Or in the Exchange Management Shell: New-ManagementRoleAssignment -Name MailImpersonation -Role:ApplicationImpersonation -User:"${loginName}"`,
      },
      {
        who: 'mail-server-administrator',
        do: `If the role is there already: see whether it is kept to some mailboxes (Get-ManagementRoleAssignment -Role ApplicationImpersonation | Format-List RoleAssignee, CustomRecipientWriteScope, RecipientWriteScope) and ${mailbox} is not among them. A new assignment may take some minutes.`,
      },
    ],
    sendAs: ({ loginName, mailbox }) => ({
      who: 'mail-server-administrator',
      do: `Exchange admin center > Recipients > Mailboxes > ${mailbox} > Mailbox delegation > "Send As": add ${loginName}. Or in the Exchange Management Shell: Add-ADPermission -Identity (Get-Mailbox ${mailbox}).DistinguishedName -User "${loginName}" -ExtendedRights "Send As"`,
    }),
    fullAccess: ({ loginName, mailbox }) => ({
      who: 'mail-server-administrator',
      do: `Exchange admin center > Recipients > Mailboxes > ${mailbox} > Mailbox delegation > "Full Access": add ${loginName}. Or in the Exchange Management Shell: Add-MailboxPermission -Identity ${mailbox} -User "${loginName}" -AccessRights FullAccess`,
    }),
    quota: ({ mailbox }) => ({
      who: 'mail-server-administrator',
      do: `Exchange admin center > Recipients > Mailboxes > ${mailbox} > Mailbox usage > "More options": raise "Prohibit send at" and "Prohibit send and receive at". See what is in force: Get-MailboxStatistics ${mailbox} | Format-List TotalItemSize, StorageLimitStatus`,
    }),
    ewsAllowed: ({ mailbox, online }) => [
      {
        who: online ? 'tenant-administrator' : 'mail-server-administrator',
        do: `In ${online ? 'Exchange Online PowerShell' : 'the Exchange Management Shell'} see whether Exchange Web Services are allowed: Get-CASMailbox ${mailbox} | Format-List Ews* and Get-OrganizationConfig | Format-List Ews*. Where EwsEnabled is False: Set-CASMailbox ${mailbox} -EwsEnabled $true, and Set-OrganizationConfig -EwsEnabled $true.`,
      },
      {
        who: online ? 'tenant-administrator' : 'mail-server-administrator',
        do: `Where EwsApplicationAccessPolicy is EnforceAllowList, the platform has to be on the list: Set-OrganizationConfig -EwsAllowList @{Add="CRM/*","mailcheck*"} (the same for Set-CASMailbox ${mailbox}); where it is EnforceBlockList, take such entries off EwsBlockList. It may take up to 120 minutes.`,
      },
    ],
    nameService: ({ direction }) =>
      `set "Auto Discover Server Location" to No and "${labels.en[direction].location}" to the address of Exchange Web Services, usually https://SERVER/EWS/Exchange.asmx`,
  },
  ja: {
    mailboxExists: ({ mailbox }) => ({
      who: 'mail-server-administrator',
      do: `Exchange 管理センター >「受信者」>「メールボックス」で、${mailbox} を(エイリアスだけでなく)メールアドレスに持つメールボックスがあるか確かめる。Exchange 管理シェルの場合: Get-Mailbox ${mailbox} | Format-List PrimarySmtpAddress, RecipientTypeDetails`,
    }),
    impersonation: ({ loginName, mailbox }) => [
      {
        who: 'mail-server-administrator',
        do: `Exchange 管理センター >「アクセス許可」>「管理者の役割」>「新規作成」(+)で、役割「ApplicationImpersonation」を持ち ${loginName} をメンバーとする役割グループを作る。Exchange 管理シェルの場合: New-ManagementRoleAssignment -Name MailImpersonation -Role:ApplicationImpersonation -User:"${loginName}"`,
      },
      {
        who: 'mail-server-administrator',
        do: `役割がすでにある場合: 対象が一部のメールボックスに限られていて、${mailbox} が含まれていない可能性がある(Get-ManagementRoleAssignment -Role ApplicationImpersonation | Format-List RoleAssignee, CustomRecipientWriteScope, RecipientWriteScope)。割り当ての反映には数分かかることがある。`,
      },
    ],
    sendAs: ({ loginName, mailbox }) => ({
      who: 'mail-server-administrator',
      do: `Exchange 管理センター >「受信者」>「メールボックス」> ${mailbox} >「メールボックスの委任」>「メールボックス所有者として送信する」に ${loginName} を追加する。Exchange 管理シェルの場合: Add-ADPermission -Identity (Get-Mailbox ${mailbox}).DistinguishedName -User "${loginName}" -ExtendedRights "Send As"`,
    }),
    fullAccess: ({ loginName, mailbox }) => ({
      who: 'mail-server-administrator',
      do: `Exchange 管理センター >「受信者」>「メールボックス」> ${mailbox} >「メールボックスの委任」>「フル アクセス」に ${loginName} を追加する。Exchange 管理シェルの場合: Add-MailboxPermission -Identity ${mailbox} -User "${loginName}" -AccessRights FullAccess`,
    }),
    quota: ({ mailbox }) => ({
      who: 'mail-server-administrator',
      do: `Exchange 管理センター >「受信者」>「メールボックス」> ${mailbox} >「メールボックスの使用状況」>「その他のオプション」で、送信禁止と送受信禁止のサイズを大きくする。現在の状態: Get-MailboxStatistics ${mailbox} | Format-List TotalItemSize, StorageLimitStatus`,
    }),
    ewsAllowed: ({ mailbox, online }) => [
      {
        who: online ? 'tenant-administrator' : 'mail-server-administrator',
        do: `${online ? 'Exchange Online PowerShell' : 'Exchange 管理シェル'}で、Exchange Webサービスが許可されているか確かめる: Get-CASMailbox ${mailbox} | Format-List Ews* と Get-OrganizationConfig | Format-List Ews*。EwsEnabledがFalseなら、Set-CASMailbox ${mailbox} -EwsEnabled $true と Set-OrganizationConfig -EwsEnabled $true を実行する。`,
      },
      {
        who: online ? 'tenant-administrator' : 'mail-server-administrator',
        do: `EwsApplicationAccessPolicyがEnforceAllowListの場合は、プラットフォームを一覧に加える: Set-OrganizationConfig -EwsAllowList @{Add="CRM/*","mailcheck*"}(Set-CASMailbox ${mailbox} も同様)。EnforceBlockListの場合は、EwsBlockListから該当する項目を外す。反映まで最長120分かかる。`,
      },
    ],
    nameService: ({ direction }) =>
      `「サーバーの位置の自動検出」を「いいえ」にし、「${labels.ja[direction].location}」にExchange Webサービスのアドレス(一般には https://サーバー名/EWS/Exchange.asmx)を設定する`,
  },
};

const outcomes: Record<Language, Record<AutodiscoverOutcome, string>> = {
  en: {
    found: 'names',
    redirected: 'points to',
    'not-followed': 'points to another place, which was not followed:',
    'login-wanted': 'asks for a login',
    'login-refused': 'refused the login',
    'no-mailbox': 'knows no such mailbox',
    'not-there': 'no Autodiscover there',
    'no-answer': 'no usable answer',
  },
  ja: {
    found: '見つかったアドレス',
    redirected: '次の場所を案内',
    'not-followed': '別の場所を案内(たどっていない)',
    'login-wanted': 'ログインが必要',
    'login-refused': 'ログインを拒否',
    'no-mailbox': 'このメールボックスを知らない',
    'not-there': '自動検出サービスがない',
    'no-answer': '使える応答がない',
  },
};

/** "https://…: no Autodiscover there (ENOTFOUND)". What a server named is raw: reporters make it printable. */
export function attemptWords({ url, outcome, to, detail }: AutodiscoverAttempt, language: Language): string {
  const english = language === 'en';
  const more = detail === undefined ? '' : english ? ` (${detail})` : `(${detail})`;
  const named = to === undefined ? '' : english ? ` ${to}` : `: ${to}`;
  return `${url}: ${outcomes[language][outcome]}${named}${more}`;
}

export const exchangePages = {
  responseCodes: 'https://learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode',
  impersonation:
    'https://learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-configure-impersonation',
  onPremises: 'https://learn.microsoft.com/power-platform/admin/connect-exchange-server-on-premises',
  autodiscover:
    'https://learn.microsoft.com/exchange/client-developer/exchange-web-services/autodiscover-for-exchange',
  accessToEws:
    'https://learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-control-access-to-ews-in-exchange',
  throttling:
    'https://learn.microsoft.com/exchange/client-developer/exchange-web-services/ews-throttling-in-exchange',
} as const;
