import { problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { oleKind } from './kind.ts';
import { openOle } from './ole.ts';
import { summaryProperties } from './summary.ts';

/** Word, Excel, PowerPoint of 97-2003 and other compound files: kind, password, title and author. */
export async function readOle({ source }: Reading): Promise<Found> {
  const ole = await openOle(source);
  const { encrypted, ...kind } = await oleKind(ole);
  const summary = ole.entries.find(({ name }) => name === '\u0005SummaryInformation');
  const properties = summary ? summaryProperties(await ole.read(summary, 256 * 1024)) : {};
  return {
    ...kind,
    problems: encrypted ? [problem('encrypted')] : [],
    metadata: { ...properties, ...(encrypted ? { encrypted } : {}) },
  };
}
