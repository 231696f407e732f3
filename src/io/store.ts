// Knows how results are written back beside a record's own keys: batched per file, one write each, under a lock,
// comments and order kept. Each file is read again first, so that what somebody else changed meanwhile stays.
// May not decide what is written, nor print; what could not be written is a value.

import { isUtf8 } from 'node:buffer';
import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Entry } from '../core/records/records.ts';
import type { Where } from '../core/records/where.ts';
import type { WriteTrouble } from '../core/records/write-problem.ts';
import type { RecordChange } from '../core/mailbox-report.ts';
import { patchOf, recordKey, type Edited, type Patch, type Wanted } from './edit/patch.ts';
import { LockHeld, withLock } from './lock.ts';
import { removeLeftovers, replaceFile } from './replace-file.ts';

export type RecordWrite = { entry: Entry; changes: readonly RecordChange[] };

export type WriteResult = {
  /** Place of the record after the write, for "recorded in FILE:LINE". */
  written: { entry: Entry; where: Where }[];
  failed: { entry: Entry; trouble: WriteTrouble }[];
};

/** Milliseconds to wait for another process that writes the same file. */
const defaultPatience = 15_000;

/** Never throws for what a file or folder is like: it says what was written and what was not. */
export async function writeChanges(
  writes: readonly RecordWrite[],
  { cwd, patience = defaultPatience }: { cwd: string; patience?: number },
): Promise<WriteResult> {
  const result: WriteResult = { written: [], failed: [] };
  const byFile = new Map<string, RecordWrite[]>();
  for (const write of writes) {
    const where = write.entry.where();
    if (!('file' in where)) {
      result.failed.push({ entry: write.entry, trouble: { is: 'not-in-a-file' } });
      continue;
    }
    const same = byFile.get(where.file);
    if (same === undefined) byFile.set(where.file, [write]);
    else same.push(write);
  }
  for (const [file, ofFile] of byFile) {
    const outcome = await writeFileOf(file, path.resolve(cwd, file), ofFile, patience);
    for (const { entry } of ofFile) {
      const line = 'lines' in outcome ? outcome.lines.get(recordKey(entry.kind, entry.id)) : undefined;
      if (line !== undefined) result.written.push({ entry, where: { file, line, column: 1 } });
      else
        result.failed.push({
          entry,
          trouble: 'trouble' in outcome ? outcome.trouble : { is: 'record-gone', file },
        });
    }
  }
  return result;
}

type Outcome = { lines: Map<string, number> } | { trouble: WriteTrouble };

async function writeFileOf(
  shown: string,
  file: string,
  writes: readonly RecordWrite[],
  patience: number,
): Promise<Outcome> {
  const wanted = wantedOf(writes);
  try {
    const target = await realpath(file); // a symbolic link stays one: what it leads to is written
    const before = await stat(target);
    // A file without any write permission is meant to stay as it is, though a rename would get past that.
    if ((before.mode & 0o222) === 0) return { trouble: { is: 'not-writable', file: shown, code: 'EACCES' } };
    await access(target, constants.W_OK);
    return await withLock(target, patience, async (): Promise<Outcome> => {
      await removeLeftovers(target);
      const bytes = await readFile(target);
      const edited = await edit(target, bytes, wanted);
      if (edited === undefined) return { trouble: { is: 'not-editable', file: shown } };
      const unchanged = edited.content.reduce((sum, piece) => sum + piece.length, 0) === bytes.length;
      if (!unchanged || !Buffer.concat(edited.content).equals(bytes))
        await replaceFile(target, edited.content, await stat(target));
      return { lines: edited.lines };
    });
  } catch (error) {
    if (error instanceof LockHeld)
      return {
        trouble: {
          is: 'locked',
          file: shown,
          lockFile: error.lockFile,
          ...(error.owner === undefined ? {} : { owner: error.owner }),
        },
      };
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error; // a fault of ours, not of the file
    return { trouble: { is: 'not-writable', file: shown, code } };
  }
}

function wantedOf(writes: readonly RecordWrite[]): Wanted {
  const wanted = new Map<string, { kind: Entry['kind']; patch: Patch }>();
  const changesOf = new Map<string, RecordChange[]>();
  for (const { entry, changes } of writes) {
    const key = recordKey(entry.kind, entry.id);
    const all = [...(changesOf.get(key) ?? []), ...changes];
    changesOf.set(key, all);
    wanted.set(key, { kind: entry.kind, patch: patchOf(all) });
  }
  return wanted;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

async function edit(file: string, bytes: Buffer, wanted: Wanted): Promise<Edited<Buffer[]> | undefined> {
  const marked = bytes.subarray(0, 3).equals(byteOrderMark);
  const mark = marked ? [byteOrderMark] : [];
  const plain = marked ? bytes.subarray(3) : bytes;
  if (/\.jsonl$/i.test(file)) {
    const { editJsonLines } = await import('./edit/jsonl.ts');
    const { content, lines } = editJsonLines(plain, wanted);
    return { content: [...mark, ...content], lines };
  }
  if (!isUtf8(plain)) return undefined;
  const text = plain.toString('utf8');
  const edited = /\.json$/i.test(file)
    ? (await import('./edit/json.ts')).editJson(text, wanted)
    : (await import('./edit/yaml.ts')).editYaml(text, wanted);
  return edited === undefined
    ? undefined
    : { content: [...mark, Buffer.from(edited.content)], lines: edited.lines };
}
