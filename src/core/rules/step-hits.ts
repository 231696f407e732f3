// Knows how a fault of single Send E-mail steps is weighed: a step that always runs stops the mail, one under a condition may,
// unless all run under conditions and all are faulty. Shared by the rules about what a step says (MC226, MC229 …). Pure.

import type { DeliveryPath } from '../delivery/path.ts';
import type { StepPlace } from '../delivery/steps-of-process.ts';
import type { SendEmailStep } from '../records/process.ts';
import type { Hit, Severity } from './rule.ts';

/** One hit for each step that has the fault, at the value `key` of the step. */
export function stepHits(
  path: DeliveryPath,
  key: string,
  severity: Severity,
  isFaulty: (place: StepPlace) => boolean,
): Hit<{ process: string; step: SendEmailStep }>[] {
  const faulty = path.steps.filter(isFaulty);
  const all = faulty.length === path.steps.length;
  return faulty.map(({ step, index, process, own }) => {
    const decides = step.conditional !== true || all;
    const steps = [
      {
        number: index + 1,
        ...(step.name === undefined ? {} : { name: step.name }),
        conditional: step.conditional === true,
      },
    ];
    return {
      params: { process: process.fields.name ?? process.id, step },
      where: process.where(['sendEmailSteps', own, key]),
      severity: severity === 'error' && !decides ? 'warning' : severity,
      ...(path.steps.length === 1 && step.conditional !== true ? {} : { steps }),
    };
  });
}
