import type { Reader } from './reader.ts';

/** An entry of the format table. `puid` is the PRONOM identifier where one fits every version. */
export type Format = {
  id: string;
  name: string;
  mime: string;
  puid?: string;
  /** Usual extensions, the first one advised; used for the mismatch finding and as a tie-break only. */
  extensions: readonly string[];
  /** Loads the reader; formats without one are identified only. */
  reader?: () => Promise<Reader>;
};

/** Extension in lower case without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot <= 0 ? '' : base.slice(dot + 1).toLowerCase();
}
