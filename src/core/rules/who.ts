// Knows the words for who can do a fix. Data only.

import type { Language, Who } from './rule.ts';

export const who: Record<Who, Record<Language, string>> = {
  'system-administrator': { en: 'System Administrator', ja: 'システム管理者' },
  'tenant-administrator': {
    en: 'Global or Exchange administrator',
    ja: 'グローバル管理者またはExchange管理者',
  },
  'entra-administrator': {
    en: 'Global administrator of Microsoft Entra',
    ja: 'Microsoft Entra のグローバル管理者',
  },
  'process-owner': { en: 'owner of the process', ja: 'プロセスの所有者' },
  'mailbox-user': { en: 'user of the mailbox', ja: 'メールボックスの利用者' },
  'mail-server-administrator': { en: 'administrator of the mail server', ja: 'メールサーバーの管理者' },
  'network-administrator': { en: 'network administrator', ja: 'ネットワーク管理者' },
  'portal-administrator': { en: 'portal administrator', ja: 'ポータルの管理者' },
  'portal-visitor': { en: 'the person who waits for the mail', ja: 'メールを待っている本人' },
  'mailcheck-user': { en: 'whoever runs mailcheck', ja: 'このコマンドを実行する人' },
  'records-keeper': { en: 'whoever keeps these records', ja: 'この設定ファイルの担当者' },
};
