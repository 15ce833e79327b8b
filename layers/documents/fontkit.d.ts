declare module 'fontkit' {
  /** A font of one face; the package brings no types. */
  export type Font = { hasGlyphForCodePoint(codePoint: number): boolean };
  export function create(file: Uint8Array): Font;
}
