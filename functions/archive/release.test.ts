import {
  type ReleasedFile,
  releasedFiles,
  releaseManifest,
  signedManifest,
} from '@geoarchive/contract/release-bundle.ts';
import { largeCopies } from '@geoarchive/platform/large-copy.ts';
import { messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { auditOf, eventTypesIn } from '../testing/written.ts';
import { packNumbers } from './packed-numbers.ts';
import { releaseDossier, releaseStep, withdrawDossier } from './release.ts';
import { type ArchiveKit, archiveKit } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
});

const bundleId = '01KAHZ6YB800000000000000B1';
/** A dossier with these files, all of them approved for release. */
const approved = async (count: number, text = (no: number) => `content ${no}`, more = {}) => {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const id = await kit.dossier(
    {
      fileCount: count,
      releaseVersion: 1,
      bundleId,
      proposedNumbers: packNumbers(numbers),
      proposal: { by: 'k', byName: 'k', at: '2026-11-22T02:00:00.000Z', files: count, note: '公开' },
      ...more,
    },
    'releasing',
  );
  const stored = await Promise.all(
    numbers.map(async (no) => {
      const key = `dossiers/${id}/v1/${String(no).padStart(6, '0')}`;
      const { versionId, size } = await kit.archive.upload(key, text(no));
      const format = { id: 'txt', name: '文本', mime: 'text/plain' };
      return {
        no,
        path: `${no}.txt`,
        size,
        sha256: 'a'.repeat(64),
        key,
        versionId,
        format,
        secrecy: 'public' as const,
      };
    }),
  );
  for (let page = 1; page <= Math.ceil(count / 100); page += 1)
    await kit.dossierFiles.putPage(id, page, stored.slice((page - 1) * 100, page * 100));
  return id;
};
const steps = async (deps: Parameters<typeof releaseStep>[0] = kit) => {
  for (let done = 0; kit.releases.sent.length > 0; done += 1) {
    expect(done).toBeLessThan(50);
    await releaseStep(deps, messageOf(kit.releases.sent.shift()?.body));
  }
};
const textOf = async (key: string) => Buffer.from((await kit.inbox.readAll(key)) ?? []).toString('utf8');
/** The bundle as the portal would read it. */
const bundle = async () => {
  const manifests = kit.inbox.keys().filter((key) => key.endsWith('manifest.json'));
  const { manifest } = signedManifest.parse(JSON.parse(await textOf(manifests.at(-1) ?? '')));
  const read = releaseManifest.parse(JSON.parse(manifest));
  const files: ReleasedFile[] = [];
  for (const { key } of read.op === 'publish' ? read.pages : [])
    files.push(...releasedFiles.parse(JSON.parse(await textOf(key))));
  return { ...read, files };
};
const state = async (id: string) => (await kit.dossiers.get(id))?.state;
const traces = async () =>
  (await tables.all(kit.table)).filter(({ pk }) => /^(copying|release)#/.test(String(pk)));

describe('a release', () => {
  test('of few files is one step: bundle, number, event and audit', async () => {
    const id = await approved(2);
    await releaseDossier(kit, { dossierId: id });
    expect(await bundle()).toMatchObject({
      ...{ op: 'publish', bundleId, sequence: 1, recordId: id, version: 1, formats: ['txt'] },
      files: [{ no: 1, path: '1.txt', key: `bundles/${bundleId}/files/000001` }, { no: 2 }],
      record: { fileCount: 2, access: 'open' },
    });
    expect(await textOf(`bundles/${bundleId}/files/000002`)).toBe('content 2');
    expect((await kit.dossiers.get(id))?.body).toMatchObject({
      releasedFiles: 2,
      releasedNumbers: packNumbers([1, 2]),
    });
    expect((await kit.dossiers.get(id))?.body).not.toHaveProperty('proposedNumbers');
    expect(await eventTypesIn(tables, kit.table)).toEqual(['DossierReleased']);
    expect(await auditOf(tables, kit.table, id)).toContain('release.publish');
    expect(await traces()).toEqual([]);
  });

  test('of the catalogue alone names no files', async () => {
    const id = await approved(0);
    await releaseDossier(kit, { dossierId: id });
    expect(await bundle()).toMatchObject({ record: { fileCount: 0, access: 'catalogue-only' }, files: [] });
  });

  test('of many pages sends the manifest with the last, whatever comes twice and in whatever order', async () => {
    const id = await approved(201);
    await releaseDossier(kit, { dossierId: id });
    const [first, second, third] = kit.releases.sent.splice(0);
    for (const each of [third, third, first]) await releaseStep(kit, messageOf(each?.body));
    expect(await state(id)).toBe('releasing');
    expect(kit.inbox.keys().filter((key) => key.endsWith('manifest.json'))).toEqual([]);
    await releaseStep(kit, messageOf(second?.body));
    await releaseStep(kit, messageOf(second?.body));
    const { files } = await bundle();
    expect(files.map(({ no }) => no)).toEqual(Array.from({ length: 201 }, (_, at) => at + 1));
    expect(await state(id)).toBe('released');
    expect(await eventTypesIn(tables, kit.table)).toEqual(['DossierReleased']);
    expect(await traces()).toEqual([]);
  });

  test('broken off begins anew under the same bundle', async () => {
    const id = await approved(101);
    await releaseDossier(kit, { dossierId: id });
    await releaseStep(kit, messageOf(kit.releases.sent.splice(0)[0]?.body));
    await releaseDossier(kit, { dossierId: id });
    await steps();
    expect((await bundle()).files).toHaveLength(101);
    expect(new Set(kit.inbox.keys().map((key) => key.split('/')[1]))).toEqual(new Set([bundleId]));
  });

  test('with large files copies them in steps, and joins each once', async () => {
    const large = largeCopies(kit.table, kit.inbox, { whole: 10, part: 4, step: 2 });
    const id = await approved(3, (no) => (no === 2 ? 'small' : `large file of number ${no}`));
    await releaseDossier({ ...kit, large }, { dossierId: id });
    await steps({ ...kit, large });
    expect(await state(id)).toBe('released');
    expect(await textOf(`bundles/${bundleId}/files/000003`)).toBe('large file of number 3');
    expect(kit.inbox.uploads()).toEqual([]);
    expect(await traces()).toEqual([]);
  });
});

describe('what may not be released', () => {
  test.each([
    ['that became protected', { protectedUntil: '2030-01-01' }],
    ['whose secrecy rose', { secrecy: 'internal' as const }],
  ])('a dossier %s since the approval is not sent', async (_, more) => {
    const id = await approved(1, undefined, more);
    await expect(releaseDossier(kit, { dossierId: id })).rejects.toThrow('may not be released');
    expect([kit.inbox.keys(), await state(id)]).toEqual([[], 'releasing']);
  });
  test('an approved file that is not there stops it', async () => {
    const id = await approved(1, undefined, { proposedNumbers: packNumbers([1, 7]) });
    await expect(releaseDossier(kit, { dossierId: id })).rejects.toThrow('may not be released');
  });
  test('what is not approved (any more) is left alone, and what its steps began is aborted', async () => {
    const closed = await kit.dossier({ bundleId });
    await releaseDossier(kit, { dossierId: closed });
    await withdrawDossier(kit, { dossierId: closed });
    expect(kit.inbox.keys()).toEqual([]);

    const large = largeCopies(kit.table, kit.inbox, { whole: 10, part: 4, step: 2 });
    const id = await approved(1, () => 'a file of many parts');
    await releaseDossier({ ...kit, large }, { dossierId: id });
    await releaseStep({ ...kit, large }, messageOf(kit.releases.sent.shift()?.body));
    expect(kit.inbox.uploads()).toHaveLength(1);
    const item = await kit.dossiers.get(id);
    if (item === undefined) throw new Error('no dossier');
    await kit.dossiers.move(item, 'publish', item.body, { action: 'test', by: { worker: 'test' } });
    await steps({ ...kit, large });
    expect([kit.inbox.uploads(), kit.inbox.keys(), await traces()]).toEqual([[], [], []]);
  });
});

describe('numbers of bundles', () => {
  test('have no gaps, however many releases end at once', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => approved(1)));
    await Promise.all(ids.map((dossierId) => releaseDossier(kit, { dossierId })));
    const row = await kit.table.get({ pk: 'counter#release-bundle', sk: 'counter' });
    expect(row?.['value']).toBe(4);
  });
});

test('a withdrawal goes through the door as an order, once', async () => {
  const id = await approved(1);
  await releaseDossier(kit, { dossierId: id });
  const path = `/archive/dossiers/${id}/withdrawal`;
  const reply = await kit.as('secrecy', { method: 'POST', path, body: { note: '撤回' } });
  expect(reply.status).toBe(200);
  await withdrawDossier(kit, { dossierId: id });
  await withdrawDossier(kit, { dossierId: id });
  const manifests = kit.inbox.keys().filter((key) => key.endsWith('manifest.json'));
  expect(manifests).toHaveLength(2);
  expect(await state(id)).toBe('withdrawn');
  expect((await kit.dossiers.get(id))?.body).toMatchObject({ releasedFiles: 0, releasedNumbers: '' });
});
