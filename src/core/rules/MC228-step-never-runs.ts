// MC228: every Send E-mail step of the process stands where it can never run.

import { fixWords } from './process-fix.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC228',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) => {
    const process = path.process.found;
    const steps = process?.fields.sendEmailSteps ?? [];
    const sending = steps.filter(({ action }) => action !== 'create-record');
    const [first] = sending;
    if (process === undefined || first?.unreachable === undefined || path.steps.length > 0) return [];
    return [
      {
        params: { process: processName(path), because: first.unreachable },
        where: process.where(['sendEmailSteps', steps.indexOf(first), 'unreachable']),
      },
    ];
  },
  en: {
    title: 'The Send E-mail step can never run',
    why:
      'A process ends at a step "Stop Workflow", and a branch whose condition is never true is never entered. A Send E-mail step behind ' +
      'either is there to be seen, but is not executed: the process completes without a mail and without an error.',
    message: ({ process, because }) =>
      because === 'after-stop'
        ? `The Send E-mail step of "${process}" stands behind a "Stop Workflow" and never runs.`
        : `The Send E-mail step of "${process}" stands in a branch that is never taken and never runs.`,
    fix: ({ process, because }) =>
      fixWords.en.editProcess(
        process,
        because === 'after-stop'
          ? 'move the Send E-mail step before the "Stop Workflow", or take the "Stop Workflow" out'
          : 'correct the condition around the Send E-mail step, or move the step out of it',
      ),
  },
  ja: {
    title: '「電子メールの送信」ステップが実行されることはありません',
    why:
      'プロセスは「ワークフローの停止」ステップで終わり、条件を満たすことのない分岐には入りません。その先にある「電子メールの送信」ステップは' +
      '画面には見えていても実行されず、プロセスはエラーもメールもないまま完了します。',
    message: ({ process, because }) =>
      because === 'after-stop'
        ? `「${process}」の「電子メールの送信」ステップは「ワークフローの停止」の後にあるため、実行されません。`
        : `「${process}」の「電子メールの送信」ステップは、条件を満たすことのない分岐の中にあるため、実行されません。`,
    fix: ({ process, because }) =>
      fixWords.ja.editProcess(
        process,
        because === 'after-stop'
          ? '「電子メールの送信」ステップを「ワークフローの停止」より前に移すか、「ワークフローの停止」を削除する'
          : '「電子メールの送信」ステップを囲む条件を直すか、ステップを条件の外に移す',
      ),
  },
  sources: [sources.processes],
  examples: {
    bad: [
      {
        change: {
          processes: {
            confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' }, unreachable: 'after-stop' }] },
          },
        },
      },
      {
        change: {
          processes: {
            confirmation: {
              sendEmailSteps: [{ from: { user: 'admin-user' }, unreachable: 'branch-never-taken' }],
            },
          },
        },
      },
    ],
    good: [
      {
        change: {
          processes: {
            confirmation: {
              sendEmailSteps: [
                { from: { user: 'admin-user' } },
                { from: { user: 'admin-user' }, unreachable: 'after-stop' },
              ],
            },
          },
        },
      },
    ],
  },
});
