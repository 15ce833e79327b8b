const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const point = (code: number, whole: string): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : whole;

/** Text of XML as its characters: entities resolved, line ends as XML has them. */
export const xmlText = (raw: string): string => {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return point(Number.parseInt(hex, 16), whole);
    return decimal !== undefined ? point(Number(decimal), whole) : (named[name] ?? whole);
  });
};

/** Characters that XML cannot hold stand in a workbook as `_x000D_` (ECMA-376 22.9.2.19, ST_Xstring). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The value of an attribute by its name without prefix; undefined when it is not there. */
export const attribute = (attributes: string, name: string): string | undefined => {
  let at = attributes.indexOf(`${name}=`);
  while (at !== -1) {
    const before = attributes.charCodeAt(at - 1);
    if (before <= 0x20 || before === 0x3a) {
      const quote = attributes.charAt(at + name.length + 1);
      const end = attributes.indexOf(quote, at + name.length + 2);
      return end === -1 ? undefined : xmlText(attributes.slice(at + name.length + 2, end));
    }
    at = attributes.indexOf(`${name}=`, at + 1);
  }
  return undefined;
};
