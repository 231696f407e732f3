// MC234: the process starts a child process, and the records do not hold what decides whether that one sends.

import { processesCalled } from '../delivery/find-process.ts';
import type { ChildStart } from '../delivery/steps-of-process.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC234',
  subject: 'path',
  stage: 'process',
  severity: 'unknown',
  check: ({ path, records }) =>
    path.children.flatMap((start) => {
      const lacks = whatLacks(start);
      if (lacks === undefined) return [];
      const process = start.process.fields.name ?? start.process.id;
      const ids = processesCalled(records, { kind: 'workflow', process: start.name }).slice(0, 5);
      return [
        {
          params: { process, child: start.name, lacks, ids: lacks === 'choice' ? ids : [] },
          where: lacks === 'record' || lacks === 'choice' ? start.where : start.child.found?.where(),
        },
      ];
    }),
  en: {
    title: 'The child process that sends is not recorded',
    why:
      'A step "Start Child Workflow" hands over to another process: its Send E-mail steps, its state and its From decide then. Without ' +
      'the record of that process nothing can be said of the mail that it sends.',
    message: ({ process, child, lacks, ids }) =>
      ({
        record: `"${process}" starts the child process "${child}", which is not in the records.`,
        choice: `"${process}" starts the child process "${child}", and several recorded processes answer to that name: ${ids.join(', ')}.`,
        steps: `"${process}" starts the child process "${child}", whose Send E-mail steps are not recorded.`,
        state: `"${process}" starts the child process "${child}"; whether that one is activated is not recorded.`,
      })[lacks],
    fix: ({ process, child, lacks }) => [
      {
        who: 'records-keeper',
        do: {
          record: `Open "${process}", open "${child}" from its step "Start Child Workflow", and add that process under "processes:" with name: ${child}, state and sendEmailSteps (with from; [] if it sends nothing).`,
          choice: `Write the id of the one that is meant under childProcesses: of "${process}": process: ID.`,
          steps: `Open "${child}", read From of its Send E-mail step and add to its record sendEmailSteps: [{ from: owner }] (or user, queue …); [] if there is no such step.`,
          state: `Look at the status of "${child}" under "Processes" and add to its record state: activated, draft or suspended.`,
        }[lacks],
      },
    ],
  },
  ja: {
    title: '送信する子プロセスが設定ファイルにありません',
    why:
      '「子ワークフローの開始」ステップは、別のプロセスに処理を引き継ぎます。その先は、子プロセスの「電子メールの送信」ステップ、状態、差出人で決まります。' +
      '子プロセスの記録がないと、そこから送信されるメールについては判定できません。',
    message: ({ process, child, lacks, ids }) =>
      ({
        record: `「${process}」は子プロセス「${child}」を開始しますが、「${child}」は設定ファイルにありません。`,
        choice: `「${process}」は子プロセス「${child}」を開始しますが、その名前に当てはまるプロセスが複数あります(${ids.join('、')})。`,
        steps: `「${process}」は子プロセス「${child}」を開始しますが、その「電子メールの送信」ステップが記録されていません。`,
        state: `「${process}」は子プロセス「${child}」を開始しますが、それがアクティブ化されているか記録されていません。`,
      })[lacks],
    fix: ({ process, child, lacks }) => [
      {
        who: 'records-keeper',
        do: {
          record: `「${process}」を開き、「子ワークフローの開始」ステップから「${child}」を開いて内容を確認し、「processes:」に name: ${child}、state、from を含む sendEmailSteps とともに追加する(送信しない場合は sendEmailSteps: [])。`,
          choice: `「${process}」の childProcesses: に、該当するプロセスのIDを process: ID と書く。`,
          steps: `「${child}」を開いて「電子メールの送信」ステップの差出人を確認し、sendEmailSteps: [{ from: owner }](または user、queue など)を追加する。ステップがなければ [] とする。`,
          state: `「プロセス」で「${child}」の状態を確認し、state: activated、draft、suspended のどれかを追加する。`,
        }[lacks],
      },
    ],
  },
  sources: [sources.processes, 'derived: what a child process sends is decided by the child process'],
  examples: {
    bad: [
      child(null),
      child({ state: 'activated' }),
      child({ sendEmailSteps: [{ from: { user: 'admin-user' } }] }),
    ],
    good: [child({ state: 'activated', sendEmailSteps: [{ from: { user: 'admin-user' } }] })],
  },
});

/** A child that is off, or is known to have no step, sends nothing: MC235. */
function whatLacks({ child, startsOthers }: ChildStart): 'record' | 'choice' | 'steps' | 'state' | undefined {
  if (child.found === undefined) return child.missing === 'several' ? 'choice' : 'record';
  const { state, sendEmailSteps } = child.found.fields;
  if (state === 'draft' || state === 'suspended') return undefined;
  if (sendEmailSteps === undefined && !startsOthers) return 'steps';
  return state === undefined ? 'state' : undefined;
}

function child(fields: Record<string, unknown> | null) {
  return {
    change: {
      processes: {
        confirmation: { sendEmailSteps: [], childProcesses: [{ process: 'Letter' }] },
        letter:
          fields === null
            ? null
            : {
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
