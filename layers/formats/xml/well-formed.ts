/** What is wrong with a text as XML, and where; undefined when it is well-formed. */
export type Fault = { what: string; line: number };

const NAME = /^[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*/u;
const PREDEFINED = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Attributes of a start tag: each name once, each value quoted. Returns what is wrong. */
function attributesFault(text: string): string | undefined {
  const seen = new Set<string>();
  let rest = text;
  while (rest.trim() !== '') {
    const found = /^\s+([^\s=<>"']+)\s*=\s*("[^"<]*"|'[^'<]*')/.exec(rest);
    if (!found?.[1] || !NAME.test(found[1])) return `attribute ${rest.trim().slice(0, 30)}`;
    if (seen.has(found[1])) return `attribute ${found[1]} twice`;
    seen.add(found[1]);
    rest = rest.slice(found[0].length);
  }
  return undefined;
}

/** End of a document type declaration, which may hold declarations of its own. */
function doctypeEnd(text: string, at: number): number {
  const subset = text.indexOf('[', at);
  const close = text.indexOf('>', at);
  if (subset < 0 || (close >= 0 && close < subset)) return close < 0 ? -1 : close + 1;
  const end = /\]\s*>/g;
  end.lastIndex = subset;
  return end.exec(text) ? end.lastIndex : -1;
}

/** End of a start tag, whose quoted values may hold `>`. */
function tagEnd(text: string, at: number): number {
  let quote = '';
  for (let i = at; i < text.length; i++) {
    const char = text[i] ?? '';
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return i;
    else if (char === '<' && i > at) return -1;
  }
  return -1;
}

const lineAt = (text: string, at: number) => text.slice(0, at).split('\n').length;

/** Checks that a text is well-formed XML 1.0, without resolving entities. `step` is called now and then. */
export function wellFormedFault(text: string, step: () => void): Fault | undefined {
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  let tags = 0;
  const declares =
    /<!ENTITY/.test(text.slice(0, 200_000)) || /<!DOCTYPE[^>]*(SYSTEM|PUBLIC)/.test(text.slice(0, 4000));
  const fault = (what: string, place = at): Fault => ({ what, line: lineAt(text, place) });
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const data = text.slice(at, next < 0 ? text.length : next);
    if (open.length === 0 && data.replace(/^\uFEFF/, '').trim() !== '')
      return fault('text outside of the root element');
    const entity = /&(?!#\d+;|#x[\da-fA-F]+;)([^;\s<&]*)(;?)/.exec(data);
    if (entity && (entity[2] === '' || !(PREDEFINED.has(entity[1] ?? '') || declares)))
      return fault(`entity &${entity[1]}`, at + entity.index);
    if (next < 0) break;
    at = next;
    if (++tags % 5000 === 0) step();
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = open.length > 0 ? after(text, ']]>', at) : -1;
    else if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('<!DOCTYPE', at)) at = doctypeEnd(text, at);
    else {
      const end = tagEnd(text, at);
      if (end < 0) return fault('tag is not closed');
      const inside = text.slice(at + 1, end);
      if (inside.startsWith('/')) {
        const expected = open.pop();
        const name = inside.slice(1).trim();
        if (name !== expected) return fault(`</${name.slice(0, 40)}> instead of </${expected ?? ''}>`);
      } else {
        const empty = inside.endsWith('/');
        const body = empty ? inside.slice(0, -1) : inside;
        const name = NAME.exec(body)?.[0];
        if (name === undefined) return fault(`tag <${inside.slice(0, 30)}`);
        const wrong = attributesFault(body.slice(name.length));
        if (wrong) return fault(wrong);
        if (open.length === 0 && ++roots > 1) return fault('more than one root element');
        if (!empty) open.push(name);
        if (open.length > 10_000) return fault('nested too deeply');
      }
      at = end + 1;
    }
    if (at <= 0) return fault('not closed', next);
  }
  if (open.length > 0) return fault(`<${open.at(-1)}> is not closed`);
  return roots === 0 ? fault('no element') : undefined;
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? -1 : at + end.length;
}
