import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import { curveValues, writeLas } from '@geoarchive/domain/subsurface/write-las.ts';

type Log = HoleContent['logs'][number];
type Read = (sha256: string) => Promise<Uint8Array>;

/** The values of a log's index and of some of its curves by their names in the bucket, a few read at a time. */
const valuesOf = async (log: Log, curves: Log['curves'], read: Read): Promise<Map<string, Float64Array>> => {
  const wanted = [...new Set([log.index, ...curves].map(({ sha256 }) => sha256))];
  const values = new Map<string, Float64Array>();
  const atOnce = 4;
  for (let at = 0; at < wanted.length; at += atOnce)
    await Promise.all(
      wanted
        .slice(at, at + atOnce)
        .map(async (sha256) => values.set(sha256, curveValues(await read(sha256)))),
    );
  return values;
};

/** A log as LAS 2.0, written again from its curves. */
export const lasOf = async (log: Log, header: HoleHeader, read: Read): Promise<string> => {
  const values = await valuesOf(log, log.curves, read);
  return [...writeLas(log, header, (sha256) => values.get(sha256) ?? new Float64Array())].join('');
};

/** One curve beside its depths as rows; depths without a value are left empty. */
export const curveRows = async (
  log: Log,
  curve: Log['curves'][number],
  read: Read,
): Promise<{ depth: string; value: string }[]> => {
  const values = await valuesOf(log, [curve], read);
  const column = values.get(curve.sha256) ?? new Float64Array();
  const index = values.get(log.index.sha256) ?? new Float64Array();
  return Array.from(index, (depth, at) => {
    const value = column[at];
    return { depth: String(depth), value: value === undefined || Number.isNaN(value) ? '' : String(value) };
  });
};
