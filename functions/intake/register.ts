import { createHash } from 'node:crypto';
import type { fileInput } from '@geoarchive/contract/deposits.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { checkPath } from '@geoarchive/domain/paths.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import * as z from 'zod';
import { type FileEntry, type FilePages, isUploaded, pageOf } from './file-pages.ts';

type FileInput = z.infer<typeof fileInput>;
export type Registered = { no: number; path: string; uploaded: boolean };
export type Refused = { path: string; code: string; message: Bilingual };

const claim = z.object({ path: z.string(), no: z.number() });
const leaseMs = 20_000;
const tries = 40;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const pathKey = (pk: string, path: string) => ({
  pk,
  sk: `path#${createHash('sha256').update(path).digest('hex').slice(0, 40)}`,
});

/** Whether two paths differ by letter case only, which Windows cannot keep apart, is left to the package check. */
const sortOut = (files: FileInput[]): { good: Map<string, FileInput>; refused: Refused[] } => {
  const good = new Map<string, FileInput>();
  const refused: Refused[] = [];
  for (const file of files) {
    const checked = checkPath(file.path);
    if (!checked.ok) refused.push({ path: file.path, ...checked.problem });
    else if (good.has(checked.path))
      refused.push({
        path: file.path,
        code: 'path-twice',
        message: {
          zh: '同一批中有重复路径，请保留一个或改名。',
          en: 'The same path stands twice in this batch: keep one or rename.',
        },
      });
    else good.set(checked.path, { ...file, path: checked.path });
  }
  return { good, refused };
};

const tooMany = () =>
  new Problem('too-many', {
    zh: `一次汇交最多 ${limits.filesPerDeposit} 个文件；请把小文件打包成 ZIP，或分成多次汇交。`,
    en: `A deposit holds at most ${limits.filesPerDeposit} files: pack small files into ZIPs, or make several deposits.`,
  });

/** Path claims and numbers of a deposit's files. */
export const fileRegister = (table: Table, pages: FilePages, clock: Clock) => {
  /** One registration at a time per deposit: a lease on the head, so that numbers follow each other. */
  const withLease = async <T>(depositId: string, work: () => Promise<T>): Promise<T> => {
    const lease = ulid();
    const key = pages.headKey(depositId);
    for (let attempt = 1; ; attempt += 1) {
      const now = clock().getTime();
      try {
        await table.update(key, {
          UpdateExpression:
            'SET lease = :lease, leaseUntil = :until, nextNo = if_not_exists(nextNo, :one), live = if_not_exists(live, :zero), #b = if_not_exists(#b, :zero), #d = if_not_exists(#d, :empty)',
          ConditionExpression: 'attribute_not_exists(lease) OR leaseUntil < :now',
          ExpressionAttributeNames: { '#b': 'bytes', '#d': 'done' },
          ExpressionAttributeValues: {
            ':lease': lease,
            ':until': now + leaseMs,
            ':now': now,
            ':one': 1,
            ':zero': 0,
            ':empty': {},
          },
        });
        break;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        if (attempt >= tries) throw new Problem('busy');
        await pause(100 + 200 * Math.random());
      }
    }
    try {
      return await work();
    } finally {
      await table
        .update(key, {
          UpdateExpression: 'REMOVE lease, leaseUntil',
          ConditionExpression: 'lease = :lease',
          ExpressionAttributeValues: { ':lease': lease },
        })
        .catch((error: unknown) => {
          // The lease ran out and somebody else holds it now: nothing to give back.
          if (!(error instanceof ConditionFailed)) throw error;
        });
    }
  };

  /** Numbers already given to these paths. */
  const numbersOf = async (depositId: string, paths: string[]): Promise<Map<string, number>> => {
    const { nextNo } = await pages.readHead(depositId);
    const rows = await table.getMany(paths.map((path) => pathKey(pages.pk(depositId), path)));
    return new Map(
      rows
        .map((row) => claim.parse(row))
        .filter(({ no }) => no < nextNo)
        .map(({ path, no }) => [path, no]),
    );
  };

  const entriesFor = async (depositId: string, numbers: number[]): Promise<Map<number, FileEntry>> => {
    const found = await pages.readPages(depositId, [...new Set(numbers.map(pageOf))]);
    return new Map([...found.values()].flat().map((entry) => [entry.no, entry]));
  };

  const place = async (depositId: string, entries: FileEntry[]): Promise<void> => {
    const byPage = Map.groupBy(entries, ({ no }) => pageOf(no));
    for (const [page, some] of byPage) await pages.setEntries(depositId, page, some);
  };

  /** Registers files; a path registered before keeps its number (and is declared anew when size or checksum differ). */
  const register = (
    depositId: string,
    files: FileInput[],
  ): Promise<{ files: Registered[]; refused: Refused[] }> =>
    withLease(depositId, async () => {
      const { good, refused } = sortOut(files);
      const claims = await numbersOf(depositId, [...good.keys()]);
      const head = await pages.readHead(depositId);
      const entries = await entriesFor(depositId, [...claims.values()]);
      // A claim that a crash left behind names a number that is nobody's, or by now another file's: it does not count.
      const known = new Map([...claims].filter(([path, no]) => entries.get(no)?.path === path));
      const numbers = new Set(known.values());
      const before = new Map([...entries].filter(([no]) => numbers.has(no)));
      const fresh = [...good.values()].filter(({ path }) => !known.has(path));
      if (head.nextNo - 1 + fresh.length > limits.filesPerDeposit) throw tooMany();

      const added = fresh.map(
        (file, at): FileEntry => ({
          no: head.nextNo + at,
          path: file.path,
          size: file.size,
          declaredSha256: file.sha256,
          state: 'registered',
          findings: [],
        }),
      );
      const redeclared = [...before.values()].flatMap((entry): FileEntry[] => {
        const given = good.get(entry.path);
        if (
          given === undefined ||
          (given.size === entry.size && (given.sha256 ?? entry.declaredSha256) === entry.declaredSha256)
        )
          return [];
        return [
          {
            no: entry.no,
            path: entry.path,
            size: given.size,
            declaredSha256: given.sha256,
            state: 'registered',
            replaces: entry.etag ?? entry.replaces,
            findings: [],
          },
        ];
      });
      // Claims and entries first, the head last: nothing counts until the head says so, a crash leaves no trace.
      await table.writeMany(
        added.map(({ path, no }) => ({ ...pathKey(pages.pk(depositId), path), path, no })),
      );
      await place(depositId, [...added, ...redeclared]);
      const grown = redeclared.reduce((sum, e) => sum + e.size - (before.get(e.no)?.size ?? 0), 0);
      await table.update(pages.headKey(depositId), {
        UpdateExpression: 'ADD nextNo :n, live :n, #b :bytes',
        ExpressionAttributeNames: { '#b': 'bytes' },
        ExpressionAttributeValues: {
          ':n': added.length,
          ':bytes': grown + added.reduce((sum, e) => sum + e.size, 0),
        },
      });
      const anew = new Set(redeclared.map(({ no }) => no));
      return {
        files: [
          ...[...before.values()].map((e) => ({
            no: e.no,
            path: e.path,
            uploaded: isUploaded(e) && !anew.has(e.no),
          })),
          ...added.map(({ no, path }) => ({ no, path, uploaded: false })),
        ],
        refused,
      };
    });

  const remove = (depositId: string, entry: FileEntry): Promise<void> =>
    withLease(depositId, async () => {
      const now = await pages.find(depositId, entry.no);
      if (now === undefined) return;
      await pages.removeEntry(depositId, entry.no);
      await table.writeMany([], [pathKey(pages.pk(depositId), entry.path)]);
      const left = (await pages.readPages(depositId, [pageOf(entry.no)])).get(pageOf(entry.no)) ?? [];
      await pages.noteDone(
        depositId,
        pageOf(entry.no),
        left.filter((e) => e.state === 'inspected').length,
        true,
      );
      await table.update(pages.headKey(depositId), {
        UpdateExpression: 'ADD live :minus, #b :bytes',
        ExpressionAttributeNames: { '#b': 'bytes' },
        ExpressionAttributeValues: { ':minus': -1, ':bytes': -now.size },
      });
    });

  return { register, remove, numbersOf };
};
export type FileRegister = ReturnType<typeof fileRegister>;
