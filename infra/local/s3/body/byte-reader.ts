import { AwsError } from '../../sigv4/aws-error.ts';

export type ByteReader = {
  /** The next line without its CRLF; undefined at the end of the stream. */
  line(): Promise<string | undefined>;
  /** The next bytes, at most `limit`; undefined at the end of the stream. */
  some(limit: number): Promise<Buffer | undefined>;
  /** Reads and drops what is left. */
  drain(): Promise<void>;
};

const MAX_LINE = 16_384;

/** Reads lines and byte runs from a stream of buffers without copying the runs. */
export function byteReader(source: AsyncIterable<Buffer>): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  const more = async (): Promise<boolean> => {
    const next = await iterator.next();
    if (next.done) return false;
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
    return true;
  };

  return {
    async line() {
      for (;;) {
        const end = rest.indexOf('\r\n');
        if (end >= 0) {
          const line = rest.toString('latin1', 0, end);
          rest = rest.subarray(end + 2);
          return line;
        }
        if (rest.length > MAX_LINE)
          throw new AwsError('InvalidRequest', 400, 'A line of the chunked body is too long.');
        if (!(await more())) return undefined;
      }
    },
    async some(limit) {
      while (rest.length === 0) if (!(await more())) return undefined;
      const piece = rest.subarray(0, limit);
      rest = rest.subarray(piece.length);
      return piece;
    },
    async drain() {
      do rest = Buffer.alloc(0);
      while (await more());
    },
  };
}
