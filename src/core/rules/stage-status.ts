// Knows what is said of one stage by itself: its findings, and whether there was anything to judge it by. Pure.

import type { DeliveryPath } from '../delivery/path.ts';
import { serverKnowledge } from '../delivery/server-knowledge.ts';
import type { Stage } from '../delivery/stage.ts';
import type { Observation } from '../mail/evidence.ts';
import type { StageStatus } from '../path-report.ts';
import { isSetAside } from './rule-settings.ts';
import type { Finding } from './rule.ts';

/** Stages that diagnose must be able to judge; domain and arrival only where asked for. */
const required: readonly Stage[] = [
  'request',
  'recipient',
  'process',
  'sender',
  'mailbox',
  'profile',
  'server',
];

/** Status of a stage by itself, as if nothing before it stopped the mail. */
export function ownStatus(
  stage: Stage,
  path: DeliveryPath,
  findings: readonly Finding[],
  observations: readonly Observation[],
  now: Date,
): StageStatus {
  return statusOfFindings(stage, findings, () => {
    if (isKnown(stage, path, observations, now)) return undefined;
    return required.includes(stage) ? 'unknown' : 'not-examined';
  });
}

/** What its findings say of a stage. `notLookedAt`: what is said instead of anything better than "unknown", if anything. */
export function statusOfFindings(
  stage: Stage,
  findings: readonly Finding[],
  notLookedAt: () => 'unknown' | 'not-examined' | undefined = () => undefined,
): StageStatus {
  const own = findings.filter((finding) => finding.stage === stage);
  const severities = new Set(own.map((finding) => finding.severity));
  if (severities.has('not-requested')) return 'not-requested';
  if (severities.has('error')) return 'stops';
  if (severities.has('unknown')) return 'unknown';
  return (
    notLookedAt() ?? (severities.has('warning') ? 'may-stop' : own.some(isSetAside) ? 'set-aside' : 'passes')
  );
}

/** Whether there was anything to judge this stage by: nothing that was not looked at is called fine. */
function isKnown(stage: Stage, path: DeliveryPath, observations: readonly Observation[], now: Date): boolean {
  switch (stage) {
    case 'request':
      return path.contact.found !== undefined || path.message.kind === 'workflow';
    case 'recipient':
      return path.contact.found !== undefined;
    case 'process':
      return path.process.found !== undefined;
    case 'sender':
      return path.sender.end.kind !== 'unknown';
    case 'mailbox':
      return path.mailbox.found !== undefined;
    case 'profile':
      return path.profile.found !== undefined;
    case 'server':
      return (
        path.mailbox.found !== undefined &&
        serverKnowledge(path.mailbox.found, path.records, observations, now).source !== 'none'
      );
    case 'domain':
    case 'arrival':
      return false;
  }
}
