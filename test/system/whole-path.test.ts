import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive, intake, portal } from '@geoarchive/contract/routes.ts';
import { readTile } from '@geoarchive/tiles/testing/read-tile.ts';
import { expect, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { acceptDeposit, description, handIn, publicFiles, releaseFiles } from '../support/path.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

const people = actors(sharedEndpoints());
const sha = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

test('a deposit goes from the submitter through the archive to a stranger, byte for byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'geoarchive-path-'));
  const report = Buffer.from('湖北省某金矿普查报告\n'.repeat(50));
  writeFileSync(join(folder, '报告.txt'), report);
  writeFileSync(join(folder, '钻孔.csv'), '孔号,X,Y\nZK01,110.2,30.3\n');
  const title = `湖北省某金矿普查报告 ${Date.now()}`;

  const sealed = await handIn(people, folder, description(title));
  expect(sealed.receipt).toMatchObject({ files: 2, number: expect.stringMatching(/^HZ-NGA-\d{4}-\d{6}$/) });

  const accepted = await acceptDeposit(people, sealed.id);
  expect(accepted.archiveNumber).toMatch(/^d\d{8}$/);
  const certified = await (await people.as('CERTIFICATE_OFFICER')).call(archive.certifyReview, {
    params: { id: accepted.id },
  });
  expect(certified.certificateNumber).toMatch(/^HJ-NGA-\d{4}-\d{5}$/);

  const submitter = await people.as('SUBMITTER');
  const seen = await until(
    () => submitter.call(intake.getDeposit, { params: { id: sealed.id } }),
    ({ state }) => state === 'certified',
  );
  expect(seen).toMatchObject({
    archiveNumber: accepted.archiveNumber,
    certificateNumber: certified.certificateNumber,
  });

  const keeper = await people.as('ARCHIVE_KEEPER');
  const dossierId = accepted.dossierId ?? '';
  const files = await keeper.call(archive.listDossierFiles, { params: { id: dossierId } });
  const chosen = files.items.find(({ path }) => path === '报告.txt');
  await releaseFiles(people, dossierId, [chosen?.no ?? 0]);

  const stranger = people.stranger();
  const hits = await until(
    () => stranger.call(portal.searchRecords, { query: { q: '金矿普查' } }),
    ({ items }) => items.some((hit) => hit.title === title),
  );
  const hit = hits.items.find((item) => item.title === title);
  const record = await stranger.call(portal.getRecord, { params: { id: hit?.id ?? '' } });
  // The map shows it where its description says, as bytes through the gateway.
  const onMap = async (q: string) =>
    readTile(await stranger.call(portal.recordTile, { params: { z: 9, x: 412, y: 210 }, query: { q } }));
  expect((await onMap(title))['points']?.map(({ properties }) => properties)).toEqual([
    { id: record.id, number: accepted.archiveNumber },
  ]);
  expect(await onMap('月球陨石坑')).toEqual({});
  const released = await publicFiles(people, record.id);
  expect(released.map(({ path }) => path)).toEqual(['报告.txt']);
  const { url } = await stranger.call(portal.downloadFile, {
    params: { id: record.id, no: released[0]?.no ?? 0 },
  });
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  expect(sha(bytes)).toBe(sha(readFileSync(join(folder, '报告.txt'))));
}, 180_000);
