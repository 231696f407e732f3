// Knows SARIF 2.1.0 (OASIS), for code scanning. Severities: error, warning and note are levels of kind "fail"; what could
// not be judged is kind "open" (§3.27.9: insufficient information to decide), whose level must be "none" (§3.27.10), and is
// repeated as a notification of the run. What `rules:` switched off is a result with a suppression (§3.35).

import { createHash } from 'node:crypto';
import type { Report } from '../../core/report.ts';
import type { Where } from '../../core/records/where.ts';
import { whereText } from '../../core/records/where.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import type { Finding, Language, Rule, Severity } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { allFindings, messageText, stepTexts, type Listed, type Run } from './all-findings.ts';
import { markdownText } from './markdown-text.ts';
import { machineText } from './machine-text.ts';
import { skipText } from './skip-words.ts';
import { toBeFilledIn } from './words.ts';

type Level = 'error' | 'warning' | 'note' | 'none';

const levels: Record<Severity, Level> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  'not-requested': 'note',
  unknown: 'none',
};

export function sarif(report: Report, run: Run, language: Language): string {
  const listed = allFindings(report);
  const codes = [...new Set(listed.map(({ finding }) => finding.code))].sort();
  const rules = codes.map(ruleOf);
  const notifications = [
    ...listed
      .filter(({ finding, switchedOff }) => finding.severity === 'unknown' && !switchedOff)
      .map(({ finding }) => ({
        associatedRule: { id: finding.code, index: codes.indexOf(finding.code) },
        ...notification(messageText(finding, language)),
        locations: locations(finding.where, run),
      })),
    ...report.todos.map(({ where, path, hint }) => ({
      ...notification(`${toBeFilledIn[language]}: ${path}${hint === '' ? '' : `: ${hint}`}`),
      locations: locations(where, run),
    })),
    ...report.skipped.map((entry) => notification(skipText(entry, language))),
  ];
  return machineText({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mailcheck',
            version: run.version,
            language: language === 'ja' ? 'ja-JP' : 'en-US',
            rules: rules.map((rule) => descriptor(rule, language)),
          },
        },
        automationDetails: { id: `mailcheck/${report.command}/` },
        invocations: [
          {
            executionSuccessful: run.exitCode === 0 || run.exitCode === 1 || run.exitCode === 3,
            exitCode: run.exitCode,
            endTimeUtc: report.at,
            toolExecutionNotifications: notifications,
          },
        ],
        results: listed.map((each) => result(each, codes, run, language)),
        columnKind: 'utf16CodeUnits',
      },
    ],
  });
}

function descriptor(rule: Rule, language: Language) {
  const why = text(rule.why(language));
  return {
    id: rule.code,
    shortDescription: { text: text(rule.title(language)) },
    fullDescription: { text: why },
    help: {
      text: why,
      markdown: braces(
        [
          markdownText(rule.why(language)),
          ...rule.sources.map((source) => `- ${markdownText(source)}`),
          `\`mailcheck explain ${rule.code}\``,
        ].join('\n\n'),
      ),
    },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [rule.stage] },
  };
}

function result({ finding, about, switchedOff }: Listed, codes: string[], run: Run, language: Language) {
  const { code, severity, changed } = finding;
  const open = severity === 'unknown';
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    kind: open ? 'open' : 'fail',
    level: levels[severity],
    message: {
      text: text([messageText(finding, language), ...stepTexts(finding, language)].join('\n')),
    },
    locations: locations(finding.where, run),
    partialFingerprints: { 'mailcheckFinding/v1': fingerprint(finding, about) },
    ...(switchedOff && changed !== undefined
      ? {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              justification: text(changed.reason),
              location: locations(changed.where, run)[0],
            },
          ],
        }
      : {}),
    properties: {
      severity,
      stage: finding.stage,
      ...(about === '' ? {} : { about: safe(about) }),
      ...(changed === undefined
        ? {}
        : {
            changedByRules: {
              from: changed.from,
              to: changed.to,
              reason: safe(changed.reason),
              place: whereText(changed.where),
            },
          }),
    },
  };
}

function notification(words: string) {
  return { level: 'warning', message: { text: text(words) } };
}

/** Code scanning takes no result without a place in a file: what has none is shown at mailcheck.yaml. */
function locations(where: Where | undefined, { workspace }: Run) {
  const place = where !== undefined && 'file' in where ? where : { file: workspace, line: 1, column: 1 };
  return [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(place.file) },
        region: { startLine: place.line, startColumn: place.column },
      },
      ...(where !== undefined && 'table' in where
        ? { logicalLocations: [{ fullyQualifiedName: whereText(where), kind: 'row' }] }
        : {}),
    },
  ];
}

/** Relative to where mailcheck ran, as places are; percent-encoded, with "/" (§3.4.3, RFC 3986). */
function uriOf(file: string): string {
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  if (file.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(file) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}

/** The same finding tomorrow, on another line: its rule, file, what it is about, and the names in it; no line, no number, no date. */
function fingerprint({ code, where, subject, params }: Finding, about: string): string {
  const place = where === undefined ? '' : 'file' in where ? where.file : whereText(where);
  return createHash('sha256')
    .update(JSON.stringify([code, place, about, subject ?? '', namesIn(ofAll(params))]))
    .digest('hex')
    .slice(0, 32);
}

/** Which mailbox happened to be the first of those that a server profile's finding is said for once, makes no other finding. */
function ofAll(params: unknown): unknown {
  const { mailbox: _, ...others } = (params ?? {}) as { mailbox?: unknown; wholeProfile?: boolean };
  return others.wholeProfile === true ? others : params;
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}/.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'where')
    .flatMap(([, inner]) => namesIn(inner));
}

/** Plain text of a message: braces and brackets would be placeholders and links (§3.11.5, §3.11.6). */
function text(words: string): string {
  return braces(safe(words).replaceAll(/[\\[\]]/g, '\\$&'));
}

function braces(words: string): string {
  return words.replaceAll(/[{}]/g, '$&$&');
}
