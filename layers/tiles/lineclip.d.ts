/** The part in use; the package has no types of its own. */
declare module 'lineclip' {
  /** Cuts a ring to a box (west, north, east, south in steps); empty where they do not meet. */
  export function clipPolygon(
    ring: readonly (readonly [number, number])[],
    box: readonly [number, number, number, number],
  ): [number, number][];
}
