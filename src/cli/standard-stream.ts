// Knows how text gets onto a standard stream whole, and what kept it from getting there. May not choose the stream or say
// anything: main.ts does.

import { fstatSync, writeSync } from 'node:fs';

export type StandardStream = {
  /** A line end is added where it is missing. */
  write: (text: string) => void;
  /** When all of it has been given away: the system's code of what was lost, undefined where nothing was. */
  lost: () => Promise<string | undefined>;
};

export function standardStream(stream: NodeJS.WriteStream, descriptor: 1 | 2): StandardStream {
  const intoFile = isFile(descriptor);
  let problem: string | undefined;
  let last: Promise<void> = Promise.resolve();
  const failed = (error: NodeJS.ErrnoException | null | undefined): void => {
    if (error !== null && error !== undefined) problem ??= error.code ?? error.message;
  };
  stream.on('error', failed);
  return {
    write(text) {
      const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
      if (intoFile) {
        try {
          writeAll(descriptor, Buffer.from(whole));
        } catch (error) {
          failed(error as NodeJS.ErrnoException);
        }
        return;
      }
      last = new Promise((resolve) => {
        stream.write(whole, (error) => {
          failed(error);
          resolve();
        });
      });
    },
    async lost() {
      await last;
      // `mailcheck … | head`: the reader has seen enough. That is no fault.
      return problem === 'EPIPE' ? undefined : problem;
    },
  };
}

/** Node's own stream for a file writes once, and where the disk takes a part only, the rest is gone without a word. */
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let rest = bytes; rest.length > 0;) rest = rest.subarray(writeSync(descriptor, rest));
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
