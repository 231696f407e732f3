// `mailcheck sender`: the chain from From to the mailbox that would send, and why the last one can or cannot. No network.
// Where From is read from the contact and none is named, one answer for each sender that the recorded contacts lead to.

import { resolve } from '../../core/delivery/path.ts';
import { contactsThatDiffer } from '../../core/delivery/paths-to-check.ts';
import type { SenderEnd } from '../../core/delivery/sender-chain.ts';
import type { Stage } from '../../core/delivery/stage.ts';
import type { Records } from '../../core/records/records.ts';
import { judgePath } from '../../core/rules/judge-path.ts';
import { refuseSeveral } from '../contact-asked.ts';
import type { Context } from '../context.ts';
import { worst, type ExitCode } from '../exit.ts';
import type { SenderAnswer } from '../reporters/sender.ts';
import { loadWorkspace } from '../workspace.ts';

export type SenderArguments = {
  workspace?: string;
  process: string;
  for?: string;
  format?: 'human' | 'json';
};

/** Whether somebody can send is decided by these; "request" and "recipient" are another question. */
const askedStages: readonly Stage[] = ['process', 'sender', 'mailbox', 'profile'];

export async function sender(args: SenderArguments, context: Context): Promise<ExitCode> {
  const { records } = await loadWorkspace(args.workspace, context);
  // Who can send is a question, not a gate: `rules:` has no say in it.
  delete records.rules;
  refuseSeveral('contacts', args.for, '--for', records, context.language);
  const answers = answersFor(args, records, context.now());
  const { senderHuman, senderJson } = await import('../reporters/sender.ts');
  const report = { process: args.process, answers };
  context.out(
    args.format === 'json' ? senderJson(report) : senderHuman(report, context.style, context.language),
  );
  return worst(answers.flatMap(exitCodes));
}

/** A sender that is not known is nothing that can send, whatever was found. */
function exitCodes({ path, findings }: SenderAnswer): ExitCode[] {
  return [
    path.sender.end.kind === 'unknown' ? 3 : 0,
    ...findings.map(({ severity }) => (severity === 'error' ? 1 : severity === 'unknown' ? 3 : 0)),
  ];
}

function answersFor(args: SenderArguments, records: Records, now: Date): SenderAnswer[] {
  const message = { kind: 'workflow', process: args.process } as const;
  if (args.for !== undefined) return [answer(records, { ...message, to: args.for }, now)];
  const process = resolve(records, message).process.found;
  const contacts = process === undefined ? [] : contactsThatDiffer(records, process);
  if (contacts.length === 0) return [answer(records, message, now)];
  const bySender = new Map<string, SenderAnswer>();
  for (const contact of contacts) {
    const one = { ...answer(records, { ...message, to: contact.id }, now), example: contact };
    const identity = JSON.stringify(one.path.steps.map(({ sender: { end } }) => identityOf(end)));
    if (!bySender.has(identity)) bySender.set(identity, one);
  }
  return [...bySender.values()];
}

function answer(records: Records, message: Parameters<typeof resolve>[1], now: Date): SenderAnswer {
  const path = resolve(records, message);
  const { findings, steps } = judgePath(path, undefined, now);
  return { path, steps, findings: findings.filter(({ stage }) => askedStages.includes(stage)) };
}

/** Two contacts with the same owner, however it is written, lead to one sender. What is unknown is unknown each by itself. */
function identityOf(end: SenderEnd): unknown {
  if (end.kind === 'user' || end.kind === 'portal-identity') return [end.kind, end.user.id];
  return end.kind === 'queue' ? [end.kind, end.queue.id] : end;
}
