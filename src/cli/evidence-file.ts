// Knows how evidence is saved and read again: `--save-evidence e.json`, `--evidence e.json`.

import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Evidence } from '../core/mail/evidence.ts';
import type { Context } from './context.ts';
import { evidenceSchema } from './evidence-schema.ts';
import { Unusable } from './exit.ts';
import { safe } from './safe.ts';

/** Two hundred mailboxes with their transcripts are a few megabytes. */
const largestFile = 50 * 1_024 * 1_024;

const problems = {
  en: {
    unreadable: (file: string, code: string) => `The evidence ${file} cannot be read (${code}).`,
    tooLarge: (file: string) => `The evidence ${file} is larger than 50 MB.`,
    notJson: (file: string) => `The evidence ${file} is not JSON.`,
    wrong: (file: string, place: string) =>
      `The evidence ${file} is not what --save-evidence writes (at ${place}).`,
    unwritable: (file: string, code: string) => `The evidence cannot be written to ${file} (${code}).`,
  },
  ja: {
    unreadable: (file: string, code: string) => `${file} を読み取れません(${code})。`,
    tooLarge: (file: string) => `${file} が50MBを超えています。`,
    notJson: (file: string) => `${file} がJSONではありません。`,
    wrong: (file: string, place: string) =>
      `${file} が--save-evidenceで保存した形式ではありません(${place})。`,
    unwritable: (file: string, code: string) => `${file} に書き込めません(${code})。`,
  },
};

export async function readEvidence(file: string, { cwd, language }: Context): Promise<Evidence> {
  const said = problems[language];
  const name = safe(file);
  const place = path.resolve(cwd, file);
  const unreadable = (error: NodeJS.ErrnoException): never => {
    throw new Unusable(said.unreadable(name, error.code ?? ''));
  };
  const { size } = await stat(place).catch(unreadable);
  if (size > largestFile) throw new Unusable(said.tooLarge(name));
  const parsed = evidenceSchema.safeParse(parse(await readFile(place, 'utf8').catch(unreadable), name, said));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new Unusable(said.wrong(name, safe(first?.path.join('.') ?? '', 200)));
  }
  // Reasons of another version stay words: what does not know them shows them as they are.
  return { ...(parsed.data as Evidence), saved: true };
}

function parse(content: string, name: string, said: (typeof problems)['en']): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new Unusable(said.notJson(name));
  }
}

export async function saveEvidence(
  file: string,
  evidence: Evidence,
  { cwd, language }: Context,
): Promise<void> {
  // Transcripts are masked; addresses and server names are nobody else's business all the same.
  await writeFile(path.resolve(cwd, file), `${JSON.stringify(evidence, undefined, 2)}\n`, {
    mode: 0o600,
  }).catch((error: NodeJS.ErrnoException) => {
    throw new Unusable(problems[language].unwritable(safe(file), error.code ?? ''));
  });
}
