// Knows every Send E-mail step that runs when a process runs: its own, and those of the child processes that it starts.
// A child is looked into once, however often and in whatever circle it is started. Resolves, never judges.

import { once } from '../records/look-up.ts';
import type { SendEmailStep } from '../records/process.ts';
import type { Entry, Records } from '../records/records.ts';
import type { Where } from '../records/where.ts';
import { findProcess } from './find-process.ts';
import type { Found } from './path.ts';

/** One Send E-mail step, and where it stands. */
export type StepPlace = {
  step: SendEmailStep;
  /** Place among all the steps, those of child processes after the process's own; its number less one. */
  index: number;
  where: Where;
  /** The process that it is written in, and its place there. */
  process: Entry<'processes'>;
  own: number;
};

/** A step "Start Child Workflow". */
export type ChildStart = {
  /** The child, as the record names it. */
  name: string;
  child: Found<'processes'>;
  conditional: boolean;
  where: Where;
  /** The process that starts it. */
  process: Entry<'processes'>;
  /** Whether the child, or one that it starts in turn, has a Send E-mail step that can run. */
  sends: boolean;
};

export type StepsOfProcess = { steps: StepPlace[]; children: ChildStart[] };

export function stepsOfProcess(records: Records, process: Entry<'processes'> | undefined): StepsOfProcess {
  const all: StepsOfProcess = { steps: [], children: [] };
  if (process !== undefined) collect(records, process, all, { conditional: false, count: 0 }, new Set());
  return all;
}

type Surroundings = { child?: string; conditional: boolean; count: number };

/** Returns how many steps have been counted. */
function collect(
  records: Records,
  process: Entry<'processes'>,
  all: StepsOfProcess,
  around: Surroundings,
  seen: Set<Entry<'processes'>>,
): number {
  seen.add(process);
  const written = process.fields.sendEmailSteps ?? [];
  for (const [own, step] of written.entries())
    if (step.action !== 'create-record' && step.unreachable === undefined)
      all.steps.push({
        step:
          around.child === undefined
            ? step
            : inChild(step, nameIn(around.child, step, own, written.length), around),
        index: around.count + own,
        where: process.where(['sendEmailSteps', own]),
        process,
        own,
      });
  let count = around.count + written.length;
  for (const [own, start] of (process.fields.childProcesses ?? []).entries()) {
    const child = findProcess(records, { kind: 'workflow', process: start.process });
    if (child.found !== undefined && seen.has(child.found)) continue;
    const conditional = around.conditional || start.conditional === true;
    const before = all.steps.length;
    const place: ChildStart = {
      name: child.found?.fields.name ?? start.process,
      child,
      conditional,
      where: process.where(['childProcesses', own, 'process']),
      process,
      sends: false,
    };
    all.children.push(place);
    if (child.found === undefined || !mayRun(child.found)) continue;
    count = collect(records, child.found, all, { child: place.name, conditional, count }, seen);
    place.sends = all.steps.length > before;
  }
  return count;
}

/** A child that is switched off is not started; whether one is that says nothing of its state has to be found out. */
function mayRun({ fields }: Entry<'processes'>): boolean {
  return fields.state === undefined || fields.state === 'activated';
}

/** How a step of a child is called beside the process's own, and the condition under which the child is started. */
function inChild(step: SendEmailStep, name: string, { conditional }: Surroundings): SendEmailStep {
  return { ...step, name, ...(conditional ? { conditional: true } : {}) };
}

function nameIn(child: string, { name }: SendEmailStep, own: number, count: number): string {
  return name === undefined && count === 1 ? child : `${child} > ${name ?? own + 1}`;
}

/** Whether another recorded process starts it: then no event need do so. */
export function isStartedByAnother(records: Records, process: Entry<'processes'>): boolean {
  return childrenOf(records).has(process);
}

const childrenOf = once(
  (records: Records) =>
    new Set(
      records.processes.flatMap((parent) =>
        (parent.fields.childProcesses ?? []).flatMap(({ process }) => {
          const child = findProcess(records, { kind: 'workflow', process }).found;
          return child === undefined || child === parent ? [] : [child];
        }),
      ),
    ),
);
