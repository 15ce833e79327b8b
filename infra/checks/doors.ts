import type { PlaneName } from '../constructs/context.ts';

/** A function that reaches into another plane, and all that it may do there. */
export type Door = { function: string; from: PlaneName; into: PlaneName; actions: readonly string[] };

/** Listing is what lets a missing object answer 404 instead of 403. */
const read = ['s3:GetObject', 's3:GetObjectAttributes', 's3:GetObjectVersion', 's3:ListBucket'];

/**
 * The doors between the planes (design §1), one way each. Door 1 reads what intake sealed; door 2 drops bundles
 * with the portal and signs them. Whatever is not in here is refused when the stacks are synthesized.
 */
export const doors: readonly Door[] = [
  {
    function: 'receive',
    from: 'archive',
    into: 'intake',
    actions: [...read, 'kms:Verify', 'kms:GetPublicKey'],
  },
  { function: 'copy', from: 'archive', into: 'intake', actions: read },
  // Checkers must see files before they accept them. A function of its own, so that the archive's API has no way into
  // intake: it signs links to the versions that the sealed bundle names, and can neither list nor write there.
  {
    function: 'preview',
    from: 'archive',
    into: 'intake',
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
  },
  // Drops what staff attach to an answer where its asker can fetch it; of what is there it sees nothing.
  {
    function: 'archive-cases',
    from: 'archive',
    into: 'intake',
    actions: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
  },
  {
    function: 'release',
    from: 'archive',
    into: 'portal',
    // The parts of its own unfinished uploads tell it where a large file goes on; of objects it sees nothing.
    actions: [
      's3:PutObject',
      's3:AbortMultipartUpload',
      's3:ListMultipartUploadParts',
      'kms:Sign',
      'kms:GetPublicKey',
    ],
  },
  // Public notices and the state of submissions; it reads nothing of the archive's files.
  {
    function: 'disclose',
    from: 'archive',
    into: 'portal',
    actions: [
      's3:PutObject',
      's3:AbortMultipartUpload',
      's3:ListMultipartUploadParts',
      'kms:Sign',
      'kms:GetPublicKey',
    ],
  },
  // Door 3: delivers the files of a grant, stamped, and tells the portal how the grant stands. It sees nothing of what lies there.
  {
    function: 'deliver',
    from: 'archive',
    into: 'portal',
    actions: [
      's3:PutObject',
      's3:AbortMultipartUpload',
      's3:ListMultipartUploadParts',
      'kms:Sign',
      'kms:GetPublicKey',
    ],
  },
];

/** Queues that listen to another plane's topic: what crosses is the event, whose payload is fit for the listener. */
export const listens: readonly { from: PlaneName; to: PlaneName }[] = [
  { from: 'intake', to: 'archive' },
  { from: 'archive', to: 'intake' },
  // What was used, to be counted: the portal names nobody who listens.
  { from: 'portal', to: 'archive' },
];
