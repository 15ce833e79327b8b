import { fits } from '../iam/wildcard.ts';

/**
 * A fault for the next `times` (default 1) requests that match. `action` is the API operation
 * (`dynamodb:TransactWriteItems`; wildcards allowed), `principal` the name of the role, `object` an S3 object as
 * `bucket/key` (wildcards allowed; a fault that names one strikes requests to S3 only).
 * - throttle: the service's own throttling error
 * - conflict: TransactionCanceledException with TransactionConflict (DynamoDB Local never raises it)
 * - drop: the connection is cut before anything is done
 * - drop-reply: the request is carried out and the connection cut instead of the answer (not for S3)
 */
export type Fault = {
  kind: 'throttle' | 'conflict' | 'drop' | 'drop-reply';
  service?: string;
  action?: string;
  principal?: string;
  object?: string;
  times?: number;
};

export type Faults = {
  add(fault: Fault): () => void;
  clear(): void;
  /** Those that have not struck as often as they were asked to. */
  waiting(): Fault[];
  take(request: {
    service: string;
    action: string;
    principal: string;
    object?: string;
  }): Fault['kind'] | undefined;
};

const kinds: readonly Fault['kind'][] = ['throttle', 'conflict', 'drop', 'drop-reply'];

/** Reads a fault from JSON of another process. Throws on anything else. */
export function parseFault(value: unknown): Fault {
  if (typeof value !== 'object' || value === null) throw new Error('a fault is a JSON object');
  const given: Record<string, unknown> = { ...value };
  const { kind: name, service, action, principal, object, times, ...rest } = given;
  if (Object.keys(rest).length > 0) throw new Error(`a fault has no ${Object.keys(rest).join(', ')}`);
  const kind = kinds.find((one) => one === name);
  if (kind === undefined) throw new Error(`unknown kind of fault: ${String(name)}`);
  const text = (field: string, member: unknown) => {
    if (member === undefined) return {};
    if (typeof member !== 'string') throw new Error(`${field} of a fault is a text`);
    return { [field]: member };
  };
  if (times !== undefined && (typeof times !== 'number' || !(times >= 1)))
    throw new Error('times of a fault is a number from 1');
  return {
    kind,
    ...text('service', service),
    ...text('action', action),
    ...text('principal', principal),
    ...text('object', object),
    ...(times === undefined ? {} : { times }),
  };
}

/** The faults waiting for their requests. */
export function createFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  const remove = (entry: { fault: Fault; left: number }) => {
    const at = waiting.indexOf(entry);
    if (at >= 0) waiting.splice(at, 1);
  };
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? 1 };
      waiting.push(entry);
      return () => remove(entry);
    },
    clear() {
      waiting.length = 0;
    },
    waiting: () => waiting.map(({ fault, left }) => ({ ...fault, times: left })),
    take({ service, action, principal, object }) {
      const entry = waiting.find(
        ({ fault }) =>
          (fault.service ?? service) === service &&
          fits(fault.action ?? '*', action, true) &&
          fits(fault.principal ?? '*', principal) &&
          (fault.object === undefined || (object !== undefined && fits(fault.object, object))),
      );
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) remove(entry);
      return entry.fault.kind;
    },
  };
}
