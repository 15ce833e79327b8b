import { createHash } from 'node:crypto';
import { organisationBody } from '@geoarchive/contract/organisations.ts';
import { canonicalJson } from '@geoarchive/domain/canonical.ts';
import { type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import { organisationLifecycle } from '@geoarchive/domain/organisation.ts';
import { nameOn, organisationFields } from '@geoarchive/domain/supervision/organisation.ts';
import {
  aggregates,
  type EventToRaise,
  type Item,
  type Told,
} from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const stored = organisationBody.extend({
  updatedAt: z.string(),
  /** Taken back by undoing the import that made it: known still, and listed no more until it is recorded again. */
  gone: z.boolean().optional(),
});
export type OrganisationStored = z.infer<typeof stored>;
export type OrganisationEntry = Item<OrganisationStored, 'recorded'>;

/** A digest of what an organisation says, by which one sees whether it was changed. */
export const organisationSays = (of: OrganisationStored): string =>
  createHash('sha256')
    .update(canonicalJson(organisationFields.map((field) => of[field] ?? null)))
    .digest('base64url')
    .slice(0, 22);

/** What intake is told of an organisation: its name, its group; the office's contact stays here. */
export const organisationTold = (
  { code, names, creditCode, parent }: OrganisationStored,
  version: number,
  today: string,
): EventToRaise => ({
  type: 'OrganisationRecorded',
  data: {
    code,
    name: nameOn({ code, names }, today),
    ...(creditCode === undefined ? {} : { creditCode }),
    ...(parent === undefined ? {} : { parent }),
    version,
  },
});

/** The register of organisations (单位登记) of the archive plane: by code, by province, and under the group they belong to. */
export const organisationRegister = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'organisation',
    table,
    clock,
    schema: stored,
    lifecycle: organisationLifecycle,
    lists: ({ id, body }) =>
      body.gone === true
        ? {}
        : {
            gsi1: { in: 'organisations', by: id },
            ...(body.province === undefined
              ? {}
              : { gsi2: { in: `organisations-in#${body.province}`, by: id } }),
            ...(body.parent === undefined
              ? {}
              : { gsi3: { in: `organisations-under#${body.parent}`, by: id } }),
          },
  });
  const telling = (before: OrganisationEntry | undefined, body: OrganisationStored, tell: Told): Told => ({
    ...tell,
    events: [organisationTold(body, (before?.version ?? 0) + 1, dayOf(clock()))],
  });
  return {
    ...store,
    /** What was noted of one before an import, as it was stored. */
    bodyOf: (noted: unknown): OrganisationStored => stored.parse(noted),
    /** The writes that record an organisation as it is now, with what intake is told; `before` is what is stored, if anything. */
    recording(before: OrganisationEntry | undefined, body: OrganisationStored, tell: Told): Write[] {
      const told = telling(before, body, tell);
      return before === undefined
        ? store.creation(body.code, body, told)
        : store.changing(before, body, told);
    },
    /** Records an organisation in a transaction of its own. Fails with `stale` when somebody was quicker. */
    record: (before: OrganisationEntry | undefined, body: OrganisationStored, tell: Told) =>
      before === undefined
        ? store.create(body.code, body, telling(before, body, tell))
        : store.change(before, body, telling(before, body, tell)),
  };
};
export type OrganisationRegister = ReturnType<typeof organisationRegister>;
