import { expect } from '@jest/globals';
import type { ServiceKit } from './kit.ts';

type Body = Record<string, unknown>;
const post = (path: string, body: unknown = {}) => ({ method: 'POST' as const, path, body });
const listIn = (of: Body, name: string): Body[] => {
  const found = of[name];
  return Array.isArray(found) ? found : [];
};

/** The acts of a request for use, as its people do them, one after the other. */
export const plays = (kit: () => ServiceKit) => {
  const asked = async (records: readonly string[], more: Body = {}) => ({
    ...{ node: 'NGA', purpose: 'research', askerKind: 'unit', unit: '某地质勘查院', accepted: '2026-1' },
    text: '用于区域成矿研究。',
    records: records.map((id) => ({ id, title: '某地金矿普查报告' })),
    evidence: [await kit().paper('zhao')],
    ...more,
  });
  const filed = async (records: readonly string[], more: Body = {}): Promise<string> => {
    const reply = await kit().person('zhao', post('/service/requests', await asked(records, more)));
    expect([reply.status, reply.body['fields'], kit().errors()]).toEqual([201, undefined, []]);
    await kit().arrive();
    return String(reply.body['id']);
  };
  const keeper = (request: Parameters<ServiceKit['as']>[2]) => kit().as('wang', 'ARCHIVE_KEEPER', request);
  const see = async (id: string) => (await keeper({ path: `/service/requests/${id}` })).body;
  const take = (id: string) =>
    kit().cases.as('wang', 'ARCHIVE_KEEPER', post(`/cases/items/${id}/assignment`, { to: 'me' }));
  const itemsOf = async (id: string) => listIn(await see(id), 'items');
  const firstItem = async (id: string) => String((await itemsOf(id))[0]?.['itemId']);
  const grant = {
    ...{ outcome: 'grant', reasons: '符合利用条件。', mode: 'read-online', days: 7, allowed: 2 },
    checked: ['identity', 'unit-letter'],
  };
  const decide = async (id: string, body: Body = {}, item?: string) =>
    keeper(
      post(`/service/requests/${id}/items/${item ?? (await firstItem(id))}/decision`, { ...grant, ...body }),
    );
  const consent = async (id: string, answer: 'given' | 'refused' = 'given', organisation = 'MINE') => {
    const item = await firstItem(id);
    await keeper(
      post(`/service/requests/${id}/items/${item}/consent-question`, { text: '请答复是否同意。' }),
    );
    await kit().arrive();
    const reply = await kit().submitter(
      organisation,
      post(`/service/consents/${item}/answer`, { answer, text: '同意用于所述目的。' }),
    );
    await kit().arrive();
    return reply;
  };
  /** A request for a protected record that was consented to and granted, and delivered. */
  const granted = async (body: Body = {}, paths?: string[]): Promise<{ request: string; id: string }> => {
    const request = await filed([await kit().record({}, paths)]);
    await take(request);
    expect((await consent(request)).status).toBe(202);
    const reply = await decide(request, body);
    expect([reply.status, kit().errors()]).toEqual([200, []]);
    await kit().arrive();
    const [item] = listIn(reply.body, 'items');
    return { request, id: String(Object(item?.['grant'])['id']) };
  };
  const open = (id: string, who = 'zhao', no = 1) =>
    kit().reader(who, post(`/delivery/grants/${id}/openings`, { no }));
  const typeOf = (reply: { status: number; body: Body }) => [
    reply.status,
    listIn(reply.body, 'fields')[0]?.['message'],
  ];

  return {
    post,
    listIn,
    asked,
    filed,
    keeper,
    see,
    take,
    itemsOf,
    firstItem,
    decide,
    consent,
    granted,
    open,
    typeOf,
  };
};
