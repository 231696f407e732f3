// Knows what holds of a message on every recorded site, where the question names none of several. Where all answer alike there
// is nothing to ask; else only what they share is said, and MC107 asks. Pure; each site's own answer is judge-path's business.

import type { DeliveryPath } from '../delivery/path.ts';
import type { Stage } from '../delivery/stage.ts';
import type { PathReport, StageFact } from '../path-report.ts';
import type { Entry } from '../records/records.ts';
import type { Finding } from './rule.ts';

/** The sites that may be meant where none of several is named; settings and identity matter to the portal's own messages only. */
export function sitesInQuestion({ message, site, records }: DeliveryPath): readonly Entry<'sites'>[] {
  const open = site.found === undefined && site.missing === 'several' && site.reference === undefined;
  return open && message.kind !== 'workflow' ? records.sites : [];
}

/** The one answer, where each site's is the same. */
export function sameAnswer(reports: readonly PathReport[]): PathReport | undefined {
  const [first, ...others] = reports;
  if (first === undefined || others.some((other) => answerOf(other) !== answerOf(first))) return undefined;
  return { ...first, findings: first.findings.filter((finding) => isShared(finding, reports)) };
}

/** Whether every site has it. Where none of several is in question, everything is shared. */
export function isShared({ code, severity }: Finding, reports: readonly PathReport[]): boolean {
  return reports.every(({ findings, switchedOff = [] }) =>
    [...findings, ...switchedOff].some((each) => each.code === code && each.severity === severity),
  );
}

export function sharedFacts(stage: Stage, reports: readonly PathReport[]): StageFact[] {
  const [first, ...others] = reports.map(({ stages }) => stages.find((each) => each.stage === stage));
  return (first?.facts ?? []).filter(({ name, value }) =>
    others.every((other) => other?.facts.some((each) => each.name === name && each.value === value)),
  );
}

/** What makes a difference to whoever asks: not the places, and not what is merely worth knowing. */
function answerOf({ verdict, stages, findings, chain, trace, page }: PathReport): string {
  return JSON.stringify([
    verdict,
    stages.map(({ status }) => status),
    findings
      .filter(({ severity }) => severity !== 'information')
      .map(({ code, severity, params }) => [code, severity, params]),
    chain.map(({ where: _where, ...hop }) => hop),
    trace,
    page,
  ]);
}
