import type { Log } from '@geoarchive/domain/subsurface/hole.ts';
import { type Samples, samplesOf } from '@geoarchive/drawings/tracks/trace.ts';
import type { CurveFacts } from '@geoarchive/drawings/tracks/tracks.ts';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';

/** Fetches the values of a curve by their name. */
export type ReadCurve = (sha256: string, signal: AbortSignal) => Promise<Float64Array>;
/** A curve with the log it belongs to. */
export type CurveOfHole = CurveFacts & {
  file: string;
  sha256: string;
  index: string;
  top?: number | undefined;
  base?: number | undefined;
};

/** The curves of all logs of a hole that hold values. */
export const curvesOf = (logs: readonly Log[]): CurveOfHole[] =>
  logs.flatMap(({ id, file, index, curves }) =>
    curves
      .filter(({ samples, least }) => samples > 0 && least !== undefined)
      .map(({ mnemonic, unit, sha256, least, most, top, base }, at) => ({
        id: `${id} ${at}`,
        ...{ file, mnemonic, unit, sha256, least, most },
        index: index.sha256,
        top: top ?? index.top,
        base: base ?? index.base,
      })),
  );

/** The values of curves, each fetched once: what is named by its content never changes. */
export const useCurves = (curves: readonly CurveOfHole[], read: ReadCurve) => {
  const names = useMemo(() => [...new Set(curves.flatMap(({ sha256, index }) => [index, sha256]))], [curves]);
  const queries = useQueries({
    queries: names.map((sha256) => ({
      queryKey: ['curve', sha256],
      queryFn: ({ signal }) => read(sha256, signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const loaded = queries.filter(({ data }) => data !== undefined).length;
  const samples = useMemo(() => {
    const values = new Map(names.map((name, at) => [name, queries[at]?.data] as const));
    return new Map(
      curves.flatMap(({ id, sha256, index }): [string, Samples][] => {
        const [depths, own] = [values.get(index), values.get(sha256)];
        return depths === undefined || own === undefined ? [] : [[id, samplesOf(depths, own)]];
      }),
    );
  }, [curves, names, loaded]);
  const failed = queries.filter(({ error }) => error !== null);
  return {
    samples,
    pending: queries.some(({ isPending }) => isPending),
    error: failed[0]?.error ?? undefined,
    retry: () => {
      for (const one of failed) void one.refetch();
    },
  };
};
