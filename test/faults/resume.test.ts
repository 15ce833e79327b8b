import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { intake } from '@geoarchive/contract/routes.ts';
import { partBytes, partCount } from '@geoarchive/domain/limits.ts';
import { listFolder } from '@geoarchive/frontend-cli/deposit-flow.ts';
import { uploadAll } from '@geoarchive/frontend-cli/upload.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { checkUp, description } from '../support/path.ts';
import { problemOf } from '../support/problems.ts';
import { sharedEndpoints } from '../support/shared-run.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(() => inside.close());

/** Sends the first half of a part, then cuts the line. */
const cutOff = (url: string, part: Uint8Array, headers: Record<string, string>): Promise<void> =>
  new Promise((resolve) => {
    const sending = request(url, { method: 'PUT', headers: { ...headers, 'content-length': part.length } });
    sending.on('error', () => resolve());
    sending.write(part.subarray(0, part.length / 2), () => sending.destroy(new Error('cut')));
  });

test('an upload cut off in part 3 goes on with part 3, and sends nothing twice but what came damaged', async () => {
  const content = randomBytes(40 * 1024 ** 2);
  const parts = partCount(content.length);
  expect(parts).toBe(5);
  const files = await listFolder(folderOf({ '地震体.segy': content }));
  const submitter = await people.as('SUBMITTER');
  const { id } = await submitter.call(intake.createDeposit, { body: description('断点续传') });
  const params = { id, no: 1 };
  await submitter.call(intake.registerFiles, {
    params,
    body: { files: files.map(({ path, size, sha256 }) => ({ path, size, sha256 })) },
  });
  const { parts: signed } = await submitter.call(intake.signUploads, {
    params,
    body: { parts: [1, 2, 3].map((part) => ({ no: 1, part, crc64: files[0]?.crc64s[part - 1] })) },
  });
  const size = partBytes(content.length);
  for (const { part, url, offset, headers } of signed) {
    const body = content.subarray(offset, offset + size);
    if (part === 3) await cutOff(url, body, headers);
    else expect((await fetch(url, { method: 'PUT', body, headers })).ok).toBe(true);
  }
  expect(await submitter.call(intake.listParts, { params })).toMatchObject({
    parts: [{ part: 1 }, { part: 2 }],
    uploaded: false,
  });
  expect(await problemOf(submitter.call(intake.completeUpload, { params }))).toMatchObject({
    type: 'rule-broken',
    detail: expect.stringContaining('3, 4, 5'),
  });

  const sent: number[] = [];
  const signings: number[] = [];
  const real = globalThis.fetch;
  const spied = jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const { pathname, searchParams } = new URL(String(input));
    const part = searchParams.get('partNumber');
    if (pathname.endsWith('/signatures')) signings.push(sent.length);
    if (init?.method !== 'PUT' || part === null) return real(input, init);
    sent.push(Number(part));
    // The first time, part 4 is damaged on the way.
    const damage = part === '4' && sent.filter((each) => each === 4).length === 1;
    return real(input, damage ? { ...init, body: Buffer.alloc(size) } : init);
  });
  try {
    await uploadAll(submitter, id, files, () => undefined);
  } finally {
    spied.mockRestore();
  }
  expect(sent.sort()).toEqual([3, 4, 4, 5]);
  expect(signings).toHaveLength(1);
  await checkUp(people, id, []);
  expect(await submitter.call(intake.getFileReport, { params })).toMatchObject({
    state: 'inspected',
    sha256: files[0]?.sha256,
  });
  const stored = await inside.sha256Of(inside.named('intake/IntakeBucket'), `files/${id}/000001`);
  expect(stored).toBe(files[0]?.sha256);
});
