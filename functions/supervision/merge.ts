import { createHash } from 'node:crypto';
import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import { canonicalJson, type Json } from '@geoarchive/domain/canonical.ts';
import type { DutyContext } from '@geoarchive/domain/supervision/duties.ts';
import { type RegisterEntry, registerFields } from '@geoarchive/domain/supervision/register.ts';
import { mergeRow, type RowRemark } from '@geoarchive/domain/supervision/register-row.ts';
import { receiverOf } from '@geoarchive/domain/supervision/routing.ts';
import { type RegisterBody, type RegisterItem, registerBody } from './register-store.ts';

export type RowMerged = { body: RegisterBody; remarks: RowRemark[] } | { faults: RowRemark[] };

const otherNode = (node: string): RowRemark => ({
  code: 'other-node',
  field: 'regions',
  message: {
    zh: `按规定应由“${node}”接收，只能由该馆藏机构的主管部门或部级导入。`,
    en: `Its data go to "${node}": only that archive's authority or the ministry may import it.`,
  },
});

/**
 * A row merged into what is stored, as it would be stored. An entry is that archive's which receives its data by the rules of today.
 * `only` is the archive whose entries the importer may touch; an entry that is another's, or would become so, is refused.
 */
export const mergeInto = (
  item: RegisterItem | undefined,
  row: RegisterRowInput,
  context: Pick<DutyContext, 'nodes' | 'routing' | 'today'>,
  only: string | undefined,
  now: string,
): RowMerged => {
  const merged = mergeRow(item?.body, row, context.today);
  if ('faults' in merged) return merged;
  const { node } = receiverOf(merged.entry, context.today, context);
  const wrong = [node, ...(item === undefined ? [] : [item.body.node])].find((one) => one !== only);
  if (only !== undefined && wrong !== undefined) return { faults: [otherNode(wrong)] };
  const body = registerBody.parse({
    ...merged.entry,
    node,
    tasks: item?.body.tasks ?? {},
    updatedAt: item?.body.updatedAt ?? now,
  });
  return { body, remarks: merged.remarks };
};

export type FieldChange = { field: string; before?: string; after: string };
const asText = (value: Json | undefined): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? value : canonicalJson(value);

/** The fields in which two states of an entry differ, as texts. */
export const fieldChanges = (before: RegisterEntry | undefined, after: RegisterEntry): FieldChange[] =>
  registerFields.flatMap((field): FieldChange[] => {
    const [was, is] = [asText(before?.[field]), asText(after[field])];
    if (was === is) return [];
    return [{ field, ...(was === undefined ? {} : { before: was }), after: is ?? '' }];
  });

/**
 * A digest of what an entry says, by which one sees whether it was changed. Its version tells less: it also grows when its tasks follow
 * a rule or the day, and an import must stay one that can be undone.
 */
export const saidBy = (entry: RegisterEntry): string =>
  createHash('sha256')
    .update(canonicalJson(registerFields.map((field) => entry[field] ?? null)))
    .digest('base64url')
    .slice(0, 22);
