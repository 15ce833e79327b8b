const DECIMALS = /^(\d+)DP$/;
const FIGURES = /^(\d+)SF$/;
const SCIENTIFIC = /^(\d+)SCI$/;

/** Digits that count: leading zeros do not, trailing zeros of whole numbers may or may not. */
function figures(value: string, wanted: number): boolean {
  const digits = value.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  if (value.includes('.')) return digits.length === wanted || digits === '';
  return digits.length >= wanted
    ? /^0*$/.test(digits.slice(wanted))
    : digits.length === wanted || digits === '';
}

/** A date or time in the form its UNIT row gives, such as `yyyy-mm-ddThh:mm:ss` (AGS4 rule 8). */
function dated(value: string, unit: string): boolean {
  if (!/^[yYmMdDhHsS:T.+\-Z()/ ]+$/.test(unit)) return true;
  const pattern = unit
    .replace(/[.+()/-]/g, '\\$&')
    .replace(/yyyy/i, '\\d{4}')
    .replace(/mm/gi, '\\d\\d')
    .replace(/(hh|dd|ss|yy)/gi, '\\d\\d')
    .replace(/s+$/i, '\\d+');
  if (!new RegExp(`^${pattern}$`).test(value)) return false;
  const date = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
  return !date || (Number(date[2]) <= 12 && Number(date[3]) <= 31);
}

/** False for a value that its TYPE and UNIT do not allow (AGS4 rule 8, and the list of types in its section 6). */
export function fitsType(value: string, type: string, unit: string): boolean {
  if (value === '') return true;
  const decimals = DECIMALS.exec(type)?.[1];
  if (decimals !== undefined)
    return new RegExp(decimals === '0' ? '^-?\\d+$' : `^-?\\d+\\.\\d{${decimals}}$`).test(value);
  const wanted = FIGURES.exec(type)?.[1];
  if (wanted !== undefined) return /^-?\d+(\.\d*)?$/.test(value) && figures(value, Number(wanted));
  if (SCIENTIFIC.test(type)) return /^-?\d(\.\d+)?[eE][+-]?\d+$/.test(value);
  if (type === 'YN') return /^(Y|N|y|n)$/.test(value);
  if (type === 'DT') return dated(value, unit);
  if (type === 'T') return unit === '' || /^[\d:]+$/.test(value);
  return true;
}
