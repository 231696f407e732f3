// Knows the server-profile presets that ship with mailcheck (profiles/*.yaml): each is read when it is first named.
// May not read anything of the workspace.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { profileSchema, type Profile } from '../../core/records/profile.ts';
import type { Presets } from '../../core/records/read.ts';

/** A preset says how a kind of server is reached; who it belongs to is for the record to say. */
const presetSchema = () => profileSchema().omit({ id: true, preset: true, owner: true }).partial();

export function shippedPresets(folder = shippedFolder()): Presets {
  const read = new Map<string, Partial<Profile>>();
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
  return {
    keys: () => names.values(),
    get(name) {
      if (!names.includes(name)) return undefined;
      const known = read.get(name);
      if (known !== undefined) return known;
      // The file is ours: a fault in it is a fault of mailcheck, and may stop it.
      const preset = presetSchema().parse(parse(readFileSync(path.join(folder, `${name}.yaml`), 'utf8')));
      read.set(name, preset);
      return preset;
    },
  };
}

/** `profiles` beside package.json, whether this runs from src/ or from a bundle in dist/. */
function shippedFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json')) || !existsSync(path.join(folder, 'profiles'))) {
    const above = path.dirname(folder);
    if (above === folder)
      throw new Error('mailcheck is not installed whole: its folder "profiles" is missing');
    folder = above;
  }
  return path.join(folder, 'profiles');
}
