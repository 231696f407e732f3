// MC235: the process leaves the mail to a child process, and that one is switched off or has no Send E-mail step that can run.

import type { DeliveryPath } from '../delivery/path.ts';
import type { ChildStart } from '../delivery/steps-of-process.ts';
import { fixWords } from './process-fix.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Severity } from './rule.ts';

export default defineRule({
  code: 'MC235',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) =>
    path.children.flatMap((start) => {
      const because = whySilent(start);
      if (because === undefined) return [];
      const process = start.process.fields.name ?? start.process.id;
      return [
        {
          params: { process, child: start.name, because },
          where: start.child.found?.where([because === 'no-step' ? 'sendEmailSteps' : 'state']),
          severity: severityOf(path, start, because),
        },
      ];
    }),
  en: {
    title: 'The child process sends nothing',
    why:
      'A step "Start Child Workflow" can start an activated process only: with a draft it fails (0x80045047, ' +
      'ExecuteUnpublishedWorkflow), and no mail is made. A child without a Send E-mail step runs to its end and sends nothing.',
    message: ({ process, child, because }) =>
      because === 'no-step'
        ? `"${process}" starts the child process "${child}", which has no Send E-mail step that can run.`
        : `"${process}" starts the child process "${child}", which is ${because === 'draft' ? 'a draft' : 'suspended'}, so it sends nothing.`,
    fix: ({ child, because }) =>
      because === 'no-step'
        ? fixWords.en.addStep(child)
        : [{ who: 'process-owner', do: fixWords.en.activate(child) }],
  },
  ja: {
    title: '子プロセスが何も送信しません',
    why:
      '「子ワークフローの開始」ステップで開始できるのは、アクティブ化されたプロセスだけです。下書きの場合はステップが失敗し' +
      '(0x80045047、ExecuteUnpublishedWorkflow)、メールは作られません。「電子メールの送信」ステップのない子プロセスは、最後まで実行されても何も送信しません。',
    message: ({ process, child, because }) =>
      because === 'no-step'
        ? `「${process}」が開始する子プロセス「${child}」に、実行される「電子メールの送信」ステップがありません。`
        : `「${process}」が開始する子プロセス「${child}」は${because === 'draft' ? '下書き' : '中断'}の状態のため、何も送信しません。`,
    fix: ({ child, because }) =>
      because === 'no-step'
        ? fixWords.ja.addStep(child)
        : [{ who: 'process-owner', do: fixWords.ja.activate(child) }],
  },
  sources: [sources.processes, sources.errorCodes],
  examples: {
    bad: [
      child({ state: 'draft', sendEmailSteps: [{ from: { user: 'admin-user' } }] }),
      child({ state: 'suspended' }),
      child({ state: 'activated', sendEmailSteps: [] }),
      // It starts what started it, and nobody in the circle sends.
      child({ state: 'activated', sendEmailSteps: [], childProcesses: [{ process: 'confirmation' }] }),
      child({
        state: 'activated',
        sendEmailSteps: [{ from: { user: 'admin-user' }, unreachable: 'after-stop' }],
      }),
    ],
    good: [
      child({ state: 'activated', sendEmailSteps: [{ from: { user: 'admin-user' } }] }),
      // What it starts in turn sends; and who starts whom in a circle is looked at once.
      {
        change: {
          processes: {
            confirmation: { sendEmailSteps: [], childProcesses: [{ process: 'letter' }] },
            letter: { name: 'Letter', state: 'activated', childProcesses: [{ process: 'post' }] },
            post: {
              name: 'Post',
              state: 'activated',
              sendEmailSteps: [{ from: { user: 'admin-user' } }],
              childProcesses: [{ process: 'letter' }],
            },
          },
        },
      },
    ],
  },
});

type Because = 'draft' | 'suspended' | 'no-step';

/** Undefined: it sends, or what it does is not recorded (MC234), or that of a child of its own is. */
function whySilent({ child, sends, startsOthers }: ChildStart): Because | undefined {
  const fields = child.found?.fields;
  if (fields === undefined || sends) return undefined;
  if (fields.state === 'draft' || fields.state === 'suspended') return fields.state;
  // A child that only starts others is silent where they are, and that is said of them.
  return fields.sendEmailSteps === undefined || startsOthers ? undefined : 'no-step';
}

/** A step that cannot start its child stops what always runs; beside steps that send, a child without a step is no matter. */
function severityOf(path: DeliveryPath, { conditional }: ChildStart, because: Because): Severity {
  const alone =
    path.steps.length === 0 &&
    path.children.every((each) => whySilent(each) !== undefined || each.startsOthers);
  if (alone) return 'error';
  return because !== 'no-step' && !conditional ? 'error' : 'warning';
}

function child(fields: Record<string, unknown>) {
  return {
    change: {
      processes: {
        confirmation: { sendEmailSteps: [], childProcesses: [{ process: 'letter' }] },
        letter: {
          name: 'Letter',
          category: 'workflow',
          mode: 'background',
          primaryEntity: 'contact',
          ...fields,
        },
      },
    },
  };
}
