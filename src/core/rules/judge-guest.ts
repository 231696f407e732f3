// Judges whether a guest of Microsoft Entra B2B is due a one-time passcode. No process, mailbox or server profile takes part:
// Microsoft Entra sends it, so the path has the stages request and recipient, and arrival that nobody examines. Pure.

import type { DeliveryPath } from '../delivery/path.ts';
import { found } from '../delivery/found.ts';
import { stagesOf } from '../delivery/message.ts';
import type { Stage } from '../delivery/stage.ts';
import { whereText } from '../records/where.ts';
import type { Records } from '../records/records.ts';
import type { PathReport, StageFact, StageStatus } from '../path-report.ts';
import type { GuestFacts } from './facts.ts';
import { guestName, settingOf, tenantName } from './guest-questions.ts';
import { guestFacts, inPathOrder, runRules } from './judge.ts';
import { causeOf, verdictOf, withReach } from './verdict.ts';
import { withoutSwitchedOff, withSettings } from './rule-settings.ts';
import { statusOfFindings } from './stage-status.ts';
import type { Finding } from './rule.ts';

export function judgeGuest({ message, records }: DeliveryPath, now: Date): PathReport {
  const guest = message.to === undefined ? undefined : found(records, ['guests'], message.to).found;
  const facts = guestFacts(guest, records, message, now);
  const findings = inPathOrder(withSettings(runRules('guest', facts), records));
  const verdicts = stagesOf(message.kind).map((stage) => ({ stage, status: statusOf(stage, findings) }));
  const verdict = verdictOf(verdicts);
  const cause = verdict === 'stopped' || verdict === 'not-requested' ? causeOf(findings, verdict) : undefined;
  return {
    message,
    verdict,
    ...(cause === undefined ? {} : { cause }),
    earliestKnown: false,
    ...withoutSwitchedOff(findings),
    stages: withReach(verdicts, cause).map((each) => ({ ...each, facts: factsOf(each.stage, facts) })),
    chain: [],
    steps: [],
    trace: 'not-known',
    page: 'not-known',
  };
}

/** For `check`: what is wrong with a tenant and its guests, whatever anybody waits for. Who is blocked is so on purpose. */
export function guestFindings(records: Records, now: Date): Finding[] {
  const seen = new Set<string>();
  const findings = records.guests
    .filter(({ fields }) => fields.accountEnabled !== false)
    .flatMap((guest) => runRules('guest', guestFacts(guest, records, undefined, now)))
    .filter((finding) => {
      // A fault of the tenant is one fault, however many guests it is seen with.
      const identity = `${finding.code} ${finding.where === undefined ? '' : whereText(finding.where)}`;
      const isNew = !seen.has(identity) && ['error', 'warning'].includes(finding.severity);
      if (isNew) seen.add(identity);
      return isNew;
    });
  return withSettings(findings, records);
}

function statusOf(stage: Stage, findings: readonly Finding[]): StageStatus {
  return stage === 'arrival' ? 'not-examined' : statusOfFindings(stage, findings);
}

function factsOf(stage: Stage, facts: GuestFacts): StageFact[] {
  const { guest, tenant } = facts;
  if (stage === 'recipient' && guest !== undefined)
    return [{ name: 'guest', value: guestName(facts), where: guest.where(['emailAddress']) }];
  if (stage !== 'request' || tenant === undefined) return [];
  const because = settingOf(facts)?.because ?? 'not-recorded';
  return [
    { name: 'tenant', value: tenantName(facts), where: tenant.where() },
    { name: 'passcode', value: because, where: tenant.where(['allowExternalIdToUseEmailOtp']) },
  ];
}
