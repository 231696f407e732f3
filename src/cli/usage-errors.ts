// Knows how to say commander's usage errors in the language asked for. Commander gives a code and an English sentence;
// the quoted parts of the sentence are all that is taken from it.

import type { CommanderError } from 'commander';
import type { Language } from '../core/rules/rule.ts';

type Sentence = (quoted: string[], english: string) => string;

const english: Readonly<Record<string, Sentence>> = {
  'commander.unknownOption': ([option]) => `There is no option ${withoutValue(option)}.`,
  'commander.unknownCommand': ([command]) => `There is no command "${command}".`,
  'commander.missingArgument': ([name]) => `<${name}> is missing.`,
  'commander.optionMissingArgument': ([option]) => `${option}: the value is missing.`,
  'commander.excessArguments': (_, sentence) => {
    const [expected, got] = numbersIn(sentence);
    return `Too many arguments: ${got} given, at most ${expected} expected.`;
  },
};

const japanese: Readonly<Record<string, Sentence>> = {
  'commander.unknownOption': ([option]) => `${withoutValue(option)} というオプションはありません。`,
  'commander.unknownCommand': ([command]) => `「${command}」というコマンドはありません。`,
  'commander.missingArgument': ([name]) => `引数 <${name}> がありません。`,
  'commander.optionMissingArgument': ([option]) => `オプション ${option} に値がありません。`,
  'commander.excessArguments': (_, sentence) => {
    const [expected, got] = numbersIn(sentence);
    return `引数が多すぎます(${got}個指定されましたが、${expected}個までです)。`;
  },
};

/** `--password=…`: what somebody hoped would be taken as a value may be a secret. */
function withoutValue(option = ''): string {
  return option.replace(/=.*$/s, '');
}

function numbersIn(sentence: string): string[] {
  return [...sentence.matchAll(/\d+/g)].map(String);
}

/** `place`: the option with its placeholder, `--to <contact>`, or the argument, `<process>`. */
export function emptyValue(place: string, command: string, language: Language): string {
  const name = place.replace(/ .*$/s, '');
  const isOption = name !== place;
  return language === 'en'
    ? `${name} is empty; perhaps a shell variable is not set. ${isOption ? `Write ${place}, or leave it out. ` : ''}See: ${command} --help`
    : `${name} の値が空です。シェルの変数が設定されていない可能性があります。${isOption ? `${place} のように指定するか、外してください。` : ''}使い方は ${command} --help で確認できます。`;
}

export function usageError(error: CommanderError, command: string, language: Language): string {
  const [sentence = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n', 2);
  const quoted = [...sentence.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const similar = /^\(Did you mean (?:one of )?(.+)\?\)$/.exec(suggestion)?.[1];
  if (language === 'en')
    return [
      english[error.code]?.(quoted, sentence) ??
        `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.!?]$/.test(sentence) ? '' : '.'}`,
      ...(similar === undefined ? [] : [`Did you mean ${similar}?`]),
      `See: ${command} --help`,
    ].join(' ');
  return [
    japanese[error.code]?.(quoted, sentence) ?? `${sentence}。`,
    ...(similar === undefined ? [] : [`${similar} のことですか。`]),
    `使い方は ${command} --help で確認できます。`,
  ].join('');
}
