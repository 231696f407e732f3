// Knows what `rules:` of mailcheck.yaml does to findings: another severity, or none, each with its reason. It changes what
// is reported and how a run ends, never what is contacted or written: `foundSeverity` is what those go by.
// Pure. Reading the settings is in read-rule-settings.ts.

import type { Records } from '../records/records.ts';
import type { Where } from '../records/where.ts';
import type { Finding, Severity } from './rule.ts';

/** `unknown` and `not-requested` are statements about the judgement itself: nobody chooses them. */
export const chosenSeverities = ['error', 'warning', 'information', 'off'] as const;
export type ChosenSeverity = (typeof chosenSeverities)[number];

export type RuleSetting = { severity: ChosenSeverity; reason: string; where: Where };
/** By code. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/**
 * Findings with the severities that were chosen for them, before they are weighed (a step under a condition, a mailbox
 * that nothing uses). One that is switched off stays among them as information until `withoutSwitchedOff` takes it out,
 * so that what concludes from findings cannot lose it. That no mail is due stays what it is.
 */
export function withSettings(findings: Finding[], { rules }: Records): Finding[] {
  if (rules === undefined) return findings;
  return findings.map((finding) => {
    const chosen = rules.get(finding.code);
    if (chosen === undefined || finding.severity === 'not-requested') return finding;
    if (chosen.severity === finding.severity) return finding;
    const { severity: to, reason, where } = chosen;
    return {
      ...finding,
      severity: to === 'off' ? 'information' : to,
      changed: { from: finding.severity, to, reason, where },
    };
  });
}

/** Apart: what is reported, and what `rules:` has switched off, at the severity that it would have had. */
export function withoutSwitchedOff(findings: readonly Finding[]): {
  findings: Finding[];
  switchedOff?: Finding[];
} {
  const switchedOff = findings.filter(isSwitchedOff);
  if (switchedOff.length === 0) return { findings: [...findings] };
  return {
    findings: findings.filter((finding) => !isSwitchedOff(finding)),
    switchedOff: switchedOff.map(asFound),
  };
}

export function isSwitchedOff({ changed }: Finding): boolean {
  return changed?.to === 'off';
}

/** Something stands against the mail, or could not be judged, and `rules:` says that it shall not count. */
export function isSetAside({ changed, severity }: Finding): boolean {
  return changed !== undefined && severity === 'information' && changed.from !== 'information';
}

/** The severity that the rule gave, whatever was chosen. */
export function foundSeverity({ changed, severity }: Finding): Severity {
  return changed?.from ?? severity;
}

/** Shown of a finding that is switched off: how severe it would be. */
export function asFound(finding: Finding): Finding {
  return isSwitchedOff(finding) ? { ...finding, severity: foundSeverity(finding) } : finding;
}
