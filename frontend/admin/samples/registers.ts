import type { Task } from '@geoarchive/contract/shared.ts';
import type { TaskBasis } from '@geoarchive/contract/supervision-parts.ts';
import { isWeekend } from '@geoarchive/domain/calendar/working-days.ts';
import { dutiesOf } from '@geoarchive/domain/supervision/duties.ts';
import type { RegisterEntry } from '@geoarchive/domain/supervision/register.ts';
import { shippedRouting } from '@geoarchive/domain/supervision/routing.ts';
import { shippedRules } from '@geoarchive/domain/supervision/rules.ts';
import { taskOf } from '@geoarchive/domain/supervision/task-of.ts';
import type { PreviewRow } from '../registers/Outcomes.tsx';

const entry: RegisterEntry = {
  kind: 'exploration-right',
  number: 'T42000020220300001',
  name: '某地铜矿勘探',
  holders: [{ from: '2022-03-01', organisation: 'DEMO-SURVEY', name: '示例勘查单位' }],
  terms: [{ id: 't1', from: '2022-03-01', to: '2027-03-01' }],
  happenings: [{ id: 'h1', kind: 'revoked', on: '2027-01-05' }],
  minerals: ['copper'],
  regions: ['420100', '510100'],
};

/** Proofs as the rules make them: a revocation decides before the licence's own end. */
export const sampleBases: TaskBasis[] = dutiesOf(entry, {
  rules: shippedRules,
  routing: shippedRouting,
  nodes: [{ code: 'NGA' }],
  calendar: { isWorkingDay: (day) => !isWeekend(day), knows: () => false },
  today: '2026-11-24',
}).map((duty) => taskOf('01KAJ8Z4C1R7V5N2T9W3X6M0Q8', entry, duty).basis);

export const sampleDecided: Task['decided'] = {
  due: '2027-03-31',
  reckoned: '2027-01-20',
  ground: 'force-majeure',
  reason: '矿区泥石流，资料受损',
  by: '王部级',
  at: '2026-12-01T02:00:00.000Z',
};

const row = {
  kind: entry.kind,
  number: entry.number,
  name: entry.name,
  holder: 'DEMO-SURVEY',
  from: '2022-03-01',
  to: '2027-03-01',
};
const seen = { ...row, changes: [], remarks: [], duties: [] };

/** A row of each outcome. */
export const sampleOutcomes: PreviewRow[] = [
  { ...seen, outcome: 'new', row, duties: [{ subject: 't1', after: '2027-01-30' }] },
  {
    ...seen,
    number: 'T42000020190100007',
    outcome: 'changed',
    row: { ...row, number: 'T42000020190100007' },
    changes: [
      {
        field: 'terms',
        before: '[{"from":"2019-01-01","id":"t1","to":"2026-12-31"}]',
        after: '[{"from":"2019-01-01","id":"t1","to":"2028-12-31"}]',
      },
    ],
    duties: [{ subject: 't1', before: '2026-12-01', after: '2028-12-01' }],
  },
  { ...seen, number: 'T3', outcome: 'unchanged', row: { ...row, number: 'T3' } },
  {
    ...seen,
    number: 'T4',
    outcome: 'refused',
    row: { ...row, number: 'T4', to: '2021-12-31' },
    remarks: [
      {
        code: 'end-before-start',
        field: 'to',
        message: {
          zh: '截止日期 2021-12-31 早于起始日期 2022-03-01，请核对。',
          en: 'It ends on 2021-12-31, before it begins on 2022-03-01: check both days.',
        },
      },
    ],
  },
];
