import { malformedXml } from '../errors.ts';

export type Element = {
  name: string;
  text: string;
  children: Element[];
};

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (_, entity: string) => {
    if (!entity.startsWith('#')) {
      const named = NAMED[entity];
      if (named === undefined) throw malformedXml();
      return named;
    }
    const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    if (code > 0x10ffff) throw malformedXml();
    return String.fromCodePoint(code);
  });
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads the small XML documents that clients send to S3: elements and text; attributes and namespaces are dropped,
 * comments skipped, document types refused. Throws MalformedXML (400).
 */
export function readXml(source: string): Element {
  const top: Element = { name: '', text: '', children: [] };
  const open: Element[] = [top];
  const token =
    /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;
  let at = source.startsWith('\ufeff') ? 1 : 0;
  while (at < source.length) {
    token.lastIndex = at;
    const match = token.exec(source);
    const current = open.at(-1);
    if (match === null || current === undefined) throw malformedXml();
    at = token.lastIndex;
    const [, cdata, closing, rawName, , selfClosing, text] = match;
    if (text !== undefined) current.text += unescapeXml(text);
    else if (cdata !== undefined) current.text += cdata;
    else if (rawName !== undefined) {
      const name = localName(rawName);
      if (closing) {
        if (open.length < 2 || current.name !== name) throw malformedXml();
        open.pop();
      } else {
        const element: Element = { name, text: '', children: [] };
        current.children.push(element);
        if (!selfClosing) open.push(element);
      }
    }
  }
  const [root] = top.children;
  if (open.length !== 1 || root === undefined || top.children.length > 1 || top.text.trim() !== '')
    throw malformedXml();
  return root;
}

/** The children of that name. */
export const all = (element: Element, name: string): Element[] =>
  element.children.filter((c) => c.name === name);

/** The text of the first child of that name, trimmed. */
export const textOf = (element: Element, name: string): string | undefined =>
  element.children.find((c) => c.name === name)?.text.trim();

/** The first child of that name. */
export const child = (element: Element, name: string): Element | undefined =>
  element.children.find((c) => c.name === name);

/** The text of the first child of that name as it stands: keys may begin or end with blanks. */
export const rawTextOf = (element: Element, name: string): string | undefined => child(element, name)?.text;
