import { limits } from '@geoarchive/domain/limits.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { allDone, pageOf } from './file-pages.ts';
import { depositId, type IntakeKit, intakeKit, shaOf } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: IntakeKit;

beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await intakeKit(tables);
});

const file = (path: string, size = 10, sha256?: string) => ({
  path,
  size,
  ...(sha256 === undefined ? {} : { sha256 }),
});
const register = (...files: ReturnType<typeof file>[]) => kit.register.register(depositId, files);
const many = (count: number, prefix = 'f') =>
  Array.from({ length: count }, (_, at) => file(`${prefix}${at}`));
const everyPage = async () => {
  const pages = [];
  for await (const page of kit.pages.eachPage(depositId)) pages.push(page);
  return pages;
};
const every = async () => (await everyPage()).flat();
const rows = () => tables.all(kit.table);

describe('registering files', () => {
  test('numbers follow the order given, over pages of 100, and the head counts them', async () => {
    const { files, refused } = await register(...many(205));
    expect(refused).toEqual([]);
    expect(files.map(({ no, path }) => [no, path])).toEqual(
      Array.from({ length: 205 }, (_, at) => [at + 1, `f${at}`]),
    );
    expect(await kit.pages.readHead(depositId)).toMatchObject({ nextNo: 206, live: 205, bytes: 2050 });
    expect((await everyPage()).map((page) => page.length)).toEqual([100, 100, 5]);
  });

  test('the same again changes nothing; what is new goes on counting', async () => {
    await register(file('a'), file('b'));
    const again = await register(file('b'), file('c'), file('a'));
    expect(new Map(again.files.map(({ path, no }) => [path, no]))).toEqual(
      new Map([
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]),
    );
    expect(await kit.pages.readHead(depositId)).toMatchObject({ nextNo: 4, live: 3, bytes: 30 });
  });

  test('another size or checksum is a new declaration under the same number', async () => {
    await register(file('a', 10, shaOf('a')), file('b'));
    const again = await register(file('a', 25, shaOf('b')));
    expect(again.files).toEqual([{ no: 1, path: 'a', uploaded: false }]);
    expect(await kit.entry(1)).toMatchObject({ size: 25, declaredSha256: shaOf('b'), state: 'registered' });
    expect(await kit.pages.readHead(depositId)).toMatchObject({ nextNo: 3, live: 2, bytes: 35 });
  });

  test('leaving the checksum out takes none back', async () => {
    await register(file('a', 10, shaOf('a')));
    await register(file('a', 10));
    expect(await kit.entry(1)).toMatchObject({ declaredSha256: shaOf('a') });
  });

  test('bad and doubled paths are refused one by one; the others are registered', async () => {
    const { files, refused } = await register(
      file('good'),
      file('../up'),
      file('good'),
      file('C:\\x'),
      file(''),
    );
    expect(files.map(({ path }) => path)).toEqual(['good']);
    expect(refused.map(({ code }) => code).sort()).toEqual([
      'path-absolute',
      'path-empty',
      'path-not-plain',
      'path-twice',
    ]);
  });

  test('two writings of one name are one file', async () => {
    await register(file('é\\报告.pdf'));
    const again = await register(file('é/报告.pdf'));
    expect(again.files).toEqual([{ no: 1, path: 'é/报告.pdf', uploaded: false }]);
  });

  test('what is uploaded and found good need not be sent again, what was found wrong must', async () => {
    await register(file('good'), file('bad'));
    const finding = { code: 'checksum-mismatch', severity: 'error' as const, message: { zh: '', en: '' } };
    const base = { size: 10, state: 'inspected' as const };
    await kit.pages.setEntries(depositId, 1, [
      { ...base, no: 1, path: 'good', findings: [] },
      { ...base, no: 2, path: 'bad', findings: [finding] },
    ]);
    expect((await register(file('good'), file('bad'))).files).toEqual([
      { no: 1, path: 'good', uploaded: true },
      { no: 2, path: 'bad', uploaded: false },
    ]);
  });

  test('two registrations at once share neither numbers nor counts', async () => {
    const [one, two] = await Promise.all([register(...many(30, 'x')), register(...many(30, 'y'))]);
    const numbers = [...one.files, ...two.files].map(({ no }) => no).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    expect(await kit.pages.readHead(depositId)).toMatchObject({ nextNo: 61, live: 60, bytes: 600 });
  });

  test('the same list from two windows at once is registered once', async () => {
    const [one, two] = await Promise.all([register(...many(20)), register(...many(20))]);
    expect(one.files.map(({ path, no }) => `${path}=${no}`).sort()).toEqual(
      two.files.map(({ path, no }) => `${path}=${no}`).sort(),
    );
    expect(await kit.pages.readHead(depositId)).toMatchObject({ live: 20 });
  });

  test('over the limit nothing is registered', async () => {
    await register(file('a'));
    await kit.table.update(kit.pages.headKey(depositId), {
      UpdateExpression: 'SET nextNo = :n',
      ExpressionAttributeValues: { ':n': limits.filesPerDeposit },
    });
    const before = (await rows()).length;
    await expect(register(file('b'), file('c'))).rejects.toMatchObject({ kind: 'too-many' });
    expect((await rows()).length).toBe(before);
    await expect(register(file('b'))).resolves.toMatchObject({ files: [{ no: limits.filesPerDeposit }] });
  });
});

describe('a crash while registering', () => {
  const crash = (step: 'update' | 'writeMany') => {
    const table = kit.table;
    const real = table[step];
    let calls = 0;
    // The update that counts is the one with ADD; every other passes.
    Object.assign(table, {
      [step]: async (...args: unknown[]) => {
        calls += 1;
        if (JSON.stringify(args).includes('ADD nextNo')) throw new Error('killed');
        return Reflect.apply(real, table, args);
      },
    });
    return () => {
      Object.assign(table, { [step]: real });
      return calls;
    };
  };

  test('before the head counts leaves no file behind, and the next registration takes its numbers', async () => {
    await register(file('first'));
    const mend = crash('update');
    await expect(register(file('lost'), file('lost too'))).rejects.toThrow('killed');
    expect(mend()).toBeGreaterThan(0);
    expect((await every()).map(({ path }) => path)).toEqual(['first']);
    expect(await kit.pages.find(depositId, 2)).toBeUndefined();
    expect(await kit.register.numbersOf(depositId, ['lost', 'first'])).toEqual(new Map([['first', 1]]));

    const { files } = await register(file('other'), file('lost'));
    expect(files).toEqual([
      { no: 2, path: 'other', uploaded: false },
      { no: 3, path: 'lost', uploaded: false },
    ]);
    expect((await every()).map(({ path }) => path)).toEqual(['first', 'other', 'lost']);
  });

  test('holding the lease lets others in once it has run out', async () => {
    await kit.table.update(kit.pages.headKey(depositId), {
      UpdateExpression: 'SET lease = :l, leaseUntil = :u',
      ExpressionAttributeValues: { ':l': 'dead', ':u': kit.time.now.getTime() + 20_000 },
    });
    setTimeout(() => {
      kit.time.now = new Date(kit.time.now.getTime() + 21_000);
    }, 150);
    expect((await register(file('a'))).files).toHaveLength(1);
  });
});

describe('removing files', () => {
  const remove = async (no: number) => {
    const entry = await kit.pages.find(depositId, no);
    if (entry !== undefined) await kit.register.remove(depositId, entry);
    return entry;
  };

  test('lowers the counts once, and the path is free again under a new number', async () => {
    await register(file('a', 5), file('b', 7));
    const entry = await remove(1);
    if (entry !== undefined) await kit.register.remove(depositId, entry);
    expect(await kit.pages.readHead(depositId)).toMatchObject({ nextNo: 3, live: 1, bytes: 7 });
    expect((await register(file('a', 5))).files).toEqual([{ no: 3, path: 'a', uploaded: false }]);
  });

  test('an inspected file takes its share of the inspected with it', async () => {
    await register(file('a'), file('b'));
    const done = await kit.pages.setEntries(
      depositId,
      1,
      (await every()).map((entry) => ({ ...entry, state: 'inspected' as const })),
    );
    await kit.pages.noteDone(depositId, 1, done.length);
    await remove(2);
    const head = await kit.pages.readHead(depositId);
    expect(head.done).toEqual({ p1: 1 });
    expect(allDone(head)).toBe(true);
  });

  test('an emptied page takes nothing from the pages beside it', async () => {
    await register(...many(101));
    await remove(101);
    const pages = await kit.pages.readPages(depositId, [1, 2]);
    expect(pages.get(1)).toHaveLength(100);
    expect(pages.get(2)).toEqual([]);
  });
});

describe('pages', () => {
  test('100 files are a page', () => {
    expect([1, 100, 101, 200, 201].map(pageOf)).toEqual([1, 1, 2, 2, 3]);
  });
  test('the number of inspected files of a page only grows, unless it is counted anew', async () => {
    await register(...many(3));
    await kit.pages.noteDone(depositId, 1, 2);
    await expect(kit.pages.noteDone(depositId, 1, 2)).rejects.toThrow('condition');
    await expect(kit.pages.noteDone(depositId, 1, 1)).rejects.toThrow('condition');
    expect((await kit.pages.noteDone(depositId, 1, 1, true)).done).toEqual({ p1: 1 });
    expect((await kit.pages.noteDone(depositId, 1, 3)).done).toEqual({ p1: 3 });
  });
  test('all is done when every file is inspected, not before', async () => {
    await register(...many(2));
    expect(allDone(await kit.pages.noteDone(depositId, 1, 1))).toBe(false);
    expect(allDone(await kit.pages.noteDone(depositId, 1, 2))).toBe(true);
    expect(allDone(await kit.pages.noteDone(depositId, 1, 1, true))).toBe(false);
  });
  test('one never touched has an empty head, and nothing to wait for', async () => {
    const head = await kit.pages.readHead(depositId);
    expect(head).toEqual({ nextNo: 1, live: 0, bytes: 0, done: {} });
    expect(allDone(head)).toBe(true);
  });
});
