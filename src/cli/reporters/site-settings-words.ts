// Knows the words around the list of site settings; what a setting does is said in the table of settings. Data only.

import type { IgnoredSetting } from '../../core/delivery/site-settings.ts';
import type { Language } from '../../core/rules/rule.ts';

type Words = {
  heading: string;
  headingOf(site: string): string;
  nothingRecorded: string;
  others: string;
  findings: string;
  defaultNote: string;
  secret: string;
  noValue: string;
  notKnown: string;
  notCertain: string;
  theDefault: string;
  defaultIs(text: string): string;
  mail(text: string): string;
  why: {
    recorded(place: string): string;
    fromVariable(variable: string, place: string): string;
    ignored: Record<IgnoredSetting['because'], (place: string, text: string) => string>;
  };
};

export const siteSettingsWords: Record<Language, Words> = {
  en: {
    heading: 'Site settings in force',
    headingOf: (site) => `Site settings in force on ${site}`,
    nothingRecorded:
      "No site and no site setting is recorded, so what is in force is not known; beside each name is the product's default. Record them: sites:, siteSettings:.",
    others: 'Recorded, and not among the settings that are judged here',
    findings: 'What was found (mailcheck explain CODE says why)',
    defaultNote:
      '"Default" means that the records have no row; the portal may have one. Add it under "siteSettings:".',
    secret: '(not shown: it may be a secret)',
    noValue: '(no value recorded)',
    notKnown: 'not known',
    notCertain: 'not certain',
    theDefault: ' (default)',
    defaultIs: (text) => ` (default: ${text})`,
    mail: (text) => `Mail: ${text}`,
    why: {
      recorded: (place) => `recorded at ${place}`,
      fromVariable: (variable, place) =>
        `from ${variable === '' ? 'an environment variable' : `the environment variable ${variable}`}, recorded at ${place}`,
      ignored: {
        inactive: (place) => `The row at ${place} is inactive and does not count.`,
        'not-readable': (place, text) => `"${text}" at ${place} cannot be read, so the default is in force.`,
        'no-value': (place) => `The row at ${place} is recorded without its value.`,
        'environment-variable': (place, text) =>
          `${text === '' ? 'An environment variable' : `The environment variable ${text}`} supplies the value (${place}); what it holds is not recorded.`,
        second: (place, text) => `Another row, at ${place}, says "${text}"; the first row counts.`,
      },
    },
  },
  ja: {
    heading: '有効なサイト設定',
    headingOf: (site) => `${site}で有効なサイト設定`,
    nothingRecorded:
      'サイトもサイト設定も記録されていないため、有効な値はわかりません。かっこ内は製品の既定値です。「sites:」「siteSettings:」に記録してください。',
    others: '記録されている、判定の対象ではない設定',
    findings: '指摘(理由は mailcheck explain コード で表示)',
    defaultNote:
      '「既定」は、設定ファイルに行がないという意味です。実際のポータルに行がある場合は、「siteSettings:」に追加してください。',
    secret: '(秘密の可能性があるため表示しません)',
    noValue: '(値の記録なし)',
    notKnown: '不明',
    notCertain: '不確か',
    theDefault: ' (既定)',
    defaultIs: (text) => ` (既定: ${text})`,
    mail: (text) => `メールへの影響: ${text}`,
    why: {
      recorded: (place) => `${place} に記録`,
      fromVariable: (variable, place) =>
        `環境変数${variable === '' ? '' : ` ${variable} `}の値として ${place} に記録`,
      ignored: {
        inactive: (place) => `${place} の行は非アクティブのため、使われません。`,
        'not-readable': (place, text) => `${place} の「${text}」は読み取れないため、既定値が有効です。`,
        'no-value': (place) => `${place} の行には値が記録されていません。`,
        'environment-variable': (place, text) =>
          `値は環境変数${text === '' ? '' : ` ${text} `}から取得されます(${place})。変数の値は記録されていません。`,
        second: (place, text) => `${place} にも行があり、値は「${text}」ですが、最初の行が有効です。`,
      },
    },
  },
};
