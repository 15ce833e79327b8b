import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSnapshotEngine } from './snapshot/reader.ts';
import { createSnapshotWriter } from './snapshot/writer.ts';
import { memoryStore } from './testing/memory-store.ts';
import { type Given, QUESTIONS, questionOf } from './testing/questions.ts';
import { syntheticRecord } from './testing/records.ts';

export type SearchFigures = {
  records: number;
  buildSeconds: number;
  /** Bytes in the object store, compressed. */
  storedBytes: number;
  /** From nothing to the first answer: load, unpack, read the columns. The network is not in it. */
  openSeconds: number;
  /** From 1 000 changed records to an answer that knows them. */
  deltaSeconds: number;
  /** Of all questions, each asked several times, nothing being remembered of it. */
  p50Milliseconds: number;
  p95Milliseconds: number;
  /** The same in processor time, which other work on the machine does not lengthen. */
  p95CpuMilliseconds: number;
  /** The medians of each kind of question: asked first, and asked again (the next page, another filter). */
  questions: { name: string; found: number; first: number; again: number }[];
  peakMegabytes: number;
};

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** Measures the snapshot engine on so many made-up records. The national catalogue has about 600 000. */
export const benchSearch = async (records: number, rounds = 5): Promise<SearchFigures> => {
  const folder = await mkdtemp(join(tmpdir(), 'search-bench-'));
  const store = memoryStore();
  const writer = createSnapshotWriter({ store, folder, now: Date.now });
  const engine = createSnapshotEngine({ store, folder, now: Date.now, refreshSeconds: 0 });
  try {
    const buildSeconds = await seconds(() =>
      writer.rebuild(
        (async function* () {
          for (let n = 0; n < records; n++) yield syntheticRecord(n);
        })(),
      ),
    );
    const storedBytes = [...store.objects.values()].reduce((sum, { body }) => sum + body.length, 0);
    const openSeconds = await seconds(() => engine.search(questionOf({ limit: 1 })));
    const changed = Array.from({ length: Math.min(1000, records) }, (_, n) => ({
      ...syntheticRecord(n),
      version: 2,
    }));
    const deltaSeconds = await seconds(async () => {
      await writer.apply(changed.map((record) => ({ op: 'put', record })));
      await engine.search(questionOf({ limit: 1 }));
    });

    const asked = Object.entries<Given>(QUESTIONS).map(([name, given]) => ({
      name,
      query: questionOf(given),
      found: 0,
      first: [] as number[],
      again: [] as number[],
    }));
    const cpuOfFirst: number[] = [];
    for (let round = 0; round < rounds; round++) {
      // A change makes the engine forget what it remembers.
      await writer.apply([{ op: 'put', record: { ...syntheticRecord(0), version: 10 + round } }]);
      await engine.search(questionOf({ limit: 1 }));
      for (const times of ['first', 'again'] as const)
        for (const question of asked) {
          const cpu = process.cpuUsage();
          const wall = await seconds(async () => {
            question.found = (await engine.search(question.query)).total.count;
          });
          question[times].push(1000 * wall);
          const { user, system } = process.cpuUsage(cpu);
          if (times === 'first') cpuOfFirst.push((user + system) / 1000);
        }
    }
    const sorted = ascending(asked.flatMap(({ first }) => first));
    const median = (numbers: readonly number[]) => Math.round(quantile(ascending(numbers), 0.5) * 10) / 10;
    return {
      records,
      buildSeconds,
      storedBytes,
      openSeconds,
      deltaSeconds,
      p50Milliseconds: quantile(sorted, 0.5),
      p95Milliseconds: quantile(sorted, 0.95),
      p95CpuMilliseconds: quantile(ascending(cpuOfFirst), 0.95),
      questions: asked.map(({ name, found, first, again }) => ({
        name,
        found,
        first: median(first),
        again: median(again),
      })),
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
};

if (import.meta.main) {
  const figures = await benchSearch(Number(process.argv[2] ?? 600_000));
  console.table(figures.questions);
  console.log({ ...figures, questions: undefined });
}
