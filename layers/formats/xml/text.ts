const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces the five predefined entities and character references; any other entity stays as it is. */
export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? all;
      const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** Text of the first element with this local name, without its markup; undefined when there is none. */
export function xmlText(xml: string, name: string): string | undefined {
  const found = new RegExp(
    `<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?>([\\s\\S]{0,20000}?)</(?:[\\w.-]+:)?${name}\\s*>`,
  ).exec(xml)?.[1];
  if (found === undefined) return undefined;
  const text = found.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1').replace(/<[^>]*>/g, ' ');
  return unescapeXml(text).replace(/\s+/g, ' ').trim().slice(0, 2000);
}
