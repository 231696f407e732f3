// Knows how one line is asked of a person on a terminal. May not be used where nobody sits there: main.ts decides that.

import { createInterface } from 'node:readline';

type Terminal = {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** Ctrl-C while a question stands. */
  interrupt(): void;
};

/** The line that was typed; undefined: Ctrl-D or Ctrl-C. */
export function askOnTerminal(
  question: string,
  { input, output, interrupt }: Terminal,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const lines = createInterface({ input, output, terminal: true, historySize: 0 });
    let answer: string | undefined;
    lines.on('SIGINT', () => {
      interrupt();
      lines.close();
    });
    lines.on('close', () => {
      if (answer === undefined) output.write('\n');
      resolve(answer);
    });
    lines.question(question, (line) => {
      answer = line;
      lines.close();
    });
  });
}
