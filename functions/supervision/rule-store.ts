import type { Clock } from '@geoarchive/domain/dates.ts';
import type { RuleFamily } from '@geoarchive/domain/supervision/rule-version.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite, type By } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { type Family, families } from './rule-families.ts';

const told = z.object({ by: z.string(), at: z.string(), reason: z.string() });
type Edited = z.infer<typeof told>;
/** A version with who published it, when and why; those that came with the system have none. */
export type Shown<R> = R & { edited?: Edited | undefined };
type Telling = { action: string; by: By & { name: string }; reason: string };

/** A rule with a draft in its place, as its next version. */
export const nextVersion = <R extends { id: string; version: number }, D>(
  { next }: Pick<Family<R, D>, 'next'>,
  rules: readonly R[],
  id: string,
  draft: D,
): R => {
  const last = rules
    .filter((rule) => rule.id === id)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
  if (last === undefined)
    throw new Problem('not-found', { zh: '没有这条规则。', en: 'There is no such rule.' });
  return next(last, draft);
};

/** The rules of one family: those that came with the system, and the versions that were added here. None is ever changed. */
const versionsOf = <R extends { id: string; version: number }, D extends object>(
  table: Table,
  clock: Clock,
  name: RuleFamily,
  family: Family<R, D>,
) => {
  const pk = `${name}-rules`;
  const sk = ({ id, version }: R) => `${id}#${String(version).padStart(6, '0')}`;
  const shipped = () => family.shipped.map((rule) => family.schema.parse(rule));
  const added = async (): Promise<Shown<R>[]> => {
    const found: Shown<R>[] = [];
    for await (const row of table.each(pk))
      found.push({ ...family.schema.parse(row['rule']), edited: told.parse(row) });
    return found;
  };
  const all = async (): Promise<R[]> => [...shipped(), ...(await added())];
  return {
    all,
    /** All versions as people see them, by rule and version. */
    async shown(): Promise<Shown<R>[]> {
      const order = new Map(family.shipped.map(({ id }, at) => [id, at]));
      return [...shipped(), ...(await added())].toSorted(
        (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0) || a.version - b.version,
      );
    },
    async add(id: string, draft: D, { action, by, reason }: Telling): Promise<Shown<R>> {
      const rule = family.schema.parse(nextVersion(family, await all(), id, draft));
      const edited = { by: by.name, at: clock().toISOString(), reason };
      try {
        await table.transact([
          {
            Put: {
              TableName: table.name,
              Item: { pk, sk: sk(rule), rule, ...edited },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          auditWrite(table.name, clock, {
            about: `rule-${id}`,
            action,
            by,
            detail: { version: rule.version, ...draft, reason },
          }),
        ]);
      } catch (error) {
        // Somebody added a version in the same instant: their page shows it, so they decide anew.
        if (error instanceof ConditionFailed) throw new Problem('stale');
        throw error;
      }
      return { ...rule, edited };
    },
  };
};

/** The rules that are data, family by family: one history of versions for each rule, with reason and trail. */
export const ruleStore = (table: Table, clock: Clock) => ({
  duty: versionsOf(table, clock, 'duty', families.duty),
  routing: versionsOf(table, clock, 'routing', families.routing),
  release: versionsOf(table, clock, 'release', families.release),
});
export type RuleStore = ReturnType<typeof ruleStore>;
