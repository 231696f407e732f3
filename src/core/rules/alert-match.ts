// Knows how an alert, or what an administrator pasted of one, is recognised: codes first, telltales of the text second; each
// condition that fits counts, and the line with the most wins. Pure text; may not choose words.
// Seven ways in which alerts print their code: "Exchange server returned X exception", "Exchange.server returned X error",
// "Http server returned …", "Web server returned …", "Socket returned exception …", "Smtp server returned …", "Crm.8….text".

import { alertTable } from './alert-table.ts';
import { platformCodes } from './platform-codes.ts';
import type { Language } from './rule.ts';

export type AlertMeaning = {
  /** The line of the table, for the tests. */
  row: string;
  /** The code's name in the platform's list. */
  name?: string;
  /** The rule that is the cause. */
  finding: `MC${number}`;
  /** A rule about the records that says the same fault. */
  also?: `MC${number}`;
  /** permanent: the mailbox is stopped at once; transient: tried ten times, five minutes apart. */
  class: 'permanent' | 'transient';
  /** What stops, where the text does not say it. */
  affects: Affected;
  /** Who is told: the mailbox owner, the owner of the server profile, the reader of the message, or whoever did something. */
  told: 'mailbox' | 'profile' | 'message' | 'client';
  /** No source confirms it: a warning at most. */
  unconfirmed?: boolean;
  /** What this line says, where its rule covers several. */
  says?: Record<Language, string>;
  matches: readonly AlertMatch[];
};

type Affected = 'sending' | 'receiving' | 'appointments' | 'both' | 'neither';

/** All of it has to be there. */
type AlertMatch = {
  /** Names anywhere as a word, or codes of eight digits. */
  codes?: readonly string[];
  /** Words that mean something only after "server returned". */
  returned?: readonly string[];
  /** Lower case, with "cannot" for "can't" and "could not", "… not" for "…n't". */
  text?: readonly string[];
};

export type RecognisedAlert = {
  meaning?: AlertMeaning;
  /** The code as the person sees it. */
  code?: string;
  class: 'permanent' | 'transient' | 'not-known';
  affects: Affected;
};

type Source = { text?: string | undefined; code?: string | number | undefined; level?: string | undefined };

const meanings: readonly AlertMeaning[] = [...alertTable, ...platformCodes];

export function recogniseAlert(source: Source): RecognisedAlert {
  const read = readingOf(source);
  let best: AlertMeaning | undefined;
  let bestScore = 0;
  for (const meaning of candidatesFor(read))
    for (const match of meaning.matches) {
      const score = scoreOf(match, read);
      if (score > bestScore) [best, bestScore] = [meaning, score];
    }
  const worded = wordedClass(read.text);
  // The wording decides only where no code does.
  const known = bestScore >= weights.returned ? best?.class : (worded ?? best?.class);
  const code = codeShown(source, read, best);
  return {
    ...(best === undefined ? {} : { meaning: best }),
    ...(code === undefined ? {} : { code }),
    class: known ?? (source.level === 'warning' ? 'transient' : 'not-known'),
    affects: affectedBy(read.text, best),
  };
}

const weights = { code: 100, returned: 50, text: 1 } as const;

function scoreOf({ codes = [], returned = [], text = [] }: AlertMatch, read: Reading): number {
  const fits =
    codes.every((each) => read.words.has(each.toLowerCase())) &&
    returned.every((each) => read.returned.has(each)) &&
    text.every((each) => read.text.includes(each));
  return fits
    ? codes.length * weights.code + returned.length * weights.returned + text.length * weights.text
    : 0;
}

type Reading = { text: string; words: ReadonlySet<string>; returned: ReadonlySet<string> };

function readingOf({ text = '', code }: Source): Reading {
  const written = typeof code === 'number' ? hexOf(code) : (code ?? '');
  const plain = simplified(`${text} ${written}`);
  const codes = [...plain.matchAll(/(?<![\w-])(?:0x)?(8[0-9a-f]{7})(?![0-9a-f])/g)].map(
    ([, hex]) => hex ?? '',
  );
  const decimals = [...plain.matchAll(/-\s?(2\d{9})(?!\d)/g)].map(([, number]) => hexOf(-Number(number)));
  const returned = [
    ...plain.matchAll(
      /\b(?:server|socket) returned (?:exception )?([^.,;:]*?)(?= (?:exception|error)\b|[.,;:]|$)/g,
    ),
  ].flatMap(([, words = '']) => words.split(' '));
  // A bare number of three digits in the field is what the server answered.
  if (/^\d{3}$/.test(written)) returned.push(written);
  return {
    text: plain,
    words: new Set([...(plain.match(/[a-z0-9_]+/g) ?? []), ...codes, ...decimals]),
    returned: new Set(returned),
  };
}

/** Apostrophes, quotation marks and minus signs as typed or as printed; "can't", "could not" and "cannot" are one. */
function simplified(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replaceAll(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, '-')
    .replaceAll(/[\s\u00a0\u3000]+/g, ' ')
    .replaceAll(/\b(?:can't|could not|couldn't|can not)\b/g, 'cannot')
    .replaceAll(/\bwon't\b/g, 'will not')
    .replaceAll(/\b(is|are|does|do|did|has|have)n't\b/g, '$1 not')
    .replaceAll(/\be-mail/g, 'email')
    .trim();
}

/** Signed or unsigned, as 32 bits. */
function hexOf(code: number): string {
  return Number.isInteger(code) && (code < 0 || code > 999) ? (code >>> 0).toString(16) : String(code);
}

function wordedClass(text: string): 'permanent' | 'transient' | undefined {
  if (/has been disabled for|have been disabled for/.test(text)) return 'permanent';
  return /system will try\b.*\bagain|will try again later|try .* again later/.test(text)
    ? 'transient'
    : undefined;
}

function affectedBy(text: string, meaning: AlertMeaning | undefined): Affected {
  if (meaning?.affects === 'neither') return 'neither';
  if (/\bappointments\b/.test(text)) return 'appointments';
  const sends = /\bsend(?:ing)?\b|\bsent\b|outgoing/.test(text);
  const receives = /\breceiv(?:e|ed|ing)\b|\bincoming/.test(text);
  if (sends !== receives) return sends ? 'sending' : 'receiving';
  return meaning?.affects ?? 'both';
}

/** The name that a person looks for: the field's own, else the one that matched. */
function codeShown({ code }: Source, read: Reading, meaning: AlertMeaning | undefined): string | undefined {
  if (typeof code === 'string') return code;
  if (typeof code === 'number')
    return code > 999 || code < 0 ? `0x${hexOf(code).toUpperCase()}` : String(code);
  const matched = meaning?.matches
    .flatMap(({ codes = [] }) => codes)
    .find((each) => read.words.has(each.toLowerCase()));
  if (matched === undefined) return undefined;
  return /^8[0-9a-f]{7}$/.test(matched) ? `0x${matched.toUpperCase()}` : matched;
}

/** Lines of the table by the code that they begin with: of a hundred lines few are tried for an alert with a code. */
let indexed: { byCode: Map<string, AlertMeaning[]>; others: AlertMeaning[] } | undefined;

function candidatesFor({ words }: Reading): AlertMeaning[] {
  if (indexed === undefined) {
    indexed = { byCode: new Map(), others: [] };
    for (const meaning of meanings) {
      if (meaning.matches.some(({ codes }) => codes === undefined)) indexed.others.push(meaning);
      for (const { codes = [] } of meaning.matches) {
        const [first] = codes;
        if (first === undefined) continue;
        const key = first.toLowerCase();
        const same = indexed.byCode.get(key) ?? [];
        indexed.byCode.set(key, [...new Set([...same, meaning])]);
      }
    }
  }
  const { byCode, others } = indexed;
  return [...[...words].flatMap((word) => byCode.get(word) ?? []), ...others];
}
