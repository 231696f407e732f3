// `mailcheck check`: every record, by itself and together. No network, nothing written.

import { judgeRecords } from '../../core/rules/judge-records.ts';
import { withoutSwitchedOff } from '../../core/rules/rule-settings.ts';
import type { Context } from '../context.ts';
import { exitCode, type ExitCode, type FailOn } from '../exit.ts';
import { giveOut, type Asked } from '../outputs.ts';
import { emptyReport } from '../report.ts';
import { loadWorkspace } from '../workspace.ts';

export type CheckArguments = Asked & {
  workspace?: string;
  failOn?: FailOn;
  verbose?: boolean;
};

export async function check(args: CheckArguments, context: Context): Promise<ExitCode> {
  const { records, file } = await loadWorkspace(args.workspace, context);
  const now = context.now();
  const report = { ...emptyReport('check', records, now), ...withoutSwitchedOff(judgeRecords(records, now)) };
  const failOn = args.failOn ?? 'error';
  const run = { failOn, exitCode: exitCode(report, failOn), version: context.version, workspace: file };
  return await giveOut(report, args, { verbose: args.verbose ?? false }, run, context);
}
