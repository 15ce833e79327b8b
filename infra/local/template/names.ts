import { createHash } from 'node:crypto';

/** Twelve characters that follow from the parts alone, so that a restart finds what the last run made. */
export const digest = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12);

/** A UUID that follows from the parts alone. */
export function stableUuid(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('\0')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The name a resource gets when its template gives none: readable, legal for every service, at most 63 characters. */
export function physicalName(stack: string, logicalId: string): string {
  const readable = `${stack}-${logicalId}`.slice(0, 50);
  return `${readable}-${digest(stack, logicalId)}`;
}
