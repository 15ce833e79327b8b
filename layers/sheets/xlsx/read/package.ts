import type { Source } from '@geoarchive/formats/source.ts';
import { configure, type FileEntry, Reader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Limits } from '../../limits.ts';
import { Unreadable, unreadable } from '../../unreadable.ts';
import { passage } from '../passage.ts';
import { type Told, xmlScanner } from './scan.ts';

// Unpacking goes by the engine's own streams, on this thread: a page has no worker script to load, a Lambda none to spare.
configure({ useWebWorkers: false });

const megabyte = 1024 * 1024;
/** Bytes from which the ratio counts; and of the parts that are read whole. */
const ratioFrom = 100 * megabyte;
const wholePart = 16 * megabyte;

/** A source as the library reads it. */
class SourceReader extends Reader<Source> {
  readonly source: Source;
  constructor(source: Source) {
    super(source);
    this.source = source;
    this.size = source.size;
  }
  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.source.read(index, Math.min(length, this.source.size - index));
  }
}

const damaged = (error: unknown): Unreadable =>
  error instanceof Unreadable
    ? error
    : unreadable('damaged', { what: error instanceof Error ? error.message : String(error) });

const bomb = (bytes: number) => unreadable('bomb', { size: Math.round(bytes / megabyte) });

/** Opens the package of a workbook. Parts are unpacked when they are read, never more than the directory promises. */
export const openPackage = async (source: Source, limits: Limits) => {
  const entries = await new ZipReader(new SourceReader(source)).getEntries().catch((error: unknown) => {
    throw damaged(error);
  });
  if (entries.length > 10_000) throw unreadable('damaged', { what: `${entries.length} parts` });
  if (entries.some(({ encrypted }) => encrypted)) throw unreadable('encrypted');
  const parts = new Map<string, FileEntry>();
  for (const entry of entries) if (!entry.directory) parts.set(entry.filename.toLowerCase(), entry);

  /** The bytes of a part as they are unpacked. */
  const bytesOf = async function* (name: string, most: number): AsyncGenerator<Uint8Array> {
    const entry = parts.get(name.toLowerCase());
    if (entry === undefined) throw unreadable('damaged', { what: name });
    const { uncompressedSize: promised, compressedSize: packed } = entry;
    if (promised > most || (promised > ratioFrom && promised > limits.ratio * packed)) throw bomb(promised);
    const { readable, writable, fail } = passage();
    // What stops the unpacking stops the reader too; without this it would wait for ever.
    const unpacking = entry.getData(writable).catch(fail);
    let bytes = 0;
    try {
      for await (const chunk of readable) {
        bytes += chunk.length;
        if (bytes > promised) throw bomb(bytes);
        yield chunk;
      }
    } catch (error) {
      throw damaged(error);
    }
    await unpacking;
  };

  /** Scans a part; `step` is called after each chunk and says whether to go on. */
  const scan = async function* (
    name: string,
    told: Told,
    most = limits.unpacked,
    longest?: number,
  ): AsyncGenerator<void> {
    const scanner = xmlScanner(told, longest);
    let decoder: TextDecoder | undefined;
    for await (const bytes of bytesOf(name, most)) {
      decoder ??= new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8');
      scanner.write(decoder.decode(bytes, { stream: true }));
      yield;
    }
    if (scanner.unfinished()) throw unreadable('damaged', { what: name });
  };
  return {
    has: (name: string): boolean => parts.has(name.toLowerCase()),
    scan,
    /** Scans a small part to its end. */
    async scanWhole(name: string, told: Partial<Told>): Promise<void> {
      const nothing = () => undefined;
      const all = { open: nothing, close: nothing, text: nothing, ...told };
      for await (const _ of scan(name, all, wholePart));
    },
  };
};
export type Package = Awaited<ReturnType<typeof openPackage>>;
