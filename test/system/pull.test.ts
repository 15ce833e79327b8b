import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { supervision } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { codeOf, withSecondFactor } from '../support/second-factor.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { accountOf } from '../support/tokens.ts';

/* A list is pulled from another system, as a timer would do it: first only shown, then imported. The tests build on each other. */
jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const ministry = accountOf(endpoints, 'MINISTRY_ADMIN');
const today = dayOf(new Date());
const number = `T420000-P${Date.now()}`;
const list = (name: string) =>
  [
    'kind,number,name,holder,from,to,regions',
    `exploration-right,${number},${name},PULLED,${addDays(today, -900)},${addDays(today, 100)},420100`,
  ].join('\n');
const offered = { text: list('甲') };
const tokens: (string | undefined)[] = [];
const source = createServer((request, reply) => {
  tokens.push(request.headers.authorization);
  reply.end(offered.text);
});
const folder = folderOf({ 'endpoints.json': JSON.stringify(endpoints) });

beforeAll(async () => {
  await withSecondFactor(endpoints.admin, ministry);
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => source.close(resolve)));

/** Another name of the source is another memory: what a later day would be. */
const pull = (name: string, apply: boolean): Promise<{ code: number; lines: unknown[]; stderr: string }> => {
  const { port } = source.address() as AddressInfo;
  const one = { name, url: `http://127.0.0.1:${port}/`, format: 'csv', apply, token: 'RIGHTS_TOKEN' };
  const file = join(folder, 'sources.json');
  writeFileSync(file, JSON.stringify({ keep: join(folder, 'kept'), hosts: ['127.0.0.1'], sources: [one] }));
  const own = ['--endpoints', join(folder, 'endpoints.json'), '--lang', 'en', '--json'];
  const options = {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, GEOARCHIVE_TOTP: codeOf(ministry.username), RIGHTS_TOKEN: 'geheim' },
  };
  return new Promise((resolve) => {
    const all = ['frontend/cli/main.ts', 'registers', 'pull', file, ...own];
    const child = execFile(process.execPath, all, options, (_, stdout, stderr) =>
      resolve({
        code: child.exitCode ?? -1,
        lines: stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
        stderr,
      }),
    );
  });
};
const stored = async () =>
  (
    await (
      await people.as('MINISTRY_ADMIN')
    ).call(supervision.listRegisters, { query: { number, node: 'HB' } })
  ).items;

test('what waits for a person is shown with its differences, kept, and changes nothing', async () => {
  expect(await pull('rights', false)).toMatchObject({
    ...{ code: 0, stderr: '' },
    lines: [
      { number, outcome: 'new' },
      { source: 'rights', outcome: 'new' },
    ],
  });
  expect(tokens).toEqual(['Bearer geheim']);
  expect(await stored()).toEqual([]);
  expect(await pull('rights', false)).toMatchObject({ code: 0, lines: [{ outcome: 'already-today' }] });
  expect(tokens).toHaveLength(1);
});

test('what may be applied at once is imported as a job; wrong rows are named and import nothing', async () => {
  expect(await pull('rights-applied', true)).toMatchObject({
    code: 0,
    lines: [{ state: 'done', created: 1 }, { outcome: 'new' }],
  });
  expect(await stored()).toMatchObject([{ number, name: '甲' }]);
  offered.text = list('乙').replace('exploration-right', 'no-such-kind');
  const wrong = await pull('rights-wrong', true);
  expect(wrong).toMatchObject({ code: 1, lines: [{ source: 'rights-wrong', outcome: 'refused' }] });
  expect(wrong.stderr).toContain('no-such-kind');
  expect(await stored()).toMatchObject([{ name: '甲' }]);
});
