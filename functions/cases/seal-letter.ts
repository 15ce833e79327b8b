import { createHash } from 'node:crypto';
import { type CaseLetterBundle, caseLetterBundle } from '@geoarchive/contract/case-bundle.ts';
import type { EventData } from '@geoarchive/contract/events.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { SigningKey } from '@geoarchive/platform/signing.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { LetterItem, LetterStore } from './letter-store.ts';

export type SealLetterDeps = {
  table: Table;
  letters: LetterStore;
  bucket: Pick<Bucket, 'put'>;
  receiptKey: SigningKey;
};

const trySeal = async (deps: SealLetterDeps, item: LetterItem): Promise<void> => {
  const { caseId, node } = item.body;
  const sequence = await nextNumber(deps.table, `case-letters#${node}`);
  const bundle: CaseLetterBundle = caseLetterBundle.parse({
    ...item.body,
    letterId: item.id,
    format: 'geoarchive-case-letter/1',
    sequence: sequence.value,
  });
  const text = JSON.stringify(bundle);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const signature = await deps.receiptKey.sign(sha256);
  // Under its number too: a twin that loses the race for the number must not overwrite what the winner signed.
  const key = `bundles/cases/${caseId}/${item.id}-${sequence.value}.json`;
  await deps.bucket.put(key, text);
  await deps.letters.move(item, 'seal', item.body, {
    action: 'case.seal',
    by: { worker: 'seal' },
    detail: { sequence: sequence.value, sha256 },
    events: [
      { type: 'CaseLetterSealed', data: { caseId, letterId: item.id, bundle: key, sha256, signature } },
    ],
    with: [sequence.take],
  });
};

/** Seals a letter for door 1: writes and signs its bundle, takes the next number of the letters to this node. */
export const sealLetter = async (
  deps: SealLetterDeps,
  { letterId }: EventData<'CaseLetterWritten'>,
): Promise<void> => {
  try {
    await againWhenRaced(async () => {
      const item = await deps.letters.get(letterId);
      if (item === undefined || item.state !== 'written') return;
      await trySeal(deps, item);
    });
  } catch (error) {
    // Sealed by a twin of this message.
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
  }
};
