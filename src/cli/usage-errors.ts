// Knows how to say commander's usage errors in the language asked for. Commander gives a code and an English sentence;
// the quoted parts of the sentence are all that is taken from it.

import type { CommanderError } from 'commander';
import type { Language } from '../core/rules/rule.ts';

type Sentence = (quoted: string[], english: string) => string;

const japanese: Readonly<Record<string, Sentence>> = {
  'commander.unknownOption': ([option]) => `「${option}」というオプションはありません。`,
  'commander.unknownCommand': ([command]) => `「${command}」というコマンドはありません。`,
  'commander.missingArgument': ([name]) => `引数「${name}」が必要です。`,
  'commander.optionMissingArgument': ([option]) => `オプション「${option}」に値が必要です。`,
  'commander.excessArguments': (_, english) => {
    const [expected, got] = [...english.matchAll(/\d+/g)].map(String);
    return `引数が多すぎます(${expected}個のところ${got}個)。`;
  },
};

export function usageError(error: CommanderError, command: string, language: Language): string {
  const [sentence = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n', 2);
  const quoted = [...sentence.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const similar = /^\(Did you mean (?:one of )?(.+)\?\)$/.exec(suggestion)?.[1];
  if (language === 'en')
    return [
      `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.!?]$/.test(sentence) ? '' : '.'}`,
      ...(similar === undefined ? [] : [`Did you mean ${similar}?`]),
      `See ${command} --help.`,
    ].join(' ');
  return [
    japanese[error.code]?.(quoted, sentence) ?? `${sentence}。`,
    ...(similar === undefined ? [] : [`${similar} のことですか。`]),
    `使い方は ${command} --help で見られます。`,
  ].join('');
}
