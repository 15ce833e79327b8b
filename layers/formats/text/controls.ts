/** Control characters that do occur in text: tab, line ends, form feed, the old end mark and escape. */
const ORDINARY = new Set([9, 10, 11, 12, 13, 26, 27]);

/** Number of control characters that do not belong in text; with `strict` tabs and line ends count too. */
export function countControls(text: string, strict = false): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 && (strict || !ORDINARY.has(code))) count++;
  }
  return count;
}
