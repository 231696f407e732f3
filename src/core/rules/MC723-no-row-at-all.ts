// MC723: the e-mail rows were looked through, and there is none of this message.

import { rowOf } from '../delivery/email-rows.ts';
import { contactName, processName } from './path-names.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';

export default defineRule({
  code: 'MC723',
  subject: 'path',
  stage: 'process',
  severity: 'unknown',
  check: ({ path }) => {
    const readOn = path.environment?.fields.emailsReadOn;
    if (readOn === undefined || path.message.to === undefined || rowOf(path) !== undefined) return [];
    // Without a time of asking nobody knows that a mail was asked for by then.
    if (path.message.since === undefined || Date.parse(readOn) < Date.parse(path.message.since)) return [];
    return [
      {
        params: { to: contactName(path), process: processName(path), readOn, since: path.message.since },
        where: path.environment?.where(['emailsReadOn']),
      },
    ];
  },
  en: {
    title: 'No e-mail row was made',
    why: 'Whoever asks for a mail starts the process, and its Send E-mail step makes a row. Where there is none, the process was not started, or it failed and took its row back. Which of the two, and why, the records do not show: what the process itself left behind does.',
    message: ({ to, readOn, since }) =>
      `Since ${momentWords(since)} no e-mail row to ${to} was made (looked at ${momentWords(readOn)}).`,
    fix: ({ process }) => [
      {
        who: 'process-owner',
        do: `Open "${process}" > "Process Sessions": a session that failed names the error (mailcheck explain with its code). No session at all: nothing started the process.`,
      },
      { who: 'portal-visitor', do: 'Ask for the mail once more, and note the time and what the page says.' },
    ],
  },
  ja: {
    title: '電子メールの行が作られていません',
    why: 'メールを要求するとプロセスが開始され、「電子メールの送信」ステップが行を作ります。行がなければ、プロセスが開始されていないか、失敗して行が取り消されています。どちらなのか、なぜなのかは設定ファイルからはわからず、プロセスの実行の記録でわかります。',
    message: ({ to, readOn, since }) =>
      `${momentWords(since)} 以降、${to} 宛ての電子メールの行は作られていません(${momentWords(readOn)} に確認)。`,
    fix: ({ process }) => [
      {
        who: 'process-owner',
        do: `「${process}」の「プロセス セッション」を開く。失敗したセッションがあれば、エラーが書かれている(コードの意味は mailcheck explain で調べる)。セッションがなければ、プロセスは開始されていない。`,
      },
      { who: 'portal-visitor', do: 'もう一度メールを要求し、時刻と画面の表示を控える。' },
    ],
  },
  sources: ['derived: a process that sends makes a row, unless it was rolled back'],
  examples: {
    bad: [
      {
        message: { kind: 'email-confirmation', to: 'taro@example.com', since: '2026-11-21T08:00:00Z' },
        change: { environment: { emailsReadOn: '2026-11-21T08:30:00Z' } },
      },
    ],
    good: [
      { change: { environment: { emailsReadOn: '2026-11-21T08:30:00Z' } } },
      {
        message: { kind: 'email-confirmation', to: 'taro@example.com', since: '2026-11-21T08:00:00Z' },
        change: {
          environment: { emailsReadOn: '2026-11-21T08:30:00Z' },
          emails: { row: { to: 'taro@example.com', statusCode: 'sent' } },
        },
      },
    ],
  },
});
