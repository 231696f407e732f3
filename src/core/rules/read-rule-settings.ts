// Knows how `rules:` of mailcheck.yaml is read: `MC412: { severity: warning, reason: "…" }`. Every problem in one run.
// Pure.

import { shapeOf, shown, type Problem, type Trouble } from '../records/problem.ts';
import type { SourceDocument } from '../records/read.ts';
import { nearest } from '../records/suggest.ts';
import type { FieldPath } from '../records/where.ts';
import { retired, rules } from './index.ts';
import { chosenSeverities, type RuleSetting, type RuleSettings } from './rule-settings.ts';

const keys = ['severity', 'reason'] as const;

export function readRuleSettings(documents: readonly SourceDocument[]): {
  settings: RuleSettings;
  problems: Problem[];
} {
  const settings = new Map<string, RuleSetting>();
  const problems: Problem[] = [];
  for (const document of documents) {
    const value = (document.value as { rules?: unknown }).rules;
    if (value === null || value === undefined) continue;
    if (shapeOf(value) !== 'mapping') {
      problems.push({
        where: document.where(['rules']),
        field: 'rules',
        problem: { is: 'wrong-shape', got: shapeOf(value), expected: 'mapping' },
      });
      continue;
    }
    for (const [code, setting] of Object.entries(value)) {
      const place = (path: FieldPath, key = false) =>
        key
          ? (document.keyWhere?.(['rules', code, ...path]) ?? document.where(['rules', code, ...path]))
          : document.where(['rules', code, ...path]);
      const faults = faultsOf(code, setting);
      for (const { path, atKey, trouble } of faults)
        problems.push({
          where: place(path, atKey),
          field: ofCode.has(trouble.is) ? 'rules' : `rules.${shown(code)}`,
          problem: trouble,
        });
      if (faults.length > 0) continue;
      const { severity, reason } = setting as Pick<RuleSetting, 'severity' | 'reason'>;
      settings.set(code, { severity, reason: reason.trim(), where: place([], true) });
    }
  }
  return { settings, problems };
}

/** Said of the code, which stands in the sentence already. */
const ofCode: ReadonlySet<Trouble['is']> = new Set([
  'unknown-code',
  'retired-code',
  'severity-fixed',
  'wrong-rule-setting',
]);

type Fault = { path: FieldPath; atKey: boolean; trouble: Trouble };

function faultsOf(code: string, setting: unknown): Fault[] {
  const wrongCode = codeTrouble(code);
  return [
    ...(wrongCode === undefined ? [] : [{ path: [], atKey: true, trouble: wrongCode }]),
    ...(shapeOf(setting) === 'mapping'
      ? settingFaults(setting as Record<string, unknown>)
      : [{ path: [], atKey: false, trouble: { is: 'wrong-rule-setting', code: shown(code) } as const }]),
  ];
}

function codeTrouble(code: string): Trouble | undefined {
  const rule = rules.find((candidate) => candidate.code === code);
  if (rule?.severity === 'not-requested') return { is: 'severity-fixed', code };
  if (rule !== undefined) return undefined;
  const former = Object.hasOwn(retired, code) ? retired[code] : undefined;
  if (former !== undefined) return { is: 'retired-code', code, what: former };
  // The first digit is the area: a code of another one is not what was meant.
  const area = /\d/.exec(code)?.[0];
  const codes = rules.map((known) => known.code).filter((known) => area === undefined || known[2] === area);
  // A wrong digit is as likely as any other: of several codes as near, none is named.
  const meant = nearest(code, codes);
  const sure =
    meant !== undefined &&
    nearest(
      code,
      codes.filter((known) => known !== meant),
    ) === undefined;
  const same = codes.find((known) => known === code.trim().toUpperCase());
  return { is: 'unknown-code', shown: shown(code), meant: same ?? (sure ? meant : undefined) };
}

function settingFaults(setting: Record<string, unknown>): Fault[] {
  const { severity, reason } = setting;
  const faults: Fault[] = Object.keys(setting)
    .filter((key) => !(keys as readonly string[]).includes(key))
    .map((key) => ({
      path: [key],
      atKey: true,
      trouble: { is: 'unknown-key', shown: shown(key), meant: nearest(key, keys), allowed: keys },
    }));
  const misspelt = (key: string) => faults.some(({ trouble }) => 'meant' in trouble && trouble.meant === key);
  if (severity === undefined || severity === null) {
    if (!misspelt('severity'))
      faults.push({ path: [], atKey: true, trouble: { is: 'missing', key: 'severity' } });
  } else if (!(chosenSeverities as readonly unknown[]).includes(severity))
    faults.push({
      path: ['severity'],
      atKey: false,
      trouble: {
        is: 'wrong-word',
        shown: shown(severity),
        // YAML 1.1 reads `off` as false, and so do some people.
        meant: severity === false ? 'off' : nearest(shown(severity), chosenSeverities),
        allowed: chosenSeverities,
      },
    });
  const isReason = typeof reason === 'string' && !/^\s*(?:TODO(?![A-Za-z0-9_])|$)/.test(reason);
  if (!isReason && !misspelt('reason'))
    faults.push({ path: [], atKey: true, trouble: { is: 'reason-missing' } });
  return faults;
}
