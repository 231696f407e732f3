// Knows what has to be done so that a login may send from another address, by who grants it. Words only.
// Which server it is: src/core/mail/send-as-refusals.ts, or the provider that the host belongs to.

import { adminCenter } from './admin-center.ts';
import type { FixStep, Language } from './rule.ts';

export type Granting =
  | 'exchange'
  | 'exchange-alias'
  | 'exchange-server-alias'
  | 'gmail'
  | 'postfix'
  | 'provider'
  | 'other';

export type SendAsCase = {
  /** The mailbox's own address: From and envelope sender. */
  mailbox: string;
  /** Who logs in; undefined: the records do not say. */
  login: string | undefined;
  host: string;
  credentialsIn: 'mailbox' | 'profile';
  profile: string;
};

/** Whoever may grant it, then the other way: the mailbox's own login. */
export function sendAsSteps(granting: Granting, p: SendAsCase, language: Language): FixStep[] {
  // An alias is the same mailbox: there is no other login to be had.
  return [grants[language][granting](p), ...(granting.endsWith('-alias') ? [] : [ownLogin(p, language)])];
}

const somebody = { en: 'the user who logs in', ja: 'ログインするユーザー' };

const grants: Record<Language, Record<Granting, (p: SendAsCase) => FixStep>> = {
  en: {
    exchange: ({ mailbox, login = somebody.en }) => ({
      who: 'tenant-administrator',
      do: `Exchange admin center > Recipients > Mailboxes > ${mailbox} > Delegation > "Send as": add ${login}. In Exchange Online PowerShell: Add-RecipientPermission -Identity ${mailbox} -Trustee ${login} -AccessRights SendAs`,
    }),
    'exchange-alias': ({ mailbox, login = somebody.en }) => ({
      who: 'tenant-administrator',
      do: `${mailbox} is an alias of ${login}, and Exchange Online writes the primary address: make ${mailbox} the primary one (Exchange admin center > Recipients > Mailboxes > ${login} > "Manage email address types"), or allow aliases as senders in Exchange Online PowerShell: Set-OrganizationConfig -SendFromAliasEnabled $true`,
    }),
    'exchange-server-alias': ({ mailbox, login = somebody.en }) => ({
      who: 'mail-server-administrator',
      do: `${mailbox} is an alias of ${login}, and Exchange writes the primary address: make ${mailbox} the primary one (Exchange admin center > Recipients > Mailboxes > ${login} > "Email address"). In the Exchange Management Shell: Set-Mailbox ${login} -EmailAddressPolicyEnabled $false -PrimarySmtpAddress ${mailbox}`,
    }),
    gmail: ({ mailbox, login = somebody.en }) => ({
      who: 'mailbox-user',
      do: `Sign in to Gmail as ${login} > Settings > "Accounts and Import" > "Send mail as" > "Add another email address": add ${mailbox} and confirm it.`,
    }),
    postfix: ({ mailbox, login = somebody.en, host }) => ({
      who: 'mail-server-administrator',
      do: `Let ${login} own the address on ${host}: add ${login} to the line of ${mailbox} in the table of smtpd_sender_login_maps (postconf smtpd_sender_login_maps names it), run postmap on it and reload Postfix.`,
    }),
    provider: ({ mailbox, host }) => ({
      who: 'mail-server-administrator',
      do: `Confirm ${mailbox}, or its domain, as a sender ("verified identity") in the account of the sending service behind ${host}.`,
    }),
    other: ({ mailbox, login = somebody.en, host }) => ({
      who: 'mail-server-administrator',
      do: `Allow ${login} on ${host} to send as ${mailbox} (an alias of the account, or a sender address of its own).`,
    }),
  },
  ja: {
    exchange: ({ mailbox, login = somebody.ja }) => ({
      who: 'tenant-administrator',
      do: `Exchange 管理センター >「受信者」>「メールボックス」> ${mailbox} >「委任」の「メールボックス所有者として送信する」に ${login} を追加する。Exchange Online PowerShellの場合: Add-RecipientPermission -Identity ${mailbox} -Trustee ${login} -AccessRights SendAs`,
    }),
    'exchange-alias': ({ mailbox, login = somebody.ja }) => ({
      who: 'tenant-administrator',
      do: `${mailbox} は ${login} のエイリアスで、Exchange Onlineはプライマリ アドレスを差出人にする。${mailbox} をプライマリにする(Exchange 管理センター >「受信者」>「メールボックス」> ${login} >「メール アドレスの種類の管理」)か、Exchange Online PowerShellでエイリアスからの送信を許可する: Set-OrganizationConfig -SendFromAliasEnabled $true`,
    }),
    'exchange-server-alias': ({ mailbox, login = somebody.ja }) => ({
      who: 'mail-server-administrator',
      do: `${mailbox} は ${login} のエイリアスで、Exchangeはプライマリ アドレスを差出人にする。${mailbox} をプライマリにする(Exchange 管理センター >「受信者」>「メールボックス」> ${login} >「電子メール アドレス」)。Exchange 管理シェルの場合: Set-Mailbox ${login} -EmailAddressPolicyEnabled $false -PrimarySmtpAddress ${mailbox}`,
    }),
    gmail: ({ mailbox, login = somebody.ja }) => ({
      who: 'mailbox-user',
      do: `Gmailに ${login} でサインインし、「設定」>「アカウントとインポート」>「他のメール アドレスを追加」で ${mailbox} を追加して確認を済ませる。`,
    }),
    postfix: ({ mailbox, login = somebody.ja, host }) => ({
      who: 'mail-server-administrator',
      do: `${host} で、smtpd_sender_login_maps の表(場所は postconf smtpd_sender_login_maps でわかる)の ${mailbox} の行に ${login} を加え、postmapを実行してPostfixを再読み込みする。`,
    }),
    provider: ({ mailbox, host }) => ({
      who: 'mail-server-administrator',
      do: `${host} の送信サービスの管理画面で、${mailbox}(またはそのドメイン)を差出人として確認済みにする。`,
    }),
    other: ({ mailbox, login = somebody.ja, host }) => ({
      who: 'mail-server-administrator',
      do: `${host} で、${login} に ${mailbox} としての送信を許可する(アカウントのエイリアスや、送信用アドレスとして登録する)。`,
    }),
  },
};

function ownLogin({ mailbox, credentialsIn, profile }: SendAsCase, language: Language): FixStep {
  const center = adminCenter[language];
  const { lead, inProfile, inMailbox } = ownLoginWords[language];
  const step =
    credentialsIn === 'profile' ? center.inProfile(profile, inProfile) : center.inMailbox(mailbox, inMailbox);
  return { ...step, do: `${lead(mailbox)}${step.do}` };
}

const ownLoginWords = {
  en: {
    lead: (mailbox: string) => `Or let ${mailbox} log in as itself. `,
    inProfile:
      'set "Authenticate Using" to "Credentials Specified by a User or Queue", and give each mailbox its own user name and password.',
    inMailbox: 'under "Credentials" enter the account of the mailbox itself as "User Name" and "Password".',
  },
  ja: {
    lead: (mailbox: string) => `または、${mailbox} 自身のアカウントでログインさせる。`,
    inProfile:
      '認証方法を「ユーザーまたはキューで指定した資格情報」にし、メールボックスごとにユーザー名とパスワードを設定する。',
    inMailbox:
      '「資格情報」の「ユーザー名」と「パスワード」を、このメールボックス自身のアカウントのものにする。',
  },
} as const;
