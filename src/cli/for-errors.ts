// Knows how a sentence is laid out on stderr: whole lines that can be searched in a pipe, wrapped ones on a terminal.

import type { Context } from './context.ts';
import { safe } from './safe.ts';
import { wrap } from './wrap.ts';

export function forErrors(text: string, { stderr, errorStyle }: Context): string {
  return stderr.isTTY ? wrap(safe(text), errorStyle.width, '', '  ').join('\n') : safe(text);
}
