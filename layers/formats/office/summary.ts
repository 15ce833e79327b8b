/** Properties of `SummaryInformation` that the catalogue uses ([MS-OLEPS], 3.1). */
const NAMES: Readonly<Record<number, string>> = {
  2: 'title',
  3: 'subject',
  4: 'author',
  5: 'keywords',
  12: 'created',
  13: 'modified',
  14: 'pages',
  18: 'application',
};

const PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  65001: 'utf-8',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1251: 'windows-1251',
};

/** Milliseconds between 1601 and 1970. */
const EPOCH = 11_644_473_600_000;

function value(bytes: Buffer, at: number, page: number): unknown {
  const type = bytes.readUInt16LE(at);
  if (type === 3) return bytes.readInt32LE(at + 4);
  if (type === 30) {
    const raw = bytes.subarray(at + 8, at + 8 + bytes.readUInt32LE(at + 4));
    const end = raw.indexOf(0);
    return new TextDecoder(PAGES[page] ?? 'windows-1252').decode(end < 0 ? raw : raw.subarray(0, end)).trim();
  }
  if (type === 31)
    return bytes
      .toString('utf16le', at + 8, at + 8 + 2 * bytes.readUInt32LE(at + 4))
      .replace(/\0.*$/s, '')
      .trim();
  if (type === 64) {
    const time = Number(bytes.readBigUInt64LE(at + 4)) / 10_000 - EPOCH;
    return time > 0 && time < 4e12 ? new Date(time).toISOString() : undefined;
  }
  return undefined;
}

/** Reads the property set of a SummaryInformation stream; what is broken is left out. */
export function summaryProperties(bytes: Buffer): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  try {
    const start = bytes.readUInt32LE(44);
    const count = Math.min(bytes.readUInt32LE(start + 4), 100);
    const places = Array.from({ length: count }, (_, i) => ({
      id: bytes.readUInt32LE(start + 8 + 8 * i),
      at: start + bytes.readUInt32LE(start + 12 + 8 * i),
    }));
    const pageAt = places.find(({ id }) => id === 1)?.at;
    const page = pageAt === undefined ? 1252 : bytes.readUInt16LE(pageAt + 4);
    for (const { id, at } of places) {
      const name = NAMES[id];
      const read = name && value(bytes, at, page);
      if (name && read !== undefined && read !== '') found[name] = read;
    }
  } catch {
    // A broken property set does not make the document unreadable: what was read so far stands.
  }
  return found;
}
