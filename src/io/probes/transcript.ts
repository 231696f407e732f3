// Knows what was said in a session, whoever said it, with every secret taken out.
// May not let an unmasked line out: everything that ends up in an Observation goes through mask().

import type { TranscriptLine } from '../../core/mail/evidence.ts';
import { createSecretMask, type SecretMask } from './secret-mask.ts';

/** What is hidden is hidden in what was recorded before, too. */
export type Transcript = SecretMask & {
  add(mark: TranscriptLine['mark'], text: string, encrypted: boolean): void;
  lines(): TranscriptLine[];
};

/** The beginning and the end of a long session tell most; what falls between is counted, not kept. */
const keptAtStart = 300;
const keptAtEnd = 200;
const longestLine = 1_000;

/** @param publicWords host, address, user: what a secret has in common with these stays readable. */
export function createTranscript(publicWords: readonly string[]): Transcript {
  const started = performance.now();
  const { hide, mask } = createSecretMask(publicWords);
  const start: TranscriptLine[] = [];
  const end: TranscriptLine[] = [];
  let leftOut = 0;

  return {
    hide,
    mask,
    add(mark, text, encrypted) {
      const line = { milliseconds: roundedSince(started), mark, encrypted, text };
      if (start.length < keptAtStart) {
        start.push(line);
        return;
      }
      end.push(line);
      // Not shift() at every line: a mailbox's listing may have 100,000 of them.
      if (end.length >= 2 * keptAtEnd) leftOut += end.splice(0, end.length - keptAtEnd).length;
    },
    // Masked here and not in add(): a secret that becomes known later is then also hidden in what came before.
    lines() {
      const last = end.slice(-keptAtEnd);
      const missing = leftOut + end.length - last.length;
      const gap: TranscriptLine[] =
        missing === 0 || last[0] === undefined
          ? []
          : [{ ...last[0], mark: '*', text: `${missing} lines left out` }];
      return [
        ...start.map((line) => ({ ...line, text: shortened(mask(line.text)) })),
        ...gap,
        ...last.map((line) => ({ ...line, text: shortened(mask(line.text)) })),
      ];
    },
  };
}

/** Duration since a performance.now() value, as the Observation holds it. */
export function roundedSince(started: number): number {
  return Math.round((performance.now() - started) * 10) / 10;
}

function shortened(text: string): string {
  return text.length <= longestLine ? text : `${text.slice(0, longestLine)}… (${text.length} characters)`;
}
