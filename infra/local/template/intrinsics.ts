import { isObject, type Json, text } from './json.ts';

/** What the intrinsic functions of one stack stand on. `undefined` is `AWS::NoValue`. */
export type Scope = {
  stack: string;
  ref(id: string): Json | undefined;
  att(id: string, attribute: string): Json;
  importValue(name: string): Json;
  stackOutput(stack: string, output: string): Json;
  mapping(map: string, top: string, second: string): Json;
  condition(name: string): boolean;
};

type Fn = (argument: Json, scope: Scope) => Json | undefined;

const list = (value: Json | undefined, where: string): Json[] => {
  if (Array.isArray(value)) return value;
  throw new Error(`${where}: a list is expected, found ${JSON.stringify(value)}`);
};
const args = (argument: Json, scope: Scope, name: string): Json[] =>
  list(argument, name).map((item) => resolve(item, scope) ?? '');

function substitute(argument: Json, scope: Scope): string {
  const [pattern, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const own = isObject(variables) ? variables : {};
  return text(pattern, 'Fn::Sub').replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const given = own[name];
    if (given !== undefined) return text(resolve(given, scope), `Fn::Sub ${name}`);
    const dot = name.indexOf('.');
    const value = dot < 0 ? scope.ref(name) : scope.att(name.slice(0, dot), name.slice(dot + 1));
    return text(value, `Fn::Sub ${name}`);
  });
}

const functions: Record<string, Fn> = {
  Ref: (id, scope) => scope.ref(text(id, 'Ref')),
  'Fn::GetAtt': (argument, scope) => {
    const parts = Array.isArray(argument) ? argument : text(argument, 'Fn::GetAtt').split(/\.(.*)/s);
    return scope.att(text(parts[0], 'Fn::GetAtt'), text(resolve(parts[1] ?? null, scope), 'Fn::GetAtt'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, items] = list(argument, 'Fn::Join');
    const parts = list(resolve(items ?? [], scope), 'Fn::Join');
    // The stacks speak of https, as the cloud does; this machine's ports speak http.
    return parts
      .map((part) => text(part, 'Fn::Join'))
      .join(text(separator, 'Fn::Join'))
      .replace(/https:\/\/(?=127\.0\.0\.1:)/g, 'http://');
  },
  'Fn::Sub': (argument, scope) =>
    substitute(argument, scope).replace(/https:\/\/(?=127\.0\.0\.1:)/g, 'http://'),
  'Fn::Select': (argument, scope) => {
    const [index, items] = args(argument, scope, 'Fn::Select');
    const chosen = list(items, 'Fn::Select')[Number(index)];
    if (chosen === undefined) throw new Error(`Fn::Select: no item ${text(index, 'Fn::Select')}`);
    return chosen;
  },
  'Fn::Split': (argument, scope) => {
    const [separator, value] = args(argument, scope, 'Fn::Split');
    return text(value, 'Fn::Split').split(text(separator, 'Fn::Split'));
  },
  'Fn::ImportValue': (argument, scope) =>
    scope.importValue(text(resolve(argument, scope), 'Fn::ImportValue')),
  'Fn::GetStackOutput': (argument, scope) => {
    const given = resolve(argument, scope);
    if (!isObject(given)) throw new Error('Fn::GetStackOutput: an object is expected');
    return scope.stackOutput(text(given['StackName'], 'StackName'), text(given['OutputName'], 'OutputName'));
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, top, second] = args(argument, scope, 'Fn::FindInMap').map((part) =>
      text(part, 'Fn::FindInMap'),
    );
    return scope.mapping(map ?? '', top ?? '', second ?? '');
  },
  'Fn::Base64': (argument, scope) =>
    Buffer.from(text(resolve(argument, scope), 'Fn::Base64')).toString('base64'),
  'Fn::GetAZs': () => [],
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = list(argument, 'Fn::If');
    return resolve((scope.condition(text(name, 'Fn::If')) ? yes : no) ?? null, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = args(argument, scope, 'Fn::Equals');
    return JSON.stringify(left) === JSON.stringify(right);
  },
  'Fn::Not': (argument, scope) => args(argument, scope, 'Fn::Not')[0] !== true,
  'Fn::And': (argument, scope) => args(argument, scope, 'Fn::And').every((part) => part === true),
  'Fn::Or': (argument, scope) => args(argument, scope, 'Fn::Or').some((part) => part === true),
};

/** A condition inside Fn::And and the like; a policy statement's `Condition` holds an object and is left alone. */
const isConditionName = (key: string, value: Json): value is string =>
  key === 'Condition' && typeof value === 'string';

/** Replaces the intrinsic functions in a value; an unknown `Fn::` is an error. */
export function resolve(value: Json, scope: Scope): Json | undefined {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== undefined);
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only && entries.length === 1) {
    const [key, argument] = only;
    const fn = Object.hasOwn(functions, key) ? functions[key] : undefined;
    if (fn) return fn(argument, scope);
    if (isConditionName(key, argument)) return scope.condition(argument);
    if (key.startsWith('Fn::')) throw new Error(`${scope.stack}: the local run does not know ${key}`);
  }
  const resolved: { [key: string]: Json } = {};
  for (const [key, item] of entries) {
    const result = resolve(item, scope);
    if (result !== undefined) resolved[key] = result;
  }
  return resolved;
}
