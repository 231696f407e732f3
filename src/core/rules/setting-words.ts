// Knows how the rules about site settings say a value, a default, and where the settings are edited. Words only.

import type { Setting, SettingValue } from '../delivery/settings/setting.ts';
import { timeSpanText, timeSpanWords } from '../delivery/settings/time-span.ts';
import type { FixStep, Language } from './rule.ts';

/** `true`, `00:05:00 (5 minutes)`. */
export function settingValueText({ type }: Setting, value: SettingValue, language: Language): string {
  if (value === undefined || value === '') return language === 'en' ? 'empty' : '空';
  return type === 'time-span'
    ? `${timeSpanText(Number(value))} (${timeSpanWords(Number(value), language)})`
    : String(value);
}

/** The default; where documentation and code disagree, both. */
export function defaultText(setting: Setting, language: Language): string {
  const documented = settingValueText(setting, setting.default, language);
  if (setting.type !== 'boolean' || setting.inCode === undefined) return documented;
  return language === 'en'
    ? `${documented} by the documentation, ${setting.inCode} in the last public portal code`
    : `ドキュメントでは ${documented}、公開されている最後のポータルのコードでは ${setting.inCode}`;
}

/** Ends a sentence about a value that is not in force. */
export function defaultInForce(setting: Setting, language: Language): string {
  const text = defaultText(setting, language);
  if (language === 'en') return `the default is in force, ${text}`;
  return setting.type === 'boolean' && setting.inCode !== undefined
    ? `既定値(${text})が有効です`
    : `既定値の ${text} が有効です`;
}

/** What is written; undefined: it may be a secret. */
export function writtenText(written: string | undefined, language: Language): string {
  return written ?? (language === 'en' ? '(not shown)' : '(表示しません)');
}

/** What the text is not: ends the sentence "which is …". */
export function notOfType(setting: Setting, language: Language): string {
  switch (setting.type) {
    case 'boolean':
      return language === 'en' ? 'neither true nor false' : 'true でも false でもない';
    case 'integer':
      return language === 'en' ? 'no whole number' : '整数ではない';
    case 'time-span':
      return language === 'en' ? 'no time span like 00:05:00' : '00:05:00 のような時間ではない';
    case 'word':
      return language === 'en'
        ? `none of ${setting.words.join(', ')} in this spelling`
        : `${setting.words.join('、')} のいずれでもない`;
    case 'text':
      return language === 'en' ? 'empty' : '空の';
  }
}

/** What to write: ends the sentence "write …". */
export function whatToWrite(setting: Setting, language: Language): string {
  switch (setting.type) {
    case 'boolean':
      return language === 'en' ? 'true or false' : 'true か false';
    case 'integer':
      return language === 'en' ? 'a whole number' : '整数';
    case 'time-span':
      return language === 'en' ? 'a time span like 00:05:00' : '00:05:00 の形式の時間';
    case 'word':
      return language === 'en'
        ? `one of ${setting.words.join(', ')}`
        : setting.words.join('、') + ' のいずれか';
    case 'text':
      return language === 'en' ? 'a text' : '文字列';
  }
}

/** A step on the page where site settings are edited; English goes on after "and", Japanese after "で". */
export function inSiteSettings(what: string, language: Language): FixStep {
  return {
    who: 'portal-administrator',
    do:
      language === 'en'
        ? `In the Portal Management app open "Site Settings" and ${what}.`
        : `ポータル管理アプリの「サイト設定」で、${what}。`,
  };
}
