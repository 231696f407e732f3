// `mailcheck sender`: the chain from From to the mailbox that would send, and why the last one can or cannot. No network.

import { resolve } from '../../core/delivery/path.ts';
import type { Stage } from '../../core/delivery/stage.ts';
import { judgePath } from '../../core/rules/judge.ts';
import type { Context } from '../context.ts';
import { worst, type ExitCode } from '../exit.ts';
import type { Format } from '../report.ts';
import { loadWorkspace } from '../workspace.ts';

export type SenderArguments = { workspace?: string; process: string; for?: string; format?: Format };

/** Whether somebody can send is decided by these; "request" and "recipient" are another question. */
const askedStages: readonly Stage[] = ['process', 'sender', 'mailbox', 'profile'];

export async function sender(args: SenderArguments, context: Context): Promise<ExitCode> {
  const { records } = await loadWorkspace(args.workspace, context);
  const path = resolve(records, {
    kind: 'workflow',
    process: args.process,
    ...(args.for === undefined ? {} : { to: args.for }),
  });
  const judged = judgePath(path, undefined, context.now());
  const findings = judged.findings.filter(({ stage }) => askedStages.includes(stage));
  const { senderHuman, senderJson } = await import('../reporters/sender.ts');
  const report = { process: args.process, path, findings };
  context.out(
    args.format === 'json' ? senderJson(report) : senderHuman(report, context.style, context.language),
  );
  return worst(
    findings.map(({ severity }): ExitCode => (severity === 'error' ? 1 : severity === 'unknown' ? 3 : 0)),
  );
}
