import type { Bilingual } from '../../text.ts';
import type { FactOf } from '../facts.ts';
import type { Figure, UnitCode } from '../figure.ts';
import { within } from '../period.ts';
import type { UseWay } from '../words.ts';

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

/** What copies handed over in the period come to. */
const copied = (
  code: string,
  unit: UnitCode,
  name: Bilingual,
  definition: Bilingual,
  amount: (copy: FactOf<'copy'>) => number,
): Figure => ({
  ...{ table, code: `T5.${code}`, unit, name, definition },
  source: {
    kind: 'operations',
    rule: {
      fact: 'copy',
      when: ({ on }, period) => within(on, period),
      amount,
      by: { userClass: ({ userClass }) => userClass, purpose: ({ purpose }) => purpose },
    },
  },
});

/** How often records were used on the sites in the period, in some ways. */
const opened = (code: string, name: Bilingual, ways: readonly UseWay[]): Figure => ({
  ...{ table, code: `T5.${code}`, unit: 'time', name },
  definition: {
    zh: `本期内“${name.zh}”的次数（机器访问不计）。`,
    en: `How often in the period: ${name.en.toLowerCase()}, without robots.`,
  },
  source: {
    kind: 'operations',
    rule: {
      fact: 'opening',
      when: ({ on, way }, period) => ways.includes(way) && within(on, period),
      amount: ({ times }) => times,
      by: { userClass: ({ userClass }) => userClass, purpose: ({ purpose }) => purpose },
    },
  },
});

/** T5 服务: who used how much of the data. */
export const t5: readonly Figure[] = [
  used('visitors', 'visit', { zh: '接待用户', en: 'Visitors' }, ({ people }) => people, true),
  {
    ...{ table, code: 'T5.requests', unit: 'request' },
    name: { zh: '利用申请', en: 'Requests' },
    definition: { zh: '本期内收到的利用申请。', en: 'Requests for use received in the period.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'request',
        when: ({ on }, period) => within(on, period),
        by: { userClass: ({ userClass }) => userClass, purpose: ({ purpose }) => purpose },
      },
    },
  },
  used('items', 'item', { zh: '提供资料', en: 'Items given' }, ({ items }) => items, true),
  used('free', 'item', { zh: '其中无偿', en: 'Of them free' }, ({ paid, items }) => (paid ? 0 : items)),
  used('paid', 'item', { zh: '其中有偿', en: 'Of them paid' }, ({ paid, items }) => (paid ? items : 0)),
  copied(
    'copies',
    'item',
    { zh: '复制资料', en: 'Items copied' },
    {
      zh: '本期内交付的复制申请的份数之和。',
      en: 'The sum of the copies of the requests for copies that were handed over in the period.',
    },
    ({ copies }) => copies,
  ),
  copied(
    'pages',
    'page',
    { zh: '复制页数', en: 'Pages copied' },
    {
      zh: '本期内交付的复制申请的页数（每份页数 × 份数）之和。',
      en: 'The sum of their pages: pages of a copy times the number of copies.',
    },
    ({ pages }) => pages,
  ),
  {
    ...{ table, code: 'T5.set-services', unit: 'item', only: 'custodian' },
    name: { zh: '清单资料提供利用', en: 'Services of sets on the list' },
    definition: {
      zh: '已报送的本年保管清单各行所列“本年提供利用”件次之和。',
      en: 'The sum of the services given in the year, by the rows of the list that was handed in.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'holding',
        when: ({ on, services }, period) => services > 0 && within(on, period),
        amount: ({ services }) => services,
        by: { kind: ({ kind }) => kind },
      },
    },
  },
  opened('reads', { zh: '在线阅览', en: 'Reads online' }, ['read-online']),
  opened('downloads', { zh: '网上下载', en: 'Downloads' }, ['download', 'open-download']),
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
