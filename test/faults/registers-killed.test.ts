import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobs } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { sendRegisters } from '@geoarchive/frontend-shared/registers/send-registers.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { demoRegisters } from '../../infra/local/demo/registers.ts';
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { type Run, startRun } from '../support/run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(240_000);
const rows = demoRegisters(dayOf(new Date()), 400);
let state: string;
let run: Run;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'geoarchive-registers-'));
  run = await startRun({ state });
});
afterAll(async () => {
  await run?.stop();
  rmSync(state, { recursive: true, force: true });
});

test('an import of registers that is killed in its middle goes on after the restart; each row counts once', async () => {
  const id = ulid();
  const ministry = await actors(run.endpoints).as('MINISTRY_ADMIN');
  await sendRegisters(ministry, id, { rows, subject: '断电的导入' }, () => undefined);
  const middle = await until(
    () => ministry.call(jobs.getJob, { params: { id } }),
    ({ done }) => done > 0,
  );
  await run.stop('SIGKILL');
  expect(middle.done).toBeLessThan(rows.length);
  run = await startRun({ state });
  const again = await actors(run.endpoints).as('MINISTRY_ADMIN');
  const look = () => again.call(jobs.getJob, { params: { id } });
  const done = await until(look, ({ state: now }) => now === 'done', 180);
  const renewals = rows.length - 400;
  expect(done).toMatchObject({
    total: rows.length,
    done: rows.length,
    counts: { created: 400, updated: renewals, unchanged: 0, refused: 0 },
  });
  // Of every task there is one event, and with the last one sent nothing is left.
  const inside = openInside(run.endpoints);
  await inside.quiet();
  expect(await inside.deadLetters()).toEqual({});
  inside.close();
});
