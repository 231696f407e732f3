// Knows how an option's value is checked, and how a wrong one is told with all that is allowed.

import { Option } from 'commander';
import { nearest } from '../core/records/suggest.ts';
import type { Language } from '../core/rules/rule.ts';
import { Unusable } from './exit.ts';
import { safe } from './safe.ts';

/** An option with fixed values: they stand in the usage, and a wrong one is told with all of them. */
export function oneOf(
  flag: string,
  values: readonly string[],
  words: string,
  language: Language,
  placeholder = values.join('|'),
): Option {
  return new Option(`${flag} <${placeholder}>`, words).argParser((value: string) => {
    if (values.includes(value)) return value;
    const similar = nearest(value, values);
    throw new Unusable(
      language === 'ja'
        ? `${flag} に「${safe(value, 60)}」は使えません。${similar === undefined ? '' : `${similar} のことですか。`}使える値は ${values.join('、')} です。`
        : `${flag} cannot be "${safe(value, 60)}"; it is one of ${values.join(', ')}.${similar === undefined ? '' : ` Did you mean ${similar}?`}`,
    );
  });
}

export function numberWithin(flag: string, smallest: number, largest: number, language: Language) {
  return (value: string): number => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= smallest && number <= largest) return number;
    throw new Unusable(
      language === 'ja'
        ? `${flag} に「${safe(value, 60)}」は使えません。${smallest}から${largest}までの整数を指定してください。`
        : `${flag} cannot be "${safe(value, 60)}"; it is a whole number from ${smallest} to ${largest}.`,
    );
  };
}
