import type { FormatName, Reader } from './reader.ts';

/** An entry of the format table. */
export type Format = FormatName & {
  /** Loads the reader; formats without one are identified only. */
  reader?: () => Promise<Reader>;
};

/** Extension in lower case without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot <= 0 ? '' : base.slice(dot + 1).toLowerCase();
}
