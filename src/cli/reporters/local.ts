// Knows how a session is told that never began, for a reason on this side: what is missing, and what supplies it.

import type { LocalProblem } from '../../core/mail/evidence.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import type { Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { localReason } from './skip-words.ts';
import { directionWords } from './words.ts';

type Words = {
  notLooked: string;
  and: string;
  /** What to do about it; the reason alone says it of the others. */
  supply: Partial<Record<LocalProblem['problem'], string>>;
};

const words: Record<Language, Words> = {
  en: {
    notLooked: 'not looked at',
    and: ', ',
    supply: {
      'secret-missing':
        'Put the password there, or correct in the record where it is kept, and run this again.',
      'secret-command-failed':
        'See that the command prints the password when you run it yourself, or correct it in the record, and run this again.',
    },
  },
  ja: {
    notLooked: '接続していない',
    and: '、',
    supply: {
      'secret-missing':
        'そこにパスワードを用意するか、設定ファイルに書いた保管場所を直してから、もう一度実行してください。',
      'secret-command-failed':
        'そのコマンドを手で実行してパスワードが出力されることを確かめるか、設定ファイルのコマンドを直してから、もう一度実行してください。',
    },
  },
};

/**
 * Sessions that one and the same thing on this side kept from beginning, and what supplies it. A server that is looked at
 * without records has no directions, and `supply` says where its password was to come from.
 */
export function localLines(
  same: readonly LocalProblem[],
  style: Style,
  language: Language,
  withoutRecords?: { supply: string | undefined },
): string[] {
  const said = words[language];
  const [first] = same;
  if (first === undefined) return [];
  const names = same.map(({ direction }) => directionWords[language][direction]);
  const reason = safe(localReason(first, language));
  const supply = withoutRecords === undefined ? said.supply[first.problem] : withoutRecords.supply;
  return [
    ...wrap(
      `${withoutRecords === undefined ? `${names.join(said.and)}: ` : ''}${said.notLooked}${language === 'ja' ? `(${reason})` : ` (${reason})`}`,
      style.width,
      '  ',
      '    ',
    ),
    ...(supply === undefined ? [] : wrap(supply, style.width, '    ')),
  ];
}

/** One password is missing for both directions: said once. */
export function alike(problems: readonly LocalProblem[]): LocalProblem[][] {
  const groups = new Map<string, LocalProblem[]>();
  for (const each of problems) {
    const key = `${each.problem} ${each.detail}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}
