import type { Client } from '@geoarchive/contract/client.ts';
import type { HoldingRow } from '@geoarchive/contract/custody-holdings.ts';
import { custodyAgreements, custodyHoldings, custodyInspections } from '@geoarchive/contract/routes.ts';
import { addDays, type Day } from '@geoarchive/domain/dates.ts';
import { jobEnd } from '@geoarchive/frontend-cli/job-flow.ts';
import { ulid } from 'ulid';

/** Two custodians of the demo: how long their agreements still run, and how many sets they hold. */
const custodians = [
  { code: 'CNPC', name: '石油天然气', area: '松辽、塔里木、鄂尔多斯盆地', days: 60, sets: 60 },
  { code: 'CNNC', name: '放射性矿产', area: '相山、诸广山矿田', days: -20, sets: 0 },
] as const;
const stores = ['大庆岩心库', '库尔勒岩心库', '西安资料馆'] as const;

const agreement = async (ministry: Client, of: (typeof custodians)[number], today: Day): Promise<void> => {
  const { id } = await ministry.call(custodyAgreements.draftAgreement, {
    body: {
      ...{ custodian: of.code, authority: 'ministry', title: `${of.name}原始、实物地质资料委托保管协议` },
      scope: { kinds: ['original', 'physical'], classes: [], area: of.area },
      duties: '完整、安全保管受托资料；每年报送保管清单；依法提供利用；接受检查；协议终止时按计划交还。',
      ...{ start: addDays(today, of.days - 5 * 365), end: addDays(today, of.days) },
      contacts: [{ side: 'custodian', name: '资料管理处' }],
    },
  });
  await ministry.call(custodyAgreements.moveAgreement, {
    params: { id },
    body: { move: 'sign', text: '双方已盖章' },
  });
};

/** Sets of a year: one in eight comes and goes from year to year, one in nine is kept less well. */
const rowsOf = (count: number, year: number): HoldingRow[] =>
  Array.from({ length: count }, (_, n) => n)
    .filter((n) => (n + year) % 8 !== 0)
    .map((n) => ({
      code: `SW-${String(n + 1).padStart(4, '0')}`,
      custodian: 'CNPC',
      ...(n % 3 === 0
        ? { kind: 'original' as const, title: `示例${n + 1}井测井原始数据`, category: '测井', unit: '件' }
        : {
            kind: 'physical' as const,
            title: `示例${n + 1}井岩心`,
            category: '岩心',
            unit: '箱',
            box: `1–${n + 10}`,
          }),
      well: `示例${n + 1}井`,
      count: n + 10,
      place: `${stores[n % stores.length] ?? ''} ${(n % 6) + 1} 区 ${n + 1} 架`,
      condition: n % 9 === 0 ? ('fair' as const) : ('good' as const),
      services: (n * year) % 5,
    }));

const list = async (custodian: Client, rows: readonly HoldingRow[], period: string): Promise<void> => {
  const id = ulid();
  await custodian.call(custodyHoldings.putHoldingBatch, {
    params: { id, no: 1 },
    body: { custodian: 'CNPC', rows: [...rows] },
  });
  await custodian.call(custodyHoldings.startHoldingImport, {
    params: { id },
    body: { custodian: 'CNPC', period, batches: 1, subject: `示例保管清单${period}.xlsx` },
  });
  await jobEnd(custodian, id);
};

/** A list as it goes on after its import: to the authority, and by it. */
const moved = async (by: Client, period: string, move: 'hand-in' | 'accept'): Promise<void> => {
  await by.call(custodyHoldings.moveHoldingList, {
    params: { custodian: 'CNPC', period },
    body: { move, text: '' },
  });
};

/** An inspection that was carried out: one finding is to be rectified; and one that is still to come. */
const inspections = async (ministry: Client, inspector: Client, today: Day): Promise<void> => {
  const plan = async (title: string, plannedOn: Day) => {
    const { id } = await ministry.call(custodyInspections.planInspection, {
      body: {
        ...{ custodian: 'CNPC', authority: 'ministry', checklist: 'physical', archive: 'NGA' },
        ...{ title, plannedOn, place: '大庆岩心库' },
      },
    });
    const body = { move: 'dispatch' as const, text: '' };
    return ministry.call(custodyInspections.moveInspection, { params: { id }, body });
  };
  await plan('年度保管检查', addDays(today, 30));
  const done = await plan('岩心库专项检查', today);
  await inspector.call(custodyInspections.syncInspection, {
    params: { id: done.id },
    body: {
      ...{ sync: ulid(), base: done.version, photos: [], complete: true },
      answers: Object.fromEntries(
        done.items.map(({ code }, n) => [
          code,
          { result: n === 3 ? ('partly' as const) : ('pass' as const) },
        ]),
      ),
      findings: [
        {
          id: ulid(),
          text: '3 区 12 架有 5 箱岩心标签脱落。',
          severity: 'major',
          photos: [],
          due: addDays(today, 45),
        },
      ],
      conclusion: '总体符合要求，标签问题限期整改。',
    },
  });
};

/** Custodians with agreements, two years of holding lists (one accepted, one waiting for that), inspections and a rectification. */
export const loadCustody = async (
  { ministry, custodian, inspector }: Record<'ministry' | 'custodian' | 'inspector', Client>,
  today: Day,
): Promise<void> => {
  for (const of of custodians) await agreement(ministry, of, today);
  const year = Number(today.slice(0, 4));
  const sets = custodians[0].sets;
  for (const past of [2, 1]) {
    const period = String(year - past);
    await list(custodian, rowsOf(sets, year - past), period);
    await moved(custodian, period, 'hand-in');
  }
  await moved(ministry, String(year - 2), 'accept');
  await inspections(ministry, inspector, today);
};
