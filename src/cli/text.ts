// Knows which language the person reads. The sentences themselves stand beside what prints them, each as
// Record<Language, …>, so that the compiler refuses one that lacks a language.

import { languages, type Language } from '../core/rules/rule.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** `--lang`, else the first of these that is set (POSIX order, our own before them); English where none says Japanese. */
const variables = ['MAILCHECK_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

export function chooseLanguage(asked: string | undefined, env: Environment): Language {
  if (isLanguage(asked)) return asked;
  const locale = variables.map((name) => env[name]).find((value) => value !== undefined && value !== '');
  const tag = locale?.toLowerCase().split(/[-_.@]/, 1)[0];
  return isLanguage(tag) ? tag : 'en';
}

function isLanguage(value: string | undefined): value is Language {
  return (languages as readonly (string | undefined)[]).includes(value);
}

/** Value of `--name value` or `--name=value`, read before the command line is understood: errors need the language too. */
export function valueOfFlag(argv: readonly string[], flag: string): string | undefined {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  for (const [index, word] of options.entries()) {
    if (word === flag) return options[index + 1];
    if (word.startsWith(`${flag}=`)) return word.slice(flag.length + 1);
  }
  return undefined;
}
