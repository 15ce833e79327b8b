import type { EventData } from '@geoarchive/contract/events.ts';
import { organisation } from '@geoarchive/contract/identity.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { organisationLifecycle } from '@geoarchive/domain/organisation.ts';
import { groupLevels } from '@geoarchive/domain/supervision/organisation.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

export type Organisation = z.infer<typeof organisation>;
const facts = organisation.omit({ id: true });
const body = facts.extend({
  /** Version of the archive's register that it follows; none where it was recorded here. */
  registered: z.number().optional(),
});

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
  type Stored = NonNullable<Awaited<ReturnType<typeof store.get>>>;
  const shown = ({ id, body: { registered: _, ...of } }: Stored): Organisation => ({ ...of, id });
  const childrenOf = async (parent: string): Promise<Organisation[]> => {
    const found: Organisation[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list('gsi1', `organisations-under#${parent}`, { cursor });
      found.push(...page.items.map(shown));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  };
  return {
    ...store,
    /** An organisation as people see it; one that nobody recorded shows by its id. */
    async named(id: string): Promise<Organisation> {
      const item = await store.get(id);
      return item === undefined ? { id, name: id } : shown(item);
    },
    /** Everything below a group, level by level, as many as groups have; each once, also in a ring. */
    async below(id: string): Promise<Organisation[]> {
      const seen = new Set([id]);
      const found: Organisation[] = [];
      for (let level = [id], depth = 1; level.length > 0 && depth < groupLevels; depth += 1) {
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
  const given = facts.parse(rest);
  const found = await store.get(id);
  const fields = ['name', 'creditCode', 'parent'] as const;
  if (found !== undefined && fields.every((field) => found.body[field] === given[field])) return 'unchanged';
  await checkParent(store, of);
  const registered = found?.body.registered;
  const wanted = { ...given, ...(registered === undefined ? {} : { registered }) };
  const tell = { action: 'identity.record-organisation', by, detail: { name: wanted.name } };
  if (found === undefined) await store.create(id, wanted, tell);
  else await store.change(found, wanted, tell);
  return found === undefined ? 'created' : 'updated';
};

/**
 * Brings an organisation in line with the archive's register. What is older than what is known changes nothing; a group that is not
 * here yet comes with its own event. The register was asked for rings and levels before.
 */
export const followRegister = async (
  store: OrganisationStore,
  { code, version, ...of }: EventData<'OrganisationRecorded'>,
): Promise<void> => {
  const found = await store.get(code);
  if ((found?.body.registered ?? 0) >= version) return;
  const wanted = { ...of, registered: version };
  const detail = { name: of.name, ...(of.parent === undefined ? {} : { parent: of.parent }) };
  const tell = { action: 'identity.record-organisation', by: { worker: 'project' }, detail };
  if (found === undefined) await store.create(code, wanted, tell);
  else await store.change(found, wanted, tell);
};
