// Knows how a contact or guest named on the command line is understood. A name that fits several is asked again; one that nobody
// recorded is no slip of the pen: the report says what that leaves unknown.

import { contactsWithAddress } from '../core/delivery/contacts-by-address.ts';
import { resolveReference, type Records } from '../core/records/records.ts';
import type { Language } from '../core/rules/rule.ts';
import { Unusable } from './exit.ts';
import { safe } from './safe.ts';
import { shellWord } from './shell-word.ts';

type Waiting = 'contacts' | 'guests';

const words: Record<Language, (kind: Waiting, name: string, choices: string) => string> = {
  en: (kind, name, choices) => `"${name}" fits several ${kind}. Name one by its id: ${choices}`,
  ja: (kind, name, choices) =>
    `「${name}」に当てはまる${kind === 'guests' ? 'ゲスト' : '取引先担当者'}が複数あります。IDで指定してください: ${choices}`,
};

/** `option`: as it is typed, `--to` or `--for`. */
export function refuseSeveral(
  kind: Waiting,
  name: string | undefined,
  option: '--to' | '--for',
  records: Records,
  language: Language,
): void {
  if (name === undefined) return;
  const resolved = resolveReference<Waiting>(records, [kind], name);
  if (resolved.found !== undefined || resolved.candidates.length < 2) return;
  // Of several with one address the path takes the only active one.
  if (kind === 'contacts' && contactsWithAddress(records, name).length === 1) return;
  const choices = resolved.candidates.slice(0, 5).map(({ id }) => `${option} ${shellWord(id, 100)}`);
  throw new Unusable(words[language](kind, safe(name, 60), choices.join(language === 'ja' ? '、' : ' or ')));
}
