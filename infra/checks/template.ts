import * as z from 'zod';

const facts = z.looseObject({
  plane: z.string().optional(),
  name: z.string().optional(),
  errorImpact: z.object({ zh: z.string(), en: z.string() }).partial().optional(),
});

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  Metadata: z.looseObject({ GeoArchive: facts.optional() }).optional(),
});

const template = z.object({
  Resources: z.record(z.string(), resource).default({}),
  Outputs: z
    .record(
      z.string(),
      z.looseObject({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }),
    )
    .default({}),
});

export type Resource = z.infer<typeof resource>;
export type Template = z.infer<typeof template>;
/** The synthesized templates by the name of their stack. */
export type Templates = ReadonlyMap<string, Template>;

/** One resource where it stands. */
export type Placed = { stack: string; id: string; resource: Resource };

export const readTemplate = (input: unknown): Template => template.parse(input);

/** Every resource of these types in all templates; of all types when none is named. */
export const placed = (templates: Templates, ...types: string[]): Placed[] =>
  [...templates].flatMap(([stack, { Resources }]) =>
    Object.entries(Resources)
      .filter(([, found]) => types.length === 0 || types.includes(found.Type))
      .map(([id, found]) => ({ stack, id, resource: found })),
  );

/** A property by its path, or undefined where the path ends early. */
export function at(resource: Resource, ...path: string[]): unknown {
  let value: unknown = resource.Properties;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(step);
  }
  return value;
}

/** Value as a list: CloudFormation writes a list of one as the one. */
export const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
