// Knows how XML from outside is parsed: what is not well-formed, nested too deep or declares entities of its own is none.
// saxes, because others take broken documents for good ones or expand entities. May not throw, or fetch anything.

import { SaxesParser } from 'saxes';
import type { XmlElement } from '../core/mail/xml.ts';

/** SOAP and Autodiscover have a dozen levels. */
const deepest = 200;

type Growing = {
  name: string;
  attributes: Map<string, string>;
  text: string;
  children: Growing[];
};

/** The root element; undefined: this is no XML. */
export function readXml(text: string): XmlElement | undefined {
  const parser = new SaxesParser();
  const open: Growing[] = [];
  let root: Growing | undefined;
  // Without this saxes goes on after an error.
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('no document that is read here has one');
  });
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new Error('nested too deep');
    const attributes = new Map(
      Object.entries(tag.attributes).map(([name, value]) => [localName(name), value]),
    );
    const element: Growing = { name: localName(tag.name), attributes, text: '', children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (part: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  try {
    // XML 1.0 §2.1: a byte order mark is not part of the document.
    parser.write(text.replace(/^\ufeff/, '')).close();
  } catch {
    return undefined;
  }
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
