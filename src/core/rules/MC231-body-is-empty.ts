// MC231: the mail's text is empty, so link or code do not reach the reader.

import { isIdentityKind } from '../delivery/find-process.ts';
import { fixWords } from './process-fix.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { stepHits } from './step-hits.ts';

export default defineRule({
  code: 'MC231',
  subject: 'path',
  stage: 'process',
  severity: 'warning',
  check: ({ path }) =>
    stepHits(path, 'body', 'warning', ({ step }) => step.body === 'empty').map((hit) => ({
      ...hit,
      params: { process: hit.params.process, portal: isIdentityKind(path.message.kind) },
    })),
  en: {
    title: 'The text of the mail is empty',
    why:
      'The portal hands the code or the link to the process as an argument; only the text of the Send E-mail step puts it into the mail. ' +
      'With an empty text the mail arrives without it, and a filter may take an empty mail for junk.',
    message: ({ process, portal }) =>
      `The text of the Send E-mail step of "${process}" is empty${portal ? ': the mail carries neither link nor code' : ''}.`,
    fix: ({ process, portal }) =>
      fixWords.en.editStep(
        process,
        portal
          ? 'write the text and put the arguments of the process into it (Dynamic Values > Arguments: Code, UrlCode or CallbackUrl)'
          : 'write the text of the mail',
      ),
  },
  ja: {
    title: 'メールの本文が空です',
    why:
      'ポータルはコードやリンクを引数としてプロセスに渡します。それをメールに入れるのは「電子メールの送信」ステップの本文だけです。' +
      '本文が空だと、コードもリンクもないメールが届くか、空のメールが迷惑メールとして扱われる可能性があります。',
    message: ({ process, portal }) =>
      `「${process}」の「電子メールの送信」ステップの本文が空です。${portal ? 'メールにリンクもコードも入りません。' : ''}`,
    fix: ({ process, portal }) =>
      fixWords.ja.editStep(
        process,
        portal
          ? '本文を入力し、プロセスの引数を入れる(「動的な値」>「引数」の Code、UrlCode、CallbackUrl)'
          : '本文を入力する',
      ),
  },
  sources: [sources.actions, sources.processes],
  examples: {
    bad: [
      {
        change: {
          processes: { confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' }, body: 'empty' }] } },
        },
      },
    ],
    good: [
      {
        change: {
          processes: { confirmation: { sendEmailSteps: [{ from: { user: 'admin-user' }, body: 'filled' }] } },
        },
      },
    ],
  },
});
