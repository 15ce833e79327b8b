/** Values along a hole: depths in metres, from top to bottom; NaN where nothing was measured. */
export type Samples = { depths: Float64Array; values: Float64Array; gap: number };

/** A step this many times the mean one is a gap, not a line. */
const gapSteps = 8;
const rises = (depths: Float64Array): boolean =>
  depths.every((depth, at) => at === 0 || depth >= (depths[at - 1] ?? 0));

/** Readies a curve for drawing: as long as the shorter of both, downwards, without samples that have no depth. */
export const samplesOf = (depths: Float64Array, values: Float64Array): Samples => {
  const count = Math.min(depths.length, values.length);
  let [d, v] = [depths.subarray(0, count), values.subarray(0, count)];
  if (!rises(d)) {
    const order = [...d.keys()]
      .filter((at) => Number.isFinite(d[at]))
      .sort((a, b) => (d[a] ?? 0) - (d[b] ?? 0));
    [d, v] = [
      Float64Array.from(order, (at) => d[at] ?? 0),
      Float64Array.from(order, (at) => v[at] ?? Number.NaN),
    ];
  }
  const span = (d.at(-1) ?? 0) - (d[0] ?? 0);
  return {
    depths: d,
    values: v,
    gap: count < 2 ? Number.POSITIVE_INFINITY : (gapSteps * span) / (d.length - 1),
  };
};

/** The first sample at or below a depth. */
const firstBelow = ({ depths }: Samples, depth: number): number => {
  let [low, high] = [0, depths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((depths[middle] ?? 0) < depth) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The value nearest to a depth, within half a gap; NaN where there is none. */
export const valueAt = (samples: Samples, depth: number): number => {
  const below = firstBelow(samples, depth);
  const off = (at: number) => Math.abs((samples.depths[at] ?? Number.POSITIVE_INFINITY) - depth);
  const at = off(below - 1) < off(below) ? below - 1 : below;
  return off(at) <= samples.gap / 2 ? (samples.values[at] ?? Number.NaN) : Number.NaN;
};

/** The values from one depth to another, those at both included. */
export const valuesIn = (samples: Samples, from: number, to: number): Float64Array => {
  let end = firstBelow(samples, to);
  while (samples.depths[end] === to) end += 1;
  return samples.values.subarray(firstBelow(samples, from), end);
};

/** A line to draw: depth, value, depth, value …; a NaN pair lifts the pen. `length` numbers count. */
export type Trace = { points: Float64Array; length: number };

const raw = ({ depths, values, gap }: Samples, first: number, last: number): Trace => {
  const points = new Float64Array(4 * (last - first + 1));
  let length = 0;
  for (let at = first; at < last; at += 1) {
    const [depth, value] = [depths[at] ?? 0, values[at] ?? Number.NaN];
    if (at > first && depth - (depths[at - 1] ?? depth) > gap) {
      points[length] = points[length + 1] = Number.NaN;
      length += 2;
    }
    points[length] = Number.isNaN(value) ? Number.NaN : depth;
    points[length + 1] = value;
    length += 2;
  }
  return { points, length };
};

/** For each row of pixels its least and its greatest value, in the order in which they come: nothing that a pixel would show is lost. */
const binned = (
  { depths, values, gap }: Samples,
  first: number,
  last: number,
  from: number,
  to: number,
  rows: number,
): Trace => {
  const points = new Float64Array(6 * (rows + 2));
  const perMetre = rows / (to - from);
  let length = 0;
  let at = first;
  let before = depths[first] ?? 0;
  while (at < last) {
    const row = Math.floor(((depths[at] ?? 0) - from) * perMetre);
    const end = from + (row + 1) / perMetre;
    let [least, most, leastAt, mostAt, holed] = [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      -1,
      -1,
      false,
    ];
    const start = at;
    for (; at < last; at += 1) {
      if (at > start && (depths[at] ?? 0) >= end) break;
      const value = values[at] ?? Number.NaN;
      if (value < least) [least, leastAt] = [value, at];
      if (value > most) [most, mostAt] = [value, at];
      if (Number.isNaN(value)) holed = true;
    }
    if ((depths[start] ?? 0) - before > gap || (leastAt < 0 && holed)) {
      points[length] = points[length + 1] = Number.NaN;
      length += 2;
    }
    before = depths[at - 1] ?? before;
    if (leastAt < 0) continue;
    for (const one of leastAt < mostAt ? [leastAt, mostAt] : [mostAt, leastAt]) {
      points[length] = depths[one] ?? 0;
      points[length + 1] = values[one] ?? 0;
      length += 2;
    }
  }
  return { points, length };
};

/** From how many samples a row of pixels they are drawn as least and greatest. */
const crowded = 3;

/** What of a curve shows between two depths on so many rows of pixels, with a sample beyond each edge so that lines run on. */
export const traceOf = (samples: Samples, from: number, to: number, rows: number): Trace => {
  const first = Math.max(firstBelow(samples, from) - 1, 0);
  const last = Math.min(firstBelow(samples, to) + 1, samples.depths.length);
  return last - first <= crowded * rows
    ? raw(samples, first, Math.max(last, first))
    : binned(samples, first, last, from, to, rows);
};
