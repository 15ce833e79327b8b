/** One element: its name and its text, or its children. An undefined value leaves the element out. */
export type Field = readonly [name: string, value: string | number | boolean | undefined | readonly Field[]];

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text; control characters become numeric references, as S3 writes them. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]|\p{Cc}/gu, (c) => NAMED[c] ?? `&#x${(c.codePointAt(0) ?? 0).toString(16)};`);
}

function render([name, value]: Field): string {
  if (value === undefined) return '';
  const inner = typeof value === 'object' ? value.map(render).join('') : escapeXml(String(value));
  const tag = name.split(' ')[0];
  return `<${name}>${inner}</${tag}>`;
}

/** A whole document in S3's namespace. */
export function xmlDocument(root: string, fields: readonly Field[]): string {
  const namespace = root === 'Error' ? '' : ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render([`${root}${namespace}`, fields])}`;
}
