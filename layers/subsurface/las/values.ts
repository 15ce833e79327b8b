/** Powers of ten that a double holds exactly: a whole number below 2^53 divided by one of them is rounded once, as `Number` rounds. */
const powers = Array.from({ length: 23 }, (_, at) => 10 ** at);
const [minus, plus, point, nought, nine] = [45, 43, 46, 48, 57];
const mostDigits = 15;

const absent = /^(-+|-?\.-*|\(?null\)?|nan|n\/?a|#n\/?a!?|none|inf|-inf|\*+)$/i;
/** The number of a cell: NaN for the words and marks that stand for no value, undefined for anything else that is none. */
export const cellNumber = (text: string): number | undefined => {
  const number = text === '' ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return number;
  if (text === '' || absent.test(text)) return Number.NaN;
  // Exponents as Fortran writes them.
  const fortran = /^[-+]?[\d.]+d[-+]?\d+$/i.test(text) ? Number(text.replace(/d/i, 'e')) : Number.NaN;
  return Number.isFinite(fortran) ? fortran : undefined;
};

/**
 * Reads the numbers of a line that blanks part into `row`, the same doubles as `Number` gives. Gives how many there are; -1 where one is
 * none, for a slower look.
 */
export const scanNumbers = (line: string, row: Float64Array): number => {
  const end = line.length;
  let count = 0;
  let at = 0;
  for (;;) {
    while (at < end && line.charCodeAt(at) <= 32) at++;
    if (at === end) return count;
    const start = at;
    let code = line.charCodeAt(at);
    const negative = code === minus;
    if (negative || code === plus) code = line.charCodeAt(++at);
    let [mantissa, digits, fraction] = [0, 0, 0];
    while (code >= nought && code <= nine) {
      mantissa = mantissa * 10 + (code - nought);
      digits++;
      code = line.charCodeAt(++at);
    }
    if (code === point) {
      code = line.charCodeAt(++at);
      while (code >= nought && code <= nine) {
        mantissa = mantissa * 10 + (code - nought);
        digits++;
        fraction++;
        code = line.charCodeAt(++at);
      }
    }
    let value: number;
    // Behind the end of the line there is no code (NaN), which is no number greater than a blank.
    if (digits > 0 && digits <= mostDigits && !(code > 32)) {
      const whole = mantissa / (powers[fraction] ?? 1);
      value = negative ? -whole : whole;
    } else {
      while (at < end && line.charCodeAt(at) > 32) at++;
      value = Number(line.slice(start, at));
      if (!Number.isFinite(value)) return -1;
    }
    if (count < row.length) row[count] = value;
    count++;
  }
};
