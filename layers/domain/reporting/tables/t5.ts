import type { Bilingual } from '../../text.ts';
import type { FactOf } from '../facts.ts';
import type { Figure, UnitCode } from '../figure.ts';
import { within } from '../period.ts';

const table = 'T5';
const byUser = {
  userClass: ({ userClass }: FactOf<'usage'>) => userClass,
  purpose: ({ purpose }: FactOf<'usage'>) => purpose,
};

/** What uses of the period come to, of one kind. */
const used = (
  code: string,
  unit: UnitCode,
  name: Bilingual,
  amount: (use: FactOf<'usage'>) => number,
  told = false,
): Figure => ({
  ...{ table, code: `T5.${code}`, unit, name },
  definition: {
    zh: `本期内利用服务的“${name.zh}”之和（机器访问不计）。`,
    en: `The sum of "${name.en}" of the uses in the period, without robots.`,
  },
  source: {
    kind: 'operations',
    rule: {
      fact: 'usage',
      when: (use, period) => within(use.on, period) && amount(use) > 0,
      amount,
      ...(told ? { by: byUser } : {}),
    },
  },
});

/** T5 服务: who used how much of the data. */
export const t5: readonly Figure[] = [
  used('visitors', 'visit', { zh: '接待用户', en: 'Visitors' }, ({ people }) => people, true),
  used('requests', 'request', { zh: '利用申请', en: 'Requests' }, ({ request }) => (request ? 1 : 0), true),
  used('items', 'item', { zh: '提供资料', en: 'Items given' }, ({ items }) => items, true),
  used('free', 'item', { zh: '其中无偿', en: 'Of them free' }, ({ paid, items }) => (paid ? 0 : items)),
  used('paid', 'item', { zh: '其中有偿', en: 'Of them paid' }, ({ paid, items }) => (paid ? items : 0)),
  used('copies', 'item', { zh: '复制资料', en: 'Items copied' }, ({ copies }) => copies),
  used('pages', 'page', { zh: '复制页数', en: 'Pages copied' }, ({ pages }) => pages),
  used('downloads', 'time', { zh: '网上下载', en: 'Downloads' }, ({ downloads }) => downloads),
  {
    ...{ table, code: 'T5.questions', unit: 'case' },
    name: { zh: '咨询', en: 'Questions' },
    definition: { zh: '本期内收到的咨询。', en: 'Questions received in the period.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'case',
        when: ({ kind, opened }, period) => kind === 'question' && within(opened, period),
      },
    },
  },
];
