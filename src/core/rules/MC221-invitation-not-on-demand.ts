// MC221: Send Invitation cannot be run on demand, and nothing else starts it.

import { fixWords } from './process-fix.ts';
import { invitation } from './invitation-example.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC221',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) => {
    const process = path.process.found;
    return path.message.kind === 'invitation' && process?.fields.onDemand === false
      ? [{ params: { process: processName(path) }, where: process.where(['onDemand']) }]
      : [];
  },
  en: {
    title: 'Send Invitation cannot be run on demand',
    why:
      'An invitation is sent by an administrator who runs the workflow on it. A workflow that is not available "As an on-demand process" ' +
      'is not offered there, and a call of it is refused (0x80045046, ExecuteNotOnDemandWorkflow).',
    message: ({ process }) => `"${process}" is not available as an on-demand process, so nobody can run it.`,
    fix: ({ process }) => fixWords.en.editProcess(process, 'tick "As an on-demand process"'),
  },
  ja: {
    title: 'Send Invitationをオンデマンドで実行できません',
    why:
      '招待メールは、管理者が招待に対してこのワークフローを実行して送信します。「オンデマンドのプロセスとして」が有効でないワークフローは一覧に表示されず、' +
      '呼び出しても拒否されます(0x80045046、ExecuteNotOnDemandWorkflow)。',
    message: ({ process }) =>
      `「${process}」はオンデマンドのプロセスとして実行できないため、招待メールを送信できません。`,
    fix: ({ process }) => fixWords.ja.editProcess(process, '「オンデマンドのプロセスとして」をオンにする'),
  },
  sources: [sources.invitation, sources.errorCodes],
  examples: {
    bad: [
      {
        message: { kind: 'invitation', to: 'taro' },
        change: { processes: { invitation: { ...invitation, onDemand: false } } },
      },
    ],
    good: [
      { message: { kind: 'invitation', to: 'taro' }, change: { processes: { invitation } } },
      { change: { processes: { confirmation: { onDemand: false } } } },
    ],
  },
});
