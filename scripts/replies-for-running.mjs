// Knows how the table of server replies is put into the bundle. Its rows are plain data, most of them words: what a row means,
// its steps and its example. A run in which nobody says no asks for none of them. So the bundle holds the rows by which a
// reply is recognised, and their words stand in a file of their own that is read when one is first asked for.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

export const replyWordsFile = 'reply-words.json';
const wordKeys = ['cause', 'fix', 'example'];
const table = 'src/core/mail/server-replies/index.ts';

/** Writes the words beside the bundle; returns the plugin that leaves them out of it, and what was written. */
export async function repliesWithoutWords({ root, outdir, target }) {
  const { replySources } = await evaluated(root, target);
  const words = {};
  const bare = {};
  for (const [source, rows] of Object.entries(replySources))
    bare[source] = rows.map((row) => {
      words[row.id] = Object.fromEntries(wordKeys.map((key) => [key, row[key]]));
      return Object.fromEntries(Object.entries(row).filter(([key]) => !wordKeys.includes(key)));
    });
  await writeFile(path.join(outdir, replyWordsFile), JSON.stringify(words));
  return { plugin: replaced(bare), outputs: { [replyWordsFile]: { inputs: {} } } };
}

async function evaluated(root, target) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [table],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target,
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function replaced(bare) {
  return {
    name: 'replies-without-words',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]server-replies[\\/]index\.ts$/ }, () => ({
        contents: contents(bare),
        loader: 'js',
      }));
      // A step that only a rule's words share is left out with them: making it has no effect.
      onLoad({ filter: /[\\/]server-replies[\\/](?:[\w-]+-)?fixes\.ts$/ }, async ({ path: file }) => ({
        contents: (await readFile(file, 'utf8')).replace(
          /^(?:export )?const \w+ = (?=\w+\()/gm,
          '$&/* @__PURE__ */ ',
        ),
        loader: 'ts',
      }));
    },
  };
}

/** Parsed as JSON, which is quicker than as code. `require` is made by the bundle's banner. */
function contents(bare) {
  return `
let words;
const wordsOf = (id) => (words ??= require('./${replyWordsFile}'))[id];
const speaking = {
${wordKeys.map((key) => `  get ${key}() { return wordsOf(this.id).${key}; },`).join('\n')}
};
const speak = (row) => Object.assign(Object.create(speaking), row);
export const replySources = JSON.parse(${JSON.stringify(JSON.stringify(bare))});
for (const source in replySources) replySources[source] = replySources[source].map(speak);
export const serverReplies = Object.values(replySources).flat();
`;
}
