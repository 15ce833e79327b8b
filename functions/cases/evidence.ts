/** Where a piece of evidence lies in the archive bucket; names that people gave are never part of a key. */
export const evidenceKey = (caseId: string, evidenceId: string): string => `evidence/${caseId}/${evidenceId}`;
