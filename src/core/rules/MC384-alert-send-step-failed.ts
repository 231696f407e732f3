// MC384: an alert says: the process failed at its Send E-mail step.

import { productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC384',
  stage: 'process',
  en: {
    title: 'The process failed at its Send E-mail step',
    why: 'The error is raised by the step itself and takes the e-mail row back with it; the reason is in the error behind it, mostly that the sender may not be used.',
    fix: () => [
      {
        who: 'process-owner',
        do: 'Open the process > "Process Sessions" (or Settings > System Jobs), read the error behind this one, and ask: mailcheck explain with its code.',
      },
    ],
  },
  ja: {
    title: 'プロセスが「電子メールの送信」ステップで失敗しています',
    why: 'ステップ自体のエラーで、電子メールの行も一緒に取り消されます。理由はこのエラーの元になったエラーに書かれています。多くの場合、その差出人を使えないことが理由です。',
    fix: () => [
      {
        who: 'process-owner',
        do: 'プロセスの「プロセス セッション」(または「システム ジョブ」)で元のエラーを読み、そのコードを調べる: mailcheck explain コード',
      },
    ],
  },
  sources: [productPages.errorCodes],
  bad: [{ code: '0x80042c20' }],
});
