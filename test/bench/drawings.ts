import { pathOf } from '@geoarchive/domain/subsurface/curvature.ts';
import { drawColumn } from '@geoarchive/drawings/column/column.ts';
import { sampleHole } from '@geoarchive/drawings/testing/sample-hole.ts';
import { drawTracks } from '@geoarchive/drawings/tracks/draw.ts';
import { samplesOf, traceOf } from '@geoarchive/drawings/tracks/trace.ts';
import { tracksOf } from '@geoarchive/drawings/tracks/tracks.ts';
import { type Bench, median } from './figure.ts';

const layers = 200;
const curves = 10;
const samples = 30_000;
const long = 100_000;
/** Rows of pixels of a tall screen. */
const rows = 1000;
const metres = 3000;
/** Eight tenths of what a screen of 60 pictures a second leaves for one. */
const frameMs = 13;

const curveOf = (count: number, no: number) => {
  const depths = Float64Array.from({ length: count }, (_, at) => (at * metres) / count);
  return samplesOf(
    depths,
    depths.map((depth, at) => 80 + 40 * Math.sin(depth / (5 + no)) + ((at * 37) % 11)),
  );
};
const milliseconds = (work: () => unknown, times: number): number =>
  median(
    Array.from({ length: times }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );

/** Drawings of holes: the column and tracks of a rich hole, and a frame of panning along a long curve. */
export const drawings: Bench = async (tell) => {
  const hole = sampleHole(metres, layers);
  const facts = Array.from({ length: curves }, (_, at) => ({
    ...{ id: String(at), mnemonic: `C${at}`, unit: `u${at}`, least: 20, most: 140 },
  }));
  const read = new Map(facts.map(({ id }, at) => [id, curveOf(samples, at)]));
  const wish = { scale: 1000, paper: 'roll', language: 'zh' } as const;
  tell({
    what: `column of ${layers} layers, 1:1000, SVG`,
    value: milliseconds(() => drawColumn(hole, wish), 15),
    unit: 'ms',
  });
  const page = { title: 'ZK', tracks: tracksOf(facts), samples: read, from: 0, to: metres, scale: 2000 };
  tell({
    what: `tracks of ${curves} curves of ${samples} samples, 1:2000, SVG`,
    value: milliseconds(() => drawTracks({ ...page, path: pathOf([]), language: 'zh' }), 9),
    unit: 'ms',
  });
  tell({
    what: `${curves} curves of ${samples} samples on ${rows} rows of pixels, one frame`,
    value: milliseconds(() => [...read.values()].map((one) => traceOf(one, 0, metres, rows)), 31),
    unit: 'ms',
    goal: frameMs,
  });
  const curve = curveOf(long, 1);
  let from = 0;
  tell({
    what: `curve of ${long} samples on ${rows} rows of pixels, one frame of panning`,
    value: milliseconds(() => {
      from = (from + 3) % (metres / 10);
      return traceOf(curve, from, from + metres * 0.9, rows);
    }, 101),
    unit: 'ms',
    goal: frameMs,
  });
};
