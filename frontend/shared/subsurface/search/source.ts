import type { HoleSheetRow } from './rows.ts';
import type { FacetCounts, HoleQuery } from './shape.ts';

export type HolePage<Item> = {
  items: Item[];
  total: number;
  exact: boolean;
  cursor?: string | undefined;
  facets: FacetCounts;
};

/** Where a site finds its holes, and what it can say of one: the archive's with their release, the portal's with places rounded. */
export type HoleSource<Item extends { id: string }> = {
  /** The module its answers are kept under. */
  module: string;
  page: (query: HoleQuery, signal?: AbortSignal) => Promise<HolePage<Item>>;
  read: (id: string) => Promise<Item>;
  /** Where its tiles are; undefined where none are made. */
  tiles: ((query: HoleQuery) => string) | undefined;
  media: string;
  token?: () => Promise<string | undefined>;
  row: (item: Item) => HoleSheetRow;
};
