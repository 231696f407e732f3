// Knows how it is told to a person that `rules:` of mailcheck.yaml gave a finding another severity, or switched it off.

import { whereText } from '../../core/records/where.ts';
import type { ChosenSeverity } from '../../core/rules/rule-settings.ts';
import type { Finding, Language, Severity, SeverityChange } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import type { Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { findingLines } from './finding.ts';
import { severityWords } from './words.ts';

const words: Record<
  Language,
  {
    title: string;
    changed(from: string, to: string, place: string, reason: string): string;
    off(code: string, from: string, count: number, place: string, reason: string): string;
    more(count: number): string;
    count(count: number): string;
    separator: string;
  }
> = {
  en: {
    title: 'Switched off by rules: in mailcheck.yaml',
    changed: (from, to, place, reason) => `Changed from ${from} to ${to} by rules: (${place}): ${reason}`,
    off: (code, from, count, place, reason) =>
      `${code} (${from}${count > 1 ? `, found ${count} times` : ''}), switched off at ${place}: ${reason}`,
    more: (count) => `… and ${count} more; --verbose lists them all.`,
    count: (count) => `${count} ${count === 1 ? 'finding' : 'findings'} switched off by "rules:"`,
    separator: ', ',
  },
  ja: {
    title: 'mailcheck.yamlのrules:で無効にした指摘',
    changed: (from, to, place, reason) =>
      `rules: で重大度を「${from}」から「${to}」に変更(${place})。理由: ${reason}`,
    off: (code, from, count, place, reason) =>
      `${code}(${from}${count > 1 ? `、${count}件` : ''})は ${place} で無効。理由: ${reason}`,
    more: (count) => `ほかに${count}件(--verbose ですべて表示)。`,
    count: (count) => `rules: で無効にした指摘${count}件`,
    separator: '、',
  },
};

/** Beyond this many of one code, the places would bury the rest. */
const listed = 10;

export function changeText({ from, to, where, reason }: SeverityChange, language: Language): string {
  const name = (severity: Severity | ChosenSeverity) =>
    severity === 'off' ? 'off' : severityWords[language][severity];
  return words[language].changed(name(from), name(to), whereText(where), safe(reason));
}

/** "2 findings switched off by rules:" */
export function switchedOffCount(findings: readonly Finding[], language: Language): string {
  return words[language].count(findings.length);
}

/** By code: the reason once, then what would have been reported. */
export function switchedOffByCode(findings: readonly Finding[]): [string, Finding[]][] {
  const byCode = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byCode.get(finding.code);
    if (same === undefined) byCode.set(finding.code, [finding]);
    else same.push(finding);
  }
  return [...byCode];
}

/** `MC412 (error), switched off at mailcheck.yaml:5:3: the reason` */
export function switchedOffText(code: string, same: readonly Finding[], language: Language): string {
  const [first] = same;
  if (first?.changed === undefined) return code;
  const { where, reason } = first.changed;
  const from = [...new Set(same.map(({ severity }) => severityWords[language][severity]))].join(
    words[language].separator,
  );
  return words[language].off(code, from, same.length, whereText(where), safe(reason));
}

/** Heading and lines; nothing where nothing is switched off. */
export function switchedOffLines(
  findings: readonly Finding[] | undefined,
  verbose: boolean,
  style: Style,
  language: Language,
  indent = '  ',
): { title: string; lines: string[] } {
  const said = words[language];
  const lines = switchedOffByCode(findings ?? []).flatMap(([code, same]) => {
    const shown = verbose ? same : same.slice(0, listed);
    return [
      ...wrap(switchedOffText(code, same, language), style.width, indent, `${indent}  `),
      ...shown.flatMap((finding) =>
        findingLines(withoutChange(finding), 'line', style, language, `${indent}  `),
      ),
      ...(shown.length < same.length ? [`${indent}  ${said.more(same.length - shown.length)}`] : []),
    ];
  });
  return { title: said.title, lines };
}

/** What changed it stands above, once. */
function withoutChange(finding: Finding): Finding {
  const { changed: _, ...rest } = finding;
  return rest;
}
