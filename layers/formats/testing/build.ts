/** Builds small files of binary formats for tests. */

export type Part =
  | Buffer
  | { u8: number[] }
  | { u16: number[] }
  | { u32: number[] }
  | { u32be: number[] }
  | { f64: number[] }
  | string;

/** Joins parts: numbers little-endian unless named otherwise, strings in UTF-8. */
export function bytes(...parts: Part[]): Buffer {
  return Buffer.concat(
    parts.map((part) => {
      if (typeof part === 'string') return Buffer.from(part);
      if (Buffer.isBuffer(part)) return part;
      if ('u8' in part) return Buffer.from(part.u8);
      const [width, values, write] = numbers(part);
      const buffer = Buffer.alloc(width * values.length);
      values.forEach((value, index) => {
        write(buffer, value, index * width);
      });
      return buffer;
    }),
  );
}

type Numbers = Exclude<Part, Buffer | string | { u8: number[] }>;
type Write = (buffer: Buffer, value: number, at: number) => number;

function numbers(part: Numbers): [number, number[], Write] {
  if ('u16' in part) return [2, part.u16, (buffer, value, at) => buffer.writeUInt16LE(value, at)];
  if ('u32' in part) return [4, part.u32, (buffer, value, at) => buffer.writeUInt32LE(value, at)];
  if ('u32be' in part) return [4, part.u32be, (buffer, value, at) => buffer.writeUInt32BE(value, at)];
  return [8, part.f64, (buffer, value, at) => buffer.writeDoubleLE(value, at)];
}
