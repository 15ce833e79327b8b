/** West, south, east, north (or left, bottom, right, top of a projected system). */
export type Box = [number, number, number, number];

/** True for a box within longitude and latitude. */
export const boxInDegrees = ([west, south, east, north]: Box) =>
  west >= -180.0001 && east <= 360.0001 && south >= -90.0001 && north <= 90.0001;

/** Grows around the points it is given; points that are not finite are left out. */
export class Extent {
  #box: Box | undefined;

  add(x: number, y: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    const box = this.#box;
    this.#box = box
      ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
      : [x, y, x, y];
  }

  /** The box so far; undefined before the first point. */
  box(): Box | undefined {
    return this.#box;
  }

  inDegrees(): boolean {
    return this.#box !== undefined && boxInDegrees(this.#box);
  }
}
