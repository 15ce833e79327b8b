import type { caseLetter, sentEvidence } from '@geoarchive/contract/case-bundle.ts';
import type { CaseFacts } from '@geoarchive/contract/case-parts.ts';
import type { LetterKind } from '@geoarchive/domain/cases/lifecycle.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import type * as z from 'zod';
import type { LetterStore } from './letter-store.ts';

type Letter = {
  kind: LetterKind;
  text: string;
  /** The name that stands under it. */
  name: string;
  evidence: readonly z.infer<typeof sentEvidence>[];
  opens?: CaseFacts;
  consent?: z.infer<typeof caseLetter>['consent'];
  quote?: z.infer<typeof caseLetter>['quote'];
  with?: Write[];
  action: string;
  by: By;
};

/** Writes a letter in a case, with the next number among its letters. */
export const writeLetter = (
  deps: { table: Table; clock: Clock; letters: LetterStore },
  facts: Pick<CaseFacts, 'id' | 'node'> & { asker: { organisation?: string | undefined } },
  of: Letter,
): Promise<{ at: string }> =>
  againWhenRaced(async () => {
    const next = await nextNumber(deps.table, `letters-of#${facts.id}`);
    if (next.value > limits.messagesPerCase / 2)
      throw new Problem('too-many', {
        zh: '这个案件的来件已达上限，请联系馆藏机构。',
        en: 'This case takes no more letters: contact the archive.',
      });
    const now = deps.clock();
    const letterId = ulid(now.getTime());
    const at = now.toISOString();
    await deps.letters.create(
      letterId,
      {
        caseId: facts.id,
        no: next.value,
        node: facts.node,
        organisation: facts.asker.organisation ?? '',
        kind: of.kind,
        at,
        by: of.name,
        text: of.text,
        ...(of.opens && { opens: of.opens }),
        ...(of.consent && { consent: of.consent }),
        ...(of.quote && { quote: of.quote }),
        evidence: [...of.evidence],
      },
      {
        action: of.action,
        by: of.by,
        detail: { caseId: facts.id, evidence: of.evidence.length },
        events: [{ type: 'CaseLetterWritten', data: { caseId: facts.id, letterId } }],
        with: [next.take, ...(of.with ?? [])],
      },
    );
    return { at };
  });
