// MC226: To of the Send E-mail step is empty, and a mail without a recipient cannot be sent.

import { fixWords } from './process-fix.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { stepHits } from './step-hits.ts';

export default defineRule({
  code: 'MC226',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path }) => stepHits(path, 'to', 'error', ({ step }) => step.to === 'empty'),
  en: {
    title: 'To of the Send E-mail step is empty',
    why:
      'A mail needs at least one recipient before it can be sent; without one the step fails with 0x80040b04. The portal hands the ' +
      'contact to the process, but puts nobody in To: only the step does.',
    message: ({ process }) => `To of the Send E-mail step of "${process}" is empty, so nothing can be sent.`,
    fix: ({ process }) => fixWords.en.editStep(process, 'set To to the contact (Dynamic Values > Contact)'),
  },
  ja: {
    title: '「電子メールの送信」ステップの宛先が空です',
    why:
      'メールを送信するには宛先が1つ以上必要で、なければステップは 0x80040b04 で失敗します。' +
      'ポータルはプロセスに取引先担当者を渡しますが、宛先を設定するのはステップだけです。',
    message: ({ process }) =>
      `「${process}」の「電子メールの送信」ステップの宛先が空のため、何も送信できません。`,
    fix: ({ process }) =>
      fixWords.ja.editStep(process, '宛先に取引先担当者を設定する(「動的な値」>「取引先担当者」)'),
  },
  sources: [sources.errorCodes, sources.processes],
  examples: {
    bad: [
      {
        change: {
          processes: { confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' }, to: 'empty' }] } },
        },
      },
    ],
    good: [
      {
        change: {
          processes: { confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' }, to: 'contact' }] } },
        },
      },
    ],
  },
});
