// Knows every form in which a secret may stand in text, and how to take it out: as typed, in a URL, as a quoted string, in
// hex or base64, cut short, wrapped. May not let a run of it through that is long enough to give it away.

const hidden = '***';

export type SecretMask = {
  /** From now on, this value is not shown in any encoding. */
  hide(secret: string): void;
  mask(text: string): string;
};

/**
 * @param publicWords host, address, user: what these have in common with a secret is no secret, and masking it
 * would spoil the evidence (a password "contoso2024" must not turn mail.contoso.com into mail.***.com).
 */
export function createSecretMask(publicWords: readonly string[]): SecretMask {
  const open = publicWords.map((word) => word.toLowerCase());
  const secrets = new Set<string>();
  const searches: Search[] = [];
  return {
    hide(secret) {
      if (secret === '' || secrets.has(secret)) return;
      secrets.add(secret);
      searches.push(...searchesFor(secret, open));
    },
    mask(text) {
      let masked = text;
      for (const search of searches) masked = replaceRanges(masked, search(masked));
      return masked;
    },
  };
}

type Range = readonly [from: number, to: number];
type Search = (text: string) => Range[];

function searchesFor(secret: string, publicWords: readonly string[]): Search[] {
  if (secret.length < 4) return [searchWord(secret), searchShortInBase64(secret)];
  const plain = new Set([...writtenForms(secret), Buffer.from(secret).toString('hex')]);
  const base64 = [0, 1, 2]
    .map((offset) => base64Core(secret, offset))
    .flatMap((core) => [core, core.replaceAll('+', '-').replaceAll('/', '_')]);
  return [
    ...[...new Set(base64)].map((core) => searchPieces(core, 8, 24, [], true)),
    ...[...plain].map((form) => searchPieces(form, 6, 16, publicWords, false)),
  ];
}

/** As typed; as in a URL or a form; as a quoted string (JSON, IMAP). */
function writtenForms(secret: string): string[] {
  if (/^[A-Za-z0-9_.-]*$/.test(secret)) return [secret];
  return [
    secret,
    percentEncoded(secret),
    // Through bytes: half a surrogate pair would make it throw.
    encodeURIComponent(Buffer.from(secret).toString()),
    new URLSearchParams({ secret }).toString().slice('secret='.length),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/**
 * What base64 makes of these bytes wherever they stand in a longer value (SASL PLAIN's NUL user NUL password,
 * LOGIN, XOAUTH2): the characters that do not depend on the neighbouring bytes, for one of the three alignments.
 */
function base64Core(secret: string, offset: number): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
  return bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

/**
 * Finds the form, and any run of it that is long enough to give the secret away (half of it, within limits):
 * a server may echo a shortened or wrapped command. Upper and lower case count as one outside base64.
 */
function searchPieces(
  form: string,
  shortest: number,
  longest: number,
  publicWords: readonly string[],
  isBase64: boolean,
): Search {
  const sought = isBase64 ? form : sameLengthLowerCase(form);
  const size = Math.min(sought.length, Math.max(shortest, Math.min(longest, Math.ceil(sought.length / 2))));
  const mayHold = sampled(sought, size);
  let known: Set<string> | undefined;
  return (text) => {
    const searched = isBase64 ? text : sameLengthLowerCase(text);
    if (!mayHold(searched)) return [];
    const pieces = (known ??= piecesOf(sought, size, publicWords));
    const ranges: Range[] = [];
    for (let at = 0; at + size <= searched.length; at += 1) {
      if (!pieces.has(searched.slice(at, at + size))) continue;
      ranges.push(isBase64 ? wholeToken(text, at, at + size) : [at, at + size]);
    }
    // Whole occurrences too: their pieces may all be public words.
    for (let at = searched.indexOf(sought); at !== -1; at = searched.indexOf(sought, at + 1)) {
      ranges.push([at, at + sought.length]);
    }
    return ranges;
  };
}

function piecesOf(sought: string, size: number, publicWords: readonly string[]): Set<string> {
  const pieces = new Set<string>();
  for (let at = 0; at + size <= sought.length; at += 1) {
    const piece = sought.slice(at, at + size);
    if (piece === sought || !publicWords.some((word) => word.includes(piece))) pieces.add(piece);
  }
  return pieces;
}

/**
 * False: no run of `size` characters of `sought` stands in the text. Nearly every text is told by a few samples: they stand
 * so close together that any such run would hold a whole one.
 */
function sampled(sought: string, size: number): (text: string) => boolean {
  const width = Math.min(3, size);
  const stride = size - width + 1;
  const samples = new Set<string>();
  for (let at = 0; at + width <= sought.length; at += 1) samples.add(sought.slice(at, at + width));
  return (text) => {
    for (let at = 0; at + width <= text.length; at += stride)
      if (samples.has(text.slice(at, at + width))) return true;
    return false;
  };
}

/** Under four characters, replacing every occurrence would hide the reply itself: only where it stands alone. */
function searchWord(secret: string): Search {
  const alone = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(secret)}(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => [...text.matchAll(alone)].map((match) => [match.index, match.index + match[0].length]);
}

function searchShortInBase64(secret: string): Search {
  return (text) =>
    [...text.matchAll(/[A-Za-z0-9+/_-]{2,}={0,2}/g)]
      .filter((match) => {
        const fields = Buffer.from(match[0], 'base64')
          .toString('utf8')
          .split(/[\0\u0001]|Bearer /);
        return fields.includes(secret);
      })
      .map((match) => [match.index, match.index + match[0].length]);
}

/** The base64 run around a hit: the rest of it may hold the secret's other bytes. */
function wholeToken(text: string, from: number, to: number): Range {
  const isToken = (at: number): boolean => /[A-Za-z0-9+/=_-]/.test(text.charAt(at));
  let first = from;
  let afterLast = to;
  while (first > 0 && isToken(first - 1)) first -= 1;
  while (afterLast < text.length && isToken(afterLast)) afterLast += 1;
  return [first, afterLast];
}

function replaceRanges(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let result = '';
  let done = 0;
  for (const [from, to] of [...ranges].sort((one, other) => one[0] - other[0])) {
    if (from > done || result === '') result += text.slice(done, from) + hidden;
    done = Math.max(done, to);
  }
  return result + text.slice(done);
}

function percentEncoded(text: string): string {
  return Array.from(Buffer.from(text), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9_.~-]/.test(character)
      ? character
      : `%${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  }).join('');
}

/** A few letters change their length with their case; positions must stay the same. */
function sameLengthLowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}
