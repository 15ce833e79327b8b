import type { Holding, HoldingFigures } from '@geoarchive/contract/custody-holdings.ts';

export const noFigures: HoldingFigures = {
  ...{ rows: 0, findings: 0, services: 0, amounts: [] },
  byKind: { original: 0, physical: 0 },
  byCondition: { good: 0, fair: 0, damaged: 0, missing: 0 },
};
/** Units that are told apart; what custodians write beyond them counts together, without a sum that says nothing. */
const mostUnits = 100;

/** Takes one row out of the figures of a list; a unit of which nothing is left is not named any more. */
export const takeFigures = (so: HoldingFigures, row: Holding): HoldingFigures => {
  const sum = structuredClone(so);
  const { kind, condition, unit, count, services = 0, findings } = row;
  sum.rows -= 1;
  sum.services -= services;
  if (findings.length > 0) sum.findings -= 1;
  sum.byKind[kind] -= 1;
  sum.byCondition[condition] -= 1;
  sum.amounts = sum.amounts
    .map((one) =>
      one.kind === kind && one.unit === unit
        ? { ...one, count: Math.round((one.count - count) * 1e6) / 1e6 }
        : one,
    )
    .filter((one) => one.count > 0);
  return sum;
};

/** Adds rows to the figures of a list. */
export const addFigures = (so: HoldingFigures, rows: readonly Holding[]): HoldingFigures => {
  const sum = structuredClone(so);
  for (const { kind, condition, unit, count, services = 0, findings } of rows) {
    sum.rows += 1;
    sum.services += services;
    if (findings.length > 0) sum.findings += 1;
    sum.byKind[kind] += 1;
    sum.byCondition[condition] += 1;
    const amount = sum.amounts.find((one) => one.kind === kind && one.unit === unit);
    if (amount !== undefined) amount.count = Math.round((amount.count + count) * 1e6) / 1e6;
    else if (sum.amounts.length < mostUnits) sum.amounts.push({ kind, unit, count });
  }
  return sum;
};
