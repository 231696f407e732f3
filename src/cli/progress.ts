// Knows how a long run shows that it goes on: a spinner on a terminal, in a log one line for each finished mailbox or server,
// and what is waited for where that takes long.
// Speaks on stderr alone. May not say how anything ended: the report does.

import type { Context } from './context.ts';
import { safe } from './safe.ts';
import { isCI } from './style.ts';
import type { Language } from '../core/rules/rule.ts';

export type Progress = {
  /** Its message is on its way, and is waited for as long as that. */
  waiting(name: string, seconds: number): void;
  /** One of them is finished. */
  finished(name: string): void;
  stop(): void;
};

type Words = Record<'mailboxes' | 'servers', (done: number, total: number) => string> & {
  waiting(names: readonly string[], seconds: number): string;
  separator: string;
};

const words: Record<Language, Words> = {
  en: {
    mailboxes: (done, total) => `${done} of ${total} mailboxes tested`,
    servers: (done, total) => `${done} of ${total} servers looked at`,
    waiting: (names, seconds) =>
      `waiting up to ${seconds} s for ${names.length === 1 ? `the test message of ${names[0]}` : `${names.length} test messages`}`,
    separator: ', ',
  },
  ja: {
    mailboxes: (done, total) => `メールボックス ${total}件中${done}件のテストが終了`,
    servers: (done, total) => `サーバー ${total}台中${done}台の確認が終了`,
    waiting: (names, seconds) =>
      `${names.length === 1 ? `${names[0]} のテストメール` : `テストメール${names.length}通`}の着信を待っています(最長${seconds}秒)`,
    separator: '、',
  },
};

/** In a log, below this many, the report itself comes soon enough. */
const many = 4;
/** Milliseconds. In a log, a message that comes sooner is no news. */
const longWait = 3_000;

export async function startProgress(
  total: number,
  context: Context,
  what: 'mailboxes' | 'servers' = 'mailboxes',
): Promise<Progress> {
  const { stderr, env, language, err } = context;
  let done = 0;
  const said = words[language];
  const awaited = new Map<string, number>();
  const text = (): string => [said[what](done, total), ...waitText()].join(said.separator);
  const waitText = (): string[] =>
    awaited.size === 0 ? [] : [said.waiting([...awaited.keys()], Math.max(...awaited.values()))];
  // A terminal that says it has no columns (a bare pty) would have ora clear infinitely many lines.
  const spins = stderr.isTTY && (stderr.columns ?? 0) > 0 && env['TERM'] !== 'dumb' && !isCI(env);
  if (!spins) {
    let timer: NodeJS.Timeout | undefined;
    let told = false;
    return {
      waiting(name, seconds) {
        awaited.set(safe(name), seconds);
        // Once a run, whoever is waited for then.
        timer ??= setTimeout(() => {
          told = true;
          waitText().forEach((line) => err(line));
        }, longWait);
      },
      finished(name) {
        done += 1;
        awaited.delete(safe(name));
        if (awaited.size === 0 && !told) {
          clearTimeout(timer);
          timer = undefined;
        }
        // All servers together take no longer than one session.
        if (total >= many && what === 'mailboxes') err(`[${done}/${total}] ${safe(name)}`);
      },
      stop: () => clearTimeout(timer),
    };
  }
  const { default: ora } = await import('ora');
  // Ora must neither swallow what is typed nor answer Ctrl-C: that is main.ts's.
  const spinner = ora({ text: text(), discardStdin: false, color: false }).start();
  return {
    waiting(name, seconds) {
      awaited.set(safe(name), seconds);
      spinner.text = text();
    },
    finished(name) {
      done += 1;
      awaited.delete(safe(name));
      spinner.text = text();
    },
    stop: () => void spinner.stop(),
  };
}
