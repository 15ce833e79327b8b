export type XY = readonly [x: number, y: number];

/** The square of the distance of a place from the line between two others. */
const offLine = ([x, y]: XY, [ax, ay]: XY, [bx, by]: XY): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
};

/**
 * A line without the corners that lie within `tolerance` of it (Douglas and Peucker 1973); both ends stay. Without recursion, so
 * that a line of many corners cannot run out of stack.
 */
export const simplify = <P extends XY>(line: readonly P[], tolerance: number): P[] => {
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [from, to] = part;
    const [start, end] = [line[from], line[to]];
    let [farthest, most] = [-1, tolerance * tolerance];
    for (let at = from + 1; at < to; at++) {
      const place = line[at];
      if (start === undefined || end === undefined || place === undefined) continue;
      const off = offLine(place, start, end);
      if (off > most) [farthest, most] = [at, off];
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => kept[at] === 1);
};
