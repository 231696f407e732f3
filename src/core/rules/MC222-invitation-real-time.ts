// MC222: Send Invitation was made a real-time workflow; it has to stay a background one.

import { fixWords } from './process-fix.ts';
import { invitation } from './invitation-example.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC222',
  subject: 'path',
  stage: 'process',
  severity: 'warning',
  check: ({ path }) => {
    const process = path.process.found;
    return path.message.kind === 'invitation' && process?.fields.mode === 'real-time'
      ? [{ params: { process: processName(path) }, where: process.where(['mode']) }]
      : [];
  },
  en: {
    title: 'Send Invitation runs in real time',
    why:
      'The product page says that this workflow must stay a background workflow. In real time it runs inside the transaction of whoever ' +
      'starts it: where a step fails, the mail and what was done with it are rolled back together.',
    message: ({ process }) =>
      `"${process}" is a real-time workflow; it has to run in the background and may fail otherwise.`,
    fix: ({ process }) => fixWords.en.editProcess(process, 'choose "Convert to a background workflow"'),
  },
  ja: {
    title: 'Send Invitationがリアルタイム ワークフローになっています',
    why:
      '製品ページでは、このワークフローはバックグラウンドのままにするよう指示されています。リアルタイムにすると起動した人のトランザクションの中で実行され、' +
      'ステップが失敗するとメールもまとめて取り消されます。',
    message: ({ process }) =>
      `「${process}」がリアルタイム ワークフローになっています。バックグラウンドで実行する必要があり、このままでは失敗する可能性があります。`,
    fix: ({ process }) => fixWords.ja.editProcess(process, '「バックグラウンド ワークフローに変換」を選ぶ'),
  },
  sources: [sources.invitation],
  examples: {
    bad: [
      {
        message: { kind: 'invitation', to: 'taro' },
        change: { processes: { invitation: { ...invitation, mode: 'real-time' } } },
      },
    ],
    good: [
      { message: { kind: 'invitation', to: 'taro' }, change: { processes: { invitation } } },
      // An action always runs at once, whatever its column mode says.
      { change: { processes: { confirmation: { mode: 'background' } } } },
    ],
  },
});
