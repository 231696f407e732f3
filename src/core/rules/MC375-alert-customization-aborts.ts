// MC375: an alert says: a plug-in or workflow of the environment breaks off what the platform does.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC375',
  stage: 'mailbox',
  en: {
    title: 'A plug-in or process of the environment breaks off the work',
    why: "When the platform makes an e-mail, appointment, contact or task, the environment's own plug-ins and processes run with it. One of them failed and took the row back.",
    fix: () => [
      {
        who: 'system-administrator',
        do: 'Look at Settings > System Jobs and the plug-in trace log at the time of the alert: the failing plug-in or process is named there.',
      },
      { who: 'process-owner', do: 'Correct it, or deactivate it.' },
    ],
  },
  ja: {
    title: '環境のプラグインかプロセスのエラーで、処理が中断されています',
    why: 'メール、予定、取引先担当者、タスクの行が作られるときは、環境のプラグインやプロセスも動きます。そのどれかが失敗し、行の作成が取り消されました。',
    fix: () => [
      {
        who: 'system-administrator',
        do: '警告と同じ時刻の「システム ジョブ」とプラグイン トレース ログを見る。失敗したプラグインかプロセスの名前がわかる。',
      },
      { who: 'process-owner', do: '修正するか、非アクティブ化する。' },
    ],
  },
  sources: ['Microsoft support article KB4466423', 'Microsoft support article KB4471762'],
  bad: [
    {
      text: 'An unknown error occurred while receiving email through the mailbox. UnknownIncomingEmailIntegrationError −2147220891',
    },
  ],
});
