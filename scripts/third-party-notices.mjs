// Knows the licences of what was bundled: each package's own words, collected in one text.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export async function thirdPartyNotices(root, metafile) {
  const folders = bundledPackages(metafile);
  const sections = await Promise.all(folders.map((folder) => section(path.join(root, folder))));
  return [
    '# Third-party notices',
    '',
    'mailcheck is delivered with parts of the following packages, each under its own licence.',
    '',
    ...sections,
  ].join('\n');
}

/** Folders of the packages of which at least one file went into a bundle. */
function bundledPackages(metafile) {
  const used = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  );
  const folders = used.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

async function section(directory) {
  const { name, version, license } = JSON.parse(await readFile(path.join(directory, 'package.json'), 'utf8'));
  const files = (await readdir(directory))
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(directory, file), 'utf8')));
  if (license === undefined && texts.length === 0) throw new Error(`${name} says nothing about its licence`);
  return [
    `## ${name} ${version}`,
    '',
    `Licence: ${typeof license === 'string' ? license : 'see below'}`,
    '',
    ...texts.flatMap((text) => ['```text', text.trim(), '```', '']),
  ].join('\n');
}
