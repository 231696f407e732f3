// Knows how JSON is written so that it is safe on a terminal too.

/** JSON leaves C1 controls and direction marks raw; in a string a \u escape means the same and moves no cursor. */
export function machineText(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
