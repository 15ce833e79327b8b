import { inflateSync } from 'node:zlib';
import jsqr from 'jsqr';

type Rectangle = { x: number; y: number; width: number; height: number };

/** What is drawn on the pages, as the operators of PDF; a stream that is no drawing gives nothing. */
const drawings = (pdf: Uint8Array): string[] => {
  const raw = Buffer.from(pdf);
  const found: string[] = [];
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 1)) {
    const end = raw.indexOf('endstream', at);
    try {
      found.push(inflateSync(raw.subarray(at + 'stream\n'.length, end)).toString('latin1'));
    } catch {
      // A stream that is not compressed: metadata.
    }
  }
  return found;
};

const number = String.raw`(-?\d*\.?\d+)`;
const rectangle = new RegExp([number, number, number, number].join(' ').concat(' re'), 'g');
const rectangles = (drawing: string): Rectangle[] =>
  [...drawing.matchAll(rectangle)].map(([, x, y, width, height]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));

/** The size that most small squares have: the modules of the code. */
const moduleOf = (all: readonly Rectangle[]): number | undefined => {
  const sizes = new Map<number, number>();
  for (const { width, height } of all)
    if (width === height && width < 10) sizes.set(width, (sizes.get(width) ?? 0) + 1);
  const [most] = [...sizes].toSorted(([, a], [, b]) => b - a);
  return most !== undefined && most[1] > 100 ? most[0] : undefined;
};

/** Pixels of a module, and modules of white around: readers want four. */
const [scale, quiet] = [4, 4];

/** Paints the squares as a camera would see them. */
const picture = (modules: readonly Rectangle[], size: number) => {
  const [left, top] = [Math.min(...modules.map(({ x }) => x)), Math.min(...modules.map(({ y }) => y))];
  const cells = modules.map(
    ({ x, y }) => [Math.round((x - left) / size), Math.round((y - top) / size)] as const,
  );
  const side = (Math.max(...cells.flat()) + 1 + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [column, row] of cells)
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < scale; dx += 1) {
        const at = (((row + quiet) * scale + dy) * side + (column + quiet) * scale + dx) * 4;
        pixels.fill(0, at, at + 3);
      }
  return { pixels, side };
};

/** What the QR code printed in a PDF says, read from the squares that are drawn; undefined where there is none that can be read. */
export const readQr = (pdf: Uint8Array): string | undefined => {
  for (const drawing of drawings(pdf)) {
    const all = rectangles(drawing);
    const size = moduleOf(all);
    if (size === undefined) continue;
    const { pixels, side } = picture(
      all.filter(({ width, height }) => width === size && height === size),
      size,
    );
    const read = jsqr(pixels, side, side);
    if (read !== null) return read.data;
  }
  return undefined;
};
