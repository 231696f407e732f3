// MC716: the row was canceled.

import { rowHit, rowWords, severityOfUnsent } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC716',
  subject: 'email',
  stage: 'process',
  severity: 'error',
  check: (facts) =>
    facts.email.fields.statusCode === 'canceled' && facts.path !== undefined
      ? [rowHit(facts, 'statusCode', severityOfUnsent(facts), {})]
      : [],
  en: {
    title: 'The e-mail was canceled',
    why: 'Somebody, or a process, canceled the row before it was sent. It is never sent; another one can be.',
    message: (p) => `${rowWords(p, 'en')} is Canceled: it is not sent any more.`,
    fix: () => [
      { who: 'portal-visitor', do: 'Ask for the mail again.' },
      {
        who: 'system-administrator',
        do: 'Look at "Modified By" of the row: whoever canceled it knows why. Where it is a process, deactivate or change that.',
      },
    ],
  },
  ja: {
    title: 'メールが取り消されています',
    why: '送信される前に、誰かまたはプロセスが行を取り消しました。この行は送信されませんが、新しく送り直すことはできます。',
    message: (p) => `${rowWords(p, 'ja')}は「キャンセル」です。もう送信されません。`,
    fix: () => [
      { who: 'portal-visitor', do: 'メールをもう一度要求する。' },
      {
        who: 'system-administrator',
        do: '行の「修正者」を見て、取り消した人に理由を聞く。プロセスが取り消しているなら、そのプロセスを直すか非アクティブ化する。',
      },
    ],
  },
  sources: ['https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/email'],
  examples: {
    bad: [
      {
        change: {
          emails: { row: { to: 'taro@example.com', isWorkflowCreated: true, statusCode: 'canceled' } },
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
