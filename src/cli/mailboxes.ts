// Knows which mailboxes a command line means.

import { resolveReference, type Entry, type Records } from '../core/records/records.ts';
import { nearest } from '../core/records/suggest.ts';
import { whereText } from '../core/records/where.ts';
import type { Language } from '../core/rules/rule.ts';
import { Unusable } from './exit.ts';
import { safe } from './safe.ts';
import { shellWord } from './shell-word.ts';

type Words = {
  unknown(name: string): string;
  meant(name: string): string;
  ambiguous(name: string, places: string): string;
  noProfile(name: string): string;
  recorded(names: string): string;
  nothing(kind: 'mailboxes' | 'profiles'): string;
  notBesideAll(command: string): string;
};

const words: Record<Language, Words> = {
  en: {
    unknown: (name) => `There is no mailbox "${name}" in the records.`,
    meant: (name) => ` Did you mean ${name}?`,
    ambiguous: (name, places) => `"${name}" means several mailboxes (${places}); use the id.`,
    noProfile: (name) => `There is no server profile "${name}" in the records.`,
    recorded: (names) => ` Recorded: ${names}.`,
    nothing: (kind) => ` None is recorded yet; add it under "${kind}:".`,
    notBesideAll: (command) =>
      `--all is every active mailbox, so nothing else goes beside it. For these alone: ${command}`,
  },
  ja: {
    unknown: (name) => `「${name}」というメールボックスは設定ファイルにありません。`,
    meant: (name) => `${name} のことですか。`,
    ambiguous: (name, places) =>
      `「${name}」に当たるメールボックスが複数あります(${places})。IDを指定してください。`,
    noProfile: (name) => `「${name}」というサーバー プロファイルは設定ファイルにありません。`,
    recorded: (names) => `設定ファイルにあるもの: ${names}`,
    nothing: (kind) => `まだ1件もありません。「${kind}:」に追加してください。`,
    notBesideAll: (command) =>
      `--all はアクティブなメールボックスすべてを指すため、ほかの指定と一緒には使えません。対象を絞るときは、次のように入力してください: ${command}`,
  },
};

/** Those that were named, each once; everything wrong with the names in one error. */
export function mailboxesNamed(
  records: Records,
  names: readonly string[],
  language: Language,
): Entry<'mailboxes'>[] {
  const each = names.map((name) => found(records, name, language));
  const wrong = each.filter((one) => typeof one === 'string');
  if (wrong.length > 0) throw new Unusable(wrong.join('\n'));
  return [...new Set(each.filter((one) => typeof one !== 'string'))];
}

export function mailboxNamed(records: Records, name: string, language: Language): Entry<'mailboxes'> {
  const one = found(records, name, language);
  if (typeof one === 'string') throw new Unusable(one);
  return one;
}

/** The mailbox, or what is wrong with the name. */
function found(records: Records, name: string, language: Language): Entry<'mailboxes'> | string {
  const said = words[language];
  const resolved = resolveReference(records, ['mailboxes'], name);
  if (resolved.found !== undefined) return resolved.found;
  if (resolved.candidates.length > 1) {
    const places = resolved.candidates.map(({ where }) => whereText(where())).join(', ');
    return said.ambiguous(safe(name, 100), places);
  }
  const addresses = records.mailboxes.map(({ id, fields }) => fields.emailAddress ?? id);
  const meant = nearest(name, addresses);
  return (
    said.unknown(safe(name, 100)) +
    (meant === undefined ? whatThereIs('mailboxes', addresses, said) : said.meant(safe(meant)))
  );
}

/** What could have been named, as far as it fits into a sentence. */
function whatThereIs(kind: 'mailboxes' | 'profiles', names: readonly string[], said: Words): string {
  if (names.length === 0) return said.nothing(kind);
  return said.recorded(safe(names.slice(0, 5).join(', ')) + (names.length > 5 ? ', …' : ''));
}

/** Who names some does not mean all: whichever of the two was meant, the other would do too much or too little. */
export function refuseBesideAll(
  { addresses, all, profile }: { addresses: readonly string[]; all?: boolean; profile?: string },
  command: 'test-mailbox' | 'apply-defaults',
  language: Language,
): void {
  if (all !== true || (addresses.length === 0 && profile === undefined)) return;
  const named = [...addresses, ...(profile === undefined ? [] : ['--profile', profile])];
  const typed = named.map((word) => shellWord(word, 100)).join(' ');
  throw new Unusable(words[language].notBesideAll(`mailcheck ${command} ${typed}`));
}

export function activeMailboxes(records: Records): Entry<'mailboxes'>[] {
  return records.mailboxes.filter(({ fields }) => fields.state !== 'inactive');
}

export function mailboxesOfProfile(records: Records, name: string, language: Language): Entry<'mailboxes'>[] {
  const profile = resolveReference(records, ['profiles'], name).found;
  if (profile === undefined) {
    const names = records.profiles.map(({ id, fields }) => fields.name ?? id);
    const said = words[language];
    throw new Unusable(said.noProfile(safe(name, 100)) + whatThereIs('profiles', names, said));
  }
  return activeMailboxes(records).filter(
    ({ fields }) =>
      typeof fields.profile === 'string' &&
      resolveReference(records, ['profiles'], fields.profile).found === profile,
  );
}
