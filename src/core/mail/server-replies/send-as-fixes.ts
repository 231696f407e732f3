// Knows what has to be done so that a login may send from another address, by who grants it. {login} stands for who logs in.
// Words only.

import { server, system, tenant, user } from './fixes.ts';
import type { ReplyFix } from './row.ts';

export const sendAsFixes = {
  exchange: tenant(
    'Exchange admin center > Recipients > Mailboxes > {mailbox} > Delegation > "Send as": add {login}. In Exchange Online PowerShell: Add-RecipientPermission -Identity {mailbox} -Trustee {login} -AccessRights SendAs',
    'Exchange 管理センター >「受信者」>「メールボックス」> {mailbox} >「委任」の「メールボックス所有者として送信する」に {login} を追加する。Exchange Online PowerShellの場合: Add-RecipientPermission -Identity {mailbox} -Trustee {login} -AccessRights SendAs',
  ),
  'exchange-alias': tenant(
    '{mailbox} is an alias of {login}, and Exchange Online writes the primary address: make {mailbox} the primary one (Exchange admin center > Recipients > Mailboxes > {login} > "Manage email address types"), or allow aliases as senders in Exchange Online PowerShell: Set-OrganizationConfig -SendFromAliasEnabled $true',
    '{mailbox} は {login} のエイリアスで、Exchange Onlineはプライマリ アドレスを差出人にする。{mailbox} をプライマリにする(Exchange 管理センター >「受信者」>「メールボックス」> {login} >「メール アドレスの種類の管理」)か、Exchange Online PowerShellでエイリアスからの送信を許可する: Set-OrganizationConfig -SendFromAliasEnabled $true',
  ),
  'exchange-server-alias': server(
    '{mailbox} is an alias of {login}, and Exchange writes the primary address: make {mailbox} the primary one (Exchange admin center > Recipients > Mailboxes > {login} > "Email address"). In the Exchange Management Shell: Set-Mailbox {login} -EmailAddressPolicyEnabled $false -PrimarySmtpAddress {mailbox}',
    '{mailbox} は {login} のエイリアスで、Exchangeはプライマリ アドレスを差出人にする。{mailbox} をプライマリにする(Exchange 管理センター >「受信者」>「メールボックス」> {login} >「電子メール アドレス」)。Exchange 管理シェルの場合: Set-Mailbox {login} -EmailAddressPolicyEnabled $false -PrimarySmtpAddress {mailbox}',
  ),
  gmail: user(
    'Sign in to Gmail as {login} > Settings > "Accounts and Import" > "Send mail as" > "Add another email address": add {mailbox} and confirm it.',
    'Gmailに {login} でサインインし、「設定」>「アカウントとインポート」>「他のメール アドレスを追加」で {mailbox} を追加して確認を済ませる。',
  ),
  postfix: server(
    'Let {login} own the address on {host}: add {login} to the line of {mailbox} in the table of smtpd_sender_login_maps (postconf smtpd_sender_login_maps names it), run postmap on it and reload Postfix.',
    '{host} で、smtpd_sender_login_maps の表(場所は postconf smtpd_sender_login_maps でわかる)の {mailbox} の行に {login} を加え、postmapを実行してPostfixを再読み込みする。',
  ),
  provider: server(
    'Confirm {mailbox}, or its domain, as a sender ("verified identity") in the account of the sending service behind {host}.',
    '{host} の送信サービスの管理画面で、{mailbox}(またはそのドメイン)を差出人として確認済みにする。',
  ),
  other: server(
    'Allow {login} on {host} to send as {mailbox} (an alias of the account, or a sender address of its own).',
    '{host} で、{login} に {mailbox} としての送信を許可する(アカウントのエイリアスや、送信用アドレスとして登録する)。',
  ),
} satisfies Record<string, ReplyFix>;

export const ownLogin = system(
  'Or log in as {mailbox} itself: enter its own user name under "Credentials".',
  'または、「資格情報」の「ユーザー名」を {mailbox} 自身のものにする。',
);
