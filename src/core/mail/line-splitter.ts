// Knows how a stream of bytes falls into lines, whatever pieces the network delivers it in.
// May not hold more than one unfinished line: a line over its limit is reported, never collected.

export type LineSplitter = {
  push(bytes: Uint8Array): void;
  /** The next whole line without its line end; undefined: none yet, or the line is over the limit. */
  next(): string | undefined;
  /** The unfinished or unread line is longer than the limit: this is not a line-oriented protocol, or an attack. */
  overLimit(): boolean;
  /** Bytes received and not yet taken by next(). */
  waitingBytes(): number;
  /** The first bytes that wait, for the record; they stay. */
  peek(bytes: number): string;
};

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** One for all: whole lines leave nothing behind in it. */
const decoder = new TextDecoder();

/** A bare LF ends a line too: many servers' own scripts send it, and nothing is hidden by accepting it in replies. */
export function createLineSplitter(limitBytes: number): LineSplitter {
  /** Whole lines and, last, pieces of an unfinished one. */
  let pieces: Uint8Array[] = [];
  let waiting = 0;
  /** Where the search for a line end goes on: the pieces before this one, so many bytes, hold none. */
  let searched = 0;
  let searchedBytes = 0;

  function lineEnd(): { piece: number; at: number; length: number } | undefined {
    for (; searched < pieces.length; searched += 1) {
      const piece = pieces[searched] as Uint8Array;
      const at = piece.indexOf(lineFeed);
      if (at !== -1) return { piece: searched, at, length: searchedBytes + at };
      searchedBytes += piece.length;
    }
    return undefined;
  }

  return {
    push(bytes) {
      if (bytes.length === 0) return;
      pieces.push(bytes);
      waiting += bytes.length;
    },
    next() {
      const end = lineEnd();
      if (end === undefined || end.length > limitBytes) return undefined;
      const last = pieces[end.piece] as Uint8Array;
      let line = joined([...pieces.slice(0, end.piece), last.subarray(0, end.at)]);
      const rest = last.subarray(end.at + 1);
      pieces = rest.length > 0 ? [rest, ...pieces.slice(end.piece + 1)] : pieces.slice(end.piece + 1);
      waiting -= end.length + 1;
      searched = 0;
      searchedBytes = 0;
      if (line[line.length - 1] === carriageReturn) line = line.subarray(0, -1);
      return decoder.decode(line);
    },
    overLimit() {
      const end = lineEnd();
      return (end?.length ?? waiting) > limitBytes;
    },
    waitingBytes: () => waiting,
    peek: (bytes) => decoder.decode(joined(pieces.slice(0, bytes)).subarray(0, bytes)),
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
