/** Limits of one deposit. They follow the services below (S3, DynamoDB, API Gateway) and planning in domain.md §8. */
export const limits = {
  filesPerDeposit: 100_000,
  filesPerCall: 1_000,
  filesPerPage: 100,
  signaturesPerCall: 500,
  /** S3's largest object. */
  fileBytes: 5 * 1024 ** 4,
  /** S3 takes at most 10 000 parts, each but the last of at least 5 MiB. */
  partsPerFile: 10_000,
  smallestPartBytes: 8 * 1024 ** 2,
  /** Up to here a file goes up in one PUT, whose SHA-256 S3 itself checks. */
  singlePutBytes: 16 * 1024 ** 2,
  pathLength: 1_000,
  nameLength: 255,
  /** Calls of one import of tasks, a hundred tasks each. */
  importBatches: 10_000,
  /** Evidence (证据材料) is read whole by the door, which proves it; large material belongs into a deposit. */
  evidenceBytes: 20 * 1024 ** 2,
  evidencePerLetter: 10,
  /** Days for which the rows of an import are kept as they were sent: so long an import that stopped can be gone on with. */
  importWaitsDays: 30,
  /**
   * Days that an upload of evidence waits in intake. The archive takes over what a letter names within minutes, and after 14 days a
   * message that failed is gone; so what is left by then was never named, or has its copy.
   */
  evidenceWaitsDays: 90,
  /** A file that staff attach comes through the API as base64, which makes it a third larger; a function takes 6 MB. */
  attachmentBytes: 4 * 1024 ** 2,
  attachmentsPerMessage: 5,
  messageLength: 4_000,
  /** All messages of a case are shown at once. */
  messagesPerCase: 200,
} as const;

/** Part size in bytes for a file: the smallest that keeps the parts under S3's 10 000, in whole MiB. */
export const partBytes = (size: number): number => {
  const mebibyte = 1024 ** 2;
  const needed = Math.ceil(size / limits.partsPerFile / mebibyte) * mebibyte;
  return Math.max(limits.smallestPartBytes, needed);
};

/** Number of parts of a file; 1 for what goes up in one PUT. */
export const partCount = (size: number): number =>
  size <= limits.singlePutBytes ? 1 : Math.ceil(size / partBytes(size));
