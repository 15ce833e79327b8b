import type { Voided } from '@geoarchive/contract/documents.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import type { Told } from '@geoarchive/platform/store/aggregates.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import type { DocumentItem, DocumentStore } from './document-store.ts';

/**
 * The writes that put another paper in the place of one, for the transaction that issues that other: the old one becomes void with
 * the reason, unless it is so already, and names the other from then on.
 */
export const replacing = (
  documents: DocumentStore,
  old: DocumentItem,
  of: { by: Caller; at: string; reason: string; replacedBy: string },
): Write[] => {
  const { by, at, reason, replacedBy } = of;
  const voided = { ...(old.body.voided ?? { at, by: by.name, reason }), replacedBy };
  const told: Told = {
    action: 'document.replace',
    by,
    detail: { reason, replacedBy },
    events: [{ type: 'DocumentVoided', data: { number: old.id, ...voided } }],
  };
  const body = { ...old.body, voided };
  return old.state === 'issued'
    ? documents.moving(old, 'void', body, told)
    : documents.changing(old, body, told);
};

/**
 * Marks a paper void that another plane declared so, or notes what stands in its place since. Comes it before the paper itself, the
 * queue tries again; old news changes nothing.
 */
export const recordVoid = async (
  documents: DocumentStore,
  { number, ...voided }: Voided & { number: string },
): Promise<void> => {
  const found = await documents.get(number);
  if (found === undefined) throw new Error(`Document ${number} is not here yet`);
  const body = { ...found.body, voided };
  const { reason, replacedBy } = voided;
  const told = { action: 'document.void', by: { worker: 'project' }, detail: { reason, replacedBy } };
  if (found.state === 'issued')
    await documents.move(found, 'void', body, {
      ...told,
      events: [{ type: 'DocumentVoidSeen', data: { number } }],
    });
  else if (replacedBy !== undefined && found.body.voided?.replacedBy === undefined)
    await documents.change(found, body, told);
};
