// `npm run new-rule MC305 outgoing-method-not-synchronized`: writes the rule's file from a template and adds it to the list.
// Without arguments: only makes the list src/core/rules/index.ts anew from the files of the folder.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../src/core/rules/', import.meta.url);
const [code, name] = process.argv.slice(2);
if (code !== undefined) writeRule(code, name);
writeList();

function writeRule(code, name) {
  const codes = readdirSync(folder).map((file) => file.slice(0, 5));
  if (!/^MC\d{3}$/.test(code) || !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name ?? '') || codes.includes(code)) {
    console.error(
      'usage: npm run new-rule MC399 what-is-wrong (a code that no rule has or had, and a few words)',
    );
    process.exit(2);
  }
  const file = new URL(`${code}-${name}.ts`, folder);
  if (existsSync(file)) throw new Error(`${file.pathname} exists`);
  writeFileSync(file, template(code, name.replaceAll('-', ' ')));
  console.log(`src/core/rules/${code}-${name}.ts: write it, then npm run check`);
}

function writeList() {
  const files = readdirSync(folder)
    .filter((file) => /^MC\d{3}-.*\.ts$/.test(file))
    .sort();
  const list = new URL('index.ts', folder);
  const retired = /\/\*\* Codes that are no longer[\s\S]*$/.exec(readFileSync(list, 'utf8'))[0];
  const codeOf = (file) => file.slice(0, 5);
  const lines = [
    '// The one list of rules, in code order, and the codes that are retired. Adding a rule: one file and one line here.',
    '',
    "import type { Rule } from './rule.ts';",
    ...files.map((file) => `import ${codeOf(file)} from './${file}';`),
    '',
    'export const rules: readonly Rule[] = [',
    ...files.map((file) => `  ${codeOf(file)},`),
    '];',
    '',
  ];
  writeFileSync(list, `${lines.join('\n')}\n${retired}`);
}

function template(code, words) {
  return `// ${code}: ${words}.

import { defineRule } from './rule.ts';

export default defineRule({
  code: '${code}',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: ({ mailbox }) => (mailbox.fields.state === 'inactive' ? [{ params: { mailbox: mailbox.id }, where: mailbox.where(['state']) }] : []),
  en: {
    title: '',
    why: '',
    message: ({ mailbox }) => \`\${mailbox} \`,
    fix: ({ mailbox }) => [{ who: 'system-administrator', do: \`\${mailbox} \` }],
  },
  ja: {
    title: '',
    why: '',
    message: ({ mailbox }) => \`\${mailbox} \`,
    fix: ({ mailbox }) => [{ who: 'system-administrator', do: \`\${mailbox} \` }],
  },
  sources: [],
  examples: { bad: [], good: [{}] },
});
`;
}
