import { mostSamples } from '@geoarchive/contract/hole-parts.ts';
import type { Curve, Log } from '@geoarchive/domain/subsurface/hole.ts';
import { curveBytes, sha256Of } from '../digest.ts';

/** A column of a log: its values beside those of the index, NaN where nothing was measured. */
export type LogColumn = { mnemonic: string; unit: string; description: string; values: Float64Array };
export type LogGiven = {
  id: string;
  file: string;
  format: string;
  indexUnit: string;
  /** The first one is the index, in metres. */
  columns: readonly LogColumn[];
  parameters: Log['parameters'];
};

/** Least and most of the values that are there, and the depths between which they stand. */
const rangesOf = (values: Float64Array, depths: Float64Array) => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [top, base] = [least, most];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
    const depth = depths[at] ?? Number.NaN;
    if (depth < top) top = depth;
    if (depth > base) base = depth;
  }
  return {
    ...(least <= most ? { least, most } : {}),
    ...(top <= base ? { top, base } : {}),
  };
};

const curveOf = async (
  { mnemonic, unit, description, values }: LogColumn,
  depths: Float64Array,
  curves: Map<string, Float64Array>,
): Promise<Curve> => {
  const sha256 = await sha256Of(curveBytes(values));
  curves.set(sha256, values);
  return {
    mnemonic,
    unit,
    ...(description === '' ? {} : { description }),
    sha256,
    samples: values.length,
    ...rangesOf(values, depths),
  };
};

/**
 * A log as it is kept, its values put into `curves`. One of more samples than a curve may have becomes several, one below the other.
 */
export const makeLogs = async (
  { columns, ...given }: LogGiven,
  curves: Map<string, Float64Array>,
): Promise<Log[]> => {
  const [index, ...others] = columns;
  if (index === undefined) return [];
  const pieces = Math.max(1, Math.ceil(index.values.length / mostSamples));
  const logs: Log[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const part = (column: LogColumn): LogColumn => ({
      ...column,
      values: column.values.slice(piece * mostSamples, (piece + 1) * mostSamples),
    });
    const own = part(index);
    const made: Curve[] = [];
    for (const column of others) made.push(await curveOf(part(column), own.values, curves));
    logs.push({
      ...given,
      id: pieces === 1 ? given.id : `${given.id}.${piece + 1}`,
      index: await curveOf(own, own.values, curves),
      curves: made,
    });
  }
  return logs;
};

/** Names of curves made different where a log has one twice: `GR`, `GR:2`. Gives the names that had to be. */
export const distinctNames = <C extends { mnemonic: string }>(
  columns: readonly C[],
): { columns: C[]; renamed: string[] } => {
  const counts = new Map<string, number>();
  const renamed: string[] = [];
  const distinct = columns.map((column) => {
    const count = (counts.get(column.mnemonic) ?? 0) + 1;
    counts.set(column.mnemonic, count);
    if (count === 1) return column;
    renamed.push(column.mnemonic);
    return { ...column, mnemonic: `${column.mnemonic}:${count}` };
  });
  return { columns: distinct, renamed };
};
