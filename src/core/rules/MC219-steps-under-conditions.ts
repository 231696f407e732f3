// MC219: every Send E-mail step runs under a condition, and the records do not say which of them runs.

import type { StepPlace } from '../delivery/steps-of-process.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC219',
  subject: 'path',
  stage: 'process',
  severity: 'warning',
  check: ({ path, failingSteps = [] }) => {
    const { steps } = path;
    const process = path.process.found;
    if (process === undefined || steps.length === 0) return [];
    if (steps.some(({ step }) => step.conditional !== true)) return [];
    const names = ({ index, step }: StepPlace) => step.name ?? String(index + 1);
    const failing = steps.filter(({ index }) => failingSteps.includes(index));
    const mixed = failing.length > 0 && failing.length < steps.length;
    return [
      {
        params: {
          process: processName(path),
          count: steps.length,
          failing: mixed ? failing.map(names) : [],
        },
        where: process.where(['sendEmailSteps']),
        ...(mixed ? { severity: 'unknown' as const } : {}),
      },
    ];
  },
  en: {
    title: 'Which Send E-mail step runs depends on a condition',
    why:
      'A step under a condition, or after a step that may stop the process, runs for some contacts and not for others. The ' +
      'condition is in the process, not in the records, so it cannot be said here which step runs, or whether one does.',
    message: ({ process, count, failing }) =>
      failing.length === 0
        ? count === 1
          ? `The only Send E-mail step of "${process}" runs under a condition; where that does not hold, no mail is sent.`
          : `Each of the ${count} Send E-mail steps of "${process}" runs under a condition; where none holds, no mail is sent.`
        : `Each of the ${count} Send E-mail steps of "${process}" runs under a condition, and not all of them can send (not ${failing.join(', ')}): it depends on which one runs.`,
    fix: ({ process, failing }) => [
      {
        who: 'process-owner',
        do: `Open "${process}" and look at the conditions around its Send E-mail steps: which of them holds for this contact?`,
      },
      ...(failing.length === 0
        ? []
        : [
            {
              who: 'process-owner' as const,
              do: 'Repair the steps that cannot send (named below) in any case.',
            },
          ]),
      {
        who: 'records-keeper',
        do: 'To judge one of them alone, record it without "conditional: true" and leave the others out.',
      },
    ],
  },
  ja: {
    title: 'どの「電子メールの送信」ステップが実行されるかは条件によります',
    why:
      '条件の中にあるステップや、プロセスを停止するかもしれないステップの後にあるステップは、取引先担当者によって実行されたりされなかったりします。' +
      '条件はプロセスの中にあって設定ファイルにはないため、どのステップが実行されるか、そもそも実行されるのかは判定できません。',
    message: ({ process, count, failing }) =>
      failing.length === 0
        ? count === 1
          ? `「${process}」のただ1つの「電子メールの送信」ステップに条件が付いています。条件を満たさない場合、メールは送信されません。`
          : `「${process}」の「電子メールの送信」ステップ${count}個のすべてに条件が付いています。どの条件も満たさない場合、メールは送信されません。`
        : `「${process}」の「電子メールの送信」ステップ${count}個のすべてに条件が付いており、送信できないものがあります(${failing.join('、')})。どれが実行されるかによって結果が変わります。`,
    fix: ({ process, failing }) => [
      {
        who: 'process-owner',
        do: `「${process}」を開き、「電子メールの送信」ステップの条件のうち、この取引先担当者に当てはまるものを確認する。`,
      },
      ...(failing.length === 0
        ? []
        : [{ who: 'process-owner' as const, do: 'いずれにしても、送信できないステップ(下記)を直す。' }]),
      {
        who: 'records-keeper',
        do: '1つのステップだけを判定するには、そのステップの conditional: true を外し、ほかのステップを設定ファイルから除く。',
      },
    ],
  },
  sources: [sources.processes, 'derived: a condition is evaluated when the process runs'],
  examples: {
    bad: [
      {
        change: {
          processes: {
            confirmation: {
              sendEmailSteps: [
                { name: 'Japanese', from: { user: 'admin-user' }, conditional: true },
                { name: 'English', from: { queue: 'support-queue' }, conditional: true },
              ],
            },
          },
        },
      },
      {
        change: {
          processes: {
            confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' }, conditional: true }] },
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
                { name: 'Japanese', from: { user: 'admin-user' }, conditional: true },
                { name: 'English', from: { queue: 'support-queue' } },
              ],
            },
          },
        },
      },
    ],
  },
});
