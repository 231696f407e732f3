// MC710: the row is a Draft.

import { isLaterThan, isOfProcess, rowHit, rowWords, severityOfUnsent } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC710',
  subject: 'email',
  stage: 'process',
  severity: 'error',
  check: (facts) => {
    const { statusCode, delayedEmailSendTime } = facts.email.fields;
    // A person's unfinished mail is nobody's loss; what a process left is.
    if (statusCode !== 'draft' || (!isOfProcess(facts) && facts.path === undefined)) return [];
    if (isLaterThan(delayedEmailSendTime, facts.now)) return [];
    return [rowHit(facts, 'statusCode', severityOfUnsent(facts), {})];
  },
  en: {
    title: 'The e-mail row is a Draft',
    why: 'A Draft was never asked to be sent. The step may be a Create Record for an e-mail in place of Send E-mail, or sending it failed and left the row behind.',
    message: (p) => `${rowWords(p, 'en')} is a Draft: nothing asked for it to be sent.`,
    fix: () => [
      {
        who: 'process-owner',
        do: 'Open the process: the step that makes the mail has to be "Send E-mail", not "Create Record" for an e-mail. Deactivate, change and activate it.',
      },
      {
        who: 'system-administrator',
        do: 'Where the step is right, open the row in the environment and choose "Send": the message that appears says why it cannot be sent.',
      },
    ],
  },
  ja: {
    title: '電子メールの行が下書きのままです',
    why: '「下書き」の行は、送信を要求されていません。ステップが「電子メールの送信」ではなく電子メールの「レコードの作成」になっているか、送信に失敗して行だけが残った可能性があります。',
    message: (p) => `${rowWords(p, 'ja')}は「下書き」です。送信は要求されていません。`,
    fix: () => [
      {
        who: 'process-owner',
        do: 'プロセスを開き、メールを作るステップが、電子メールの「レコードの作成」ではなく「電子メールの送信」になっているか確かめる。違っていれば、非アクティブ化して直し、アクティブ化する。',
      },
      {
        who: 'system-administrator',
        do: 'ステップが正しければ、環境でその行を開いて「送信」を選ぶ。送信できない理由が表示される。',
      },
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/email',
    'derived: what leaves a Draft behind is not confirmed',
  ],
  examples: {
    bad: [
      {
        change: { emails: { row: { to: 'taro@example.com', isWorkflowCreated: true, statusCode: 'draft' } } },
      },
      {
        change: { emails: { row: { to: 'taro@example.com', process: 'confirmation', statusCode: 'draft' } } },
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
