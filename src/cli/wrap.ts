// Knows how wide text is on a terminal and where a line may end, Japanese included. Plain text only: colour comes after.

const ascii = /^[\x20-\x7e]*$/;

// string-width knows every script and emoji, and costs a start-up of its own (Intl.Segmenter, the emoji set). These blocks
// need neither: no combining marks, no emoji. Pairs of first and last code point (Unicode 15, EastAsianWidth.txt).
const narrow = [
  0x20, 0x7e, 0xa1, 0xa8, 0xaa, 0xac, 0xaf, 0x2ff, 0x370, 0x377, 0x384, 0x482, 0x48a, 0x52f, 0x2010, 0x2027,
  0x2030, 0x203b, 0x2190, 0x2193, 0x2200, 0x22ff, 0x2500, 0x2580, 0x2713, 0x2713, 0x2717, 0x2717,
];
const wide = [
  0x3000, 0x3029, 0x3041, 0x3096, 0x309b, 0x30ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xac00, 0xd7a3, 0xf900,
  0xfa6d, 0xff01, 0xff60,
];

let exactWidth: ((text: string) => number) | undefined;
let exactWidthWanted = false;

/** Columns on a terminal: an East-Asian wide character takes two. */
export function widthOf(text: string): number {
  if (ascii.test(text)) return text.length;
  if (exactWidth !== undefined) return exactWidth(text);
  const { columns, exact } = quickWidth(text);
  exactWidthWanted ||= !exact;
  return columns;
}

/** Exact where every character is in the blocks above. */
export function quickWidth(text: string): { columns: number; exact: boolean } {
  let columns = 0;
  let exact = true;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const isWide = isIn(wide, point);
    exact &&= isWide || isIn(narrow, point);
    columns += isWide ? 2 : 1;
  }
  return { columns, exact };
}

/** True when something was measured that only string-width knows; it is loaded then, and the caller measures again. */
export async function measuredRoughly(): Promise<boolean> {
  if (!exactWidthWanted || exactWidth !== undefined) return false;
  const { default: stringWidth } = await import('string-width');
  exactWidth = stringWidth;
  return true;
}

function isIn(ranges: readonly number[], point: number): boolean {
  for (let index = 0; index < ranges.length; index += 2)
    if (point >= (ranges[index] ?? 0) && point <= (ranges[index + 1] ?? 0)) return true;
  return false;
}

export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

// JIS X 4051, the basic rules: closing marks never begin a line, opening marks never end one.
const neverFirst = new Set(
  '、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.)]}!?:;%…―',
);
const neverLast = new Set('‘“（〔［｛〈《「『【([{');

/**
 * Lines of at most `width` columns, the first behind `indent`, the others behind `hanging`. Breaks at spaces and beside
 * wide characters; what cannot be broken (a path, an address) may stick out rather than be cut.
 */
export function wrap(text: string, width: number, indent = '', hanging: string = indent): string[] {
  return text.split('\n').flatMap((paragraph, index) => {
    const first = index === 0 ? indent : hanging;
    const lines: string[] = [];
    let line = '';
    for (const atom of atomsOf(paragraph)) {
      const lead = lines.length === 0 ? first : hanging;
      const glued = line === '' ? atom.text : line + (atom.spaced ? ' ' : '') + atom.text;
      if (line !== '' && widthOf(lead) + widthOf(glued) > width) {
        lines.push(lead + line);
        line = atom.text;
      } else line = glued;
    }
    lines.push((lines.length === 0 ? first : hanging) + line);
    return lines.map((each) => each.trimEnd());
  });
}

type Atom = { text: string; spaced: boolean };

/** Pieces that stay whole, and whether a space stood before each. */
function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  for (const word of text.split(/ +/)) {
    if (word === '') continue;
    if (ascii.test(word)) {
      atoms.push({ text: word, spaced: true });
      continue;
    }
    let spaced = true;
    let piece = '';
    let before = '';
    for (const character of word) {
      if (piece !== '' && mayBreak(before, character)) {
        atoms.push({ text: piece, spaced });
        spaced = false;
        piece = '';
      }
      piece += character;
      before = character;
    }
    atoms.push({ text: piece, spaced });
  }
  return atoms;
}

// Not of the standard: a loan word reads badly in two pieces, and the dictionary for all others costs a start-up.
const katakana = /^[\u30a1-\u30fc]$/;

function mayBreak(before: string, after: string): boolean {
  if (neverFirst.has(after) || neverLast.has(before)) return false;
  if (katakana.test(before) && katakana.test(after)) return false;
  return widthOf(before) > 1 || widthOf(after) > 1;
}
