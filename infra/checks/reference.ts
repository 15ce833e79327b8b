import * as z from 'zod';
import type { Placed, Templates } from './template.ts';

const ref = z.strictObject({ Ref: z.string() });
const getAtt = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const imported = z.strictObject({ 'Fn::ImportValue': z.string() });

/** Every resource that a value names, directly, inside joins, or through another stack's export. */
export function resourcesIn(value: unknown, stack: string, templates: Templates): Placed[] {
  const named = target(value);
  if (named !== undefined) return found(named, stack, templates);
  const through = imported.safeParse(value);
  if (through.success) return exported(through.data['Fn::ImportValue'], templates);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((part) => resourcesIn(part, stack, templates));
}

function target(value: unknown): string | undefined {
  const asRef = ref.safeParse(value);
  if (asRef.success) return asRef.data.Ref;
  const asAtt = getAtt.safeParse(value);
  return asAtt.success ? asAtt.data['Fn::GetAtt'][0] : undefined;
}

function found(id: string, stack: string, templates: Templates): Placed[] {
  const resource = templates.get(stack)?.Resources[id];
  return resource ? [{ stack, id, resource }] : [];
}

function exported(name: string, templates: Templates): Placed[] {
  for (const [stack, { Outputs }] of templates)
    for (const output of Object.values(Outputs))
      if (output.Export?.Name === name) return resourcesIn(output.Value, stack, templates);
  throw new Error(`No stack exports ${name}`);
}
