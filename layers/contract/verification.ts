import * as z from 'zod';
import { documentNumber, documentSays, issuedDocument, storedDocument } from './documents.ts';
import { route } from './route.ts';
import { instant, sha256 } from './shared.ts';

/** With the number alone: that there is such a paper, and whether it holds. With its check code too: what it says. */
export const verifyDocument = route({
  api: 'public',
  module: 'verification',
  allow: 'everyone',
  scope: 'all',
  method: 'GET',
  path: '/verification/{number}',
  audit: 'verification.check',
  summary: { zh: '核验文书', en: 'Check a paper by its number and check code' },
  params: z.object({ number: documentNumber }),
  query: z.object({ code: z.string().max(40).optional() }),
  reply: z.object({
    ...issuedDocument.pick({ number: true, kind: true, node: true, issuedAt: true }).shape,
    state: storedDocument.shape.state,
    voidedAt: instant.optional(),
    replacedBy: z.string().optional(),
    code: z.enum(['not-given', 'right', 'wrong']),
    says: documentSays.optional(),
    sha256: sha256.optional(),
  }),
});
