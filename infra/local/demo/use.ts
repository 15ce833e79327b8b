import type { Client } from '@geoarchive/contract/client.ts';
import { cases, loans, service } from '@geoarchive/contract/routes.ts';
import type { UseRequestDetail } from '@geoarchive/contract/service.ts';
import { addDays, type Day } from '@geoarchive/domain/dates.ts';
import { useTerms } from '@geoarchive/domain/service/codes.ts';
import { until } from './until.ts';

type People = {
  /** Somebody who registered to use data. */
  asker: Client;
  /** Whoever may bind the organisation that handed the records in. */
  submitter: Client;
  keeper: Client;
  /** Uploads an identity paper of the asker; gives its id. */
  paper: () => Promise<string>;
};
type Asked = { id: string; title: string };

const file = async ({ asker, paper }: People, record: Asked, text: string): Promise<string> => {
  const { id } = await asker.call(service.fileUseRequest, {
    body: {
      ...{ node: 'NGA', purpose: 'research', askerKind: 'unit', unit: '示例大学地学院' },
      ...{ text, records: [record], evidence: [await paper()], accepted: useTerms.version },
    },
  });
  return id;
};

const seen = ({ keeper }: People, id: string, good: (of: UseRequestDetail) => boolean) =>
  until(
    // Its letter is on its way through door 1.
    () => keeper.call(service.getUseRequest, { params: { id } }).catch(() => undefined),
    (of): of is UseRequestDetail => of !== undefined && good(of),
  );

/** Takes a request in hand once it has arrived; gives it with its one record. */
const take = async (people: People, id: string) => {
  await seen(people, id, () => true);
  await people.keeper.call(cases.assignCase, { params: { id }, body: { to: 'me' } });
  const of = await seen(people, id, ({ state }) => state === 'in-hand');
  const item = of?.items[0]?.itemId;
  if (item === undefined) throw new Error(`Request ${id} has no record`);
  return { id, item };
};

const ask = ({ keeper }: People, params: { id: string; item: string }) =>
  keeper.call(service.askConsent, {
    params,
    body: { text: '申请人拟用于区域成矿规律研究，请答复是否同意。' },
  });

const consent = async (people: People, params: { id: string; item: string }): Promise<void> => {
  await ask(people, params);
  await until(
    () => people.submitter.call(service.listConsents),
    ({ items }) => items.some(({ itemId }) => itemId === params.item),
  );
  await people.submitter.call(service.answerConsent, {
    params: { id: params.item },
    body: { answer: 'given', text: '同意用于所述研究，成果中注明来源。' },
  });
  await seen(people, params.id, ({ items }) => items[0]?.state === 'consented');
};

/** Says what it costs, where the deployment has a price list; without lines it is free of charge. */
const quote = async (people: People, id: string, quantity: number): Promise<void> => {
  const { keeper } = people;
  const { prices } = await keeper.call(service.getUseRequest, { params: { id } });
  const [first] = prices?.items ?? [];
  if (first === undefined) return;
  const lines = quantity === 0 ? [] : [{ charge: first.charge, quantity }];
  const text = quantity === 0 ? '数量少，免费提供。' : '请确认复制费用。';
  await keeper.call(service.quoteUseRequest, { params: { id }, body: { lines, text } });
};

/** Requests for use in each state, and loans: so that the pages of staff, asker and submitter have something to show. */
export const loadUse = async (people: People, records: readonly Asked[], today: Day): Promise<void> => {
  const { asker, keeper } = people;
  if ((await asker.call(service.listOwnUseRequests)).items.length > 0) return;
  const [first, second, third, fourth, fifth, sixth] = records;
  if (!(first && second && third && fourth && fifth && sixth))
    throw new Error('The demo has too few protected records');
  const question = await take(people, await file(people, first, '用于毕业论文中的区域对比。'));
  await keeper.call(cases.writeCaseMessage, {
    params: { id: question.id },
    body: { as: 'ask', text: '请补充单位介绍信。' },
  });
  await ask(people, await take(people, await file(people, second, '用于矿山深部找矿预测。')));
  const quoted = await take(people, await file(people, third, '用于水文地质模型。'));
  await consent(people, quoted);
  await quote(people, quoted.id, 12);
  const given = await take(people, await file(people, fourth, '用于区域成矿规律研究。'));
  await consent(people, given);
  await quote(people, given.id, 0);
  await keeper.call(service.decideUseItem, {
    params: given,
    body: {
      ...{ outcome: 'grant', reasons: '汇交人同意，材料齐全。', mode: 'download', days: 30, allowed: 5 },
      checked: ['identity', 'unit-letter'],
    },
  });
  await keeper.call(service.decideUseItem, {
    params: await take(people, await file(people, fifth, '商业数据库收录。')),
    body: { outcome: 'refuse', reasons: '用途为转让，不符合利用承诺。' },
  });
  await file(people, sixth, '用于隧道工程选线。');
  for (const [n, [kind, mark, title]] of things.entries())
    await keeper.call(loans.lend, {
      body: {
        ...{
          kind,
          mark,
          title,
          borrower: '李四',
          unit: '示例大学地学院',
          purpose: 'research',
          askerKind: 'unit',
        },
        due: addDays(today, 14 * (n + 1)),
      },
    });
};

const things = [
  ['core', '岩心箱 ZK101-12', 'ZK101 岩心，第 12 箱'],
  ['paper', '纸质 d00000001', '普查报告正文（纸质）'],
] as const;
