import { auditWrite, type By } from '@geoarchive/platform/store/audit.ts';
import type { IdentityDeps } from './deps.ts';

type Act = { about: string; action: string; by: By; detail: Record<string, unknown> };

/**
 * Does something outside the table that must not go unrecorded: the entry is written before, and a second one when it failed.
 * A directory cannot take part in the table's transaction, so a trail that says too much is chosen over one with gaps.
 */
export const audited = async (
  { table, clock }: Pick<IdentityDeps, 'table' | 'clock'>,
  act: Act,
  work: () => Promise<void>,
): Promise<void> => {
  await table.transact([auditWrite(table.name, clock, act)]);
  try {
    await work();
  } catch (error) {
    const detail = { ...act.detail, failed: error instanceof Error ? error.name : String(error) };
    await table.transact([auditWrite(table.name, clock, { ...act, action: `${act.action}-failed`, detail })]);
    throw error;
  }
};
