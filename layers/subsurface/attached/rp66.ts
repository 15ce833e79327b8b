import type { Source } from '@geoarchive/formats/source.ts';

/** Bytes of records that are read for the facts of a file: those of origins, frames and channels stand at its beginning. */
const mostRecord = 4 * 1024 * 1024;
const mostVisible = 20_000;

/** The explicitly formatted records of a DLIS file (API RP 66 v1, 2.2), their segments joined; encrypted ones are passed over. */
export async function* explicitRecords(source: Source, start: number): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let at = start;
  for (let seen = 0; at + 4 <= source.size && seen < mostVisible; seen++) {
    const head = await source.read(at, 4);
    const length = ((head[0] ?? 0) << 8) | (head[1] ?? 0);
    if (head[2] !== 0xff || length < 8) return;
    const record = await source.read(at, Math.min(length, source.size - at));
    for (let inside = 4; inside + 4 <= record.length; ) {
      const size = ((record[inside] ?? 0) << 8) | (record[inside + 1] ?? 0);
      const attributes = record[inside + 2] ?? 0;
      if (size < 16 || inside + size > record.length) return;
      const trailer = (attributes & 0x04 ? 2 : 0) + (attributes & 0x02 ? 2 : 0);
      const pad = attributes & 0x01 ? (record[inside + size - trailer - 1] ?? 0) : 0;
      const body = record.subarray(inside + 4, Math.max(inside + 4, inside + size - trailer - pad));
      const wanted =
        (attributes & 0x80) !== 0 && (attributes & 0x10) === 0 && bytes + body.length <= mostRecord;
      if (wanted) {
        parts.push(body);
        bytes += body.length;
      }
      if ((attributes & 0x20) === 0) {
        if (parts.length > 0) yield joined(parts, bytes);
        parts = [];
        bytes = 0;
      }
      inside += size;
    }
    at += length;
  }
}
const joined = (parts: readonly Uint8Array[], bytes: number): Uint8Array => {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

type Value = string | number;
/** A set of objects: its type, and of each object its name and the values of its attributes by their labels. */
export type ObjectSet = { type: string; objects: { name: string; values: Map<string, Value[]> }[] };
type Attribute = { label: string; count: number; code: number; value: Value[] };

/** Bytes of representation codes that are skipped, not read (RP 66 v1, appendix B). */
const fixed: Readonly<Record<number, number>> = {
  1: 2,
  3: 8,
  4: 12,
  5: 4,
  6: 4,
  8: 16,
  9: 24,
  10: 8,
  11: 16,
  21: 8,
};

/** Reads values one after another; a RangeError where the record ends before them. */
const cursor = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = <T>(length: number, read: () => T): T => {
    const value = read();
    at += length;
    return value;
  };
  const u8 = () => take(1, () => view.getUint8(at));
  const text = (length: number): string => {
    if (at + length > bytes.length) throw new RangeError('text');
    return take(length, () => new TextDecoder('utf-8').decode(bytes.subarray(at, at + length)));
  };
  const uvari = (): number => {
    const first = view.getUint8(at);
    if (first < 0x80) return u8();
    return first < 0xc0
      ? take(2, () => view.getUint16(at) & 0x3fff)
      : take(4, () => view.getUint32(at) & 0x3fffffff);
  };
  const ident = () => text(u8());
  const obname = (): string => {
    uvari();
    u8();
    return ident();
  };
  const value = (code: number): Value => {
    switch (code) {
      case 2:
        return take(4, () => view.getFloat32(at));
      case 7:
        return take(8, () => view.getFloat64(at));
      case 12:
        return take(1, () => view.getInt8(at));
      case 13:
        return take(2, () => view.getInt16(at));
      case 14:
        return take(4, () => view.getInt32(at));
      case 15:
      case 26:
        return u8();
      case 16:
        return take(2, () => view.getUint16(at));
      case 17:
        return take(4, () => view.getUint32(at));
      case 18:
      case 22:
        return uvari();
      case 19:
      case 27:
        return ident();
      case 20:
        return text(uvari());
      case 23:
        return obname();
      case 24: {
        ident();
        return obname();
      }
      case 25: {
        ident();
        const name = obname();
        ident();
        return name;
      }
      default: {
        const length = fixed[code];
        if (length === undefined) throw new RangeError(`code ${code}`);
        at += length;
        return '';
      }
    }
  };
  return { u8, ident, uvari, obname, value, more: () => at < bytes.length };
};

/** The set in a record (RP 66 v1, 3.2); undefined where it is none or breaks off. */
export const objectSet = (bytes: Uint8Array): ObjectSet | undefined => {
  const read = cursor(bytes);
  const set: ObjectSet = { type: '', objects: [] };
  const template: Attribute[] = [];
  let column = 0;
  const attribute = (descriptor: number, base?: Attribute): Attribute => {
    const label = descriptor & 0x10 ? read.ident() : (base?.label ?? '');
    const count = descriptor & 0x08 ? read.uvari() : (base?.count ?? 1);
    const code = descriptor & 0x04 ? read.u8() : (base?.code ?? 19);
    if (descriptor & 0x02) read.ident();
    if (!(descriptor & 0x01)) return { label, count, code, value: base?.value ?? [] };
    if (count > bytes.length) throw new RangeError('count');
    return { label, count, code, value: Array.from({ length: count }, () => read.value(code)) };
  };
  try {
    while (read.more()) {
      const descriptor = read.u8();
      const role = descriptor >> 5;
      if (role >= 5) {
        if (descriptor & 0x10) set.type = read.ident();
        if (descriptor & 0x08) read.ident();
      } else if (role === 3) {
        set.objects.push({ name: descriptor & 0x10 ? read.obname() : '', values: new Map() });
        for (const { label, value } of template)
          if (value.length > 0) set.objects.at(-1)?.values.set(label, value);
        column = 0;
      } else if (set.objects.length === 0) template.push(attribute(descriptor));
      else {
        const base = template[column++];
        if (role === 0) set.objects.at(-1)?.values.delete(base?.label ?? '');
        else {
          const { label, value } = attribute(descriptor, base);
          set.objects.at(-1)?.values.set(label, value);
        }
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return set.type === '' ? undefined : set;
};
