import type { Assembly, Template } from './assembly.ts';
import { describe, type Identity } from './attributes.ts';
import { resolve, type Scope } from './intrinsics.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { refuseUnknown } from './kinds.ts';
import type { Place } from './place.ts';

export type Resource = {
  stack: string;
  logicalId: string;
  type: string;
  /** The construct's path in the CDK tree, for people. */
  path: string;
  metadata: JsonObject;
  /** The properties with every intrinsic function replaced. */
  properties(): JsonObject;
  ref(): string;
  attribute(name: string): string;
};

export type Model = {
  place: Place;
  endpoint: string;
  assets: ReadonlyMap<string, string>;
  resources(type: string): Resource[];
  /** The outputs of a stack, resolved. */
  outputs(stack: string): Record<string, Json>;
  /** The resource of a type whose `Ref` is this; undefined when there is none. */
  byRef(type: string, ref: string): Resource | undefined;
  byArn(type: string, arn: string): Resource | undefined;
  /** An endpoint that names things its own way (stream labels, key ids) has the last word. */
  identify(resource: Resource, identity: { ref?: string; attributes?: Record<string, string> }): void;
};

type Options = { assembly: Assembly; place: Place; endpoint: string };

/** Joins the stacks into one model whose references are followed on demand. Throws on unknown resource types. */
export function createModel({ assembly, place, endpoint }: Options): Model {
  const overrides = new Map<string, { ref?: string; attributes?: Record<string, string> }>();
  const scopes = new Map<string, Scope>();
  const templateOf = (stack: string): Template => {
    const template = assembly.stacks.get(stack);
    if (!template) throw new Error(`No stack ${stack} among the synthesized ones`);
    return template;
  };
  const scopeOf = (stack: string): Scope => {
    const known = scopes.get(stack);
    if (known) return known;
    const made = makeScope(stack);
    scopes.set(stack, made);
    return made;
  };

  function identity(stack: string, logicalId: string): Identity {
    const raw = templateOf(stack).Resources?.[logicalId];
    if (!raw) throw new Error(`${stack}: no resource ${logicalId}`);
    const own = describe(raw.Type, {
      stack,
      logicalId,
      place,
      endpoint,
      given(property) {
        const value = raw.Properties?.[property];
        const resolved = value === undefined ? undefined : resolve(value, scopeOf(stack));
        return typeof resolved === 'string' ? resolved : undefined;
      },
    });
    const better = overrides.get(`${stack}/${logicalId}`);
    return { ref: better?.ref ?? own.ref, attributes: { ...own.attributes, ...better?.attributes } };
  }

  function makeScope(stack: string): Scope {
    const template = templateOf(stack);
    const pseudo: Record<string, string | undefined> = {
      'AWS::AccountId': place.account,
      'AWS::Partition': place.partition,
      'AWS::Region': place.region,
      'AWS::URLSuffix': place.urlSuffix,
      'AWS::StackName': stack,
      'AWS::StackId': `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${stack}/local`,
      'AWS::NoValue': undefined,
    };
    const scope: Scope = {
      stack,
      ref(id) {
        if (Object.hasOwn(pseudo, id)) return pseudo[id];
        if (template.Resources?.[id]) return identity(stack, id).ref;
        const parameter = template.Parameters?.[id];
        if (parameter?.Default === undefined) throw new Error(`${stack}: Ref to ${id}, which has no value`);
        return parameter.Default;
      },
      att(id, attribute) {
        const value = identity(stack, id).attributes[attribute];
        if (value === undefined) {
          const type = template.Resources?.[id]?.Type ?? '?';
          throw new Error(`${stack}: the local run gives ${type} ${id} no attribute ${attribute}`);
        }
        return value;
      },
      importValue(name) {
        for (const other of assembly.stacks.keys()) {
          for (const output of Object.values(templateOf(other).Outputs ?? {})) {
            const exported = output.Export && resolve(output.Export.Name, scopeOf(other));
            if (exported === name) return resolve(output.Value, scopeOf(other)) ?? '';
          }
        }
        throw new Error(`${stack}: nothing is exported as ${name}`);
      },
      stackOutput(other, name) {
        const output = templateOf(other).Outputs?.[name];
        if (!output) throw new Error(`${stack}: stack ${other} has no output ${name}`);
        return resolve(output.Value, scopeOf(other)) ?? '';
      },
      mapping(map, top, second) {
        const value = template.Mappings?.[map]?.[top]?.[second];
        if (value === undefined) throw new Error(`${stack}: no ${map}.${top}.${second} in the mappings`);
        return value;
      },
      condition(name) {
        const value = template.Conditions?.[name];
        if (value === undefined) throw new Error(`${stack}: no condition ${name}`);
        return resolve(value, scope) === true;
      },
    };
    return scope;
  }

  function properties(stack: string, given: Json): JsonObject {
    const resolved = resolve(given, scopeOf(stack));
    return isObject(resolved) ? resolved : {};
  }

  const all: Resource[] = [...assembly.stacks].flatMap(([stack, template]) =>
    Object.entries(template.Resources ?? {})
      .filter(([, raw]) => raw.Condition === undefined || scopeOf(stack).condition(raw.Condition))
      .map(([logicalId, raw]) => ({
        stack,
        logicalId,
        type: raw.Type,
        path: String(raw.Metadata?.['aws:cdk:path'] ?? `${stack}/${logicalId}`),
        metadata: raw.Metadata ?? {},
        properties: () => properties(stack, raw.Properties ?? {}),
        ref: () => identity(stack, logicalId).ref,
        attribute: (name) => String(scopeOf(stack).att(logicalId, name)),
      })),
  );
  refuseUnknown(all);
  const resources = (type: string) => all.filter((r) => r.type === type);

  return {
    place,
    endpoint,
    assets: assembly.assets,
    resources,
    outputs: (stack) =>
      Object.fromEntries(
        Object.entries(templateOf(stack).Outputs ?? {}).map(([name, { Value }]) => [
          name,
          resolve(Value, scopeOf(stack)) ?? null,
        ]),
      ),
    byRef: (type, ref) => resources(type).find((r) => r.ref() === ref),
    byArn: (type, wanted) => resources(type).find((r) => r.attribute('Arn') === wanted),
    identify: (resource, better) => overrides.set(`${resource.stack}/${resource.logicalId}`, better),
  };
}
