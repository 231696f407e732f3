// Knows which spellings of an id, address or name are one: whatever the case, a GUID with or without its braces (an export writes
// {2222…}, the Web API 2222…), and letters whether composed or not (が as one character or two). Pure.

const bracedGuid = /^\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}$/;

export function nameKey(name: string): string {
  const key = name.trim().normalize('NFC').toLowerCase();
  return bracedGuid.exec(key)?.[1] ?? key;
}
