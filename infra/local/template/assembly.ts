import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Json } from './json.ts';

const json: z.ZodType<Json> = z.json();
const object = z.record(z.string(), json);

const resource = z.object({
  Type: z.string(),
  Properties: object.optional(),
  Condition: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  Metadata: object.optional(),
});
const output = z.object({ Value: json, Export: z.object({ Name: json }).optional() });

const template = z.object({
  Resources: z.record(z.string(), resource).optional(),
  Outputs: z.record(z.string(), output).optional(),
  Conditions: object.optional(),
  Mappings: z.record(z.string(), z.record(z.string(), object)).optional(),
  Parameters: z.record(z.string(), z.object({ Default: json.optional() })).optional(),
});

const assets = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

export type Template = z.infer<typeof template>;
/** The synthesized stacks of a folder: templates by stack name, and where each asset's files lie by its object key. */
export type Assembly = { stacks: Map<string, Template>; assets: Map<string, string> };

const TEMPLATE = '.template.json';
const ASSETS = '.assets.json';
const parse = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** Reads a folder of synthesized templates (`cdk.out`). Nothing but these files describes the system to the local run. */
export function loadAssembly(folder: string): Assembly {
  const files = readdirSync(folder).sort();
  const assembly: Assembly = { stacks: new Map(), assets: new Map() };
  for (const file of files) {
    if (file.endsWith(TEMPLATE)) {
      assembly.stacks.set(file.slice(0, -TEMPLATE.length), template.parse(parse(folder, file)));
    } else if (file.endsWith(ASSETS)) {
      for (const { source, destinations } of Object.values(assets.parse(parse(folder, file)).files)) {
        for (const { objectKey } of Object.values(destinations)) {
          if (source.path) assembly.assets.set(objectKey, join(folder, source.path));
        }
      }
    }
  }
  if (assembly.stacks.size === 0) throw new Error(`No synthesized stacks in ${folder}: run npm run synth`);
  return assembly;
}
