import { createHash } from 'node:crypto';
import type { DocumentSays, IssuedDocument } from '@geoarchive/contract/documents.ts';
import { checkCode, documentText } from '@geoarchive/domain/documents.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import type { DocumentStore } from './document-store.ts';

type Facts = Omit<IssuedDocument, 'kind' | 'sha256' | 'code' | 'says'> & { says: DocumentSays };

/** The paper that states these facts, with its SHA-256 and its check code. */
export const paperOf = (facts: Facts): IssuedDocument => {
  const { number, node, issuedAt, says } = facts;
  const text = documentText({ kind: says.kind, number, node, issuedAt, says });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { ...facts, kind: says.kind, sha256, code: checkCode(sha256) };
};

/**
 * The writes that issue a paper: for the transaction that takes its number and makes true what it says. Its print is made
 * when somebody first asks for it (`prints.ts`).
 */
export const issuing = (
  documents: DocumentStore,
  paper: IssuedDocument,
  tell: { by: By; from: 'archive' | 'intake' },
): Write[] => {
  const { number, ...body } = paper;
  return documents.creation(number, body, {
    action: 'document.issue',
    by: tell.by,
    detail: { kind: paper.kind, sha256: paper.sha256 },
    events: [
      tell.from === 'archive'
        ? { type: 'DocumentIssued', data: paper }
        : { type: 'DocumentRecorded', data: { number } },
    ],
  });
};

/** Records a paper that another plane issued; the same again changes nothing. */
export const recordDocument = async (documents: DocumentStore, paper: IssuedDocument): Promise<void> => {
  const { number, ...body } = paper;
  if ((await documents.get(number)) !== undefined) return;
  try {
    await documents.create(number, body, {
      action: 'document.record',
      by: { worker: 'project' },
      detail: { kind: paper.kind, sha256: paper.sha256 },
      events: [{ type: 'DocumentRecorded', data: { number } }],
    });
  } catch (error) {
    // A twin of this message was quicker.
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
  }
};
