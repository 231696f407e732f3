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
  /** Whether it starts any but those that lead to it: what these lack is said of them. */
  startsOthers: boolean;
};

export type StepsOfProcess = { steps: StepPlace[]; children: ChildStart[] };

export function stepsOfProcess(records: Records, process: Entry<'processes'> | undefined): StepsOfProcess {
  const all: StepsOfProcess = { steps: [], children: [] };
  if (process !== undefined)
    collect(records, process, all, { conditional: false, count: 0, leadHere: [process] }, new Set());
  return all;
}

/** `leadHere`: the processes on the way, each started by the one before it, with the one that is looked into. */
type Surroundings = {
  child?: string;
  conditional: boolean;
  count: number;
  leadHere: readonly Entry<'processes'>[];
};

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
    if (canSend(step))
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
    const leadHere = [...around.leadHere, ...(child.found === undefined ? [] : [child.found])];
    const place: ChildStart = {
      name: child.found?.fields.name ?? start.process,
      child,
      conditional,
      where: process.where(['childProcesses', own, 'process']),
      process,
      sends: child.found !== undefined && sends(records, child.found, new Set()),
      startsOthers: child.found !== undefined && startsOthers(records, child.found, leadHere),
    };
    all.children.push(place);
    if (child.found === undefined || !mayRun(child.found)) continue;
    count = collect(records, child.found, all, { child: place.name, conditional, count, leadHere }, seen);
  }
  return count;
}

function canSend({ action, unreachable }: SendEmailStep): boolean {
  return action !== 'create-record' && unreachable === undefined;
}

function sends(records: Records, process: Entry<'processes'>, seen: Set<Entry<'processes'>>): boolean {
  if (seen.has(process) || !mayRun(process)) return false;
  seen.add(process);
  return (
    (process.fields.sendEmailSteps ?? []).some(canSend) ||
    childrenStarted(records, process).some((child) => child !== undefined && sends(records, child, seen))
  );
}

function startsOthers(
  records: Records,
  process: Entry<'processes'>,
  leadHere: readonly Entry<'processes'>[],
): boolean {
  return childrenStarted(records, process).some((child) => child === undefined || !leadHere.includes(child));
}

/** Undefined: a child that is not recorded. */
function childrenStarted(
  records: Records,
  { fields }: Entry<'processes'>,
): (Entry<'processes'> | undefined)[] {
  return (fields.childProcesses ?? []).map(
    ({ process }) => findProcess(records, { kind: 'workflow', process }).found,
  );
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
        childrenStarted(records, parent).flatMap((child) =>
          child === undefined || child === parent ? [] : [child],
        ),
      ),
    ),
);
