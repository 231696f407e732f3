// Knows a mailbox as the server keeps it on disk: the independent look that no mail protocol and no product code takes part in.

import { chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account, LiveServers } from './servers.mjs';

/** The servers' own user and group, nobody and nogroup. */
const nobody = 65_534;

export type StoredMessage = {
  text: string;
  /** As in the file's name: S seen, T trashed … */
  flags: string;
};

export async function messagesOf({ folder }: LiveServers, { address }: Account): Promise<StoredMessage[]> {
  const messages: StoredMessage[] = [];
  for (const part of ['new', 'cur']) {
    const directory = join(folder, 'mail', nameOf(address), part);
    for (const file of (await readdir(directory).catch(() => [])).sort(byName))
      messages.push({
        text: await readFile(join(directory, file), 'utf8'),
        flags: /:2,(\w*)$/.exec(file)?.[1] ?? '',
      });
  }
  return messages;
}

/** As if somebody had written to it before: messages that nobody has read yet. */
export async function putMessages(
  { folder }: LiveServers,
  { address }: Account,
  texts: readonly string[],
): Promise<void> {
  const home = join(folder, 'mail', nameOf(address));
  for (const directory of [home, ...['new', 'cur', 'tmp'].map((part) => join(home, part))]) {
    await mkdir(directory, { recursive: true });
    await chown(directory, nobody, nobody);
  }
  for (const [index, text] of texts.entries()) {
    const file = join(home, 'new', `${1_700_000_000 + index}.put${index}.example`);
    await writeFile(file, text);
    await chown(file, nobody, nobody);
  }
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function nameOf(address: string): string {
  return address.slice(0, address.indexOf('@'));
}
