import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import type { RegisterEntry } from '@geoarchive/domain/supervision/register.ts';

/** A licence as registers have them, with two or three terms and, one in ten, a happening: some 2.5 duties each. */
export const madeEntry = (n: number): RegisterEntry => {
  const first = addDays('2015-01-01', n % 3000);
  const years = 2 + (n % 4);
  const terms = Array.from({ length: 2 + (n % 2) }, (_, at) => ({
    id: `t${at + 1}`,
    from: addDays(first, at * years * 365 + at),
    to: addDays(first, (at + 1) * years * 365),
  }));
  return {
    kind: n % 3 === 0 ? 'mining-right' : 'exploration-right',
    number: `T4201${String(n).padStart(8, '0')}`,
    name: `某地第${n}号铜矿勘查`,
    holders: [{ from: first, organisation: `MADE-${n % 500}`, name: '示例矿业有限公司' }],
    terms,
    happenings: n % 10 === 0 ? [{ id: 'h1', kind: 'cancelled', on: addDays(first, years * 730 - 30) }] : [],
    minerals: ['copper'],
    regions: [n % 2 === 0 ? '420100' : '510100'],
  };
};

/** The rows of an import that make these entries, one a licence: its last term. */
export const rowOf = (n: number): RegisterRowInput => {
  const { kind, number, name, terms, minerals, regions } = madeEntry(n);
  const term = terms.at(-1);
  return {
    kind,
    number,
    name,
    holder: `MADE-${n % 500}`,
    from: term?.from ?? '2020-01-01',
    ...(term?.to === undefined ? {} : { to: term.to }),
    minerals: [...minerals],
    regions: [...regions],
  };
};
