import { unreadable } from '../../unreadable.ts';

/** What a scanner tells: a tag that opens (its attributes as they stand), one that closes, text between. */
export type Told = {
  open(name: string, attributes: string, closed: boolean): void;
  close(name: string): void;
  text(text: string): void;
};

const damaged = (what: string) => unreadable('damaged', { what });

/** The end of the tag that begins at `open`, -1 when it is not there yet: a `>` in quotes is none. */
const endOfTag = (input: string, open: number): number => {
  let quote = 0;
  for (let at = open + 1; at < input.length; at++) {
    const char = input.charCodeAt(at);
    if (quote !== 0) {
      if (char === quote) quote = 0;
    } else if (char === 0x22 || char === 0x27) quote = char;
    else if (char === 0x3e) return at;
  }
  return -1;
};

const specials = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Without its namespace prefix: some programs write `x:row`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Scans XML by chunks, as programs write it into workbooks: no entities of its own (a DOCTYPE is refused), names without their
 * prefix. It checks no nesting, so whoever listens counts what must close. `longest` bounds a tag or text, in characters.
 */
export const xmlScanner = (told: Told, longest = 1024 * 1024) => {
  let rest = '';
  const tag = (input: string, open: number, end: number): void => {
    if (input.charCodeAt(open + 1) === 0x2f) {
      told.close(localName(input.slice(open + 2, end).trimEnd()));
      return;
    }
    const closed = input.charCodeAt(end - 1) === 0x2f;
    const stop = closed ? end - 1 : end;
    let name = open + 1;
    while (name < stop && input.charCodeAt(name) > 0x20) name++;
    told.open(localName(input.slice(open + 1, name)), input.slice(name, stop), closed);
  };
  /** What is no tag: comments and instructions are passed over, CDATA is text. Gives its end, -1 when that is not there yet. */
  const special = (input: string, open: number): number => {
    if (input.length - open < 9) return -1;
    const kind = specials.find(([start]) => input.startsWith(start, open));
    if (kind === undefined) throw damaged('DOCTYPE');
    const [start, stop] = kind;
    const end = input.indexOf(stop, open + start.length);
    if (end !== -1 && start === '<![CDATA[') told.text(input.slice(open + 9, end).replaceAll('&', '&amp;'));
    return end === -1 ? -1 : end + stop.length - 1;
  };
  return {
    write(chunk: string): void {
      const input = rest === '' ? chunk : rest + chunk;
      let at = 0;
      for (;;) {
        const open = input.indexOf('<', at);
        if (open === -1) break;
        const next = input.charCodeAt(open + 1);
        const isSpecial = next === 0x21 || next === 0x3f;
        const end = isSpecial ? special(input, open) : endOfTag(input, open);
        if (end === -1) break;
        if (open > at) told.text(input.slice(at, open));
        if (!isSpecial) tag(input, open, end);
        at = end + 1;
      }
      rest = input.slice(at);
      if (rest.length > longest) throw damaged('XML');
    },
    /** Whether something was begun and never ended. */
    unfinished: (): boolean => rest.includes('<'),
  };
};
