// Knows how a long run shows that it goes on: a spinner on a terminal, in a log one line for each finished mailbox or server.
// Speaks on stderr alone. May not say how anything ended: the report does.

import type { Context } from './context.ts';
import { safe } from './safe.ts';
import { isCI } from './style.ts';
import type { Language } from '../core/rules/rule.ts';

export type Progress = {
  /** One of them is finished. */
  finished(name: string): void;
  stop(): void;
};

type Words = Record<'mailboxes' | 'servers', (done: number, total: number) => string>;

const words: Record<Language, Words> = {
  en: {
    mailboxes: (done, total) => `${done} of ${total} mailboxes tested`,
    servers: (done, total) => `${done} of ${total} servers looked at`,
  },
  ja: {
    mailboxes: (done, total) => `メールボックス ${total}件中${done}件のテストが終了`,
    servers: (done, total) => `サーバー ${total}台中${done}台の確認が終了`,
  },
};

/** In a log, below this many, the report itself comes soon enough. */
const many = 4;

export async function startProgress(
  total: number,
  context: Context,
  what: keyof Words = 'mailboxes',
): Promise<Progress> {
  const { stderr, env, language, err } = context;
  let done = 0;
  const text = () => words[language][what](done, total);
  // A terminal that says it has no columns (a bare pty) would have ora clear infinitely many lines.
  const spins = stderr.isTTY && (stderr.columns ?? 0) > 0 && env['TERM'] !== 'dumb' && !isCI(env);
  if (!spins)
    return {
      finished(name) {
        done += 1;
        // All servers together take no longer than one session.
        if (total >= many && what === 'mailboxes') err(`[${done}/${total}] ${safe(name)}`);
      },
      stop: () => undefined,
    };
  const { default: ora } = await import('ora');
  // Ora must neither swallow what is typed nor answer Ctrl-C: that is main.ts's.
  const spinner = ora({ text: text(), discardStdin: false, color: false }).start();
  return {
    finished() {
      done += 1;
      spinner.text = text();
    },
    stop: () => void spinner.stop(),
  };
}
