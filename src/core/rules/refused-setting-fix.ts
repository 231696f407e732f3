// Knows what to change where the platform's alert refuses a setting or record: the steps beside the code of the rule that finds
// the same in the records, said without that record at hand. Words only; which alert means which code is in platform-codes.ts.

import { adminCenter } from './admin-center.ts';
import type { AlertNames } from './alert-words.ts';
import type { FixStep, Language, Who } from './rule.ts';

type Step = { on: 'profile' | 'mailbox' | Who; en: string; ja: string };

const withPassword: Step = {
  on: 'profile',
  en: 'set the authentication to "Credentials Specified by a User or Queue" or "Credentials Specified in Email Server Profile", enter the credentials, save.',
  ja: '認証方法を「ユーザーまたはキューで指定した資格情報」または「電子メール サーバー プロファイルで指定した資格情報」にし、資格情報を入力して保存する。',
};
const locations: Step = {
  on: 'profile',
  en: 'enter the incoming and outgoing server locations: for POP3, IMAP and SMTP the host name alone (smtp.example.com), save.',
  ja: '「受信サーバーの位置」と「送信サーバーの位置」を入力し(POP3、IMAP、SMTPではホスト名だけ。例: smtp.example.com)、保存する。',
};
const otherSender: Step = {
  on: 'process-owner',
  en: 'Deactivate the process, set From of its Send E-mail step to a user or queue whose mailbox is approved, tested and enabled, and activate it.',
  ja: 'プロセスを「非アクティブ化」し、「電子メールの送信」ステップの差出人を、承認・テスト・有効化の済んだメールボックスを持つユーザーかキューに変え、「アクティブ化」する。',
};

const steps: Record<string, readonly Step[]> = {
  MC205: [
    {
      on: 'system-administrator',
      en: 'Enable the user who is the owner (Microsoft 365 admin center > Users > Active users: unblock the sign-in, assign a licence), or assign the record to another user.',
      ja: '所有者のユーザーを有効にする(Microsoft 365管理センターの「アクティブなユーザー」でサインインのブロックを解除し、ライセンスを割り当てる)。またはレコードを別のユーザーに割り当てる。',
    },
  ],
  MC206: [otherSender],
  MC210: [
    {
      on: 'system-administrator',
      en: 'Give the user or queue in From an e-mail address; then approve its mailbox ("Approve Email") and run "Test & Enable Mailboxes".',
      ja: '差出人のユーザーまたはキューに電子メール アドレスを設定する。次に、そのメールボックスの「電子メールの承認」と「メールボックスのテストと有効化」を実行する。',
    },
    otherSender,
  ],
  MC212: [
    {
      on: 'process-owner',
      en: 'Open the process and choose "Activate".',
      ja: 'プロセスを開き、「アクティブ化」を選ぶ。',
    },
  ],
  MC302: [
    {
      on: 'system-administrator',
      en: 'Correct the e-mail address of the user or queue that the mailbox is for: one address, no name, no spaces. The mailbox follows; approve it and run "Test & Enable Mailboxes".',
      ja: 'メールボックスを使うユーザーまたはキューの電子メール アドレスを直す(アドレスは1つだけ。名前、空白は入れない)。メールボックスにも反映されるので、「電子メールの承認」と「メールボックスのテストと有効化」を実行する。',
    },
  ],
  MC305: [
    {
      on: 'mailbox',
      en: 'under "Synchronization Method" set "Outgoing Email" to "Server-Side Synchronization" and save, then run "Test & Enable Mailboxes".',
      ja: '「同期方法」の「送信電子メール」を「サーバー側同期」にして保存し、「メールボックスのテストと有効化」を実行する。',
    },
  ],
  MC310: [
    {
      on: 'mailbox',
      en: 'under "Credentials" set "Allow to Use Credentials for Email Processing" to Yes, enter user name and password, save, then run "Test & Enable Mailboxes".',
      ja: '「資格情報」で、電子メールの処理に資格情報を使うことを許可し、「ユーザー名」と「パスワード」を入力して保存し、「メールボックスのテストと有効化」を実行する。',
    },
  ],
  MC311: [
    { on: 'mailbox', en: 'set "Outgoing Email" to None.', ja: '「送信電子メール」を「なし」にする。' },
    otherSender,
  ],
  MC312: [
    {
      on: 'mailbox',
      en: 'under "Synchronization Method" set "Appointments, Contacts, and Tasks" to "None" and save.',
      ja: '「同期方法」の「予定、取引先担当者、タスク」を「なし」にして保存する。',
    },
  ],
  MC402: [
    {
      on: 'profile',
      en: 'under "Advanced" set "Use SSL" for the incoming and the outgoing connection to Yes and see that the ports are those with TLS (995, 993, 587, 465), then save.',
      ja: '「受信接続に SSL を使用する」と「送信接続に SSL を使用する」を「はい」にし、ポートがTLS用(995、993、587、465)であることを確かめて保存する。',
    },
  ],
  MC403: [withPassword],
  MC404: [withPassword],
  MC405: [
    {
      on: 'profile',
      en: 'set "Auto Discover Server Location" to No and enter the incoming and outgoing server locations, save.',
      ja: '自動検出を「いいえ」にし、「受信サーバーの位置」と「送信サーバーの位置」を入力して保存する。',
    },
  ],
  MC406: [
    {
      on: 'profile',
      en: 'choose one: set "Auto Discover Server Location" to No and keep the locations, or take the locations out; save.',
      ja: '自動検出を「いいえ」にするか、サーバーの位置を空にするか、どちらかにして保存する。',
    },
  ],
  MC407: [locations],
  MC409: [
    {
      on: 'profile',
      en: 'set "Use Impersonation" to No and save.',
      ja: '偽装の使用を「いいえ」にして保存する。',
    },
  ],
  MC410: [
    {
      on: 'profile',
      en: 'where outgoing needs credentials of its own, set "Use same settings for Outgoing" to No and save.',
      ja: '送信に別の資格情報が必要な場合は、「送信に同じ設定を使用する」を「いいえ」にして保存する。',
    },
  ],
  MC411: [
    {
      on: 'profile',
      en: 'switch auto-granted delegate access off (column outgoingautograntdelegateaccess: No) and save.',
      ja: '代理アクセスの自動付与をオフ(列 outgoingautograntdelegateaccess を「いいえ」)にして保存する。',
    },
  ],
  MC413: [
    {
      on: 'profile',
      en: 'under "Credentials" enter user name (as name@domain) and password, save, then run "Test & Enable Mailboxes".',
      ja: '「資格情報」に「ユーザー名」(name@domain の形)と「パスワード」を入力して保存し、「メールボックスのテストと有効化」を実行する。',
    },
  ],
  MC414: [locations],
  MC415: [
    {
      on: 'profile',
      en: 'where the mailboxes are not in Exchange Online, set the authentication to "Credentials Specified by a User or Queue" or "Credentials Specified in Email Server Profile" and save; else give them the profile "Microsoft Exchange Online".',
      ja: 'Exchange Onlineのメールボックスでなければ、認証方法を「ユーザーまたはキューで指定した資格情報」または「電子メール サーバー プロファイルで指定した資格情報」にして保存する。Exchange Onlineのメールボックスには、プロファイル「Microsoft Exchange Online」を設定する。',
    },
  ],
  MC416: [
    {
      on: 'profile',
      en: 'set "Use SSL" for the incoming and the outgoing connection to Yes and the matching ports (995, 993, 587, 465), save.',
      ja: '「受信接続に SSL を使用する」と「送信接続に SSL を使用する」を「はい」にし、対応するポート(995、993、587、465)を入力して保存する。',
    },
  ],
  MC417: [
    {
      on: 'tenant-administrator',
      en: 'Read the tenant id of the tenant that holds the mailboxes: Microsoft Entra admin center > Overview > "Tenant ID".',
      ja: 'メールボックスのあるテナントのIDを、Microsoft Entra 管理センターの概要で確認する。',
    },
    { on: 'profile', en: 'enter it as the tenant id and save.', ja: 'そのテナントIDを入力して保存する。' },
  ],
};

/** Empty for a code that has no steps here. */
export function refusedSettingFix(
  code: string,
  { profile, mailbox }: AlertNames,
  language: Language,
): FixStep[] {
  return (steps[code] ?? []).map(({ on, ...words }) => {
    const center = adminCenter[language];
    if (on === 'profile') return center.inProfile(profile, words[language]);
    return on === 'mailbox' ? center.inMailbox(mailbox, words[language]) : { who: on, do: words[language] };
  });
}
