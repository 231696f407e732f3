// Knows how to read one file whole, within a limit, as UTF-8. May not parse it. What goes wrong is a value, never an exception.

import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Trouble } from '../../core/records/problem.ts';

export type Content = { bytes: Buffer; trouble?: undefined } | { bytes?: undefined; trouble: Trouble };
export type Text = { text: string; trouble?: undefined } | { text?: undefined; trouble: Trouble };

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes of a regular file, without a byte order mark. */
export async function readBytes(path: string, limit: number): Promise<Content> {
  let file;
  try {
    // O_NONBLOCK: opening a named pipe that nobody writes to would wait for ever.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = await file.stat();
    if (stat.isDirectory()) return { trouble: { is: 'unreadable', because: 'folder', code: 'EISDIR' } };
    if (!stat.isFile()) return { trouble: { is: 'unreadable', because: 'special', code: '' } };
    if (stat.size > limit) return { trouble: { is: 'too-large', bytes: stat.size, limit } };
    // A file that grows while it is read ends where it ended when it was opened.
    const bytes = Buffer.allocUnsafe(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    const read = bytes.subarray(0, length);
    return { bytes: read.subarray(0, 3).equals(byteOrderMark) ? read.subarray(3) : read };
  } catch (error) {
    return { trouble: troubleOf(error) };
  } finally {
    await file?.close();
  }
}

export async function readText(path: string, limit: number): Promise<Text> {
  const { bytes, trouble } = await readBytes(path, limit);
  if (trouble !== undefined) return { trouble };
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { trouble: { is: 'not-utf8' } };
}

export function troubleOf(error: unknown): Trouble {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const because =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? 'missing'
      : code === 'EACCES' || code === 'EPERM'
        ? 'forbidden'
        : code === 'EISDIR'
          ? 'folder'
          : 'failed';
  return { is: 'unreadable', because, code };
}
