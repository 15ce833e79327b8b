import { randomBytes } from 'node:crypto';

/** `20261122T195601Z`: sorts as the time does. */
export const stampOf = (now: number): string =>
  new Date(now).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

/** A name that was never used before, beginning with its time. */
export const newName = (now: number): string => `${stampOf(now)}-${randomBytes(6).toString('hex')}`;

export const deltaKey = (prefix: string, name: string): string => `${prefix}delta/${name}`;
export const partKey = (prefix: string, name: string, part: number): string =>
  `${prefix}base/${name}/${String(part).padStart(5, '0')}`;

/** When the segment was named; undefined for keys that are not segments. */
export const stampIn = (prefix: string, key: string): string | undefined =>
  key.startsWith(prefix) ? /^(?:delta|base)\/(\d{8}T\d{6}Z)-/.exec(key.slice(prefix.length))?.[1] : undefined;
