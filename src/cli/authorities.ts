// Knows how the file of --ca-file is read: certificate authorities to trust besides Node's own.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from './context.ts';
import { Unusable } from './exit.ts';
import { safe } from './safe.ts';

export async function readAuthorities(file: string, { cwd, language }: Context): Promise<string> {
  const ja = language === 'ja';
  const text = await readFile(path.resolve(cwd, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Unusable(
      ja
        ? `--ca-file ${safe(file)} を読み取れません(${error.code})。`
        : `--ca-file ${safe(file)} cannot be read (${error.code}).`,
    );
  });
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new Unusable(
    ja
      ? `--ca-file ${safe(file)} にPEM形式の証明書がありません。`
      : `--ca-file ${safe(file)} holds no certificate in PEM form.`,
  );
}
