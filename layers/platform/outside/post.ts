import { promises as dns, type LookupAddress } from 'node:dns';
import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { mayReach, type OutsideRules, outsideAddress } from './addresses.ts';

export type OutsideFault =
  | 'address-not-allowed'
  | 'name-not-found'
  | 'no-connection'
  | 'certificate'
  | 'timed-out'
  | 'broken-off';

/** Why nobody answered. The message is for logs and says nothing of what was sent. */
export class OutsideError extends Error {
  readonly fault: OutsideFault;
  constructor(fault: OutsideFault, options?: ErrorOptions) {
    super(`Not delivered: ${fault}`, options);
    this.name = 'OutsideError';
    this.fault = fault;
  }
}

/** Milliseconds until the connection stands, and for everything; so many bytes of the answer are taken at most. */
export type Patience = { connectMs: number; totalMs: number; answerBytes: number };
export type Outside = {
  rules: OutsideRules;
  patience: Patience;
  /** How names are resolved; the system's way unless a test says. */
  resolve?: (hostname: string) => Promise<LookupAddress[]>;
};
export type Post = { url: string; headers: Record<string, string>; body: string };

/**
 * Resolves a name for the connection itself: the very address that was looked at is the one connected to, so that a name which answers
 * differently the second time gains nothing. One private address among several refuses all.
 */
const guardedLookup =
  ({
    rules,
    resolve = (hostname) => dns.lookup(hostname, { all: true }),
  }: Pick<Outside, 'rules' | 'resolve'>): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        if (first === undefined) callback(new OutsideError('name-not-found'), '');
        else if (!found.every(({ address }) => mayReach(address, rules)))
          callback(new OutsideError('address-not-allowed'), '');
        else if (options.all === true) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(new OutsideError('name-not-found', { cause: error }), ''),
    );
  };

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const faultOf = (error: unknown, connected: boolean): OutsideError => {
  if (error instanceof OutsideError) return error;
  const code = codeOf(error);
  if (/CERT|TLS|SSL|ISSUER|SELF_SIGNED|SIGNATURE/.test(code))
    return new OutsideError('certificate', { cause: error });
  return new OutsideError(connected ? 'broken-off' : 'no-connection', { cause: error });
};

/** Takes the answer to its end, or as much of it as is allowed; what it says is not kept. */
const drain = (answer: IncomingMessage, most: number, done: () => void): void => {
  let taken = 0;
  answer.on('data', (chunk: Buffer) => {
    taken += chunk.length;
    if (taken > most) answer.destroy();
  });
  answer.on('error', done);
  answer.on('close', done);
};

/**
 * Posts to an address that somebody outside gave; gives the status of the answer. Redirects are not followed, nothing is kept of the answer,
 * and every execution makes a connection of its own.
 * @throws OutsideError when nobody answered in time, or the address is not one that may be called
 */
export const postOutside = (outside: Outside, { url: text, headers, body }: Post): Promise<number> => {
  const { rules, patience } = outside;
  const url = outsideAddress(text, rules);
  if (typeof url === 'string') return Promise.reject(new OutsideError('address-not-allowed'));
  return new Promise((resolve, reject) => {
    let connected = false;
    let status: number | undefined;
    const asked = (url.protocol === 'https:' ? secure : plain)(url, {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(outside),
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    });
    const stop = (fault: OutsideFault) => asked.destroy(new OutsideError(fault));
    const connecting = setTimeout(() => stop('no-connection'), patience.connectMs);
    // Who answered and then goes on talking has answered.
    const everything = setTimeout(() => stop('timed-out'), patience.totalMs);
    const end = (settle: () => void) => {
      clearTimeout(connecting);
      clearTimeout(everything);
      settle();
    };
    const settled = (error: unknown) =>
      end(() => (status === undefined ? reject(faultOf(error, connected)) : resolve(status)));
    asked.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
        clearTimeout(connecting);
      });
    });
    asked.on('response', (answer) => {
      status = answer.statusCode ?? 0;
      drain(answer, patience.answerBytes, () => settled(undefined));
    });
    asked.on('error', settled);
    asked.end(body);
  });
};
