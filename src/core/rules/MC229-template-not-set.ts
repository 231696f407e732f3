// MC229: the Send E-mail step uses a template, and none is set or it no longer exists.

import { fixWords } from './process-fix.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { stepHits } from './step-hits.ts';

export default defineRule({
  code: 'MC229',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) => stepHits(path, 'template', 'error', ({ step }) => step.template === null),
  en: {
    title: 'The Send E-mail step uses a template that is not set',
    why:
      'A step with "Use Template" takes subject and text from an e-mail template. Where the template was never chosen, or was ' +
      'deleted, the step has nothing to send and fails.',
    message: ({ process }) =>
      `The Send E-mail step of "${process}" uses an e-mail template, but none is set or it no longer exists.`,
    fix: ({ process }) =>
      fixWords.en.editStep(
        process,
        'choose an e-mail template, or switch the step to "Create New Message" and write the mail there',
      ),
  },
  ja: {
    title: '「電子メールの送信」ステップのテンプレートが設定されていません',
    why:
      '「テンプレートの使用」を選んだステップは、件名と本文を電子メール テンプレートから取ります。テンプレートが選ばれていないか削除されていると、' +
      '送信する内容がなく、ステップは失敗します。',
    message: ({ process }) =>
      `「${process}」の「電子メールの送信」ステップは電子メール テンプレートを使いますが、設定されていないか、存在しません。`,
    fix: ({ process }) =>
      fixWords.ja.editStep(
        process,
        '電子メール テンプレートを選ぶか、ステップを「新しいメッセージの作成」に切り替えて内容を入力する',
      ),
  },
  sources: [
    sources.processes,
    'derived: a template step without a template has no subject and no text to send',
  ],
  examples: {
    bad: [
      {
        change: {
          processes: { confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' }, template: null }] } },
        },
      },
    ],
    good: [
      {
        change: {
          processes: {
            confirmation: {
              sendEmailSteps: [{ from: { user: 'admin-user' }, template: 'Confirm your address' }],
            },
          },
        },
      },
    ],
  },
});
