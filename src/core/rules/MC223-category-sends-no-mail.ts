// MC223: a process of this category has no Send E-mail step: it sends no mail, or sends it another way.

import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

/** A cloud flow sends through a connection of its own; the others do not send mail at all. */
const flows = ['modern-flow', 'desktop-flow', 'ai-flow'];
const sending = ['workflow', 'action', 'dialog'];

export default defineRule({
  code: 'MC223',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) => {
    const process = path.process.found;
    const category = process?.fields.category;
    // What the portal calls itself is MC214's business.
    if (process === undefined || category === undefined || path.message.kind !== 'workflow') return [];
    if (sending.includes(category)) return [];
    const flow = flows.includes(category);
    return [
      {
        params: { process: processName(path), category, flow },
        where: process.where(['category']),
        severity: flow ? ('unknown' as const) : ('error' as const),
      },
    ];
  },
  en: {
    title: 'A process of this category does not send through a Send E-mail step',
    why:
      'Only workflows (category 0) and actions (3) have a step "Send Email". A business rule and a business process flow send nothing. A ' +
      'flow of Power Automate sends through a connection of its own, which is not in these records.',
    message: ({ process, category, flow }) =>
      flow
        ? `"${process}" is a flow (category ${category}); what it sends does not go the way that is judged here.`
        : `"${process}" has the category ${category}, which sends no mail.`,
    fix: ({ process, flow }) => [
      ...(flow
        ? [
            {
              who: 'process-owner' as const,
              do: `In Power Automate open "${process}" > "28-day run history", open the run in question and read the result of its action that sends the mail.`,
            },
          ]
        : []),
      {
        who: 'records-keeper',
        do: `If the mail comes from another process, name that one (--workflow NAME); if the record is wrong, correct it: category: workflow or category: action.`,
      },
    ],
  },
  ja: {
    title: 'この種類のプロセスは「電子メールの送信」ステップで送信しません',
    why:
      '「電子メールの送信」ステップがあるのは、ワークフロー(カテゴリ0)とアクション(3)だけです。業務ルールと業務プロセス フローは何も送信しません。' +
      'Power Automateのフローは自分の接続から送信し、その接続は設定ファイルにはありません。',
    message: ({ process, category, flow }) =>
      flow
        ? `「${process}」はフロー(category: ${category})です。フローからの送信は、ここで判定する経路を通りません。`
        : `「${process}」の種類は category: ${category} で、メールを送信しません。`,
    fix: ({ process, flow }) => [
      ...(flow
        ? [
            {
              who: 'process-owner' as const,
              do: `Power Automate で「${process}」>「28日間の実行履歴」を開き、該当する実行で、メールを送信するアクションの結果を確認する。`,
            },
          ]
        : []),
      {
        who: 'records-keeper',
        do: '別のプロセスのメールであれば --workflow 名前 でそのプロセスを指定する。記録の誤りであれば、category: workflow または category: action に直す。',
      },
    ],
  },
  sources: [sources.table('workflow'), 'derived: no other category has a Send E-mail step'],
  examples: {
    bad: [
      {
        message: { kind: 'workflow', process: 'welcome' },
        change: {
          processes: {
            welcome: { name: 'Welcome', category: 'business-rule', state: 'activated', sendEmailSteps: [] },
          },
        },
      },
      {
        message: { kind: 'workflow', process: 'welcome' },
        change: { processes: { welcome: { name: 'Welcome', category: 'modern-flow', state: 'activated' } } },
      },
    ],
    good: [
      {
        message: { kind: 'workflow', process: 'welcome' },
        change: {
          processes: {
            welcome: {
              name: 'Welcome',
              category: 'workflow',
              state: 'activated',
              sendEmailSteps: [{ from: { queue: 'support-queue' } }],
            },
          },
        },
      },
    ],
  },
});
