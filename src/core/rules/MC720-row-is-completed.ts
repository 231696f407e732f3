// MC720: the row is Completed, which tells nothing.

import { rowHit, rowWords } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC720',
  subject: 'email',
  stage: 'arrival',
  severity: 'information',
  check: (facts) =>
    facts.email.fields.statusCode === 'completed' && facts.path !== undefined
      ? [rowHit(facts, 'statusCode', 'information', {})]
      : [],
  en: {
    title: 'The e-mail row is Completed, which is no result of delivery',
    why: 'Completed says that the row was closed or made into something else, not that a mail server took it. Sent is the word for that.',
    message: (p) => `${rowWords(p, 'en')} is Completed: whether it was ever sent cannot be told from that.`,
    fix: () => [
      {
        who: 'system-administrator',
        do: 'Look for another row to the same contact at that time, and read its "Status Reason".',
      },
    ],
  },
  ja: {
    title: '電子メールの行は「完了」ですが、送信結果ではありません',
    why: '「完了」は、行が閉じられたか別のものに変換されたことを示すだけで、メールサーバーが受け取ったことを示すのは「送信済み」です。',
    message: (p) => `${rowWords(p, 'ja')}は「完了」です。送信されたかどうかは、これではわかりません。`,
    fix: () => [
      {
        who: 'system-administrator',
        do: '同じ時刻に作られた同じ取引先担当者宛ての行がほかにないか探し、「ステータス」を読む。',
      },
    ],
  },
  sources: ['https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/email'],
  examples: {
    bad: [
      {
        change: {
          emails: { row: { to: 'taro@example.com', isWorkflowCreated: true, statusCode: 'completed' } },
        },
      },
    ],
    good: [
      {},
      {
        change: { emails: { row: { to: 'taro@example.com', isWorkflowCreated: true, statusCode: 'sent' } } },
      },
    ],
  },
});
