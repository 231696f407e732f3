// Knows how findings and lists stand in Markdown. Stays below what GitHub takes as one comment (65,536 characters): what does
// not fit is counted.

import type { Report } from '../../core/report.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import { whereText } from '../../core/records/where.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import { who } from '../../core/rules/who.ts';
import { capital, messageText } from './all-findings.ts';
import { markdownText as safeText } from './markdown-text.ts';
import { isSameFinding } from './same-finding.ts';
import { changeText, switchedOffByCode, switchedOffCount, switchedOffText } from './severity-changes.ts';
import { severityWords } from './words.ts';

const more: Record<Language, (count: number) => string> = {
  en: (count) => `… and ${count} more; the other formats have them all.`,
  ja: (count) => `ほかに${count}件。すべては別の形式で出力できます。`,
};

/** How many characters of findings one comment still takes. */
export type Room = { left: number };

/** Headings, tables and the ends of sections have room besides. */
const longestFindings = 50_000;

export function roomOfComment(): Room {
  return { left: longestFindings };
}

export function findingsOf(
  { findings, switchedOff = [] }: Pick<Report, 'findings' | 'switchedOff'>,
  room: Room,
  language: Language,
  cause?: Finding,
): string[] {
  const sorted =
    cause === undefined ? findings : [cause, ...findings.filter((each) => !isSameFinding(each, cause))];
  const blocks = sorted.map((finding) => findingBlock(finding, language));
  const fit = blocks.filter((block) => (room.left -= block.length) >= 0);
  const off = switchedOffByCode(switchedOff).map(([code, same]) =>
    safeText(switchedOffText(code, same, language)),
  );
  return [
    ...fit,
    ...(fit.length < blocks.length ? [more[language](blocks.length - fit.length), ''] : []),
    ...list(switchedOffCount(switchedOff, language), off, language),
  ];
}

function findingBlock(finding: Finding, language: Language): string {
  const { code, severity, where, changed } = finding;
  const steps = ruleOf(code).fix(finding, language);
  return [
    `### ${code} (${severityWords[language][severity]}): ${safeText(ruleOf(code).title(language))}`,
    '',
    safeText(messageText(finding, language)),
    ...(where === undefined ? [] : ['', safeText(whereText(where))]),
    ...(changed === undefined ? [] : ['', safeText(changeText(changed, language))]),
    '',
    ...steps.map(
      (step, index) => `${index + 1}. **${capital(who[step.who][language])}**: ${safeText(step.do)}`,
    ),
    '',
  ].join('\n');
}

/** A long list is cut: it would bury the findings. */
const listed = 50;

export function list(heading: string, items: readonly string[], language: Language): string[] {
  if (items.length === 0) return [];
  return [
    `**${heading}**`,
    '',
    ...items.slice(0, listed).map((item) => `- ${item}`),
    ...(items.length > listed ? [`- ${more[language](items.length - listed)}`] : []),
    '',
  ];
}
