import { crc32, deflateRawSync } from 'node:zlib';
import { bytes } from './build.ts';

export type ZipFile = {
  name: string | Buffer;
  data: Buffer | string;
  /** Changes what the headers say, to make damaged archives. */
  say?: { size?: number; crc?: number; localName?: string; flags?: number; method?: number };
  /** Unix mode, for links. */
  mode?: number;
};

/** A ZIP archive of the files, with deflate. */
export function buildZip(files: ZipFile[], { comment = '', before = '' } = {}): Buffer {
  let body: Buffer = Buffer.from(before);
  const directory: Buffer[] = [];
  for (const { name, data, say = {}, mode } of files) {
    const content = Buffer.from(data);
    const packed = deflateRawSync(content);
    const raw = Buffer.from(name);
    const flags = say.flags ?? 0x800;
    const size = say.size ?? content.length;
    const common = { u32: [say.crc ?? crc32(content), packed.length, size] };
    const local = Buffer.from(say.localName ?? raw);
    const offset = body.length;
    body = bytes(
      body,
      { u32: [0x04034b50] },
      { u16: [20, flags, 8, 0, 0] },
      common,
      { u16: [local.length, 0] },
      local,
      packed,
    );
    const made = mode === undefined ? 20 : 20 | (3 << 8);
    directory.push(
      bytes(
        { u32: [0x02014b50] },
        { u16: [made, 20, flags, say.method ?? 8, 0, 0] },
        common,
        { u16: [raw.length, 0, 0, 0, 0] },
        { u32: [((mode ?? 0) << 16) >>> 0, offset] },
        raw,
      ),
    );
  }
  const central = Buffer.concat(directory);
  return bytes(
    body,
    central,
    { u32: [0x06054b50] },
    { u16: [0, 0, files.length, files.length] },
    { u32: [central.length, body.length] },
    { u16: [comment.length] },
    comment,
  );
}
