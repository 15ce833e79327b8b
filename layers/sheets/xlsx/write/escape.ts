const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Control characters (CR too, which a reader would change), halves of pairs, and what would be taken for an escape. */
const unfit = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/gu;

/** Text for XML of a workbook: entities, and `_x000D_` for what XML cannot hold (ECMA-376 22.9.2.19). */
export const escaped = (text: string): string =>
  text
    .replace(unfit, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (char) => entities[char] ?? char);
