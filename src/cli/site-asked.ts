// Knows how a site named on the command line is understood, by its id or its name. One that is not recorded is a slip of the pen,
// not a finding; a name that several bear is asked again, with their ids.

import { resolveReference, type Entry, type Records } from '../core/records/records.ts';
import { nearest } from '../core/records/suggest.ts';
import type { Language } from '../core/rules/rule.ts';
import { Unusable } from './exit.ts';
import { safe } from './safe.ts';
import { shellWord } from './shell-word.ts';

type Words = {
  none(site: string): string;
  meant(site: string): string;
  recorded(sites: string): string;
  several(site: string, choices: string): string;
  separator: string;
};

const words: Record<Language, Words> = {
  en: {
    none: (site) => `No site "${site}" is recorded`,
    meant: (site) => `; did you mean --site ${site}?`,
    recorded: (sites) => `${sites === '' ? '' : `; there is ${sites}`}.`,
    several: (site, choices) => `"${site}" fits several sites. Name one by its id: ${choices}`,
    separator: ' or ',
  },
  ja: {
    none: (site) => `「${site}」というサイトは設定ファイルにありません。`,
    meant: (site) => `--site ${site} のことですか。`,
    recorded: (sites) => (sites === '' ? '' : `あるのは ${sites} です。`),
    several: (site, choices) =>
      `「${site}」に当てはまるサイトが複数あります。IDで指定してください: ${choices}`,
    separator: '、',
  },
};

export function siteAsked(
  site: string | undefined,
  records: Records,
  language: Language,
): Entry<'sites'> | undefined {
  if (site === undefined) return undefined;
  const resolved = resolveReference(records, ['sites'], site);
  if (resolved.found !== undefined) return resolved.found;
  const said = words[language];
  const shown = safe(site, 60);
  if (resolved.candidates.length > 0) {
    const choices = resolved.candidates.slice(0, 5).map(({ id }) => `--site ${shellWord(id, 100)}`);
    throw new Unusable(said.several(shown, choices.join(said.separator)));
  }
  const ids = records.sites.map(({ id }) => id);
  const meant = nearest(site, [...ids, ...records.sites.flatMap(({ fields }) => fields.name ?? [])]);
  throw new Unusable(
    said.none(shown) +
      (meant === undefined
        ? said.recorded(safe(ids.slice(0, 5).join(', '), 400))
        : said.meant(shellWord(meant, 60))),
  );
}
