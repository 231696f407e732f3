// Knows how changes of records are told: what changed, where it was written, and that the environment itself was not touched.

import { directions } from '../../core/mail/protocol.ts';
import type { LastTest } from '../../core/records/mailbox.ts';
import type { RecordChange } from '../../core/mailbox-report.ts';
import type { Language } from '../../core/rules/rule.ts';
import { momentWords } from '../../core/rules/session-words.ts';
import { safe } from '../safe.ts';
import type { Style } from '../style.ts';
import { padTo, widthOf, wrap } from '../wrap.ts';
import { valueWords } from './fact-words.ts';
import { directionWords } from './words.ts';

/** What was done to the records, and is to be done in the environment as well. */
type Action = 'approve' | 'test' | 'approve-and-test' | 'apply-defaults';

type Words = {
  unset: string;
  none: string;
  columns: [setting: string, change: string];
  tested(at: string, results: string): string;
  recorded(places: string): string;
  files(count: number, files: string): string;
  there: Record<Action, (addresses: string) => string>;
};

const words: Record<Language, Words> = {
  en: {
    unset: '(not recorded)',
    none: '(none)',
    columns: ['setting', 'from → to'],
    tested: (at, results) => `tested on ${at}, ${results}`,
    recorded: (places) => `Recorded in ${places}; the environment itself was not changed.`,
    files: (count, files) => `${count} places in ${files}`,
    there: {
      approve: (addresses) =>
        `Do the same there: Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes, select ${addresses}, "More commands" (…) > "Approve Email" > OK.`,
      test: (addresses) =>
        `Do the same there: Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes, select ${addresses}, "Test & Enable Mailboxes" > OK.`,
      'approve-and-test': (addresses) =>
        `Do the same there: Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes, select ${addresses}, "More commands" (…) > "Approve Email" > OK, then "Test & Enable Mailboxes" > OK.`,
      'apply-defaults': (addresses) =>
        `Do the same there: Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes, select ${addresses}, "Apply Default Email Settings", look at the settings, > OK. By default that also tests and enables the mailboxes.`,
    },
  },
  ja: {
    unset: '(記録なし)',
    none: '(なし)',
    columns: ['設定', '変更前 → 変更後'],
    tested: (at, results) => `${at} のテスト、${results}`,
    recorded: (places) => `${places} に記録しました。実際の環境は変更していません。`,
    files: (count, files) => `${files} の${count}か所`,
    there: {
      approve: (addresses) =>
        `実際の環境では、Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」で ${addresses} を選び、「その他のコマンド」(…)>「電子メールの承認」>「OK」を選んでください。`,
      test: (addresses) =>
        `実際の環境では、Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」で ${addresses} を選び、「メールボックスのテストと有効化」>「OK」を選んでください。`,
      'approve-and-test': (addresses) =>
        `実際の環境では、Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」で ${addresses} を選び、「その他のコマンド」(…)>「電子メールの承認」>「OK」、続けて「メールボックスのテストと有効化」>「OK」を選んでください。`,
      'apply-defaults': (addresses) =>
        `実際の環境では、Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」で ${addresses} を選び、「既定の電子メール設定を適用する」で内容を確認して「OK」を選んでください。既定では、続けてメールボックスのテストと有効化も行われます。`,
    },
  },
};

/** `emailRouterAccessApproval: Empty → Approved`, one line a field; the details of the last test are in the record. */
export function changeLines(
  changes: readonly RecordChange[],
  style: Style,
  language: Language,
  indent: string,
): string[] {
  return changes.flatMap(({ path, from, to }) => {
    const name = path.join('.');
    const text =
      name === 'lastTest' && isTest(to)
        ? `lastTest: ${testText(to, language)}`
        : `${name}: ${valueText(from, language)} → ${valueText(to, language)}`;
    return wrap(safe(text), style.width, indent, `${indent}  `);
  });
}

/** The same for several mailboxes as one table: each mailbox with a row a setting. */
export function changeTable(
  mailboxes: readonly { name: string; changes: readonly RecordChange[] }[],
  style: Style,
  language: Language,
): string[] {
  const [setting, change] = words[language].columns;
  const all = mailboxes.flatMap(({ changes }) => changes);
  const column = all.reduce(
    (widest, { path }) => Math.max(widest, widthOf(path.join('.'))),
    widthOf(setting),
  );
  const row = (left: string, right: string) =>
    wrap(right, style.width, `  ${padTo(left, column)}  `, ' '.repeat(column + 4));
  return [
    ...row(setting, change).map((line) => style.colour.dim(line)),
    ...mailboxes.flatMap(({ name, changes }) => [
      style.colour.bold(safe(name)),
      ...changes.flatMap(({ path, from, to }) =>
        row(path.join('.'), safe(`${valueText(from, language)} → ${valueText(to, language)}`)),
      ),
    ]),
  ];
}

/** When it was, and how each direction ended; the server's answers are in the record. */
function testText(test: LastTest, language: Language): string {
  const results = directions.flatMap((direction) => {
    const result = test[direction]?.result;
    return result === undefined
      ? []
      : [`${directionWords[language][direction]}: ${valueText(result, language)}`];
  });
  return words[language].tested(momentWords(test.at), results.join(language === 'ja' ? '、' : ', '));
}

function isTest(value: unknown): value is LastTest {
  return typeof value === 'object' && value !== null && 'at' in value;
}

function valueText(value: unknown, language: Language): string {
  if (value === undefined) return words[language].unset;
  if (value === null) return words[language].none;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return valueWords[language][text] ?? text;
}

/** "recorded in FILE:LINE; the environment itself was not changed", and what to do there. */
export function recordedLines(
  written: readonly string[],
  action: Action,
  /** Empty: nothing is to be done there yet. */
  addresses: string,
  style: Style,
  language: Language,
): string[] {
  if (written.length === 0) return [];
  const said = words[language];
  const files = [...new Set(written.map((place) => place.replace(/:\d+(?::\d+)?$/, '')))];
  const separator = language === 'ja' ? '、' : ', ';
  const places =
    written.length <= 4 ? written.join(separator) : said.files(written.length, files.join(separator));
  return [
    ...wrap(said.recorded(places), style.width),
    ...(addresses === '' ? [] : wrap(safe(said.there[action](addresses)), style.width, '  ', '    ')),
  ];
}
