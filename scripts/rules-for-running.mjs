// Knows how the rules are put into the bundle. They are most of the code, and their words and examples most of the rules: a run
// that has nothing to say need not read them. So the bundle holds the rules without, and all of them stand once more, whole,
// in a file of its own that is read when a word is first asked for.
// Relies on the formatter's indentation; what is written otherwise stays in the bundle, and costs a little more.

import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

export const wordsFile = 'rules-with-words.cjs';
const ruleFile = /[\\/]rules[\\/](MC\d{3})-[^\\/]+\.ts$/;
/** Of defineRule and defineAlertRule. */
const words =
  /\n {2}(en|ja|examples): (\{\n[\s\S]*?\n {2}\}),|\n {2}(?:bad|sources): \[(?:\n[\s\S]*?\n {2}|[^\n]*)\],/g;
const definition = /\nexport default (define\w*Rule)\((\{\n[\s\S]*?\n\})\);\n/;

/** Writes the whole rules beside the bundle; returns what esbuild says of the output. */
export async function buildRulesWithWords({ root, outdir, target, external, plugins }) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/core/rules/index.ts'],
    outfile: `${outdir}/${wordsFile}`,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target,
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    external,
    // As functions they are compiled when they are called: few rules speak in one run.
    plugins: [
      ...plugins,
      rewritten((text) =>
        text.replace(words, (all, part, value) =>
          part === undefined ? all : `\n  get ${part}() { return ${value}; },`,
        ),
      ),
    ],
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

/** In the bundle: the rules without their words and examples. */
export function rulesWithoutWords() {
  const stripped = rewritten((text, code) =>
    text.replace(
      definition,
      (_all, define, value) =>
        `\nimport { $withWords } from 'rules-with-words';\n` +
        `export default $withWords('${code}', ${define}(${value.replace(words, '')}));\n`,
    ),
  );
  return {
    name: 'rules-without-words',
    setup(bundle) {
      stripped.setup(bundle);
      const namespace = 'rules-with-words';
      bundle.onResolve({ filter: /^rules-with-words$/ }, ({ path }) => ({ path, namespace }));
      bundle.onLoad({ filter: /.*/, namespace }, () => ({ contents: loader }));
    },
  };
}

/** What a rule says and shows is asked of its whole twin. `require` is made by the bundle's banner. */
const loader = `
let rules;
function whole(code) {
  rules ??= new Map(require('./${wordsFile}').rules.map((rule) => [rule.code, rule]));
  return rules.get(code);
}
export function $withWords(code, { code: _, subject, stage, severity, run }) {
  return {
    code, subject, stage, severity, run,
    get sources() { return whole(code).sources; },
    get examples() { return whole(code).examples; },
    title: (language) => whole(code).title(language),
    why: (language) => whole(code).why(language),
    message: (finding, language) => whole(code).message(finding, language),
    fix: (finding, language) => whole(code).fix(finding, language),
  };
}
`;

function rewritten(replace) {
  return {
    name: 'rewritten-rules',
    setup({ onLoad }) {
      onLoad({ filter: ruleFile }, async ({ path: file }) => {
        const [, code] = ruleFile.exec(file);
        return { contents: replace(await readFile(file, 'utf8'), code), loader: 'ts' };
      });
    },
  };
}
