import type { documentStore } from '../../documents/document-store.ts';

type Body = Parameters<ReturnType<typeof documentStore>['create']>[1];

/** A notice of correction as intake holds it. */
export const paper = (depositId: string): Body => ({
  kind: 'correction-notice',
  node: 'NGA',
  depositId,
  issuedAt: '2026-11-22T02:00:00.000Z',
  says: {
    kind: 'correction-notice',
    submitter: 'MINE',
    round: 1,
    receipt: 'HZ-NGA-2026-00001',
    reason: '缺附图',
    items: ['附图 2'],
    correctBy: '2026-12-24',
    issuedBy: 'checker',
  },
  sha256: 'a'.repeat(64),
  code: '0000-0000-0000',
});
