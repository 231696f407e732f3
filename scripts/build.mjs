// Bundles src/ into dist/, one file for what every run needs and one for each part that is loaded on demand.
// Fewer files start faster: most of the start-up is opening them.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { repliesWithoutWords, replyWordsFile } from './replies-for-running.mjs';
import { buildRulesWithWords, rulesWithoutWords, wordsFile } from './rules-for-running.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = path.join(root, 'dist');
const noticesFile = 'THIRD-PARTY-NOTICES.md';

/**
 * Parts that are loaded one after the other all the same: each group becomes one file. What is heavy and not always needed
 * (imapflow, the message composer, ora, the demo) stays a file of its own.
 */
const groups = {
  /** Judging and looking: what the commands of every day do. */
  everyday: [
    'src/cli/commands/check.ts',
    'src/cli/commands/diagnose.ts',
    'src/cli/commands/test-mailbox.ts',
    'src/cli/commands/approve.ts',
    'src/cli/commands/sender.ts',
    'src/io/write-report.ts',
    'src/cli/reporters/human.ts',
    'src/core/rules/read-rule-settings.ts',
    'src/cli/reporters/json.ts',
    'src/cli/reporters/sender.ts',
    'src/io/sources/presets.ts',
    'src/io/sources/yaml.ts',
    'src/io/sources/json.ts',
    'src/io/sources/jsonl.ts',
    'src/cli/observing.ts',
    'src/io/store.ts',
    'src/io/edit/yaml.ts',
    'src/io/edit/json.ts',
    'src/io/edit/jsonl.ts',
    'src/io/probes/smtp.ts',
    'src/io/probes/pop3.ts',
    'src/io/probes/imap.ts',
    'src/io/probes/arrival.ts',
    'src/io/probes/arrival-pop3.ts',
    'src/io/probes/arrival-imap.ts',
    'src/io/probes/test-message.ts',
  ],
  /** Commands and formats that most runs do without. */
  further: [
    'src/cli/commands/explain.ts',
    'src/cli/commands/manual.ts',
    'src/cli/commands/init.ts',
    'src/cli/commands/apply-defaults.ts',
    'src/cli/commands/explain-alert.ts',
    'src/cli/commands/site-settings.ts',
    'src/cli/commands/probe.ts',
    'src/cli/commands/login.ts',
    'src/cli/diagnose-questions.ts',
    'src/cli/reporters/github.ts',
    'src/cli/reporters/junit.ts',
    'src/cli/reporters/markdown.ts',
    'src/cli/reporters/sarif.ts',
    'src/cli/reporters/site-settings.ts',
    'src/cli/reporters/probe.ts',
    'src/cli/evidence-file.ts',
    'src/cli/terminal-question.ts',
    'src/io/oauth/sign-in.ts',
    'src/io/open-browser.ts',
  ],
  /** What is spoken over HTTPS, and tokens. */
  web: [
    'src/io/probes/arrival-graph.ts',
    'src/io/probes/arrival-ews.ts',
    'src/io/probes/graph.ts',
    'src/io/probes/ews.ts',
    'src/io/probes/https-look.ts',
    'src/io/oauth/tokens.ts',
    'src/io/keep-secret.ts',
  ],
};

const target = 'node20.19';
await mkdir(outdir, { recursive: true });
const replies = await repliesWithoutWords({ root, outdir, target });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target,
  // Names stay readable: a stack in a bug report is worth more than the bytes.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  charset: 'utf8',
  chunkNames: '[name]-[hash]',
  // commander, yaml and others are CommonJS: inside an ES module their require() has to be made.
  banner: {
    js: "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);",
  },
  // yaml's ES modules, which its "node" condition hides: half the code, and compiled once rather than twice. They differ from
  // what the tests run in nothing but how !!binary is decoded, which no record has.
  alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
  // Read when a word of a rule, or of what a server said, is first asked for.
  external: [`./${wordsFile}`, `./${replyWordsFile}`],
  plugins: [grouped(groups), rulesWithoutWords(), replies.plugin],
  metafile: true,
  logLevel: 'warning',
});
const whole = await buildRulesWithWords({
  root,
  outdir,
  target,
  external: [`./${replyWordsFile}`],
  plugins: [replies.plugin],
});
Object.assign(metafile.outputs, whole.outputs, replies.outputs);
await writeFile(path.join(outdir, noticesFile), await thirdPartyNotices(root, metafile));
await removeStale(metafile);

/** Turns `import('…')` of any member of a group into an import of the whole group. */
function grouped(groups) {
  return {
    name: 'grouped',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.ts$/ }, ({ kind, path: wanted, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const file = path.relative(root, path.resolve(resolveDir, wanted)).replaceAll(path.sep, '/');
        const name = Object.keys(groups).find((group) => groups[group].includes(file));
        return name === undefined ? undefined : { path: name, namespace: 'group' };
      });
      onLoad({ filter: /.*/, namespace: 'group' }, async ({ path: name }) => {
        await refuseNameTwice(groups[name]);
        return {
          contents: groups[name].map((file) => `export * from './${file}';`).join('\n'),
          resolveDir: root,
        };
      });
    },
  };
}

/** A name that two members export would silently be exported by neither. */
async function refuseNameTwice(files) {
  const known = new Map();
  for (const file of files)
    for (const [, name] of (await readFile(path.join(root, file), 'utf8')).matchAll(
      /^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm,
    )) {
      if (known.has(name)) throw new Error(`${name} is exported by ${known.get(name)} and by ${file}`);
      known.set(name, file);
    }
}

/** What an earlier build left. Removed last, so that there is no moment without a dist that works. */
async function removeStale(metafile) {
  const fresh = new Set([
    noticesFile,
    ...Object.keys(metafile.outputs).map((output) => path.basename(output)),
  ]);
  for (const file of await readdir(outdir))
    if (!fresh.has(file)) await rm(path.join(outdir, file), { recursive: true, force: true });
}
