// Knows which spellings of an id, address or name are one: whatever the case, a GUID with or without its braces (an export writes
// {2222…}, the Web API 2222…), and letters whether composed or not (が as one character or two). Pure.

const isAscii = /^[ -~]*$/;
const bracedGuid = /^\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}$/;

/** Asked for many times over by every record: most names need none of it. */
export function nameKey(name: string): string {
  const trimmed = name.trim();
  const key = (isAscii.test(trimmed) ? trimmed : trimmed.normalize('NFC')).toLowerCase();
  return key.startsWith('{') ? (bracedGuid.exec(key)?.[1] ?? key) : key;
}
