// Knows the syntax of a mail address, RFC 5321 §4.1.2 with the limits of §4.5.3.1. Pure; says what is wrong, not only that.
// Comments and folding white space of RFC 5322 are not mail protocol and are refused.

export type AddressFault =
  | 'no-at'
  | 'local-part-empty'
  | 'local-part-too-long' // more than 64 octets
  | 'local-part-dots' // begins or ends with a dot, or two in a row
  | 'local-part-character'
  | 'domain-empty'
  | 'domain-too-long' // more than 255 octets
  | 'domain-label' // empty, over 63 octets, or with a hyphen at an end
  | 'domain-character'
  | 'too-long'; // a path of 256 octets includes the angle brackets

export type AddressVerdict =
  | { valid: true; international: boolean; singleLabel: boolean }
  | { valid: false; fault: AddressFault };

// atext of RFC 5322 §3.2.3; letters beyond ASCII are RFC 6531 (SMTPUTF8).
const atom = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\u{10ffff}]+$/u;
const quotedString = /^"(?:[\u0020-\u0021\u0023-\u005b\u005d-\u007e\u0080-\u{10ffff}]|\\[\u0020-\u007e])*"$/u;
const addressLiteral = /^\[(?:\d{1,3}(?:\.\d{1,3}){3}|IPv6:[0-9A-Fa-f:.]+)\]$/;
const label =
  /^[A-Za-z0-9\u0080-\u{10ffff}](?:[A-Za-z0-9\-\u0080-\u{10ffff}]*[A-Za-z0-9\u0080-\u{10ffff}])?$/u;

export function readAddress(address: string): AddressVerdict {
  const at = address.lastIndexOf('@');
  if (at === -1) return { valid: false, fault: 'no-at' };
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  const fault = faultOfLocalPart(local) ?? faultOfDomain(domain);
  if (fault !== undefined) return { valid: false, fault };
  if (octets(address) > 254) return { valid: false, fault: 'too-long' };
  return {
    valid: true,
    international: !isAscii(address),
    singleLabel: !domain.includes('.') && !domain.startsWith('['),
  };
}

function faultOfLocalPart(local: string): AddressFault | undefined {
  if (local === '') return 'local-part-empty';
  if (octets(local) > 64) return 'local-part-too-long';
  if (local.startsWith('"')) return quotedString.test(local) ? undefined : 'local-part-character';
  const atoms = local.split('.');
  if (atoms.includes('')) return 'local-part-dots';
  return atoms.every((each) => isText(each) && atom.test(each)) ? undefined : 'local-part-character';
}

function faultOfDomain(domain: string): AddressFault | undefined {
  if (domain === '') return 'domain-empty';
  if (octets(domain) > 255) return 'domain-too-long';
  if (domain.startsWith('[')) return addressLiteral.test(domain) ? undefined : 'domain-character';
  const labels = domain.split('.');
  if (!labels.every((each) => isText(each) && /^[A-Za-z0-9\-\u0080-\u{10ffff}]*$/u.test(each)))
    return 'domain-character';
  return labels.every((each) => octets(each) <= 63 && label.test(each)) ? undefined : 'domain-label';
}

/** Beyond ASCII letters are allowed, spaces and controls of Unicode are not. */
function isText(text: string): boolean {
  return !/[\s\p{Cc}\p{Cf}]/u.test(text);
}

function isAscii(text: string): boolean {
  return !/[\u0080-\u{10ffff}]/u.test(text);
}

/** Length in UTF-8. */
function octets(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4;
  }
  return length;
}
