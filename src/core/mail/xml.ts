// Knows what an XML document is to whoever reads one (io/xml.ts parses it), and how text is written into one. Pure.

/** Without name space prefixes: each server chooses its own, and the names that are read here are unambiguous. */
export type XmlElement = {
  name: string;
  /** By name without prefix. */
  attributes: ReadonlyMap<string, string>;
  /** Its own text, without that of its children. */
  text: string;
  children: readonly XmlElement[];
};

/** The first one of this name, the element itself included, in document order. */
export function firstOf(element: XmlElement, name: string): XmlElement | undefined {
  return allOf(element, name)[0];
}

/** All of this name, the element itself included, in document order. */
export function allOf(element: XmlElement, name: string): XmlElement[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => allOf(child, name)),
  ];
}

/** The text of the first one of this name; undefined where there is none or where it is empty. */
export function textOf(element: XmlElement, name: string): string | undefined {
  const text = firstOf(element, name)?.text.trim();
  return text === '' ? undefined : text;
}

/** Text as content or in an attribute. Characters that XML 1.0 §2.2 does not have are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
