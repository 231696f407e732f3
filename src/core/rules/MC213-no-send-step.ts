// MC213: the process has no Send E-mail step, or its steps are not recorded.

import { fixWords } from './process-fix.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC213',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) => {
    const process = path.process.found;
    if (process === undefined || path.step !== undefined) return [];
    const steps = process.fields.sendEmailSteps;
    const recorded = steps !== undefined;
    // Steps that only make a row, or never run, are said by MC227 and MC228.
    if (steps !== undefined && steps.length > 0) return [];
    // What a child process lacks is said of it (MC234, MC235).
    if (path.children.length > 0) return [];
    return [
      {
        params: { process: processName(path), recorded },
        where: process.where(['sendEmailSteps']),
        severity: recorded ? ('error' as const) : ('unknown' as const),
      },
    ];
  },
  en: {
    title: 'The process has no Send E-mail step',
    why:
      'A mail is made by a step "Send E-mail" of the process. A process without one runs to its end and sends nothing. (A mail can also ' +
      'leave through a child process, which childProcesses: records, or through a custom activity or a flow; these are not looked at.)',
    message: ({ process, recorded }) =>
      recorded
        ? `"${process}" has no Send E-mail step.`
        : `The Send E-mail steps of "${process}" are not recorded.`,
    fix: ({ process, recorded }) =>
      recorded
        ? fixWords.en.addStep(process)
        : [
            {
              who: 'records-keeper',
              do: `Open "${process}", read From of its Send E-mail step and add sendEmailSteps: [{ from: owner }] (or user, queue …); [] if there is no such step.`,
            },
          ],
  },
  ja: {
    title: 'プロセスに「電子メールの送信」ステップがありません',
    why:
      'メールはプロセスの「電子メールの送信」ステップで作られます。このステップがないプロセスは、実行されても何も送信しません' +
      '(子プロセスから送信される場合は childProcesses: に記録します。カスタム ワークフロー活動やフローからの送信は調べていません)。',
    message: ({ process, recorded }) =>
      recorded
        ? `「${process}」に「電子メールの送信」ステップがありません。`
        : `「${process}」の「電子メールの送信」ステップが記録されていません。`,
    fix: ({ process, recorded }) =>
      recorded
        ? fixWords.ja.addStep(process)
        : [
            {
              who: 'records-keeper',
              do: `「${process}」を開いて「電子メールの送信」ステップの差出人を確認し、sendEmailSteps: [{ from: owner }](または user、queue など)を追加する。ステップがなければ [] とする。`,
            },
          ],
  },
  sources: [sources.processes, sources.fieldReport],
  examples: {
    bad: [
      { change: { processes: { confirmation: { sendEmailSteps: [] } } } },
      { change: { processes: { confirmation: { sendEmailSteps: undefined } } } },
    ],
    good: [
      { change: { processes: { confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' } }] } } } },
    ],
  },
});
