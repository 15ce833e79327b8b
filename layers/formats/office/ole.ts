import { readBuffer } from '../core/bytes.ts';
import type { Source } from '../source.ts';

/** An entry of the directory of an OLE2 compound file. */
export type OleEntry = { name: string; kind: number; start: number; size: number };
/** An open compound file: its entries, and their content up to a limit. */
export type Ole = { entries: OleEntry[]; read(entry: OleEntry, limit: number): Promise<Buffer> };

const END = 0xfffffffa;
const HEADER = 512;
/** Sectors of one chain: 256 MB of sectors of 512 bytes. */
const LONGEST = 500_000;

/** Opens a compound file ([MS-CFB]). Throws when header, tables or directory are broken. */
export async function openOle(source: Source): Promise<Ole> {
  const head = await readBuffer(source, 0, HEADER);
  if (head.length < HEADER) throw new RangeError('header shorter than 512 bytes');
  const shift = head.readUInt16LE(30);
  const miniShift = head.readUInt16LE(32);
  if ((shift !== 9 && shift !== 12) || miniShift < 4 || miniShift > shift)
    throw new RangeError(`sectors of 2^${shift} bytes`);
  const sector = 1 << shift;
  const place = (id: number) => (id + 1) * sector;
  const perSector = sector / 4;

  const tables = await tableSectors();
  const cache = new Map<number, Buffer>();

  /** Sectors that hold the allocation table: 109 in the header, the rest in a chain. */
  async function tableSectors(): Promise<number[]> {
    const found = Array.from({ length: 109 }, (_, i) => head.readUInt32LE(76 + 4 * i)).filter(
      (id) => id < END,
    );
    for (let next = head.readUInt32LE(68), seen = 0; next < END && seen < 10_000; seen++) {
      const block = await readBuffer(source, place(next), sector);
      for (let i = 0; i < perSector - 1; i++)
        if (block.readUInt32LE(4 * i) < END) found.push(block.readUInt32LE(4 * i));
      next = block.readUInt32LE(sector - 4);
    }
    return found;
  }

  async function nextSector(id: number): Promise<number> {
    const table = tables[Math.floor(id / perSector)];
    if (table === undefined) throw new RangeError(`sector ${id} has no entry`);
    let block = cache.get(table);
    if (!block) {
      block = await readBuffer(source, place(table), sector);
      if (cache.size < 4096) cache.set(table, block);
    }
    return block.readUInt32LE((id % perSector) * 4);
  }

  async function chain(start: number, limit: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    const seen = new Set<number>();
    let length = 0;
    for (let id = start; id < END && length < limit && seen.size < LONGEST; id = await nextSector(id)) {
      if (seen.has(id)) throw new RangeError(`chain of sectors runs in a circle at ${id}`);
      seen.add(id);
      if (place(id) >= source.size) throw new RangeError(`sector ${id} beyond the end of the file`);
      parts.push(await readBuffer(source, place(id), sector));
      length += sector;
    }
    return Buffer.concat(parts);
  }

  const directory = await chain(head.readUInt32LE(48), 4 * 1024 * 1024);
  const entries: OleEntry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = directory.readUInt16LE(at + 64);
    const kind = directory[at + 66] ?? 0;
    if (kind === 0 || length < 2 || length > 64) continue;
    entries.push({
      name: directory.toString('utf16le', at, at + length - 2),
      kind,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  const root = entries.find(({ kind }) => kind === 5);
  if (!root) throw new RangeError('no root entry');
  let mini: Promise<{ data: Buffer; table: Buffer }> | undefined;

  async function readMini(start: number, size: number): Promise<Buffer> {
    mini ??= Promise.all([
      chain(root?.start ?? END, 64 * 1024 * 1024),
      chain(head.readUInt32LE(60), 4 * 1024 * 1024),
    ]).then(([data, table]) => ({ data, table }));
    const { data, table } = await mini;
    const width = 1 << miniShift;
    const parts: Buffer[] = [];
    for (let id = start, left = size; id < END && left > 0 && parts.length < LONGEST; left -= width) {
      parts.push(data.subarray(id * width, (id + 1) * width));
      id = table.readUInt32LE(id * 4);
    }
    return Buffer.concat(parts).subarray(0, size);
  }

  return {
    entries,
    async read({ start, size }, limit) {
      const wanted = Math.min(size, limit);
      if (size < head.readUInt32LE(56)) return readMini(start, wanted);
      return (await chain(start, wanted)).subarray(0, wanted);
    },
  };
}
