// Knows what the facts of a stage and the values of records are called, both languages. Data only. The labels are the admin
// center's own where it has one.

import type { FactName } from '../../core/path-report.ts';
import type { Language } from '../../core/rules/rule.ts';

/** Facts that need their name said; the others are understood from their stage. */
export const factWords: Record<Language, Partial<Record<FactName, string>>> = {
  en: {
    'default-setting': 'default',
    owner: 'owner',
    state: 'state',
    step: 'step',
    from: 'From',
    approval: 'approval',
    'approved-by': 'approved by',
    'approved-on': 'approved on',
    'outgoing-status': 'outgoing',
    'test-run-by': 'test run by',
    'test-run-on': 'test run on',
    'tested-server': 'tested server',
    'tested-login': 'tested login',
    'tested-on': 'tested on',
    'seen-on': 'seen on',
    tenant: 'tenant',
    passcode: 'Email one-time passcode',
  },
  ja: {
    'default-setting': '既定',
    owner: '所有者',
    state: '状態',
    step: 'ステップ',
    from: '差出人の指定',
    approval: '承認',
    'approved-by': '承認者',
    'approved-on': '承認日時',
    'outgoing-status': '送信テスト',
    'test-run-by': 'テスト実行者',
    'test-run-on': 'テスト実行日時',
    'tested-server': 'テストしたサーバー',
    'tested-login': 'テストしたログイン名',
    'tested-on': 'テスト日時',
    'seen-on': '確認日時',
    tenant: 'テナント',
    passcode: '電子メール ワンタイム パスコード',
  },
};

/** Words of the records, as the screens show them; a value that is not here is shown as it is. */
export const valueWords: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    'not-run': 'Not Run',
    success: 'Success',
    failure: 'Failure',
    approved: 'Approved',
    'pending-approval': 'Pending Approval',
    rejected: 'Rejected',
    empty: 'Empty',
    draft: 'Draft',
    activated: 'Activated',
    suspended: 'Suspended',
    active: 'Active',
    inactive: 'Inactive',
    'server-side-synchronization': 'Server-Side Synchronization',
    none: 'None',
    outlook: 'Dynamics 365 for Outlook',
    'forward-mailbox': 'Forward Mailbox',
  },
  ja: {
    'not-run': '未実行',
    success: '成功',
    failure: '失敗',
    approved: '承認済み',
    'pending-approval': '承認待ち',
    rejected: '拒否',
    empty: '空',
    draft: '下書き',
    activated: 'アクティブ化済み',
    suspended: '中断',
    active: 'アクティブ',
    inactive: '非アクティブ',
    'server-side-synchronization': 'サーバー側同期',
    none: 'なし',
    outlook: 'Dynamics 365 for Outlook',
    'forward-mailbox': '転送メールボックス',
  },
};

/** Why a tenant sends passcodes, or does not. */
export const passcodeWords: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    enabled: 'on',
    disabled: 'off',
    automatic: 'on by default since October 2021',
    'us-government': 'off, the default in the US Government cloud',
    'default-not-known': 'left at its default',
    'not-recorded': 'not recorded',
  },
  ja: {
    enabled: '有効',
    disabled: '無効',
    automatic: '有効(2021年10月以降の既定)',
    'us-government': '無効(米国政府機関向けクラウドの既定)',
    'default-not-known': '既定のまま',
    'not-recorded': '記録なし',
  },
};

export const evidenceWords: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    none: 'never tested',
    'not-recorded': 'no test is recorded',
    'no-verdict': 'the last test came to no verdict',
    live: 'looked at just now',
    saved: 'not contacted now; judged by the evidence file',
    stored: 'not contacted now; known from the last test',
    'login-stored': 'the login is known from the last test',
    'other-server': 'the last test was of another server',
    'other-login': 'the last test was of another login',
  },
  ja: {
    none: '未テスト',
    'not-recorded': 'テストの記録なし',
    'no-verdict': '前回のテストは結論が出ていない',
    live: '今回接続して確認',
    saved: '今回は接続せず、保存した応答で判定',
    stored: '今回は接続せず(前回のテストの結果)',
    'login-stored': 'ログインは前回のテストの結果',
    'other-server': '前回のテストは別のサーバーのもの',
    'other-login': '前回のテストは別のログイン名のもの',
  },
};

/** How far a look went that stopped before the login, as asked. */
export const reachedWords: Record<Language, Readonly<Record<string, string>>> = {
  en: { connect: 'connected, not logged in', tls: 'connected and encrypted, not logged in' },
  ja: { connect: '接続まで確認(ログインなし)', tls: '接続と暗号化まで確認(ログインなし)' },
};
