import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@geoarchive/contract/client.ts';
import { type Deposit, depositInput } from '@geoarchive/contract/deposits.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { depositFolder, OtherDeposit, type Wanted } from './deposit-flow.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deposit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const wanted = {
  title: '报告',
  dataClass: 'mineral-exploration',
  source: 'other',
  secrecy: 'public',
} as const;
const depositOf = (n: number, more: Partial<Deposit> = {}): Deposit => ({
  ...depositInput.parse({ ...wanted, dataKind: 'result' }),
  id: `01KAHZ6YB8000000000000000${n}`,
  node: 'NGA',
  organisation: 'MINE',
  createdBy: 'li',
  createdAt: '2026-11-22T02:00:00.000Z',
  updatedAt: '2026-11-22T02:00:00.000Z',
  version: 1,
  state: 'submitted',
  round: 1,
  counts: { registered: 0, inspected: 0, bytes: 0 },
  moves: [],
  ...more,
});

/** An API with these deposits; what is started anew is number 9. */
const run = async (there: Deposit[], asked: Partial<Wanted> = {}) => {
  const made = depositOf(9);
  const client = createClient({
    baseUrl: 'http://api',
    token: async () => 'token',
    language: () => 'en',
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      const id = pathname.split('/')[3];
      const one = [...there, made].find((deposit) => deposit.id === id);
      if (one !== undefined) return Response.json(one);
      return init?.method === 'POST' ? Response.json(made, { status: 201 }) : Response.json({ items: there });
    },
  });
  const steps = { uploading: () => undefined, checking: () => undefined };
  const done = await depositFolder(client, folder, { ...wanted, ...asked }, false, steps).catch(
    (error: unknown) => error,
  );
  return done instanceof OtherDeposit ? { stopped: done.deposit.id, by: done.fields } : { done };
};
const taskId = '01KAHZ6YB800000000000000T1';

describe('an unfinished deposit of the same title', () => {
  test('and description is gone on with', async () => {
    expect(await run([depositOf(1)])).toMatchObject({ done: { id: depositOf(1).id } });
  });
  test.each<[string, Partial<Deposit>, Partial<Wanted>]>([
    ['secrecy', {}, { secrecy: 'internal' }],
    ['taskId', {}, { taskId }],
    ['taskId', { taskId }, {}],
    ['source', {}, { source: 'engineering' }],
    ['dataClass', { dataClass: 'hydrology' }, {}],
  ])('with another %s stops it', async (field, more, asked) => {
    expect(await run([depositOf(1, more)], asked)).toEqual({ stopped: depositOf(1).id, by: [field] });
  });
  test('does not stand in the way of another that agrees', async () => {
    const there = [depositOf(1, { secrecy: 'internal' }), depositOf(2)];
    expect(await run(there)).toMatchObject({ done: { id: depositOf(2).id } });
  });
});

test.each<Partial<Deposit>>([{ state: 'sealed' }, { state: 'cancelled' }, { title: '别的' }])(
  'one that is %j is none of it: a new one is started',
  async (more) => {
    expect(await run([depositOf(1, { secrecy: 'internal', ...more })])).toMatchObject({
      done: { id: depositOf(9).id },
    });
  },
);
