// The walls: cli → core, cli → io, io → core, and core imports zod and nothing else.

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = new URL('../src/', import.meta.url).pathname;
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

describe.each(files)('src/%s', (file) => {
  const text = readFileSync(join(source, file), 'utf8');
  const imports = [
    ...text.matchAll(/^(?:import|export)[^;']*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

  test('imports only what its layer may', () => {
    const layer = file.split('/')[0];
    for (const name of imports) {
      const target = name.startsWith('.')
        ? relative(source, join(source, dirname(file), name)).split('/')[0]
        : name;
      if (layer === 'core') expect(['core', 'zod']).toContain(target);
      if (layer === 'io') expect(target).not.toBe('cli');
    }
  });

  test('says what it knows', () => {
    expect(text.startsWith('// '), 'a header comment').toBe(true);
  });

  test('reads process.* only where the world begins', () => {
    if (file !== 'main.ts')
      expect(text).not.toMatch(/\bprocess\.(env|argv|exit|stdout|stderr|stdin|cwd|on)\b/);
  });
});
