import { addDays, type Day, isDay } from '../dates.ts';

/** Whether a workbook counts its days from 1900 or, as old ones of the Macintosh do, from 1904. */
export type Epoch = 1900 | 1904;

/**
 * The day of a serial number of a workbook (ECMA-376 18.17.4.1), undefined beyond 9999 or for what is none: 60 of the 1900 system is
 * the 29 February 1900 that never was. The time of day is left out.
 */
export const serialDay = (serial: number, epoch: Epoch = 1900): Day | undefined => {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < (epoch === 1900 ? 1 : 0) || whole > 2_958_465) return undefined;
  if (epoch === 1904) return whole > 2_957_003 ? undefined : addDays('1904-01-01', whole);
  if (whole === 60) return undefined;
  return addDays(whole < 60 ? '1899-12-31' : '1899-12-30', whole);
};

/** The serial number of a day in the 1900 system; undefined before 1900-03-01, where programs disagree. */
export const daySerial = (day: Day): number | undefined => {
  const serial = Math.round(
    (Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000,
  );
  return serial > 60 ? serial : undefined;
};

const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/;
const separated = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const midnight = /[T\s]+0?0:00(:00(\.0+)?)?Z?$/;
const clock = /\d{1,2}:\d{2}/;
const yearLast = /^\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4})$/;

/** A day as people type it, already narrow: the day, or why it is none. */
export const readDay = (
  text: string,
  epoch: Epoch = 1900,
): { day: Day } | { wrong: 'not-a-date' | 'no-such-day' | 'date-doubtful' | 'has-time' } => {
  const date = text.replace(midnight, '');
  if (clock.test(date)) return { wrong: 'has-time' };
  const close = date.replace(/\s+/g, '');
  const [year, month, date2] =
    chinese.exec(close)?.slice(1) ??
    separated.exec(close)?.filter((_, at) => at !== 0 && at !== 2) ??
    compact.exec(close)?.slice(1) ??
    [];
  if (year !== undefined && month !== undefined && date2 !== undefined) {
    const day = `${year}-${month.padStart(2, '0')}-${date2.padStart(2, '0')}`;
    return isDay(day) ? { day } : { wrong: 'no-such-day' };
  }
  // A serial number that lost its format on the way through a CSV: days from 1954 to 2119.
  const serial = /^[2-7]\d{4}$/.test(close) ? serialDay(Number(close), epoch) : undefined;
  if (serial !== undefined) return { day: serial };
  return { wrong: yearLast.test(close) ? 'date-doubtful' : 'not-a-date' };
};
