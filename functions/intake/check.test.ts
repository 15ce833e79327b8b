import { messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { auditOf, eventTypesIn } from '../testing/written.ts';
import { checkDeposit } from './check.ts';
import { inspectBatch } from './inspect.ts';
import { sealDeposit } from './seal.ts';
import { bundledFiles } from './testing/bundle.ts';
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

const check = (round = 1) => checkDeposit(kit, { depositId, round });
const deposit = async (id = depositId) => {
  const found = await kit.deposits.get(id);
  if (found === undefined) throw new Error('no deposit');
  return found;
};
const inspect = async (no: number, content: string, sequencer = '01') =>
  inspectBatch(kit, [messageOf(await kit.upload(no, content, sequencer))]);
/** Files inspected, the list complete, the deposit waiting for its check. */
const ready = async (contents: Record<string, string>) => {
  await kit.open(depositId, {}, 'checking');
  await kit.enlist(contents);
  for (const [at, content] of Object.values(contents).entries()) await inspect(at + 1, content);
};
const codes = async () => (await kit.findings.get(depositId)).findings.map(({ code, at }) => `${code} ${at}`);

describe('the package check', () => {
  test('of good files has no errors and counts the formats', async () => {
    await ready({ 'a.txt': 'a', 'b.txt': 'b' });
    await check();
    expect(await deposit()).toMatchObject({
      state: 'checked',
      body: { verdict: { errors: 0, warnings: 0 } },
    });
    expect((await kit.findings.get(depositId)).formats).toMatchObject([{ files: 2 }]);
    expect((await eventTypesIn(tables, kit.table)).filter((t) => t === 'DepositChecked')).toHaveLength(1);
    expect(await auditOf(tables, kit.table, depositId)).toContain('deposit.check');
  });

  test('names what was registered and never uploaded', async () => {
    await ready({ 'a.txt': 'a' });
    await kit.enlist({ 'later.txt': 'later' });
    await check();
    expect(await deposit()).toMatchObject({ state: 'checked', body: { verdict: { errors: 1 } } });
    expect(await codes()).toEqual(['file-not-uploaded later.txt']);
  });

  test('of no files is an error, of a stub it is none', async () => {
    await ready({});
    await check();
    expect((await deposit()).body.verdict).toEqual({ errors: 1, warnings: 0 });
  });

  test('waits for a file that is uploaded and not yet read', async () => {
    await ready({ 'a.txt': 'a' });
    await kit.enlist({ 'b.txt': 'b' });
    const upload = await kit.upload(2, 'b');
    await check();
    expect((await deposit()).state).toBe('checking');
    await inspectBatch(kit, [messageOf(upload)]);
    await check();
    expect(await deposit()).toMatchObject({ state: 'checked', body: { verdict: { errors: 0 } } });
  });

  test('wakes up again when the count of a page stood too high', async () => {
    await ready({ 'a.txt': 'a', 'b.txt': 'b' });
    // Declared anew: one of two is to be read again, while the page still counts both.
    await kit.register.register(depositId, [{ path: 'b.txt', size: 2 }]);
    const again = await kit.upload(2, 'bb', '02');
    await check();
    expect((await deposit()).state).toBe('checking');
    await inspectBatch(kit, [messageOf(again)]);
    expect(await eventTypesIn(tables, kit.table)).toContain('DepositInspected');
    await check();
    expect(await deposit()).toMatchObject({ state: 'checked', body: { verdict: { errors: 0 } } });
  });

  test('does not wait for ever for a file declared anew and never uploaded again', async () => {
    await ready({ 'a.txt': 'a' });
    await kit.register.register(depositId, [{ path: 'a.txt', size: 2 }]);
    await check();
    expect((await deposit()).state).toBe('checked');
    expect(await codes()).toEqual(['file-not-uploaded a.txt']);
  });

  test('does nothing for another round, another state or no deposit', async () => {
    await check();
    await ready({ 'a.txt': 'a' });
    await check(2);
    expect((await deposit()).state).toBe('checking');
    await check();
    const { version } = await deposit();
    await check();
    expect((await deposit()).version).toBe(version);
  });

  test('by two messages at once moves the deposit once', async () => {
    await ready({ 'a.txt': 'a' });
    await Promise.all([check(), check()]);
    expect(await deposit()).toMatchObject({ state: 'checked', version: 2 });
    expect((await eventTypesIn(tables, kit.table)).filter((t) => t === 'DepositChecked')).toHaveLength(1);
  });
});

describe('sealing', () => {
  const other = (n: number) => `01KAHZ6YB8000000000000001${n}`;
  const submitted = async (id: string, contents: Record<string, string> = { 'a.txt': 'a' }) => {
    await kit.open(id, { verdict: { errors: 0, warnings: 2 } });
    await kit.enlist(contents, id);
    for (const [at, content] of Object.values(contents).entries())
      await inspectBatch(kit, [messageOf(await kit.upload(at + 1, content, '01', id))]);
    await kit.handIn(id);
  };
  const seal = (id = depositId, round = 1) => sealDeposit(kit, { depositId: id, round });

  test('writes a signed bundle that tells everything, and the receipt', async () => {
    await submitted(depositId, { 'a.txt': 'a', '附图/b.txt': 'bb' });
    await seal();
    const { state, body } = await deposit();
    expect(state).toBe('sealed');
    expect(body.receipt).toMatchObject({
      number: 'HZ-NGA-2026-000001',
      handedInAt: '2026-11-21T08:00:00.000Z',
      issuedAt: '2026-11-22T02:00:00.000Z',
      files: 2,
      bytes: 3,
    });
    const { manifest, text, files } = await bundledFiles(tables, kit);
    expect(shaOf(text)).toBe(body.receipt?.manifestSha256);
    expect(await kit.receiptKey.verify(shaOf(text), body.receipt?.signature ?? '')).toBe(true);
    expect(await kit.receiptKey.verify(shaOf(`${text} `), body.receipt?.signature ?? '')).toBe(false);
    expect(manifest).toMatchObject({ sequence: 1, depositId, round: 1, submitter: 'MINE', createdBy: 'li' });
    expect(files.map(({ no, path, sha256, versionId }) => [no, path, sha256, versionId])).toEqual([
      [1, 'a.txt', shaOf('a'), 'v1'],
      [2, '附图/b.txt', shaOf('bb'), 'v2'],
    ]);
  });

  test('of a stub has an empty list', async () => {
    await submitted(depositId, {});
    await seal();
    const { manifest, files } = await bundledFiles(tables, kit);
    expect([manifest.files.count, files]).toEqual([0, []]);
  });

  test('gives receipts and bundles numbers without gaps or doubles, also when many are sealed at once', async () => {
    const ids = [1, 2, 3, 4].map(other);
    for (const id of ids) await submitted(id);
    await Promise.all(ids.map((id) => seal(id)));
    const numbers = await Promise.all(ids.map(async (id) => (await deposit(id)).body.receipt?.number));
    expect(numbers.sort()).toEqual([1, 2, 3, 4].map((n) => `HZ-NGA-2026-00000${n}`));
  });

  test('twice at once gives one receipt, and the manifest there is the one signed', async () => {
    await submitted(depositId);
    await Promise.all([seal(), seal(), seal()]);
    const { body, version } = await deposit();
    expect(version).toBe(5);
    expect(body.receipt?.number).toBe('HZ-NGA-2026-000001');
    expect((await eventTypesIn(tables, kit.table)).filter((t) => t === 'DepositSealed')).toHaveLength(1);
    const { text } = await bundledFiles(tables, kit);
    expect(shaOf(text)).toBe(body.receipt?.manifestSha256);
  });

  test('takes no number when a file has no checksum', async () => {
    await kit.open(depositId, {}, 'submitted');
    await kit.enlist({ 'a.txt': 'a' });
    await expect(seal()).rejects.toThrow('no checksum');
    await submitted(other(1));
    await seal(other(1));
    expect((await deposit(other(1))).body.receipt?.number).toBe('HZ-NGA-2026-000001');
  });

  test('does nothing in another state or round', async () => {
    await submitted(depositId);
    await seal(depositId, 2);
    expect((await deposit()).state).toBe('submitted');
    expect(kit.bucket.keys().filter((key) => key.startsWith('bundles/'))).toEqual([]);
  });

  test('counts each year and node from 1; the year is China’s', async () => {
    kit.time.now = new Date('2026-12-31T15:59:00.000Z');
    await submitted(other(1));
    await seal(other(1));
    kit.time.now = new Date('2026-12-31T16:01:00.000Z');
    await submitted(other(2));
    await seal(other(2));
    expect((await deposit(other(1))).body.receipt?.number).toBe('HZ-NGA-2026-000001');
    expect((await deposit(other(2))).body.receipt?.number).toBe('HZ-NGA-2027-000001');
  });
});
