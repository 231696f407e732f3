// Knows how changes of records are told: what changed, where it was written, and that the environment itself was not touched.

import type { RecordChange } from '../../core/report.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import type { Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { valueWords } from './words.ts';

type Words = {
  unset: string;
  lastTest: string;
  recorded(places: string): string;
  files(count: number, files: string): string;
  there: Record<'approve' | 'test', (addresses: string) => string>;
};

const words: Record<Language, Words> = {
  en: {
    unset: '(not recorded)',
    lastTest: 'the last test',
    recorded: (places) => `Recorded in ${places}; the environment itself was not changed.`,
    files: (count, files) => `${count} places in ${files}`,
    there: {
      approve: (addresses) =>
        `There: Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes, select ${addresses}, "More commands" (…) > "Approve Email" > OK.`,
      test: (addresses) =>
        `There: Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes, select ${addresses}, "Test & Enable Mailboxes".`,
    },
  },
  ja: {
    unset: '(記録なし)',
    lastTest: '最後のテスト結果',
    recorded: (places) => `${places} に記録しました。実際の環境は変更していません。`,
    files: (count, files) => `${files} の${count}か所`,
    there: {
      approve: (addresses) =>
        `実際の環境では、Power Platform管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」で ${addresses} を選び、その他のコマンド (…) >「電子メールの承認」>「OK」。`,
      test: (addresses) =>
        `実際の環境では、Power Platform管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」で ${addresses} を選び、「メールボックスのテストと有効化」。`,
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
      name === 'lastTest' || path[0] === 'lastTest'
        ? `lastTest: ${words[language].lastTest}`
        : `${name}: ${valueText(from, language)} → ${valueText(to, language)}`;
    return wrap(safe(text), style.width, indent, `${indent}  `);
  });
}

function valueText(value: unknown, language: Language): string {
  if (value === undefined || value === null) return words[language].unset;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return valueWords[language][text] ?? text;
}

/** "recorded in FILE:LINE; the environment itself was not changed", and what to do there. */
export function recordedLines(
  written: readonly string[],
  action: 'approve' | 'test',
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
    ...wrap(safe(said.there[action](addresses)), style.width, '  ', '    '),
  ];
}
