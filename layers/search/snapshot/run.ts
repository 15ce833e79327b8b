import type { DatabaseSync } from 'node:sqlite';
import type { TileAddress } from '@geoarchive/tiles/mercator.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { parseText } from '../parse.ts';
import type { SearchReply, Visible, VisibleQuery } from '../query.ts';
import type { Columns } from './columns.ts';
import { facetCounter } from './facets.ts';
import { missingOf, placeAndTime, visibleMask } from './filter.ts';
import { tileMaker } from './map.ts';
import { wordSearcher } from './match.ts';
import { orderOf } from './order.ts';
import { pageCollector } from './page.ts';
import { remembered } from './remember.ts';

/** Different sets of rights whose records are remembered: a byte per record each. */
const RIGHTS_REMEMBERED = 16;

export type QueryRunner = {
  search(query: VisibleQuery): SearchReply;
  tile(query: VisibleQuery, address: TileAddress): Uint8Array;
};

/** Answers queries from an index in memory and its postings. `columns` may change between two calls. */
export const queryRunner = (db: DatabaseSync, columns: Columns): QueryRunner => {
  const maskOf = remembered(
    (visible: Visible) => visibleMask(columns, visible),
    () => columns.revision,
    RIGHTS_REMEMBERED,
  );
  const scoresOf = wordSearcher(db, columns);
  /** Whether a record is shown to who asks and met by the whole question: what a search counts. */
  const matching = (query: VisibleQuery) => {
    const mask = maskOf(query.visible);
    const scores = scoresOf(parseText(query.text ?? ''));
    const missing = missingOf(columns, query.filters ?? {});
    const tests = placeAndTime(columns, query);
    return (slot: number): boolean =>
      mask[slot] === 1 && scores?.[slot] !== 0 && tests.every((test) => test(slot)) && missing(slot) === 0;
  };

  const search = (query: VisibleQuery): SearchReply => {
    const after = decodeCursor(query);
    const mask = maskOf(query.visible);
    const scores = scoresOf(parseText(query.text ?? ''));
    const missingFilters = missingOf(columns, query.filters ?? {});
    const tests = placeAndTime(columns, query);
    const scoreOf = (slot: number) => (scores?.[slot] ?? 1) - 1;
    const page = pageCollector(orderOf(query.sort, columns, scoreOf), query.limit + 1, after);
    const facets = query.facets?.length ? facetCounter(columns, query.facets, query.facetSize) : undefined;

    let count = 0;
    for (let slot = 0; slot < columns.size; slot++) {
      if (mask[slot] !== 1 || scores?.[slot] === 0) continue;
      if (!tests.every((test) => test(slot))) continue;
      const missing = missingFilters(slot);
      facets?.count(slot, missing);
      if (missing !== 0) continue;
      count++;
      page.offer(slot);
    }

    const shown = page.entries().slice(0, query.limit);
    const last = page.entries().length > query.limit ? shown.at(-1) : undefined;
    return {
      hits: shown.map(({ slot }) => ({ id: columns.ids[slot] ?? '', score: scoreOf(slot) })),
      total: { count, exact: true },
      facets: facets?.facets() ?? {},
      ...(last ? { cursor: encodeCursor(query, last.position) } : {}),
    };
  };
  return { search, tile: tileMaker(columns, matching) };
};
