import { isDay } from '@geoarchive/domain/dates.ts';
import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import type { ChildKind } from '@geoarchive/domain/subsurface/tables.ts';
import { metresIn } from '../logs/units.ts';
import type { AgsRow } from './rows.ts';

export type Values = Record<string, string | number>;
const defined = (values: Readonly<Record<string, string | number | undefined>>): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  );

const number = (text: string): number | undefined => {
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
};
/** A length in metres, whatever unit its column has. */
const metres = ({ text, unit }: AgsRow, ...headings: string[]): number | undefined => {
  const heading = headings.find((name) => text(name) !== '') ?? '';
  const value = number(text(heading));
  return value === undefined
    ? undefined
    : Math.round(value * (metresIn(unit(heading)) ?? 1) * 10_000) / 10_000;
};
/** Days as edition 4 (ISO) and edition 3 (day first) write them, whatever time follows. */
const day = (text: string): string | undefined => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  const british = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(text);
  const made =
    iso !== null
      ? iso.slice(1, 4).join('-')
      : british !== null
        ? `${british[3]}-${british[2]}-${british[1]}`
        : '';
  return isDay(made) ? made : undefined;
};
const cut = (text: string, most: number): string => text.slice(0, most);

/** The header of a hole in LOCA (edition 4) or HOLE (edition 3), with the project it was drilled for. */
export const headerFields = (row: AgsRow, project: Partial<HoleHeader>): Partial<HoleHeader> => {
  const { text } = row;
  const plane = { x: number(text('NATE')), y: number(text('NATN')), crs: cut(text('GREF'), 100) };
  const degrees = { x: number(text('LON')), y: number(text('LAT')), crs: cut(text('LLZ'), 100) };
  const { x, y, crs } = plane.x !== undefined && plane.y !== undefined ? plane : degrees;
  const dip = number(text('INCL'));
  const azimuth = number(text('ORNT'));
  const values = defined({
    ...project,
    holeType: 'engineering',
    x,
    y,
    crs: x === undefined ? undefined : crs,
    elevation: metres(row, 'GL'),
    finalDepth: metres(row, 'FDEP') || undefined,
    startedOn: day(text('STAR')),
    finishedOn: day(text('ENDD')),
    dip: dip !== undefined && Math.abs(dip) <= 90 ? dip : undefined,
    azimuth: azimuth !== undefined && azimuth >= 0 && azimuth <= 360 ? azimuth : undefined,
    remarks: cut([text('TYPE'), text('LOCA'), text('REM')].filter(Boolean).join('; '), 1000),
  });
  // Built of the header's own keys above.
  return values as Partial<HoleHeader>;
};
export const projectFields = ({ text }: AgsRow): Partial<HoleHeader> =>
  defined({
    project: cut(text('NAME'), 200),
    projectNumber: cut(text('ID'), 60),
    contractor: cut(text('CONT'), 200),
  });

const sampleName = ({ text }: AgsRow): string =>
  cut(text('ID') || [text('TYPE') + text('REF'), text('TOP')].filter(Boolean).join('@'), 60);
/** Depth to which a standard penetration test went: its increments, else the 450 mm of the standard. */
const penetration = ({ text }: AgsRow): number => {
  const parts = [1, 2, 3, 4, 5, 6].map((at) => number(text(`PEN${at}`)) ?? 0);
  const sum = parts.reduce((total, part) => total + part, 0);
  return (sum > 0 ? sum : 450) / 1000;
};

type Reader = {
  kind: ChildKind;
  needs: readonly string[];
  read: (row: AgsRow) => Record<string, string | number | undefined>;
};
const interval = (row: AgsRow) => ({
  from: metres(row, 'TOP', 'FROM'),
  to: metres(row, 'BASE', 'BOT', 'TO'),
});

/** Groups that become rows of a hole, and how; the headings are those of the AGS data dictionaries 3.1 and 4.1. */
const readers: Readonly<Record<string, Reader>> = {
  GEOL: {
    kind: 'layers',
    needs: ['from', 'to'],
    read: (row) => ({
      ...interval(row),
      rockCode: cut(row.text('LEG'), 30),
      stratum: cut(row.text('FORM', 'GEOL', 'GEO2'), 100),
      description: cut(row.text('DESC'), 4000),
    }),
  },
  SAMP: {
    kind: 'samples',
    needs: ['sample'],
    read: (row) => ({ sample: sampleName(row), type: cut(row.text('TYPE'), 60), ...interval(row) }),
  },
  CORE: {
    kind: 'runs',
    needs: ['from', 'to'],
    read: (row) => ({ ...interval(row), recovery: number(row.text('PREC')) }),
  },
  ISPT: {
    kind: 'tests',
    needs: ['from', 'to'],
    read: (row) => {
      const from = metres(row, 'TOP');
      const result = row.text('REP') || (row.text('NVAL') === '' ? '' : `N=${row.text('NVAL')}`);
      const to = from === undefined ? undefined : Math.round((from + penetration(row)) * 1000) / 1000;
      return { method: 'SPT', from, to, result: cut(result, 200) };
    },
  },
  WSTG: {
    kind: 'hydro',
    needs: ['from'],
    read: (row) => ({
      kind: '见水',
      from: metres(row, 'DPTH'),
      date: day(row.text('DTIM')),
      remarks: cut(row.text('REM'), 500),
    }),
  },
  WSTD: {
    kind: 'hydro',
    needs: ['from'],
    read: (row) => ({
      kind: `见水后 ${row.text('NMIN')} min 水位`,
      from: metres(row, 'WSTG_DPTH', 'DPTH'),
      value: number(row.text('POST')),
      unit: 'm',
      remarks: cut(row.text('REM'), 500),
    }),
  },
  WSTK: {
    kind: 'hydro',
    needs: ['from'],
    read: (row) => ({
      kind: row.text('NMIN') === '' ? '见水' : `见水后 ${row.text('NMIN')} min 水位`,
      from: metres(row, 'DEP'),
      value: number(row.text('POST')),
      unit: 'm',
      date: day(row.text('DATE')),
      remarks: cut(row.text('FLOW'), 500),
    }),
  },
  CDIA: {
    kind: 'casing',
    needs: ['to'],
    read: (row) => ({
      from: 0,
      to: metres(row, 'DPTH', 'CDEP') || undefined,
      diameter: number(row.text('DIAM', 'HOLE')),
    }),
  },
  PIPE: {
    kind: 'casing',
    needs: ['from', 'to'],
    read: (row) => ({
      ...interval(row),
      kind: cut([row.text('REF'), row.text('TYPE')].filter(Boolean).join(' '), 60),
      diameter: number(row.text('DIAM')),
      material: cut(row.text('CONS'), 60),
    }),
  },
  BKFL: {
    kind: 'seal',
    needs: ['from', 'to'],
    read: (row) => ({
      ...interval(row),
      material: cut(row.text('DESC') || row.text('LEG'), 100),
      sealedOn: day(row.text('DATE')),
    }),
  },
  HORN: {
    kind: 'survey',
    needs: ['depth'],
    read: (row) => ({
      depth: metres(row, 'TOP'),
      dip: number(row.text('INCL')),
      azimuth: number(row.text('ORNT')),
    }),
  },
};

/** What a row of data says along its hole: undefined for groups that are not kept, `missing` where what it needs is not there. */
export const rowFields = (row: AgsRow): { kind: ChildKind; values: Values; missing?: string } | undefined => {
  const reader = Object.hasOwn(readers, row.group) ? readers[row.group] : undefined;
  if (reader === undefined) return undefined;
  const values = defined(reader.read(row));
  const missing = reader.needs.find((key) => values[key] === undefined);
  return { kind: reader.kind, values, ...(missing === undefined ? {} : { missing }) };
};
