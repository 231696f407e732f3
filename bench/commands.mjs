// Knows how the benchmarks call mailcheck, and where they may write: folders of their own that are gone at the end.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './measure.mjs';
import { writeWorkspace } from './workspace.mjs';

export const mailcheck = [process.execPath, fileURLToPath(new URL('../bin/mailcheck.js', import.meta.url))];

export function yardstick(name, env) {
  return { command: [process.execPath, fileURLToPath(new URL(name, import.meta.url))], env };
}

const folders = [];

export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'mailcheck-bench-'));
  folders.push(folder);
  return folder;
}

export function removeScratch() {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** `mailcheck test-mailbox --no-send --no-save` of these accounts. */
export function login(servers, { accounts = [servers.accounts.admin], more = [], ...records }) {
  const folder = scratch();
  const env = writeWorkspace(folder, { accounts, ...records });
  const flags = ['--no-send', '--no-save', '--ca-file', servers.certificateAuthority, '--workspace', folder];
  return { command: [...mailcheck, 'test-mailbox', '--all', ...flags, ...more], env };
}

/** The same, and what its sessions looked like. */
export async function observed(given) {
  const file = join(scratch(), 'evidence.json');
  const { seconds } = await run({ ...given, command: [...given.command, '--save-evidence', file] });
  return { seconds, sessions: JSON.parse(readFileSync(file, 'utf8')).observations };
}
