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
  {
    function: 'release',
    from: 'archive',
    into: 'portal',
    actions: ['s3:PutObject', 's3:AbortMultipartUpload', 'kms:Sign', 'kms:GetPublicKey'],
  },
];

/** Queues that listen to another plane's topic: what crosses is the event, whose payload is fit for the listener. */
export const listens: readonly { from: PlaneName; to: PlaneName }[] = [
  { from: 'intake', to: 'archive' },
  { from: 'archive', to: 'intake' },
];
