/** Widths in parts of the height of a Chinese character, as Noto Sans has them on average; enough to know where a line is full. */
const measured = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x1100) return code >= 0x2000 && code < 0x2e80 ? 0.7 : 1;
  if (/[mwMW@%]/.test(sign)) return 0.86;
  if (/[A-Z&]/.test(sign)) return 0.64;
  if (/[fijltrI.,:;'|!()[\] -]/.test(sign)) return 0.33;
  return 0.56;
};

const known = new Map<string, number>();
const widthOfSign = (sign: string): number => {
  const before = known.get(sign);
  if (before !== undefined) return before;
  const width = measured(sign);
  known.set(sign, width);
  return width;
};

/** How wide a text is, in the unit of `size`. */
export const widthOf = (said: string, size: number): number => {
  let width = 0;
  for (const sign of said) width += widthOfSign(sign);
  return width * size;
};

/** What must not begin a line, by the usual rules of Chinese setting; and what must not end one. */
const notFirst = /^[，。、；：！？）》」』】〕％%,.;:!?)\]}’”·…°′″]/u;
const notLast = /[（《「『【〔([{‘“]$/u;
/** Chinese signs one by one, everything else by words. */
const pieces = (said: string): string[] => said.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/gu) ?? [];

/** A word that no line holds, cut where the line is full. */
const cut = (word: string, width: number, size: number): string[] => {
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    if (part !== '' && widthOf(part + sign, size) > width) {
      parts.push(part);
      part = sign;
    } else part += sign;
  }
  return [...parts, part];
};

/** Pieces that stay together: a sign that may not begin a line hangs on to what is before it. */
const joined = (said: string, width: number, size: number): string[] => {
  const units: string[] = [];
  for (const piece of pieces(said).flatMap((one) =>
    widthOf(one, size) > width ? cut(one, width, size) : [one],
  )) {
    const last = units.at(-1);
    if (
      last !== undefined &&
      (notFirst.test(piece) || notLast.test(last)) &&
      widthOf(last + piece, size) <= width
    )
      units[units.length - 1] = last + piece;
    else units.push(piece);
  }
  return units;
};

/** A text broken into lines that are at most so wide. */
export const wrap = (said: string, width: number, size: number): string[] => {
  const lines: string[] = [];
  for (const paragraph of said.split('\n')) {
    let current = '';
    for (const unit of joined(paragraph, width, size)) {
      if (current.trim() !== '' && widthOf((current + unit).trimEnd(), size) > width) {
        lines.push(current.trim());
        current = unit;
      } else current += unit;
    }
    if (current.trim() !== '') lines.push(current.trim());
  }
  return lines;
};

/** As many lines as there is room for; what was left out shows as an ellipsis. */
export const fitted = (lines: readonly string[], most: number, width: number, size: number): string[] => {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  let last = kept.pop() ?? '';
  while (last !== '' && widthOf(`${last}…`, size) > width) last = last.slice(0, -1);
  return most < 1 ? [] : [...kept, `${last}…`];
};
/** One line, shortened where it is too long. */
export const oneLine = (said: string, width: number, size: number): string =>
  widthOf(said, size) <= width ? said : (fitted([said, ''], 1, width, size)[0] ?? '');
