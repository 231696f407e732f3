// MC388: an alert says: a process is not in the state that was needed.

import { productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC388',
  stage: 'process',
  en: {
    title: 'The process cannot be changed or run as it is',
    why: 'A process has to be deactivated to be changed, activated to be run, and made for running on demand to be started by hand.',
    fix: () => [
      {
        who: 'process-owner',
        do: 'Open the process, choose "Deactivate", change it, and choose "Activate". That takes its owner, or somebody with the privilege "Act on Behalf of Another User".',
      },
    ],
  },
  ja: {
    title: 'プロセスが、変更や実行のできる状態ではありません',
    why: 'プロセスを変更するには非アクティブ化が、実行するにはアクティブ化が必要です。手動で開始できるのは、オンデマンドで実行できるプロセスだけです。',
    fix: () => [
      {
        who: 'process-owner',
        do: 'プロセスを開いて「非アクティブ化」し、変更してから「アクティブ化」する(所有者、または別のユーザーの代理として動作できる人だけが実行できる)。',
      },
    ],
  },
  sources: [productPages.errorCodes],
  bad: [{ code: '0x80045002' }],
});
