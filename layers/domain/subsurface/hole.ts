import type { HoleHeader } from './header.ts';
import { type ChildKind, type Children, childKinds } from './tables.ts';

/** A curve of a log (测井曲线): values beside those of the log's index, as 64-bit floats, NaN where nothing was measured. */
export type Curve = {
  mnemonic: string;
  unit: string;
  description?: string | undefined;
  /** SHA-256 of the packed values (`packCurve`): also the name under which they are kept. */
  sha256: string;
  samples: number;
  /** First and last depth in metres that hold a value; missing where none does. */
  top?: number | undefined;
  base?: number | undefined;
  least?: number | undefined;
  most?: number | undefined;
};

/** A log as it came from one file: an index of depths (metres) and curves of the same length. */
export type Log = {
  /** Within the hole; the SHA-256 of the file it came from, or that and a number where a file holds several. */
  id: string;
  file: string;
  format: string;
  /** Depth in metres, along the hole. */
  index: Curve;
  /** The unit in which the file gave its depths. */
  indexUnit: string;
  curves: readonly Curve[];
  /** Items of the file's header, as it has them: for writing the log again. */
  parameters: readonly { mnemonic: string; unit: string; value: string; description: string }[];
};

/** A file that belongs to a hole and is not taken apart (DLIS, SEG-Y, photo): what its header says. */
export type Attachment = {
  file: string;
  format: string;
  bytes: number;
  sha256: string;
  facts: Readonly<Record<string, string | number>>;
};

/** A hole whole: header, children, logs, attachments. Depths in metres, places as given with their system. */
export type Hole = {
  header: HoleHeader;
  children: Children;
  logs: readonly Log[];
  attachments: readonly Attachment[];
};

export const noChildren: Children = {
  survey: [],
  runs: [],
  layers: [],
  samples: [],
  assays: [],
  hydro: [],
  casing: [],
  boxes: [],
  tests: [],
  tops: [],
  seal: [],
};

/** What a hole has of each kind of child, logs among them: its secrecy and its completeness are told by kind. */
export type PartKind = ChildKind | 'logs';
export const partKinds: readonly PartKind[] = [...childKinds, 'logs'];
export const countsOf = ({ children, logs }: Hole): Record<PartKind, number> => {
  const counts = childKinds.map((kind) => [kind, children[kind].length] as const);
  return { ...(Object.fromEntries(counts) as Record<ChildKind, number>), logs: logs.length };
};
