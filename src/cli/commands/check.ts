// `mailcheck check`: every record, by itself and together. No network, nothing written.

import { judgeRecords } from '../../core/rules/judge-records.ts';
import { withoutSwitchedOff } from '../../core/rules/rule-settings.ts';
import type { Context } from '../context.ts';
import { exitCode, type ExitCode, type FailOn } from '../exit.ts';
import { emptyReport, giveOut, type Format } from '../report.ts';
import { loadWorkspace } from '../workspace.ts';

export type CheckArguments = {
  workspace?: string;
  failOn?: FailOn;
  format?: Format;
  verbose?: boolean;
};

export async function check(args: CheckArguments, context: Context): Promise<ExitCode> {
  const { records } = await loadWorkspace(args.workspace, context);
  const now = context.now();
  const report = { ...emptyReport('check', records, now), ...withoutSwitchedOff(judgeRecords(records, now)) };
  await giveOut(report, args.format, { verbose: args.verbose ?? false }, context);
  return exitCode(report, args.failOn ?? 'error');
}
