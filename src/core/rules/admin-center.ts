// Knows where settings stand in the Power Platform admin center, in its own words, as ready-made fix steps, and the product
// pages behind the rules about mailboxes and server profiles. Words only; may not look at facts.

import type { FixStep, Language, Who } from './rule.ts';

type CenterWords = {
  /** "Approve Email". */
  approve: (address: string, who?: Who) => FixStep;
  /** "Test & Enable Mailboxes". */
  testAndEnable: (address: string) => FixStep;
  /** Something to do on the mailbox's page; `what` begins after the place. */
  inMailbox: (address: string, what: string, who?: Who) => FixStep;
  inProfile: (name: string, what: string) => FixStep;
  inEmailSettings: (what: string) => FixStep;
  /** The records are silent: which key to write, with its value words. */
  inRecord: (record: string, keyAndValue: string) => FixStep;
};

const english = 'Power Platform admin center > Environments > (the environment) > Settings > Email';
const japanese = 'Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」';

export const adminCenter: Record<Language, CenterWords> = {
  en: {
    approve: (address, who = 'system-administrator') => ({
      who,
      do: `Approve the address: ${english} > Mailboxes, select ${address}, "More commands" (…) > "Approve Email" > OK. Then record that: mailcheck approve ${address}`,
    }),
    testAndEnable: (address) => ({
      who: 'system-administrator',
      do: `Run "Test & Enable Mailboxes" for ${address} (${english} > Mailboxes). To test it with this tool and record the result: mailcheck test-mailbox ${address}`,
    }),
    inMailbox: (address, what, who = 'system-administrator') => ({
      who,
      do: `${english} > Mailboxes, open ${address}: ${what}`,
    }),
    inProfile: (name, what) => ({
      who: 'system-administrator',
      do: `${english} > Server profiles, open "${name}": ${what}`,
    }),
    inEmailSettings: (what) => ({
      who: 'system-administrator',
      do: `${english} > Email settings: ${what}`,
    }),
    inRecord: (record, keyAndValue) => ({
      who: 'records-keeper',
      do: `Add to the record of ${record}: ${keyAndValue}`,
    }),
  },
  ja: {
    approve: (address, who = 'system-administrator') => ({
      who,
      do: `アドレスを承認する: ${japanese}>「メールボックス」で ${address} を選び、「その他のコマンド」(…)>「電子メールの承認」>「OK」を選ぶ。済んだら設定ファイルにも記録する: mailcheck approve ${address}`,
    }),
    testAndEnable: (address) => ({
      who: 'system-administrator',
      do: `${address} に対して「メールボックスのテストと有効化」を実行する(${japanese}>「メールボックス」)。このツールでテストして結果を記録する場合: mailcheck test-mailbox ${address}`,
    }),
    inMailbox: (address, what, who = 'system-administrator') => ({
      who,
      do: `${japanese}>「メールボックス」で ${address} を開き、${what}`,
    }),
    inProfile: (name, what) => ({
      who: 'system-administrator',
      do: `${japanese}>「サーバー プロファイル」で「${name}」を開き、${what}`,
    }),
    inEmailSettings: (what) => ({
      who: 'system-administrator',
      do: `${japanese}>「電子メール設定」で、${what}`,
    }),
    inRecord: (record, keyAndValue) => ({
      who: 'records-keeper',
      do: `設定ファイルの${record}${record.endsWith('」') ? '' : ' '}に次を追加する: ${keyAndValue}`,
    }),
  },
};

export const productPages = {
  mailboxTable: 'https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/mailbox',
  profileTable:
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/emailserverprofile',
  errorCodes:
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes',
  exchangeOnline: 'https://learn.microsoft.com/power-platform/admin/connect-exchange-online',
  passwordProfiles: 'https://learn.microsoft.com/power-platform/admin/connect-to-pop3-or-smtp-servers',
  emailSettings: 'https://learn.microsoft.com/power-platform/admin/settings-email',
  editMailboxes: 'https://learn.microsoft.com/power-platform/admin/create-forward-mailboxes-edit-mailboxes',
} as const;
