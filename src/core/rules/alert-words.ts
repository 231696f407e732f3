// Knows the words that the rules about the platform's alerts share: the sentence, what it is about, and common steps.
// Words only; may not say how grave an alert is (alert-rule.ts).

import type { Facts } from './facts.ts';
import type { FixStep, Language } from './rule.ts';
import { momentWords } from './session-words.ts';

export type AlertParams = {
  mailbox?: string;
  profile?: string;
  at?: string;
  level?: string;
  code?: string;
  /** The code's name in the platform's list. */
  name?: string;
  says?: Record<Language, string>;
  also?: string;
  count: number;
  affects: Facts['alert']['recognised']['affects'];
  transient: boolean;
  /** Time of a test that succeeded later. */
  testedLater?: string;
};

/** The names are always there: where the record is not known, "the mailbox". */
export type AlertNames = { mailbox: string; profile: string };

export function namesOf({ mailbox, profile }: AlertParams, language: Language): AlertNames {
  return language === 'en'
    ? { mailbox: mailbox ?? '(the mailbox)', profile: profile ?? '(its server profile)' }
    : { mailbox: mailbox ?? '(メールボックス)', profile: profile ?? '(そのサーバー プロファイル)' };
}

/** The alert does not say what it is about. */
export function whichOne({ mailbox, profile }: AlertParams, language: Language): FixStep[] {
  if (mailbox !== undefined || profile !== undefined) return [];
  return [
    {
      who: 'records-keeper',
      do:
        language === 'en'
          ? 'Add to the record of the alert which mailbox or server profile it is about: regarding: (its address or name)'
          : '警告のレコードに、どのメールボックスまたはサーバー プロファイルの警告かを追加する: regarding: (アドレスまたは名前)',
    },
  ];
}

const levels: Record<Language, Record<string, string>> = {
  en: { information: 'Information', warning: 'Warning', error: 'Error' },
  ja: { information: '情報', warning: '警告', error: 'エラー' },
};

export function messageOf(params: AlertParams, title: string, language: Language): string {
  const { says, code, name, also } = params;
  const meaning = says?.[language] ?? title;
  const names = [code, name].filter((each) => each !== undefined);
  const reference = [
    ...names,
    ...(also === undefined ? [] : [language === 'en' ? `see ${also}` : `${also} を参照`]),
  ];
  const list = reference.join(language === 'en' ? ', ' : '、');
  const named = list === '' ? '' : language === 'en' ? ` (${list})` : `(${list})`;
  return language === 'en'
    ? `${headOf(params, 'en')}: ${lowerFirst(meaning)}${named}.${bearing(params, 'en')}`
    : `${headOf(params, 'ja')}: ${meaning}${named}。${bearing(params, 'ja')}`;
}

/** `Alert about admin@example.com (2026-11-21 08:00:00 UTC, Error, 3 times)`. */
export function headOf({ mailbox, profile, at, level, count }: AlertParams, language: Language): string {
  const about = mailbox ?? profile;
  const details = [
    ...(at === undefined ? [] : [momentWords(at)]),
    ...(level === undefined ? [] : [levels[language][level] ?? level]),
    ...(count === 1 ? [] : [language === 'en' ? `the newest of ${count}` : `${count}件中の最新`]),
  ];
  if (language === 'en')
    return `Alert${about === undefined ? '' : ` about ${about}`}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
  return `${about === undefined ? '' : `${about} に関する`}警告${details.length === 0 ? '' : `(${details.join('、')})`}`;
}

/** What the alert means for the mail that waits. */
function bearing({ affects, transient, testedLater }: AlertParams, language: Language): string {
  if (testedLater !== undefined)
    return language === 'en'
      ? ` A test of sending succeeded later (${momentWords(testedLater)}).`
      : `その後の送信テスト(${momentWords(testedLater)})は成功しています。`;
  if (affects === 'receiving')
    return language === 'en'
      ? ' It is about receiving and stops nothing that is sent.'
      : '受信に関するもので、送信は止めません。';
  if (affects === 'appointments')
    return language === 'en'
      ? ' It is about appointments, contacts and tasks and stops no mail.'
      : '予定、取引先担当者、タスクの同期に関するもので、メールは止めません。';
  if (!transient) return '';
  return language === 'en'
    ? ' The platform tries again by itself, ten times, five minutes apart.'
    : '5分おきに10回まで自動的に再試行されます。';
}

function lowerFirst(title: string): string {
  return /^(?:The|A|An|No|This)\b/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
