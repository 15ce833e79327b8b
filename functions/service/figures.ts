import type { UsageFact } from '@geoarchive/contract/service.ts';
import * as service from '@geoarchive/contract/service.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { nodeOf } from '../archive/access.ts';
import { labelOf } from '../cases/subject.ts';
import type { ServiceDeps } from './deps.ts';

type Sums = Map<string, { count: number; bytes: number }>;
const shownRecords = 50;

const add = (sums: Sums, key: string, { count, bytes }: UsageFact): void => {
  const before = sums.get(key) ?? { count: 0, bytes: 0 };
  sums.set(key, { count: before.count + count, bytes: before.bytes + bytes });
};
const listed = (sums: Sums) => [...sums].map(([key, sum]) => ({ key, ...sum }));

/** What was used in a year, summed in one pass over the facts; records by how often, the most used first. */
const figures = async (deps: ServiceDeps, { caller, query }: Call<typeof service.useFigures>) => {
  const node = nodeOf(caller);
  const sums = {
    way: new Map(),
    purpose: new Map(),
    askerKind: new Map(),
    month: new Map(),
    record: new Map(),
  };
  const total = { count: 0, bytes: 0 };
  for await (const fact of deps.usage.of(node, query.year)) {
    add(sums.way, fact.way, fact);
    // Programs that fetch what is open are counted apart: nobody used it.
    if (fact.way === 'open-robot') continue;
    add(sums.purpose, fact.purpose, fact);
    add(sums.askerKind, fact.askerKind, fact);
    add(sums.month, fact.day.slice(0, 7), fact);
    add(sums.record, fact.recordId, fact);
    total.count += fact.count;
    total.bytes += fact.bytes;
  }
  const records = listed(sums.record)
    .sort((a, b) => b.count - a.count)
    .slice(0, shownRecords);
  const titled = await Promise.all(
    records.map(async (record) => {
      const found = await deps.dossiers.get(record.key);
      return { ...record, ...(found && { title: labelOf(found.body.archiveNumber, found.body) }) };
    }),
  );
  return {
    ...{ year: query.year, node, total },
    byWay: listed(sums.way),
    byPurpose: listed(sums.purpose),
    byAskerKind: listed(sums.askerKind),
    byMonth: listed(sums.month).sort((a, b) => (a.key < b.key ? -1 : 1)),
    records: sums.record.size,
    byRecord: titled,
  };
};

export const figureRoutes = [implement(service.useFigures, figures)];
