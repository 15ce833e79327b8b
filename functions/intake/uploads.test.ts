import { messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as z from 'zod';
import { fileKey } from './file-pages.ts';
import { inspectBatch } from './inspect.ts';
import { depositId, type IntakeKit, intakeKit, shaOf } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: IntakeKit;
const mib = 1024 ** 2;

beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await intakeKit(tables);
  await kit.open();
});

const path = `/intake/deposits/${depositId}`;
const register = (...files: unknown[]) =>
  kit.as('MINE', { method: 'POST', path: `${path}/files`, body: { files } });
const sign = (...parts: unknown[]) =>
  kit.as('MINE', { method: 'POST', path: `${path}/signatures`, body: { parts } });
const parts = (no: number) => kit.as('MINE', { path: `${path}/files/${no}/parts` });
const complete = (no: number, whole?: Uint8Array) =>
  kit.as('MINE', {
    method: 'POST',
    path: `${path}/files/${no}/completion`,
    body: whole === undefined ? {} : { crc64: kit.bucket.crcOf(whole) },
  });
const remove = (no: number) => kit.as('MINE', { method: 'DELETE', path: `${path}/files/${no}` });
const signed = z.object({
  parts: z.array(z.object({ url: z.string(), offset: z.number(), length: z.number(), headers: z.unknown() })),
});
const uploadId = async (no = 1) => z.object({ uploadId: z.string() }).parse(await kit.entry(no)).uploadId;
const bytes = (size: number, fill = 7) => new Uint8Array(size).fill(fill);
const crc64 = 'rosUhgp5mIg=';

describe('a small file', () => {
  test('goes up in one PUT, with its checksum signed', async () => {
    await register({ path: 'a', size: 5, sha256: shaOf('hello') }, { path: 'b', size: 0 });
    const asked = [
      { no: 1, part: 1 },
      { no: 2, part: 1, sha256: shaOf('') },
    ];
    const { parts: links } = signed.parse((await sign(...asked)).body);
    expect(links).toEqual([
      {
        url: `put:intake/${fileKey(depositId, 1)}?size=5`,
        offset: 0,
        length: 5,
        headers: { 'x-amz-checksum-sha256': shaOf('hello') },
      },
      {
        url: `put:intake/${fileKey(depositId, 2)}?size=0`,
        offset: 0,
        length: 0,
        headers: { 'x-amz-checksum-sha256': shaOf('') },
      },
    ]);
    expect(kit.bucket.uploads()).toEqual([]);
  });
  test('is not signed without its checksum', async () => {
    await register({ path: 'a', size: 5 });
    const refused = await sign({ no: 1, part: 1, crc64 });
    expect([refused.status, refused.body['fields']]).toEqual([
      400,
      [{ field: 'body.parts', message: '1: SHA-256' }],
    ]);
  });
  test('is complete when its object is there in full', async () => {
    await register({ path: 'a', size: 5 });
    expect((await complete(1)).status).toBe(422);
    await kit.upload(1, 'hell');
    expect((await complete(1)).status).toBe(422);
    await kit.upload(1, 'hello');
    expect((await complete(1)).body).toEqual({ no: 1, size: 5 });
    expect((await parts(1)).body).toMatchObject({ uploaded: true, partCount: 1, parts: [] });
  });
});

describe('a large file', () => {
  const size = 20 * mib;
  beforeEach(() => register({ path: 'big.segy', size }));

  test('is cut into parts that cover it, all of one upload', async () => {
    const asked = [1, 2, 3].map((part) => ({ no: 1, part, crc64 }));
    const { parts: links } = signed.parse((await sign(...asked)).body);
    expect(links.map(({ headers }) => headers)).toEqual(Array(3).fill({ 'x-amz-checksum-crc64nvme': crc64 }));
    expect(links.map(({ url }) => url.split('?').at(-1))).toEqual([8, 8, 4].map((n) => `size=${n * mib}`));
    expect(links.map(({ offset, length }) => [offset, length])).toEqual([
      [0, 8 * mib],
      [8 * mib, 8 * mib],
      [16 * mib, 4 * mib],
    ]);
    await sign({ no: 1, part: 2, crc64 });
    expect(kit.bucket.uploads()).toEqual([await uploadId()]);
    expect((await parts(1)).body).toMatchObject({ partBytes: 8 * mib, partCount: 3, uploaded: false });
  });
  test('has one upload, however many ask for its parts at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 6 }, (_, at) => sign({ no: 1, part: (at % 3) + 1, crc64 })),
    );
    const urls = asked.flatMap(({ body }) => signed.parse(body).parts.map(({ url }) => url));
    const id = await uploadId();
    expect(kit.bucket.uploads()).toEqual([id]);
    expect(urls.filter((url) => !url.includes(id))).toEqual([]);
  });
  test('has no fourth part of three', async () => {
    const refused = await sign({ no: 1, part: 4, crc64 });
    expect(refused.status).toBe(400);
    expect(refused.body['fields']).toEqual([{ field: 'body.parts', message: '1/4' }]);
  });
  test('is joined when every part is there; what lacks is named', async () => {
    await sign({ no: 1, part: 1, crc64 });
    kit.bucket.uploadPart(await uploadId(), 1, bytes(8 * mib));
    kit.bucket.uploadPart(await uploadId(), 3, bytes(4 * mib));
    expect((await parts(1)).body).toMatchObject({
      parts: [
        { part: 1, crc64: kit.bucket.crcOf(bytes(8 * mib)) },
        { part: 3, crc64: kit.bucket.crcOf(bytes(4 * mib)) },
      ],
    });
    const lacking = await complete(1);
    expect([lacking.status, lacking.body['detail']]).toEqual([422, expect.stringContaining('lacks part 2')]);
    kit.bucket.uploadPart(await uploadId(), 2, bytes(8 * mib));
    expect((await complete(1)).body['fields']).toEqual([{ field: 'body.crc64', message: '1: CRC64NVME' }]);
    expect((await complete(1, bytes(size))).body).toEqual({ no: 1, size });
    expect((await complete(1, bytes(size))).body).toEqual({ no: 1, size });
    expect((await parts(1)).body).toMatchObject({ uploaded: true });
  });
  test('whose parts make another file is not joined; once the part that differs is there anew, it is', async () => {
    await sign({ no: 1, part: 1, crc64 });
    for (const [part, fill] of [8, 7, 7].entries())
      kit.bucket.uploadPart(await uploadId(), part + 1, bytes((part < 2 ? 8 : 4) * mib, fill));
    const other = await complete(1, bytes(size));
    expect([other.status, other.body['detail']]).toEqual([422, expect.stringContaining('do not make')]);
    expect(kit.bucket.keys()).toEqual([]);
    kit.bucket.uploadPart(await uploadId(), 1, bytes(8 * mib));
    expect((await complete(1, bytes(size))).body).toEqual({ no: 1, size });
  });
  test('with parts of other sizes than registered is not joined', async () => {
    await sign({ no: 1, part: 1, crc64 });
    for (const part of [1, 2, 3]) kit.bucket.uploadPart(await uploadId(), part, bytes(8 * mib));
    const lie = await complete(1);
    expect([lie.status, lie.body['detail']]).toEqual([422, expect.stringContaining(String(24 * mib))]);
    expect(kit.bucket.keys()).toEqual([]);
  });
  test('found wrong can be uploaded once more under the same declaration', async () => {
    const right = bytes(size);
    await register({ path: 'big.segy', size, sha256: shaOf(right) });
    const send = async (content: Uint8Array) => {
      await sign({ no: 1, part: 1, crc64 });
      for (const part of [1, 2, 3])
        kit.bucket.uploadPart(await uploadId(), part, content.slice((part - 1) * 8 * mib, part * 8 * mib));
      expect((await complete(1, content)).status).toBe(200);
      const { size: there, versionId } = (await kit.bucket.head(fileKey(depositId, 1))) ?? {};
      const upload = { depositId, no: 1, key: fileKey(depositId, 1), size: there, versionId };
      await inspectBatch(kit, [messageOf({ ...upload, sequencer: versionId?.slice(1).padStart(4, '0') })]);
    };
    await send(bytes(size, 8));
    expect((await parts(1)).body).toMatchObject({ uploaded: false });
    expect((await register({ path: 'big.segy', size, sha256: shaOf(right) })).body['files']).toMatchObject([
      { no: 1, uploaded: false },
    ]);
    await send(right);
    expect((await parts(1)).body).toMatchObject({ uploaded: true });
    const entry = await kit.entry(1);
    expect(entry).toMatchObject({ sha256: shaOf(right) });
    expect(JSON.stringify(entry)).not.toContain('mismatch');
  });
  test('gets a new upload when S3 has forgotten the old one', async () => {
    await sign({ no: 1, part: 1, crc64 });
    const old = await uploadId();
    await kit.bucket.abortUpload('', old);
    expect((await parts(1)).body).toMatchObject({ uploaded: false, parts: [] });
    await sign({ no: 1, part: 1, crc64 });
    expect(await uploadId()).not.toBe(old);
  });
  test('removed while it goes up takes its parts with it, also when S3 has none any more', async () => {
    await sign({ no: 1, part: 1, crc64 });
    expect((await remove(1)).body).toEqual({ no: 1 });
    expect(kit.bucket.uploads()).toEqual([]);
    expect((await remove(1)).status).toBe(404);
    await register({ path: 'again', size });
    await sign({ no: 2, part: 1, crc64 });
    await kit.bucket.abortUpload('', await uploadId(2));
    expect((await remove(2)).status).toBe(200);
  });
});

test('numbers nobody registered are not signed', async () => {
  await register({ path: 'a', size: 1 });
  expect((await sign({ no: 1, part: 1 }, { no: 2, part: 1 })).status).toBe(404);
});

test('what was there before a file was declared anew does not count as uploaded', async () => {
  await register({ path: 'a', size: 1 });
  await inspectBatch(kit, [messageOf(await kit.upload(1, 'a'))]);
  await register({ path: 'a', size: 1, sha256: shaOf('b') });
  expect((await parts(1)).body).toMatchObject({ uploaded: false });
  expect((await complete(1)).status).toBe(422);
  await kit.upload(1, 'b');
  expect((await parts(1)).body).toMatchObject({ uploaded: true });
});

test('only an open deposit takes files, and a state secret none', async () => {
  const [secret, sealed] = ['01KAHZ6YB80000000000000002', '01KAHZ6YB80000000000000003'];
  await kit.open(secret, { secrecy: 'secret', stub: { carrierSlip: 'Z1', place: 'P' } });
  await kit.open(sealed, {}, 'sealed');
  const body = { files: [{ path: 'a', size: 1 }] };
  const to = (id: string | undefined, organisation = 'MINE') =>
    kit.as(organisation, { method: 'POST', path: `/intake/deposits/${id}/files`, body });
  expect((await to(secret)).body['type']).toBe('rule-broken');
  expect((await to(sealed)).body['type']).toBe('wrong-state');
  expect((await to(depositId, 'OTHER')).body['type']).toBe('not-found');
});
