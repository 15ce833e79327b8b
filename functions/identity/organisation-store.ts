import { organisation } from '@geoarchive/contract/identity.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { organisationLifecycle } from '@geoarchive/domain/organisation.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { z } from 'zod';

export type Organisation = z.infer<typeof organisation>;
const body = organisation.omit({ id: true });

/** Organisations (单位) of the intake plane, listed under the group they belong to. */
export const organisationStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'organisation',
    table,
    clock,
    schema: body,
    lifecycle: organisationLifecycle,
    lists: ({ id, body: of }) =>
      of.parent === undefined ? {} : { gsi1: { in: `organisations-under#${of.parent}`, by: id } },
  });
  const childrenOf = async (parent: string): Promise<Organisation[]> => {
    const found: Organisation[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list('gsi1', `organisations-under#${parent}`, { cursor });
      found.push(...page.items.map((item) => ({ ...item.body, id: item.id })));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  };
  return {
    ...store,
    /** An organisation as people see it; one that nobody recorded shows by its id. */
    async named(id: string): Promise<Organisation> {
      const item = await store.get(id);
      return item === undefined ? { id, name: id } : { ...item.body, id };
    },
    /** Everything below a group, level by level. */
    async below(id: string): Promise<Organisation[]> {
      const seen = new Set([id]);
      const found: Organisation[] = [];
      for (let level = [id]; level.length > 0; ) {
        const next = (await Promise.all(level.map(childrenOf))).flat().filter((one) => !seen.has(one.id));
        for (const one of next) seen.add(one.id);
        found.push(...next);
        level = next.map((one) => one.id);
      }
      return found;
    },
  };
};
export type OrganisationStore = ReturnType<typeof organisationStore>;

const refuse = (zh: string, en: string): Problem =>
  new Problem('rule-broken', { zh, en }, [{ field: 'parent', message: 'parent' }]);

/** A group must be there before its parts, and nothing may be above itself. */
const checkParent = async (store: OrganisationStore, of: Organisation): Promise<void> => {
  for (let above = of.parent; above !== undefined; ) {
    if (above === of.id)
      throw refuse('上级单位不能是自己或自己的下级。', 'An organisation cannot be above itself.');
    const found = await store.get(above);
    if (found === undefined)
      throw refuse(
        `没有上级单位 ${above}，请先登记。`,
        `There is no organisation ${above}: record it first.`,
      );
    above = found.body.parent;
  }
};

/**
 * Records an organisation or brings it up to date; the same again changes nothing. Used by the demo data and by whoever imports
 * organisations. Throws a Problem when its group is unknown or lies below it.
 */
export const recordOrganisation = async (
  store: OrganisationStore,
  of: Organisation,
  by: By = { worker: 'import' },
): Promise<'created' | 'updated' | 'unchanged'> => {
  const { id, ...rest } = of;
  const wanted = body.parse(rest);
  const found = await store.get(id);
  const fields = ['name', 'creditCode', 'parent'] as const;
  if (found !== undefined && fields.every((field) => found.body[field] === wanted[field])) return 'unchanged';
  await checkParent(store, of);
  const tell = { action: 'identity.record-organisation', by, detail: { name: wanted.name } };
  if (found === undefined) await store.create(id, wanted, tell);
  else await store.change(found, wanted, tell);
  return found === undefined ? 'created' : 'updated';
};
