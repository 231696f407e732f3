// Knows the sentences of a live test's report, both languages. Data only.

import type { FaultClass } from '../../core/mail/fault-class.ts';
import type { DirectionReport, MailboxReport } from '../../core/mailbox-report.ts';
import type { Language } from '../../core/rules/rule.ts';

type Words = {
  profile(name: string): string;
  verdict: Record<DirectionReport['verdict'], string>;
  loginOnly: string;
  arrivalLabel: string;
  arrival: Record<MailboxReport['arrival'], string>;
  classes: Record<FaultClass, string>;
  changed: string;
  unwritten: string;
  nothingToRecord: string;
  notExamined: string;
  summary(counts: Record<MailboxReport['verdict'], number>): string;
  colon: string;
  inBrackets(text: string): string;
  separator: string;
};

export const testMailboxWords: Record<Language, Words> = {
  en: {
    profile: (name) => `server profile "${name}"`,
    verdict: {
      success: 'Success',
      failure: 'Failure',
      unknown: 'could not be determined',
      'not-tested': 'not tested',
    },
    loginOnly: 'login works, nothing sent',
    arrivalLabel: 'test message',
    arrival: {
      arrived: 'arrived',
      'not-arrived': 'did not arrive in time',
      unknown: 'arrival unknown',
      'not-tried': 'not tried',
    },
    classes: {
      credential: 'credentials',
      configuration: 'configuration',
      policy: 'policy of the server',
      transient: 'may pass by itself',
      network: 'network',
      certificate: 'certificate',
      local: 'on our side',
    },
    changed: 'Changes of the record:',
    unwritten: 'Not written (--no-save).',
    nothingToRecord: 'The records stay as they are.',
    notExamined: 'Not examined',
    summary: ({ success, failure, unknown }) =>
      `${success + failure + unknown} mailboxes: ${success} succeeded, ${failure} failed, ${unknown} could not be determined.`,
    colon: ': ',
    inBrackets: (text) => ` (${text})`,
    separator: ', ',
  },
  ja: {
    profile: (name) => `サーバー プロファイル「${name}」`,
    verdict: {
      success: '成功',
      failure: '失敗',
      unknown: '判定できない',
      'not-tested': '未実行',
    },
    loginOnly: 'ログインは成功(送信は試していない)',
    arrivalLabel: 'テストメール',
    arrival: {
      arrived: '着信',
      'not-arrived': '時間内に着信せず',
      unknown: '着信したか不明',
      'not-tried': '未実行',
    },
    classes: {
      credential: '資格情報',
      configuration: '設定',
      policy: 'サーバーのポリシー',
      transient: '一時的な可能性あり',
      network: 'ネットワーク',
      certificate: '証明書',
      local: 'こちら側の理由',
    },
    changed: '設定ファイルの変更点:',
    unwritten: '設定ファイルには書いていません(--no-save)。',
    nothingToRecord: '設定ファイルの変更はありません。',
    notExamined: '調べていないこと',
    summary: ({ success, failure, unknown }) =>
      `メールボックス${success + failure + unknown}件: 成功${success}件、失敗${failure}件、判定できない${unknown}件。`,
    colon: ': ',
    inBrackets: (text) => `(${text})`,
    separator: '、',
  },
};
