// Knows how text that came from anywhere stands in Markdown as itself: no table cell, link, HTML, mention or issue number.

import { safe } from '../safe.ts';

/** One line. `@name` and `#12` would ring people and link issues where this is pasted: a comment keeps them apart. */
export function markdownText(words: string): string {
  return safe(words.replaceAll(/\s+/g, ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_~[\]|$!]/g, '\\$&')
    .replaceAll(/(^|[^\p{L}\p{N}])([@#])(?=[\p{L}\p{N}])/gu, '$1$2<!-- -->');
}
