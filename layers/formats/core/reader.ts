import type { Siblings, Source } from '../source.ts';
import type { Problem } from './problem.ts';

/** What a reader gets: ranged reads through a cache, the files beside it, and its time. */
export type Reading = {
  source: Source;
  siblings: Siblings | undefined;
  /** Folder of Adobe character maps (Chinese fonts in PDF). */
  characterMaps: string | undefined;
  /** Throws `TookTooLong` when the time of this file is over; loops call it now and then. */
  checkTime: () => void;
};

/** What a format is called. `puid` is the PRONOM identifier where one fits every version. */
export type FormatName = {
  id: string;
  name: string;
  mime: string;
  puid?: string;
  /** Usual extensions, the first one advised; used for the mismatch finding and as a tie-break only. */
  extensions: readonly string[];
};

/** What a reader finds. `format` names a more exact entry of the format table (KMZ instead of ZIP). */
export type Found = {
  problems: Problem[];
  metadata: Record<string, unknown>;
  format?: string;
  puid?: string;
  /** The format itself, where the table of formats has no entry for it. */
  known?: FormatName;
};

/** Reads one format. May throw on broken input: the caller makes a finding of it. */
export type Reader = (reading: Reading) => Promise<Found>;

/** Thrown by `checkTime`. */
export class TookTooLong extends Error {}
