import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Client } from '@geoarchive/contract/client.ts';
import { holeInput } from '@geoarchive/contract/hole-parts.ts';
import { holes, jobs } from '@geoarchive/contract/routes.ts';
import { noChildren } from '@geoarchive/domain/subsurface/hole.ts';
import { sampleHole } from '@geoarchive/drawings/testing/sample-hole.ts';
import type { Page } from 'playwright-core';
import { ulid } from 'ulid';
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { launch } from '../browser/support/launch.ts';
import { openSite, signIn } from '../browser/support/session.ts';
import { until } from '../support/until.ts';
import { type Bench, median, seconds } from './figure.ts';
import { inRun } from './session.ts';

const layers = 200;
const curves = 10;
const samples = 30_000;
const metres = 3000;
const rounds = 7;
const words = shared.drawings;

/** A rich hole, brought in as a machine would. */
const bring = async (keeper: Client): Promise<string> => {
  const curve = async (mnemonic: string, unit: string, values: Float64Array) => {
    const bytes = new Uint8Array(values.buffer);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const body = { values: gzipSync(bytes).toString('base64') };
    await keeper.call(holes.putHoleCurve, { params: { sha256 }, body });
    return {
      ...{ mnemonic, unit, sha256, samples, top: 0, base: metres },
      ...{ least: Math.min(...values), most: Math.max(...values) },
    };
  };
  const depths = Float64Array.from({ length: samples }, (_, at) => (at * metres) / samples);
  const log = {
    ...{ id: 'log-1', file: 'ZK.las', format: 'las' as const, indexUnit: 'M', parameters: [] },
    index: await curve('DEPT', 'm', depths),
    curves: await Promise.all(
      Array.from({ length: curves }, (_, no) =>
        curve(
          `C${no}`,
          `u${no}`,
          depths.map((depth, at) => 80 + 40 * Math.sin(depth / (5 + no)) + ((at * 37) % 11)),
        ),
      ),
    ),
  };
  const { header, children } = sampleHole(metres, layers);
  const hole = holeInput.parse({
    header: { ...header, hole: 'BENCH', holeType: 'geological', secrecy: 'public' },
    children: { ...noChildren, ...children },
    logs: [log],
  });
  const id = ulid();
  await keeper.call(holes.putHoleBatch, { params: { id, no: 1 }, body: { holes: [hole] } });
  await keeper.call(holes.startHoleImport, { params: { id }, body: { batches: 1, subject: 'Bench' } });
  await until(
    () => keeper.call(jobs.getJob, { params: { id } }),
    ({ state }) => state === 'done',
  );
  const found = await until(
    () => keeper.call(holes.listHoles, { query: {} }),
    ({ items }) => items.length > 0,
  );
  return found.items[0]?.id ?? '';
};

/** Until nothing of the page is waited for and it answers a person: two pictures were drawn one after the other. */
const answers = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/** The page of one rich hole in a browser: from the address, and from the column to the curves; medians, warm caches. */
export const holePage: Bench = (tell) =>
  inRun(
    async ({ run, people }) => {
      const id = await bring(await people.as('ARCHIVE_KEEPER'));
      const account = run.endpoints.accounts.find(({ role }) => role === 'ARCHIVE_KEEPER');
      if (account === undefined) throw new Error('No account');
      const browser = await launch();
      try {
        const { page } = await openSite(browser, run.endpoints.admin);
        await signIn(page, account);
        const main = page.getByRole('main');
        const [opened, tracks, bare]: [number[], number[], number[]] = [[], [], []];
        for (let round = 0; round < rounds; round += 1) {
          bare.push(
            await seconds(async () => {
              await page.goto(new URL('/documents', page.url()).href);
              await main.getByRole('heading', { level: 1 }).waitFor();
              await answers(page);
            }),
          );
          opened.push(
            await seconds(async () => {
              await page.goto(new URL(`/holes/${id}`, page.url()).href);
              await main.getByRole('img', { name: words.columnOf.replace('{{hole}}', 'BENCH') }).waitFor();
              await answers(page);
            }),
          );
          tracks.push(
            await seconds(async () => {
              await main.getByRole('tab', { name: words.tracks }).click();
              await main.getByRole('slider', { name: words.shown }).waitFor();
              await answers(page);
            }),
          );
        }
        const of = `hole of ${layers} layers and ${curves} curves of ${samples} samples`;
        const peer = { what: 'an empty list of the same site', value: median(bare) };
        tell({ what: `page of a ${of}, column drawn`, value: median(opened), unit: 's', goal: 1, peer });
        tell({ what: 'its curves drawn after that', value: median(tracks), unit: 's', goal: 1 });
      } finally {
        await browser.close();
      }
    },
    { sites: true },
  );
