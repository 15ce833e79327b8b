import { latin } from '../core/bytes.ts';
import { problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { contained } from '../pronom/containers.ts';
import { oleKind } from './kind.ts';
import { type Ole, openOle } from './ole.ts';
import { summaryProperties } from './summary.ts';

/** PRONOM tells compound files by their streams; the leading control characters of some names do not count. */
async function inside(ole: Ole) {
  const plain = (name: string) => (name < ' ' ? name.slice(1) : name).toLowerCase();
  const streams = new Map(ole.entries.map((entry) => [plain(entry.name), entry]));
  return contained(
    'ole',
    (name) => streams.has(name),
    async (name) => {
      const entry = streams.get(name);
      return entry && entry.kind === 2 ? latin(await ole.read(entry, 4096).catch(() => Buffer.alloc(0))) : '';
    },
  );
}

/** Word, Excel, PowerPoint of 97-2003 and other compound files: kind, password, title and author. */
export async function readOle({ source }: Reading): Promise<Found> {
  const ole = await openOle(source);
  const { encrypted, ...kind } = await oleKind(ole);
  const summary = ole.entries.find(({ name }) => name === '\u0005SummaryInformation');
  const properties = summary ? summaryProperties(await ole.read(summary, 256 * 1024)) : {};
  const known = await inside(ole);
  return {
    ...kind,
    ...(known && kind.puid === undefined ? { puid: known.puid } : {}),
    ...(known?.format && kind.format === 'ole2' ? { known: known.format } : {}),
    problems: encrypted ? [problem('encrypted')] : [],
    metadata: { ...properties, ...(encrypted ? { encrypted } : {}) },
  };
}
