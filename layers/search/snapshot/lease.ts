import { randomBytes } from 'node:crypto';
import { type Pointer, updatePointer } from './pointer.ts';
import type { ObjectStore } from './store.ts';

/** Another writer is making a new base; try again later. */
export class LeaseHeld extends Error {
  override name = 'LeaseHeld';
}

/** Another writer took over because this one was too slow; its work is void. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

/** Longer than any function runs, so that only a writer that died leaves a lease to run out. */
const LEASE_SECONDS = 30 * 60;

export type Lease = {
  /** The pointer as it was when the work began. */
  pointer: Pointer;
  /** Publishes the work and ends the lease. Throws `LeaseLost`. */
  publish(change: (pointer: Pointer) => Pointer): Promise<void>;
  /** Ends the lease without a result. */
  release(): Promise<void>;
};

/** Takes the right to make a new base. It lives in the pointer, so publishing and checking it are one write. */
export const takeLease = async (store: ObjectStore, prefix: string, now: () => number): Promise<Lease> => {
  const holder = randomBytes(8).toString('hex');
  const pointer = await updatePointer(store, prefix, (current) => {
    if (current.lease && Date.parse(current.lease.until) > now())
      throw new LeaseHeld(`until ${current.lease.until}`);
    const until = new Date(now() + LEASE_SECONDS * 1000).toISOString();
    return { ...current, lease: { holder, until } };
  });
  return {
    pointer,
    async publish(change) {
      await updatePointer(store, prefix, (current) => {
        if (current.lease?.holder !== holder) throw new LeaseLost(holder);
        return { ...change(current), lease: null };
      });
    },
    async release() {
      await updatePointer(store, prefix, (current) =>
        current.lease?.holder === holder ? { ...current, lease: null } : current,
      );
    },
  };
};
