// MC227: the process creates a record of the table email instead of sending it: the row stays a draft.

import { fixWords } from './process-fix.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC227',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) => {
    const process = path.process.found;
    const steps = process?.fields.sendEmailSteps ?? [];
    const index = steps.findIndex(
      ({ action, unreachable }) => action === 'create-record' && unreachable === undefined,
    );
    // Beside a step that sends, a draft stops nothing.
    if (process === undefined || index === -1 || path.steps.length > 0) return [];
    return [
      { params: { process: processName(path) }, where: process.where(['sendEmailSteps', index, 'action']) },
    ];
  },
  en: {
    title: 'The process creates an e-mail but does not send it',
    why:
      'A step "Create Record" of the table E-mail makes a row and leaves it at the status Draft. Server-side synchronization picks up ' +
      'rows at the status Pending Send only, and only the step "Send Email" gives them that status.',
    message: ({ process }) =>
      `"${process}" only creates an e-mail record ("Create Record"); its status stays Draft and nothing is sent.`,
    fix: ({ process }) => [
      ...fixWords.en.editProcess(
        process,
        'replace the step "Create Record" by "Send Email" > "Create New Message", with the same From, To, subject and text',
      ),
      {
        who: 'system-administrator',
        do: 'Look at the drafts that it has left: Advanced Find > E-mail Messages, status Draft. They are not sent later by themselves.',
      },
    ],
  },
  ja: {
    title: 'プロセスは電子メールを作成するだけで、送信しません',
    why:
      '「電子メール」テーブルの「レコードの作成」ステップで作られた行は、状態が「下書き」のままです。サーバー側同期が処理するのは「送信保留」の行だけで、' +
      'その状態にするのは「電子メールの送信」ステップだけです。',
    message: ({ process }) =>
      `「${process}」は電子メールのレコードを作成するだけです(「レコードの作成」)。状態は「下書き」のままで、送信されません。`,
    fix: ({ process }) => [
      ...fixWords.ja.editProcess(
        process,
        '「レコードの作成」ステップを「電子メールの送信」>「新しいメッセージの作成」に置き換え、差出人、宛先、件名、本文を同じ内容にする',
      ),
      {
        who: 'system-administrator',
        do: '残っている下書きを確認する(「高度な検索」>「電子メール メッセージ」、状態「下書き」)。後から自動で送信されることはない。',
      },
    ],
  },
  sources: [sources.table('email'), sources.processes],
  examples: {
    bad: [
      {
        change: {
          processes: {
            confirmation: { sendEmailSteps: [{ action: 'create-record', from: { user: 'admin-user' } }] },
          },
        },
      },
    ],
    good: [
      {
        change: {
          processes: {
            confirmation: { sendEmailSteps: [{ action: 'send-email', from: { user: 'admin-user' } }] },
          },
        },
      },
    ],
  },
});
