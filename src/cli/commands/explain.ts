// `mailcheck explain`: what a code means; without one, the list. Everything is printed from the rules themselves.

import { retired, rules } from '../../core/rules/index.ts';
import type { Finding, Language, Rule } from '../../core/rules/rule.ts';
import type { Context } from '../context.ts';
import { Unusable, type ExitCode } from '../exit.ts';
import { safe } from '../safe.ts';
import { signOfSeverity } from '../style.ts';
import { runExample } from '../../core/rules/run-example.ts';
import { rulesByArea } from '../reporters/areas.ts';
import { findingLines } from '../reporters/finding.ts';
import { severityWords, stageWords } from '../reporters/words.ts';
import { wrap } from '../wrap.ts';

type Signs = Record<'error' | 'warning' | 'unknown' | 'none', string>;

type Words = {
  why: string;
  example: string;
  sources: string;
  stage: string;
  retired(code: string, what: string): string;
  unknown(code: string): string;
  more: string;
  signs(signs: Signs): string;
};

const words: Record<Language, Words> = {
  en: {
    why: 'Why',
    example: 'An example, and what to do',
    sources: 'Where this is known from',
    stage: 'stage',
    retired: (code, what) => `${code} is no longer reported. ${what}`,
    unknown: (code) => `There is no code "${code}". "mailcheck explain" lists them all.`,
    more: 'mailcheck explain CODE says why, with an example and the steps that fix it.',
    signs: ({ error, warning, unknown, none }) =>
      `${error} error  ${warning} warning  ${unknown} cannot be judged  ${none} for information, or no mail is due`,
  },
  ja: {
    why: '理由',
    example: '例と対処方法',
    sources: '根拠',
    stage: '段階',
    retired: (code, what) => `${code} は現在使われていません。${what}`,
    unknown: (code) => `「${code}」というコードはありません。mailcheck explain で一覧を表示できます。`,
    more: 'mailcheck explain コード で、理由、例、対処方法を表示します。',
    signs: ({ error, warning, unknown, none }) =>
      `${error} エラー  ${warning} 警告  ${unknown} 判定できない  ${none} 情報、または送信不要`,
  },
};

export async function explain(code: string | undefined, context: Context): Promise<ExitCode> {
  if (code === undefined) {
    context.out(list(context).join('\n'));
    return 0;
  }
  // An input method types codes in full width.
  const folded = code.normalize('NFKC').trim();
  if (!/^MC/i.test(folded) || /\s/.test(folded)) {
    const { explainAlert } = await import('./explain-alert.ts');
    return explainAlert(code, context);
  }
  const wanted = folded.toUpperCase();
  const rule = rules.find((candidate) => candidate.code === wanted);
  const former = retired[wanted];
  const said = words[context.language];
  if (rule !== undefined) context.out(explanation(rule, context).join('\n'));
  else if (former !== undefined) context.out(said.retired(wanted, former));
  else throw new Unusable(said.unknown(safe(code, 40)));
  return 0;
}

export function explanation(rule: Rule, { language, style }: Context): string[] {
  const said = words[language];
  const { colour, width } = style;
  const example = withoutPlace(rule.examples.bad.flatMap((bad) => runExample(rule, bad))[0]);
  const place = `${severityWords[language][rule.severity]}, ${said.stage}: ${stageWords[language][rule.stage]}`;
  return [
    `${signOfSeverity(rule.severity, style)} ${colour.bold(`${rule.code}  ${rule.title(language)}`)}`,
    `  ${colour.dim(place)}`,
    '',
    colour.bold(said.why),
    ...wrap(rule.why(language), width, '  '),
    ...(example === undefined
      ? []
      : ['', colour.bold(said.example), ...findingLines(example, 'steps', style, language)]),
    '',
    colour.bold(said.sources),
    ...rule.sources.flatMap((source) => wrap(source, width, '  ', '    ')),
  ];
}

function list({ language, style }: Context): string[] {
  const { colour, width } = style;
  return [
    ...rulesByArea().flatMap(({ title, own }) => [
      colour.bold(title[language]),
      ...own.flatMap((rule) => {
        const [first = '', ...others] = wrap(rule.title(language), width, ' '.repeat(11));
        return [`  ${signOfSeverity(rule.severity, style)} ${rule.code}  ${first.trimStart()}`, ...others];
      }),
      '',
    ]),
    words[language].signs({
      error: signOfSeverity('error', style),
      warning: signOfSeverity('warning', style),
      unknown: signOfSeverity('unknown', style),
      none: signOfSeverity('information', style),
    }),
    ...wrap(words[language].more, width),
  ];
}

/** The example's records are made up: there is no file to look into. */
function withoutPlace(finding: Finding | undefined): Finding | undefined {
  if (finding === undefined) return undefined;
  const { where: _, ...rest } = finding;
  return rest;
}
