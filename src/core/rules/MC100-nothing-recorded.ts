// MC100: the workspace holds nothing that a mail could be judged by.

import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC100',
  subject: 'records',
  stage: 'request',
  severity: 'unknown',
  check: ({ records }) =>
    [records.mailboxes, records.profiles, records.processes, records.guests].every(
      ({ length }) => length === 0,
    )
      ? [{ params: {} }]
      : [],
  en: {
    title: 'Nothing is recorded',
    why: 'Without a mailbox, a server profile or a process there is nothing to judge, and nothing is not the same as fine.',
    message: () => 'The records hold no mailbox, no server profile and no process.',
    fix: () => [
      { who: 'records-keeper', do: 'Write a commented starter and fill it in: mailcheck init' },
      {
        who: 'records-keeper',
        do: 'If the records are elsewhere, name the folder with --workspace, or its files under "include:" in mailcheck.yaml.',
      },
    ],
  },
  ja: {
    title: '何も記録されていません',
    why: 'メールボックスもサーバー プロファイルもプロセスもなければ、判定する対象がありません。対象がないことは、問題がないこととは違います。',
    message: () => 'メールボックス、サーバー プロファイル、プロセスのどれも記録されていません。',
    fix: () => [
      { who: 'records-keeper', do: 'コメント付きのひな形を作り、記入する: mailcheck init' },
      {
        who: 'records-keeper',
        do: '設定ファイルが別の場所にある場合は、--workspace でフォルダーを指定するか、mailcheck.yaml の「include:」にファイルを書く。',
      },
    ],
  },
  sources: ['derived: what was not looked at is never called fine'],
  examples: {
    bad: [
      {
        change: {
          processes: { confirmation: null, 'two-factor': null, reset: null },
          mailboxes: { admin: null, support: null },
          profiles: { contoso: null },
          users: { 'admin-user': { defaultMailbox: undefined } },
          queues: { 'support-queue': null },
          guests: { teri: null },
        },
      },
    ],
    good: [{}],
  },
});
