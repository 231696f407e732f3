// `mailcheck explain --all`: the manual, as Markdown: every rule by area, printed from the rules themselves.

import { retired } from '../../core/rules/index.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import { runExample } from '../../core/rules/run-example.ts';
import type { Finding, Language, Rule } from '../../core/rules/rule.ts';
import { who } from '../../core/rules/who.ts';
import type { Context } from '../context.ts';
import { Unusable, type ExitCode } from '../exit.ts';
import { repliesAnchor, repliesSection, repliesTitle } from './manual-replies.ts';
import { rulesByArea } from '../reporters/areas.ts';
import { capital, messageText } from '../reporters/all-findings.ts';
import { markdownText } from '../reporters/markdown-text.ts';
import { severityWords } from '../reporters/words.ts';

type Words = {
  title: string;
  intro: string;
  why: string;
  example: string;
  steps: string;
  sources: string;
  retired: string;
  colon: string;
  codeWithAll: string;
};

const words: Record<Language, Words> = {
  en: {
    title: 'What mailcheck finds',
    intro:
      'In the order of a message on its way: the first thing that stops it is the cause. The steps are those of the example; a report names your own records.',
    why: 'Why',
    example: 'Example',
    steps: 'What to do, and who can',
    sources: 'Where this is known from',
    retired: 'No longer reported',
    colon: ': ',
    codeWithAll: 'A CODE and --all do not go together: --all prints the manual of all codes.',
  },
  ja: {
    title: 'mailcheckの指摘一覧',
    intro:
      'メールがたどる順に並べています。最初に止めているものが原因です。手順は例に対するもので、実際のレポートには該当するレコードの名前が入ります。',
    why: '理由',
    example: '例',
    steps: '対処方法(実施できる人)',
    sources: '根拠',
    retired: '現在使われていないコード',
    colon: ': ',
    codeWithAll: 'コードと --all は同時に指定できません。--all はすべてのコードの説明を表示します。',
  },
};

export function manual(code: string | undefined, { language, out }: Context): ExitCode {
  const said = words[language];
  if (code !== undefined) throw new Unusable(said.codeWithAll);
  const areas = rulesByArea();
  const former = Object.entries(retired);
  out(
    [
      `# ${said.title}`,
      '',
      said.intro,
      '',
      ...areas.flatMap(({ id, title, own }) => [
        `- [${title[language]}](#${id})`,
        ...own.map((rule) => `  - [${rule.code}](#${anchor(rule)}) ${markdownText(rule.title(language))}`),
      ]),
      `- [${repliesTitle(language)}](#${repliesAnchor})`,
      ...areas.flatMap(({ id, title, own }) => [
        '',
        `<a id="${id}"></a>`,
        '',
        `## ${title[language]}`,
        ...own.flatMap((rule) => ['', ...ruleLines(rule, language)]),
      ]),
      ...repliesSection(language),
      ...(former.length === 0
        ? []
        : ['', `## ${said.retired}`, '', ...former.map(([old, what]) => `- ${old}: ${markdownText(what)}`)]),
    ].join('\n'),
  );
  return 0;
}

/** Headings differ from one language to the other; anchors do not. */
function anchor({ code }: Rule): string {
  return code.toLowerCase();
}

function ruleLines(rule: Rule, language: Language): string[] {
  const said = words[language];
  const example = exampleOf(rule);
  return [
    `<a id="${anchor(rule)}"></a>`,
    '',
    `### ${rule.code} (${severityWords[language][rule.severity]})${said.colon}${markdownText(rule.title(language))}`,
    '',
    `**${said.why}**${said.colon}${markdownText(rule.why(language))}`,
    ...(example === undefined
      ? []
      : [
          '',
          `**${said.example}**${said.colon}${markdownText(messageText(example, language))}`,
          '',
          `**${said.steps}**`,
          '',
          ...ruleOf(rule.code)
            .fix(example, language)
            .map(
              (step, index) =>
                `${index + 1}. **${capital(who[step.who][language])}**${said.colon}${markdownText(step.do)}`,
            ),
        ]),
    '',
    `**${said.sources}**`,
    '',
    ...rule.sources.map((source) => `- ${markdownText(source)}`),
  ];
}

function exampleOf(rule: Rule): Finding | undefined {
  const [first] = rule.examples.bad;
  return first === undefined ? undefined : runExample(rule, first).find(({ code }) => code === rule.code);
}
