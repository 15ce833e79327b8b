import type { ChaseDetail } from '@geoarchive/contract/chases.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type DisclosureKit, disclosureKit } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
let kit: DisclosureKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await disclosureKit(tables);
});

const chase = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => {
  const reply = await kit.as('province', {
    method,
    path: `/supervision/chases${path}`,
    ...(body && { body }),
  });
  // The kit's replies are what the route's schema gave.
  return reply.body as unknown as ChaseDetail;
};
const said = {
  order: {},
  propose: { text: '责令期满仍未汇交，联系人 13800138000', amount: 20_000 },
  fine: { text: '事实清楚，联系人 13800138000', amount: 20_000, heard: '未陈述、申辩' },
  circulate: {},
} as const;
/** A chase of an overdue party that has come to this step. */
const chased = async (organisation: string, until: keyof typeof said): Promise<ChaseDetail> => {
  let so = await chase('POST', '', { organisation, text: '' });
  for (const step of ['order', 'propose', 'fine', 'circulate'] as const) {
    const { paper = '', on = '' } = so.steps.at(-1) ?? {};
    await chase('PUT', `/${so.id}/papers/${paper}/service`, { channel: 'person', on });
    kit.later(61);
    so = await chase('POST', `/${so.id}/steps`, { step, ...said[step] });
    if (step === until) break;
  }
  return so;
};
const noticesOf = async (organisation: string) => {
  const { body } = await kit.staff('GET', `?organisation=${organisation}`);
  return (body['items'] as unknown as { id: string; kind: string }[]).map(({ id, kind }) => ({ id, kind }));
};

test('a fine and a circular propose their notices, for another to publish; the paper’s grounds stay inside', async () => {
  const task = await kit.owe('MINE');
  const { steps, id } = await chased('MINE', 'circulate');
  const found = await noticesOf('MINE');
  expect(found.map(({ kind }) => kind)).toEqual(['circular', 'penalty']);
  for (const { id: notice, kind } of found) {
    const { body } = await kit.staff('GET', `/${notice}`);
    const paper = steps.find(({ step }) => step === (kind === 'penalty' ? 'fine' : 'circulate'))?.paper;
    expect(body).toMatchObject({ state: 'proposed', chase: id, paper, text: '', moves: [] });
    expect(body.amount).toBe(kind === 'penalty' ? 20_000 : undefined);
    expect((await kit.move(notice, 'publish', {}, 'province')).status).toBe(403);
    expect((await kit.move(notice, 'publish')).status).toBe(200);
  }
  await kit.become(task, 'receive', 'accept');
  const states = await Promise.all(
    found.map(async ({ id: notice, kind }) => [kind, (await kit.staff('GET', `/${notice}`)).body.state]),
  );
  // A penalty was imposed whatever was submitted later.
  expect(Object.fromEntries(states)).toEqual({ circular: 'lifted', penalty: 'published' });
});

test('nobody proposes what a step has proposed; a refused one may be proposed again', async () => {
  await kit.owe('MINE');
  const { id } = await chased('MINE', 'fine');
  const again = { kind: 'penalty', chase: id };
  expect((await kit.staff('POST', '', { ...again, kind: 'circular' })).status).toBe(422);
  expect((await kit.staff('POST', '', again)).status).toBe(422);
  const [made] = await noticesOf('MINE');
  await kit.move(made?.id ?? '', 'refuse', { reason: '内容有误' });
  expect((await kit.staff('POST', '', again)).status).toBe(201);
});
