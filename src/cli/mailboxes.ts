// Knows which mailboxes a command line means.

import { resolveReference, type Entry, type Records } from '../core/records/records.ts';
import { nearest } from '../core/records/suggest.ts';
import { whereText } from '../core/records/where.ts';
import type { Language } from '../core/rules/rule.ts';
import { Unusable } from './exit.ts';
import { safe } from './safe.ts';

type Words = {
  unknown(name: string): string;
  meant(name: string): string;
  ambiguous(name: string, places: string): string;
  noProfile(name: string): string;
};

const words: Record<Language, Words> = {
  en: {
    unknown: (name) => `No mailbox "${name}" is recorded.`,
    meant: (name) => ` Did you mean ${name}?`,
    ambiguous: (name, places) => `"${name}" means several mailboxes (${places}); use the id.`,
    noProfile: (name) => `No server profile "${name}" is recorded.`,
  },
  ja: {
    unknown: (name) => `「${name}」というメールボックスは設定ファイルにありません。`,
    meant: (name) => `${name} のことですか。`,
    ambiguous: (name, places) =>
      `「${name}」に当たるメールボックスが複数あります(${places})。IDを指定してください。`,
    noProfile: (name) => `「${name}」というサーバー プロファイルは設定ファイルにありません。`,
  },
};

/** Those that were named, each once; everything wrong with the names in one error. */
export function mailboxesNamed(
  records: Records,
  names: readonly string[],
  language: Language,
): Entry<'mailboxes'>[] {
  const said = words[language];
  const mailboxes = new Set<Entry<'mailboxes'>>();
  const wrong: string[] = [];
  for (const name of names) {
    const resolved = resolveReference(records, ['mailboxes'], name);
    if (resolved.found !== undefined) mailboxes.add(resolved.found);
    else if (resolved.candidates.length > 1) {
      const places = resolved.candidates.map(({ where }) => whereText(where())).join(', ');
      wrong.push(said.ambiguous(safe(name, 100), places));
    } else {
      const addresses = records.mailboxes.map(({ id, fields }) => fields.emailAddress ?? id);
      const meant = nearest(name, addresses);
      wrong.push(said.unknown(safe(name, 100)) + (meant === undefined ? '' : said.meant(meant)));
    }
  }
  if (wrong.length > 0) throw new Unusable(wrong.join('\n'));
  return [...mailboxes];
}

export function activeMailboxes(records: Records): Entry<'mailboxes'>[] {
  return records.mailboxes.filter(({ fields }) => fields.state !== 'inactive');
}

export function mailboxesOfProfile(records: Records, name: string, language: Language): Entry<'mailboxes'>[] {
  const profile = resolveReference(records, ['profiles'], name).found;
  if (profile === undefined) throw new Unusable(words[language].noProfile(safe(name, 100)));
  return activeMailboxes(records).filter(
    ({ fields }) =>
      typeof fields.profile === 'string' &&
      resolveReference(records, ['profiles'], fields.profile).found === profile,
  );
}
