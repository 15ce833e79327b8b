import type { ChildKind } from '@geoarchive/domain/subsurface/tables.ts';
import { metresIn } from '../logs/units.ts';
import type { Said } from '../part.ts';
import type { Content, OtherTable } from './content.ts';
import { lasTexts } from './texts.ts';

type Row = { kind: ChildKind; values: Record<string, string | number> };
/** Columns of LAS 3.0's tables by what they are here: depths are lengths, all else is taken as it stands. */
const known: Readonly<
  Record<string, { kind: ChildKind; columns: Readonly<Record<string, RegExp>>; needs: readonly string[] }>
> = {
  tops: {
    kind: 'tops',
    columns: { stratum: /^(topn|top_?name|name|formation|form)/i, top: /^(topt|top_?depth|depth|md|top)$/i },
    needs: ['stratum', 'top'],
  },
  inclinometry: {
    kind: 'survey',
    columns: {
      depth: /^(md|dept|depth)/i,
      inclination: /^(incl|devi|dev|inc|rb)$/i,
      azimuth: /^(azim|az|azi|azimuth)/i,
    },
    needs: ['depth'],
  },
};
const lengths = new Set(['top', 'depth']);

const rowsOf = ({ name, definition, rows }: OtherTable, nothing: number): Row[] => {
  const table = known[name];
  if (table === undefined) return [];
  const places = Object.entries(table.columns).flatMap(([key, like]) => {
    const at = definition.findIndex(({ mnemonic }) => like.test(mnemonic));
    return at === -1
      ? []
      : [{ key, at, factor: lengths.has(key) ? (metresIn(definition[at]?.unit ?? '') ?? 1) : 1 }];
  });
  return rows.flatMap((cells) => {
    const values: Row['values'] = {};
    for (const { key, at, factor } of places) {
      const cell = cells[at]?.trim() ?? '';
      const number = Number(cell);
      if (key === 'stratum') {
        if (cell !== '') values[key] = cell.slice(0, 100);
      } else if (cell !== '' && Number.isFinite(number) && number !== nothing)
        values[key] = Math.round(number * factor * 10_000) / 10_000;
    }
    return table.needs.every((key) => values[key] !== undefined) ? [{ kind: table.kind, values }] : [];
  });
};

/** Rows of a hole in the tables of LAS 3.0 that are no logs (tops, inclinometry); the other tables are told. */
export const otherRows = (
  { others, nothing }: Content,
  say: (said: Said, values?: Readonly<Record<string, string | number>>) => void,
): Row[] =>
  others.flatMap((table) => {
    const rows = rowsOf(table, nothing);
    if (rows.length === 0 && table.rows.length > 0)
      say(lasTexts.other, { name: table.name, rows: table.rows.length });
    return rows;
  });
