// Knows where things stand in the admin centers of Microsoft 365, Exchange and Microsoft Entra, as ready-made fix steps.
// Words only; may not look at facts.

import type { FixStep, Language } from './rule.ts';

type ExchangeOnlineWords = {
  /** A plan with Exchange Online for the user of the mailbox. */
  licence: (address: string) => FixStep;
  allowSignIn: (address: string) => FixStep;
  /** Permissions of the application, with consent. */
  permissions: (application: string | undefined, names: readonly string[]) => FixStep;
  /** Which mailboxes the application may open: the older policies and the newer roles. */
  mailboxesOf: (application: string | undefined, address: string) => FixStep[];
};

export const exchangeOnline: Record<Language, ExchangeOnlineWords> = {
  en: {
    licence: (address) => ({
      who: 'tenant-administrator',
      do: `Microsoft 365 admin center > Users > Active users > the user of ${address} > "Licenses and apps": assign a licence with Exchange Online and save; the mailbox is there some minutes later. For a queue a shared mailbox does without a licence.`,
    }),
    allowSignIn: (address) => ({
      who: 'tenant-administrator',
      do: `Microsoft 365 admin center > Users > Active users > the user of ${address} > "Unblock sign-in".`,
    }),
    permissions: (application, names) => ({
      who: 'tenant-administrator',
      do: `Microsoft Entra admin center > App registrations > ${application ?? '(the application)'} > "API permissions": add for Microsoft Graph, as "Application permissions", ${names.join(' and ')}, then "Grant admin consent".`,
    }),
    mailboxesOf: (application = 'APPLICATION_ID', address) => [
      {
        who: 'tenant-administrator',
        do: `In Exchange Online PowerShell see whether a policy keeps the application from this mailbox: Test-ApplicationAccessPolicy -AppId ${application} -Identity ${address}. If it says Denied: add the mailbox to the group that Get-ApplicationAccessPolicy names (up to an hour until it takes effect).`,
      },
      {
        who: 'tenant-administrator',
        do: `Where the application has roles of Exchange instead (RBAC for Applications): Test-ServicePrincipalAuthorization -Identity ${application} -Resource ${address} has to say InScope for "Application Mail.ReadWrite" and "Application Mail.Send".`,
      },
    ],
  },
  ja: {
    licence: (address) => ({
      who: 'tenant-administrator',
      do: `Microsoft 365 管理センター >「ユーザー」>「アクティブなユーザー」> ${address} のユーザー >「ライセンスとアプリ」で、Exchange Onlineを含むライセンスを割り当てて保存する。メールボックスは数分後に使えるようになる。キューには、ライセンスのいらない共有メールボックスも使える。`,
    }),
    allowSignIn: (address) => ({
      who: 'tenant-administrator',
      do: `Microsoft 365 管理センター >「ユーザー」>「アクティブなユーザー」> ${address} のユーザーで、「サインインのブロックを解除」を選ぶ。`,
    }),
    permissions: (application, names) => ({
      who: 'tenant-administrator',
      do: `Microsoft Entra 管理センター >「アプリの登録」> ${application ?? '(対象のアプリ)'} >「API のアクセス許可」で、Microsoft Graph の「アプリケーションの許可」として ${names.join(' と ')} を追加し、管理者の同意を与える。`,
    }),
    mailboxesOf: (application = 'APPLICATION_ID', address) => [
      {
        who: 'tenant-administrator',
        do: `Exchange Online PowerShellで、このメールボックスへのアクセスがポリシーで止められていないか調べる: Test-ApplicationAccessPolicy -AppId ${application} -Identity ${address}。Deniedなら、Get-ApplicationAccessPolicy が示すグループにメールボックスを加える(反映まで最長1時間ほど)。`,
      },
      {
        who: 'tenant-administrator',
        do: `アプリにExchangeのロールを割り当てている場合(アプリケーションの RBAC): Test-ServicePrincipalAuthorization -Identity ${application} -Resource ${address} で、「Application Mail.ReadWrite」と「Application Mail.Send」がInScopeになるようにする。`,
      },
    ],
  },
};

export const exchangeOnlinePages = {
  graphErrors: 'https://learn.microsoft.com/graph/errors',
  authorization: 'https://learn.microsoft.com/graph/resolve-auth-errors',
  throttling: 'https://learn.microsoft.com/graph/throttling',
  accessPolicies: 'https://learn.microsoft.com/exchange/permissions-exo/application-access-policies',
  applicationRoles: 'https://learn.microsoft.com/exchange/permissions-exo/application-rbac',
} as const;
