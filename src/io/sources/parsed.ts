// Knows what every format's reader returns. Data only.

import type { Problem } from '../../core/records/problem.ts';
import type { SourceDocument } from '../../core/records/read.ts';

export type Parsed = {
  documents: Iterable<SourceDocument>;
  /** Complete when the documents have all been taken. */
  problems: Problem[];
};

/** Of a text format that is held in memory as a tree. Many records belong in .jsonl. */
export const largestText = 1_048_576;
/** Nesting of a record is below ten; a text that goes deeper is none, and some parsers do not survive it. */
export const deepest = 50;
