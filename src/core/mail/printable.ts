// Knows how to make text from outside fit to be shown: on one line, without control over a terminal or over the
// order of what is read. May not hide that something was there: what is taken out is written out.

/** Kept although they are format characters: scripts and emoji need the joiners (Unicode 15 §23.2). */
const joiners = new Set(['\u200c', '\u200d']);

/**
 * Controls (C0, DEL, C1: so also ESC and CSI), format characters (bidirectional overrides of UAX #9 §2, zero-width
 * and tag characters) and lone surrogates are written as \x1b or \u{202e}; line breaks and tabs become a space; long
 * piles of combining marks are cut. At most `maximum` characters, the last one "…" where something was left out.
 */
export function printable(text: string, maximum: number): string {
  if (text.length <= maximum && /^[ -~]*$/.test(text)) return text;
  // Twice as many UTF-16 units as characters suffice, however long the text is.
  const unitsLooked = maximum * 2 + 2;
  const wasCut = text.length > unitsLooked;
  const head = wasCut ? text.slice(0, unitsLooked).replace(/[\ud800-\udbff]$/, '') : text;
  const characters: string[] = [];
  const shown = head
    .replace(/\r\n|[\r\n\t]/g, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
      joiners.has(character) ? character : written(character),
    );
  for (const character of shown) {
    characters.push(character);
    if (characters.length > maximum) break;
  }
  if (characters.length <= maximum && !wasCut) return shown;
  return maximum < 1 ? '' : `${characters.slice(0, maximum - 1).join('')}…`;
}

function written(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x100 ? `\\x${point.toString(16).padStart(2, '0')}` : `\\u{${point.toString(16)}}`;
}
