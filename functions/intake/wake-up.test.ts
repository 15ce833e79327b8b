import { Problem } from '@geoarchive/platform/problem.ts';
import { messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { eventTypesIn } from '../testing/written.ts';
import { checkDeposit } from './check.ts';
import type { IntakeDeps } from './deps.ts';
import { inspectBatch } from './inspect.ts';
import { depositId, type IntakeKit, intakeKit } from './testing/kit.ts';

// Longer than a test needs: the machine is shared.
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

const told = () => eventTypesIn(tables, kit.table);
/** Two pages of files: 100 on the first, one on the second. */
const twoPages = async () => {
  const files = Array.from({ length: 101 }, (_, at) => ({ path: `${at + 1}.txt`, size: 1 }));
  await kit.register.register(depositId, files);
};
const state = async () => (await kit.deposits.get(depositId))?.state;

describe('the check is woken', () => {
  test.each<[string, (pages: IntakeDeps['pages'], table: IntakeDeps['table']) => Partial<IntakeDeps>]>([
    ['counting', (pages) => ({ pages: { ...pages, noteDone: () => Promise.reject(new Error('killed')) } })],
    ['telling', (_, table) => ({ table: { ...table, transact: () => Promise.reject(new Error('killed')) } })],
  ])('when the worker died between recording a file and %s it', async (_, dying) => {
    await kit.open(depositId, {}, 'checking');
    await kit.enlist({ 'a.txt': 'a' });
    const message = messageOf(await kit.upload(1, 'a'));
    await expect(inspectBatch({ ...kit, ...dying(kit.pages, kit.table) }, [message])).rejects.toThrow(
      'killed',
    );
    expect(await told()).toEqual([]);
    await inspectBatch(kit, [message]);
    expect(await told()).toEqual(['DepositInspected']);
  });

  test('when a page was finished while the check was counting', async () => {
    await kit.open(depositId, {}, 'checking');
    await twoPages();
    const first = await Promise.all(Array.from({ length: 100 }, (_, at) => kit.upload(at + 1, 'x')));
    const last = await kit.upload(101, 'x');
    await inspectBatch(
      kit,
      first.slice(0, 50).map((each) => messageOf(each)),
    );
    // The rest of page 1 is read after the check has read the pages and before it counts them.
    const readHead: IntakeDeps['pages']['readHead'] = async (id) => {
      await inspectBatch(
        kit,
        first.slice(50).map((each) => messageOf(each)),
      );
      return kit.pages.readHead(id);
    };
    await checkDeposit({ ...kit, pages: { ...kit.pages, readHead } }, { depositId, round: 1 });
    expect(await state()).toBe('checking');
    await inspectBatch(kit, [messageOf(last)]);
    expect(await told()).toContain('DepositInspected');
  }, 60_000);

  test('when a file was taken out and the worker died before it was counted', async () => {
    await kit.open(depositId, {}, 'checking');
    await kit.enlist({ 'a.txt': 'a', 'b.txt': 'b' });
    await kit.pages.removeEntry(depositId, 2);
    const upload = await kit.upload(1, 'a');
    await checkDeposit(kit, { depositId, round: 1 });
    await inspectBatch(kit, [messageOf(upload)]);
    expect(await told()).toEqual(['DepositInspected']);
  });
});

describe('a move that lost its race', () => {
  const lose = async (name: 'complete' | 'reopen') => {
    const { move } = kit.deposits;
    kit.deposits.move = () => Promise.reject(new Problem('stale'));
    const path = `/intake/deposits/${depositId}/${name}`;
    expect((await kit.as('MINE', { method: 'POST', path })).status).toBe(412);
    kit.deposits.move = move;
  };
  test('leaves a deposit that is being checked waiting for its last file', async () => {
    await kit.open(depositId, {}, 'checking');
    await kit.enlist({ 'a.txt': 'a' });
    await lose('reopen');
    await inspectBatch(kit, [messageOf(await kit.upload(1, 'a'))]);
    expect(await told()).toEqual(['DepositInspected']);
  });
  test('leaves an open one open: its last file tells nothing', async () => {
    await kit.open();
    await kit.enlist({ 'a.txt': 'a' });
    await lose('complete');
    await inspectBatch(kit, [messageOf(await kit.upload(1, 'a'))]);
    expect(await told()).toEqual([]);
  });
});

describe('what is handed in is what was checked', () => {
  test.each(['checked', 'submitted', 'sealed'] as const)(
    'nothing comes into a deposit that is %s',
    async (now) => {
      await kit.open(depositId, {}, now);
      await kit.enlist({ 'a.txt': 'a' });
      await inspectBatch(kit, [messageOf(await kit.upload(1, 'another'))]);
      expect(await kit.entry(1)).toMatchObject({ state: 'registered', findings: [] });
    },
  );
});

describe('a registration after a crash', () => {
  test('does not take a claim for a number that was given to another file meanwhile', async () => {
    await kit.open();
    const broken = { ...kit.table };
    await kit.enlist({ 'first.txt': '1' });
    // The crash: claims of number 2 and 3 were written, the head was not.
    await broken.writeMany(
      (await tables.all(kit.table))
        .filter(({ path }) => path === 'first.txt')
        .map((row) => ({ ...row, pk: String(row['pk']), sk: 'path#left-behind', path: 'lost.txt', no: 2 })),
    );
    await kit.enlist({ 'other.txt': '2' });
    const { files } = await kit.enlist({ 'lost.txt': '3' });
    expect(files).toEqual([{ no: 3, path: 'lost.txt', uploaded: false }]);
  });

  test('answers for the files asked about only', async () => {
    await kit.open();
    await kit.enlist({ 'a.txt': '1', 'b.txt': '2' });
    expect((await kit.enlist({ 'b.txt': '2' })).files.map(({ path }) => path)).toEqual(['b.txt']);
  });

  test('registers a file again whose removal was cut off after its entry was gone', async () => {
    await kit.open();
    await kit.enlist({ 'a.txt': '1' });
    await kit.pages.removeEntry(depositId, 1);
    expect((await kit.enlist({ 'a.txt': '1' })).files).toEqual([{ no: 2, path: 'a.txt', uploaded: false }]);
  });
});

describe('a very long report', () => {
  test('is cut so that its row fits', async () => {
    await kit.open(depositId, {}, 'checking');
    const name = (n: number) => `${'地质资料'.repeat(60)}${n}.txt`;
    const files = Array.from({ length: 400 }, (_, n) => ({ path: `${name(n)}/${name(n)}`, size: 1 }));
    await kit.register.register(depositId, files);
    await checkDeposit(kit, { depositId, round: 1 });
    expect(await kit.deposits.get(depositId)).toMatchObject({
      state: 'checked',
      body: { verdict: { errors: 400 } },
    });
    expect((await kit.findings.get(depositId)).findings.length).toBeGreaterThan(50);
  });
});
