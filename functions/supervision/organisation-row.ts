import type { OrganisationRowInput } from '@geoarchive/contract/organisations.ts';
import { canonicalJson, type Json } from '@geoarchive/domain/canonical.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import {
  mergeOrganisation,
  type Organisation,
  organisationFields,
  parentFault,
} from '@geoarchive/domain/supervision/organisation.ts';
import type { RowRemark } from '@geoarchive/domain/supervision/register-row.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { nodeOf } from '../archive/access.ts';
import type { SupervisionDeps } from './context.ts';
import type { FieldChange } from './merge.ts';
import type { OrganisationEntry, OrganisationStored } from './organisation-register.ts';

type Deps = Pick<SupervisionDeps, 'clock' | 'organisations'>;

/** Whose organisations somebody may record: those of all (`undefined`), of a province, or of none (`''`). */
export const provinceFor = (
  { settings }: Pick<SupervisionDeps, 'settings'>,
  caller: Caller,
): string | undefined => {
  if (caller.roles.includes('MINISTRY_ADMIN')) return undefined;
  const own = nodeOf(caller);
  return settings.nodes.find(({ code }) => code === own)?.province ?? '';
};

/** Whether an organisation may be recorded by whom `only` stands for: also one whose province nobody knows yet. */
export const mayKeep = (only: string | undefined, province: string | undefined): boolean =>
  only === undefined || (only !== '' && (province === undefined || province === only));

const otherProvince = (province: string | undefined): RowRemark => ({
  code: 'other-province',
  field: 'province',
  message: {
    zh: `只能登记本省的单位（该单位所在省：${province ?? '未知'}），请由其主管部门或部级登记。`,
    en: `Only organisations of your own province (this one's: ${province ?? 'unknown'}): ask its authority or the ministry.`,
  },
});
const unknownParent = (parent: string): RowRemark => ({
  code: 'unknown-parent',
  field: 'parent',
  message: {
    zh: `上级单位 ${parent} 尚未登记，请随后登记。`,
    en: `The group ${parent} is not recorded yet: record it, too.`,
  },
});

const asText = (value: Json | undefined): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? value : canonicalJson(value);

/** The fields in which two states of an organisation differ, as texts. */
export const organisationChanges = (before: Organisation | undefined, after: Organisation): FieldChange[] =>
  organisationFields.flatMap((field): FieldChange[] => {
    const [was, is] = [asText(before?.[field]), asText(after[field])];
    if (was === is) return [];
    return [{ field, ...(was === undefined ? {} : { before: was }), after: is ?? '' }];
  });

export type OrganisationLooked =
  | { item: OrganisationEntry | undefined; body: OrganisationStored; remarks: RowRemark[] }
  | { item: OrganisationEntry | undefined; faults: RowRemark[] };

/**
 * What a row makes of an organisation, as it would be stored. `parents` remembers the parents of rows looked at before, which are not
 * stored yet, so that rows of one call make no ring together. Two calls at the same instant could; whoever walks a ring stops there.
 */
export const lookAtRow = async (
  deps: Deps,
  row: OrganisationRowInput,
  of: {
    source: 'hand' | 'import';
    only: string | undefined;
    parents?: Map<string, string | undefined>;
  },
): Promise<OrganisationLooked> => {
  const item = await deps.organisations.get(row.code);
  const known = item?.body.gone === true ? undefined : item?.body;
  const merged = mergeOrganisation(known, row, dayOf(deps.clock()), of.source);
  if ('faults' in merged) return { item, faults: merged.faults };
  const { organisation } = merged;
  if (!mayKeep(of.only, organisation.province) || !mayKeep(of.only, known?.province))
    return { item, faults: [otherProvince(known?.province ?? organisation.province)] };
  const above = async (code: string): Promise<string | undefined> =>
    of.parents?.has(code) ? of.parents.get(code) : (await deps.organisations.get(code))?.body.parent;
  const fault = await parentFault(row.code, organisation.parent, above);
  if (fault !== undefined) return { item, faults: [fault] };
  const { parent } = organisation;
  of.parents?.set(row.code, parent);
  const missing =
    parent !== undefined &&
    of.parents?.has(parent) !== true &&
    (await deps.organisations.get(parent)) === undefined;
  const now = deps.clock().toISOString();
  const names = [...organisation.names];
  return {
    item,
    body: { ...organisation, names, updatedAt: now },
    remarks: missing ? [unknownParent(parent)] : [],
  };
};

/** Whether recording it would change anything. */
export const isSame = (item: OrganisationEntry | undefined, body: OrganisationStored): boolean =>
  item !== undefined && item.body.gone !== true && organisationChanges(item.body, body).length === 0;
