import type { Cell } from '@geoarchive/domain/sheets/cell.ts';
import { type Epoch, serialDay } from '@geoarchive/domain/sheets/day.ts';
import { unreadable } from '../../unreadable.ts';
import type { StringTable } from './strings.ts';
import { unescaped } from './text.ts';

/** What a cell needs of its workbook. */
export type Shared = { strings: StringTable; dates: readonly boolean[]; dayOf: (serial: number) => Cell };
/** A cell as the XML has it: type and style, its value or inline text, and whether there is a formula. */
export type Written = { type: string; style: number; value: string | undefined; formula: boolean };

/** A table has many rows of few days: working each out once halves the time of a column of dates. */
const mostDays = 50_000;
export const dayReader = (epoch: Epoch) => {
  const known = new Map<number, Cell>();
  return (serial: number): Cell => {
    const found = known.get(serial);
    if (found !== undefined) return found;
    const cell = dateOf(serial, epoch);
    if (known.size < mostDays) known.set(serial, cell);
    return cell;
  };
};

/** A day with its time of day, to the second, from a serial number. */
const dateOf = (serial: number, epoch: Epoch): Cell => {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const day = serialDay(serial + (seconds === 86_400 ? 1 : 0), epoch);
  if (day === undefined) return serial;
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  return { date: time === '00:00:00' ? day : `${day}T${time}` };
};

/** A date of a cell of type `d` (strict workbooks). */
const isoDate = (text: string): Cell => {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text) ?? [];
  if (day === undefined) return text;
  return { date: time === undefined || time === '00:00:00' ? day : `${day}T${time}` };
};

/** The value of a cell; of a formula what it last gave. */
export const cellValue = (
  { type, style, value, formula }: Written,
  { strings, dates, dayOf }: Shared,
): Cell => {
  if (value === undefined || (value === '' && type === 'n')) return formula ? { error: '#FORMULA' } : null;
  switch (type) {
    case 's': {
      const text = strings.get(Number(value));
      if (text === undefined) throw unreadable('damaged', { what: `string ${value}` });
      return text;
    }
    case 'str':
    case 'inlineStr':
      return unescaped(value);
    case 'b':
      return value.trim() === '1' || value.trim() === 'true';
    case 'e':
      return { error: value };
    case 'd':
      return isoDate(value);
    default: {
      const number = Number(value);
      if (!Number.isFinite(number)) throw unreadable('damaged', { what: `number ${value.slice(0, 40)}` });
      return dates[style] ? dayOf(number) : number;
    }
  }
};
