import type { Holding, HoldingFigures } from '@geoarchive/contract/custody-holdings.ts';

export const noFigures: HoldingFigures = {
  ...{ rows: 0, findings: 0, services: 0, amounts: [] },
  byKind: { original: 0, physical: 0 },
  byCondition: { good: 0, fair: 0, damaged: 0, missing: 0 },
};
/** Units that are told apart; what custodians write beyond them counts together, without a sum that says nothing. */
const mostUnits = 100;

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
