import { messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import type { Message } from '@geoarchive/platform/worker-handler.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { eventTypesIn } from '../testing/written.ts';
import { readFileReport } from './file-reports.ts';
import { hashStep } from './fixity.ts';
import { inspectBatch } from './inspect.ts';
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

const text = '湖北省某金矿普查报告\n';
const inspect = (...messages: Message[]) => inspectBatch(kit, messages);
const codes = async (no: number) => {
  const entry = await kit.entry(no);
  return 'findings' in entry ? entry.findings.map(({ code }) => code) : [];
};
const declare = (path: string, size: number, sha256: string) =>
  kit.register.register(depositId, [{ path, size, sha256 }]);

describe('one upload', () => {
  test('is identified, hashed and reported', async () => {
    await kit.enlist({ 'a.txt': text });
    expect(await inspect(messageOf(await kit.upload(1, text)))).toEqual([]);
    expect(await kit.entry(1)).toMatchObject({
      state: 'inspected',
      sha256: shaOf(text),
      sequencer: '01',
      versionId: 'v1',
      findings: [],
      format: { id: expect.any(String), mime: expect.stringContaining('text/') },
    });
    expect((await readFileReport(kit.table, depositId, 1)).metadata).toEqual(expect.any(Object));
    expect((await kit.pages.readHead(depositId)).done).toEqual({ p1: 1 });
  });

  test('with another checksum than declared is a finding that names both', async () => {
    await declare('a.txt', Buffer.byteLength(text), shaOf('other'));
    await inspect(messageOf(await kit.upload(1, text)));
    expect(await codes(1)).toEqual(['checksum-mismatch']);
    expect(JSON.stringify(await kit.entry(1))).toContain(shaOf('other'));
  });

  test('of another size than declared is a finding', async () => {
    await declare('a.txt', 5, shaOf(text));
    await inspect(messageOf(await kit.upload(1, text)));
    expect(await codes(1)).toEqual(['size-mismatch']);
  });

  test('of no bytes is read too', async () => {
    await kit.enlist({ 'empty.txt': '' });
    await inspect(messageOf(await kit.upload(1, '')));
    expect(await kit.entry(1)).toMatchObject({ state: 'inspected', sha256: shaOf('') });
  });

  test('above the memory limit is hashed from a stream, with the same result', async () => {
    await kit.enlist({ 'a.txt': text });
    Object.assign(kit, { bytes: { whole: 4, hashedHere: 1000 } });
    await inspect(messageOf(await kit.upload(1, text)));
    expect(await kit.entry(1)).toMatchObject({ state: 'inspected', sha256: shaOf(text) });
    expect(kit.fixity.sent).toEqual([]);
  });
});

describe('messages that come twice, late or for nothing', () => {
  test('the same upload again changes nothing', async () => {
    await kit.enlist({ 'a.txt': text });
    const message = messageOf(await kit.upload(1, text));
    await inspect(message);
    const before = await tables.all(kit.table);
    await inspect(message, { ...message, id: 'm2' });
    expect(await tables.all(kit.table)).toEqual(before);
  });

  test('an older upload never overwrites a newer one, whichever comes first', async () => {
    await kit.enlist({ 'a.txt': text });
    const first = messageOf(await kit.upload(1, 'first', 'FF'));
    const second = messageOf(await kit.upload(1, text, '0100'));
    await inspect(second);
    await inspect(first);
    expect(await kit.entry(1)).toMatchObject({ sha256: shaOf(text), sequencer: '0100', versionId: 'v2' });
  });

  test('a later upload replaces everything the earlier one left', async () => {
    await declare('a.txt', Buffer.byteLength(text), shaOf(text));
    await inspect(messageOf(await kit.upload(1, 'wrong', '01')));
    expect(await codes(1)).toEqual(['size-mismatch', 'checksum-mismatch']);
    await inspect(messageOf(await kit.upload(1, text, '02')));
    expect(await codes(1)).toEqual([]);
    expect(await kit.entry(1)).toMatchObject({ sha256: shaOf(text), versionId: 'v2' });
  });

  test('a removed file stays removed', async () => {
    await kit.enlist({ 'a.txt': text });
    const message = messageOf(await kit.upload(1, text));
    const entry = await kit.pages.find(depositId, 1);
    if (entry !== undefined) await kit.register.remove(depositId, entry);
    expect(await inspect(message)).toEqual([]);
    expect(await kit.entry(1)).toEqual({ state: 'none' });
  });

  test('a file declared anew while it is read keeps its new declaration and waits', async () => {
    await kit.enlist({ 'a.txt': text });
    const upload = await kit.upload(1, text);
    const { read } = kit.bucket;
    kit.bucket.read = async (...args) => {
      await kit.register.register(depositId, [{ path: 'a.txt', size: 99, sha256: shaOf('new') }]);
      return read(...args);
    };
    await inspect(messageOf(upload));
    expect(await kit.entry(1)).toMatchObject({
      state: 'registered',
      size: 99,
      declaredSha256: shaOf('new'),
    });
  });
});

describe('trouble', () => {
  test('a message that cannot be read goes back alone', async () => {
    await kit.enlist({ 'a.txt': text, 'b.txt': text });
    const good = messageOf(await kit.upload(1, text), 1, 'good');
    const gone = messageOf({ ...(await kit.upload(2, text)), key: 'files/gone' }, 1, 'gone');
    const failed = await inspect(gone, messageOf({ no: 1 }, 1, 'strange'), good);
    expect(failed.map(({ id }) => id).sort()).toEqual(['gone', 'strange']);
    expect(await kit.entry(1)).toMatchObject({ state: 'inspected' });
    expect(await kit.entry(2)).toMatchObject({ state: 'registered' });
  });

  test('at the third try a file is marked first, so that the rest goes on; nothing of an older upload stays', async () => {
    await kit.enlist({ 'a.txt': text });
    await inspect(messageOf(await kit.upload(1, text, '01')));
    const broken = { ...(await kit.upload(1, 'x', '02')), key: 'files/gone' };
    expect(await inspect(messageOf(broken, 2))).toHaveLength(1);
    expect(await codes(1)).toEqual([]);
    expect(await inspect(messageOf(broken, 3))).toHaveLength(1);
    expect(await codes(1)).toEqual(['inspection-failed']);
    const entry = await kit.entry(1);
    expect(entry).toMatchObject({ state: 'inspected', sequencer: '02' });
    expect(entry).not.toHaveProperty('sha256');
    expect(entry).not.toHaveProperty('format');
  });

  test('a file marked so is still read when the next try succeeds', async () => {
    await kit.enlist({ 'a.txt': text });
    const upload = await kit.upload(1, text);
    expect(await inspect(messageOf(upload, 3))).toEqual([]);
    expect(await kit.entry(1)).toMatchObject({ state: 'inspected', sha256: shaOf(text), findings: [] });
  });
});

test('two uploads of one file in a batch are recorded as the newer, in whatever order they come', async () => {
  await kit.enlist({ 'a.txt': text });
  const older = messageOf(await kit.upload(1, 'older', '01'), 1, 'older');
  const newer = messageOf(await kit.upload(1, text, '02'), 1, 'newer');
  for (const batch of [
    [older, newer],
    [newer, older],
  ]) {
    expect(await inspect(...batch)).toEqual([]);
    expect(await kit.entry(1)).toMatchObject({ state: 'inspected', sequencer: '02', sha256: shaOf(text) });
  }
});

describe('the whole deposit', () => {
  test('is told as inspected by the last file while it is being checked, and not before', async () => {
    await kit.open(depositId, {}, 'checking');
    await kit.enlist({ 'a.txt': text, 'b.txt': 'b' });
    await inspect(messageOf(await kit.upload(1, text)));
    expect(await eventTypesIn(tables, kit.table)).toEqual([]);
    await inspect(messageOf(await kit.upload(2, 'b')));
    expect(await eventTypesIn(tables, kit.table)).toEqual(['DepositInspected']);
  });

  test('many files at once, over two pages, tell at least once and count right', async () => {
    const contents = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`f${at}.txt`, `n${at}`]));
    await kit.open(depositId, {}, 'checking');
    await kit.enlist(contents);
    const messages = await Promise.all(
      Object.values(contents).map(async (content, at) =>
        messageOf(await kit.upload(at + 1, content), 1, `m${at}`),
      ),
    );
    const batches = Array.from({ length: 12 }, (_, at) => messages.slice(at * 10, at * 10 + 10));
    expect((await Promise.all(batches.map((batch) => inspect(...batch)))).flat()).toEqual([]);
    const { done } = await kit.pages.readHead(depositId);
    expect(done).toEqual({ p1: 100, p2: 20 });
    expect(await eventTypesIn(tables, kit.table)).toContain('DepositInspected');
  });
});

describe('large files', () => {
  const big = 'x'.repeat(1000) + text;
  const small = { whole: 16, hashedHere: 100 };
  const hash = (step: number) => hashStep({ ...kit, step }, messageOf(kit.fixity.sent.shift()?.body));
  const handOver = async (content = big, sequencer = '01') => {
    Object.assign(kit, { bytes: small });
    await inspect(messageOf(await kit.upload(1, content, sequencer)));
  };
  beforeEach(() => kit.enlist({ 'big.txt': big }));

  test('are handed over after what is known of them is recorded', async () => {
    const { send } = kit.fixity;
    let seen: unknown;
    kit.fixity.send = async (messages) => {
      if (messages.length > 0) seen = await kit.entry(1);
      await send(messages);
    };
    await handOver();
    expect(seen).toMatchObject({ state: 'registered', sequencer: '01', format: expect.anything() });
    expect(kit.fixity.sent).toMatchObject([{ group: depositId, body: { no: 1, offset: 0 } }]);
  });

  test.each([[97], [333], [10_000]])('hashed in steps of %d bytes give the one hash', async (step) => {
    await handOver();
    let steps = 0;
    while (kit.fixity.sent.length > 0) {
      await hash(step);
      steps += 1;
    }
    expect(steps).toBe(Math.ceil(Buffer.byteLength(big) / step));
    expect(await kit.entry(1)).toMatchObject({ state: 'inspected', sha256: shaOf(big), findings: [] });
  });

  test('a step that comes twice gives the same', async () => {
    await handOver();
    const first = kit.fixity.sent[0];
    await hash(700);
    if (first !== undefined) kit.fixity.sent.push(first);
    while (kit.fixity.sent.length > 0) await hash(700);
    expect(await kit.entry(1)).toMatchObject({ state: 'inspected', sha256: shaOf(big) });
  });

  test('a declared checksum is compared at the end', async () => {
    await declare('big.txt', Buffer.byteLength(big), shaOf('other'));
    await handOver();
    await hash(10_000);
    expect(await codes(1)).toEqual(['checksum-mismatch']);
  });

  test('the last one hashed tells that the deposit is inspected', async () => {
    await kit.open(depositId, {}, 'checking');
    await handOver();
    expect(await eventTypesIn(tables, kit.table)).toEqual([]);
    await hash(10_000);
    expect(await eventTypesIn(tables, kit.table)).toEqual(['DepositInspected']);
  });

  test('one uploaded again, declared anew or removed meanwhile is not hashed for nothing', async () => {
    await handOver();
    const old = kit.fixity.sent.shift()?.body;
    await handOver(`${big}!`, '02');
    await hashStep(kit, messageOf(old));
    const waiting = await kit.entry(1);
    expect(waiting).toMatchObject({ state: 'registered', sequencer: '02' });
    expect(waiting).not.toHaveProperty('sha256');
    await declare('big.txt', 7, shaOf('new'));
    while (kit.fixity.sent.length > 0) await hash(10_000);
    expect(await kit.entry(1)).toMatchObject({ state: 'registered', size: 7 });
  });
});
