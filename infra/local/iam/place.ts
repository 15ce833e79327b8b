/** Where the local resources seem to live. */
export type Place = { partition: string; region: string; account: string };

/** The ARN of a regional resource at this place. */
export const arnAt = (place: Place, service: string, resource: string): string =>
  `arn:${place.partition}:${service}:${place.region}:${place.account}:${resource}`;

/** The name at the end of a resource given either by name or by ARN (`table/x` → `x`). */
export const lastOf = (nameOrArn: string, prefix = ''): string => {
  const resource = nameOrArn.startsWith('arn:') ? nameOrArn.split(':').slice(5).join(':') : nameOrArn;
  return resource.startsWith(prefix) ? resource.slice(prefix.length) : resource;
};

/** A text member of a request, or the empty string when it is missing (no ARN fits then). */
export const textOf = (input: Readonly<Record<string, unknown>>, member: string): string => {
  const value = input[member];
  return typeof value === 'string' ? value : '';
};

/** The members of a list in a request; a missing list is empty. */
export const recordsOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** True for a plain JSON object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
