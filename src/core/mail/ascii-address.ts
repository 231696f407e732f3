// Knows how an address or a host that was typed full-width, or in letters of its own language, is written in ASCII. Pure.
// Full-width forms are U+FF01 to U+FF5E, and an input method writes "。" for a dot; the ASCII form of an internationalised
// domain is its A-label, xn--… (RFC 5891 §4, by the rules of UTS #46).

const fullWidth = /[\uff01-\uff5e]/gu;

/** The full-width characters in a text, each once. */
export function fullWidthIn(text: string): string {
  return [...new Set(text.match(fullWidth) ?? [])].join('');
}

export function halfWidth(text: string): string {
  return text
    .replaceAll(fullWidth, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfe_e0))
    .replaceAll(/[\u3002\uff61]/gu, '.');
}

/** The domain in ASCII; undefined: it has no such form. */
export function asciiDomain(domain: string): string | undefined {
  if (!/[\u0080-\u{10ffff}]/u.test(domain)) return domain;
  // What would be another part of an address is no part of a domain.
  const address = `http://${domain}/`;
  return /[\s/?#@:\\%]/.test(domain) || !URL.canParse(address) ? undefined : new URL(address).hostname;
}

/** The same address with its domain in ASCII; undefined: there is no such form. */
export function withAsciiDomain(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const domain = asciiDomain(address.slice(at + 1));
  return at === -1 || domain === undefined ? undefined : `${address.slice(0, at)}@${domain}`;
}

/** Whether two addresses are one, whatever the case, and whichever form of its domain is written. */
export function isSameAddress(one: string, other: string): boolean {
  const key = (address: string) => (withAsciiDomain(address) ?? address).toLowerCase();
  return key(one) === key(other);
}
