import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { isObject } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';

const schema = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Role: z.string(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
  Layers: z.array(z.string()).default([]),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
});
const layerSchema = z.object({ Content: z.object({ S3Key: z.string() }) });

/** A function as its template describes it, with its files found on this machine. */
export type Definition = {
  /** The name people know it by: that of its metadata, else its physical name. */
  name: string;
  functionName: string;
  arn: string;
  roleName: string;
  /** The bundle's file and the name it exports. */
  file: string;
  exported: string;
  timeoutMs: number;
  memoryMb: number;
  environment: Record<string, string>;
  /** Folders that would be unpacked to /opt. */
  layers: string[];
  deadLetterArn: string | undefined;
};

function assetOf(model: Model, key: string, owner: string): string {
  const folder = model.assets.get(key);
  if (!folder) throw new Error(`${owner}: no asset ${key} beside the templates; run npm run synth`);
  return folder;
}

function bundleFile(folder: string, module: string, owner: string): string {
  const found = ['mjs', 'js', 'cjs'].map((e) => join(folder, `${module}.${e}`)).find((f) => existsSync(f));
  if (!found) throw new Error(`${owner}: no ${module}.mjs in ${folder}`);
  return found;
}

const nameOf = (resource: Resource): string => {
  const facts = resource.metadata['GeoArchive'];
  return isObject(facts) && typeof facts['name'] === 'string' ? facts['name'] : resource.ref();
};

const afterSlash = (arn: string): string => arn.slice(arn.indexOf('/') + 1);

/** Reads the functions of the stacks. Throws when a bundle or layer is missing. */
export function definitions(model: Model): Definition[] {
  return model.resources('AWS::Lambda::Function').map((resource) => {
    const p = schema.parse(resource.properties());
    const [module = '', exported = 'handler'] = p.Handler.split('.');
    const name = nameOf(resource);
    const layers = p.Layers.map((arn) => {
      const layer = model.byRef('AWS::Lambda::LayerVersion', arn);
      if (!layer) throw new Error(`${name}: no layer ${arn} in the stacks`);
      return assetOf(model, layerSchema.parse(layer.properties()).Content.S3Key, name);
    });
    return {
      name,
      functionName: resource.ref(),
      arn: resource.attribute('Arn'),
      roleName: afterSlash(p.Role),
      file: bundleFile(assetOf(model, p.Code.S3Key, name), module, name),
      exported,
      timeoutMs: p.Timeout * 1000,
      memoryMb: p.MemorySize,
      environment: p.Environment?.Variables ?? {},
      layers,
      deadLetterArn: p.DeadLetterConfig?.TargetArn,
    };
  });
}
