import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Change, Comparison, Condition, Operand, Path } from './expressions.ts';
import { compareTexts, compareValues, type Item, invalid, reckon, sameValue } from './values.ts';

const inside = (value: AttributeValue | undefined, step: string | number): AttributeValue | undefined =>
  typeof step === 'number' ? value?.L?.[step] : value?.M?.[step];

const at = (item: Item, path: Path): AttributeValue | undefined =>
  path.reduce<AttributeValue | undefined>(inside, { M: item });

const wrongType = () =>
  invalid(
    'An operand in the update expression has an incorrect data type, or the expression refers to an attribute that does not exist in the item',
  );
const noPath = () => invalid('The document path provided in the update expression is invalid for update');

/** The value of an operand in an item; undefined where the item has none. */
const operandValue = (item: Item, operand: Operand): AttributeValue | undefined => {
  switch (operand.is) {
    case 'value':
      return operand.value;
    case 'path':
      return at(item, operand.path);
    case 'if-not-exists':
      return at(item, operand.path) ?? operandValue(item, operand.or);
    case 'joined': {
      const [first, second] = [operandValue(item, operand.first)?.L, operandValue(item, operand.second)?.L];
      if (first === undefined || second === undefined) throw wrongType();
      return { L: [...first, ...second] };
    }
  }
};

const ordered: Record<Exclude<Comparison, '=' | '<>'>, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Whether a comparison holds; of a missing value, or of two kinds, only `<>` does. */
export const compared = (
  by: Comparison,
  first: AttributeValue | undefined,
  second: AttributeValue | undefined,
): boolean => {
  const both = first !== undefined && second !== undefined;
  if (by === '=') return both && sameValue(first, second);
  if (by === '<>') return !(both && sameValue(first, second));
  const order = both ? compareValues(first, second) : undefined;
  return order !== undefined && ordered[by](order);
};

/** Whether a condition holds for an item; an empty one where there is none. */
export const holds = (item: Item, condition: Condition): boolean => {
  switch (condition.is) {
    case 'and':
      return holds(item, condition.first) && holds(item, condition.second);
    case 'or':
      return holds(item, condition.first) || holds(item, condition.second);
    case 'not':
      return !holds(item, condition.of);
    case 'exists':
      return (at(item, condition.path) !== undefined) === condition.wanted;
    case 'begins-with': {
      const [whole, start] = [at(item, condition.path)?.S, operandValue(item, condition.with)?.S];
      return whole !== undefined && start !== undefined && whole.startsWith(start);
    }
    case 'between': {
      const what = operandValue(item, condition.what);
      return (
        compared('>=', what, operandValue(item, condition.from)) &&
        compared('<=', what, operandValue(item, condition.to))
      );
    }
    case 'compared':
      return compared(
        condition.by,
        operandValue(item, condition.first),
        operandValue(item, condition.second),
      );
  }
};

/** The map or list around the last step of a path, of an item that may be changed. */
const around = (item: Item, path: Path): AttributeValue => {
  const parent = path.slice(0, -1).reduce<AttributeValue | undefined>(inside, { M: item });
  const last = path.at(-1);
  if ((typeof last === 'number' ? parent?.L : parent?.M) === undefined) throw noPath();
  return parent as AttributeValue;
};

const put = (item: Item, path: Path, value: AttributeValue): void => {
  const parent = around(item, path);
  const last = path.at(-1) as string | number;
  if (typeof last === 'string') (parent.M as Item)[last] = value;
  else {
    const list = parent.L as AttributeValue[];
    // Beyond the end means at the end.
    list[Math.min(last, list.length)] = value;
  }
};

const remove = (item: Item, path: Path): void => {
  const parent = around(item, path);
  const last = path.at(-1) as string | number;
  if (typeof last === 'string') delete (parent.M as Item)[last];
  else (parent.L as AttributeValue[]).splice(last, 1);
};

const added = (was: AttributeValue | undefined, more: AttributeValue): AttributeValue => {
  const sorted = (all: Iterable<string>) => [...new Set(all)].sort(compareTexts);
  if (more.N !== undefined && (was === undefined || was.N !== undefined))
    return { N: was?.N === undefined ? more.N : reckon(was.N, 1, more.N) };
  if (more.SS !== undefined && (was === undefined || was.SS !== undefined))
    return { SS: sorted([...(was?.SS ?? []), ...more.SS]) };
  if (more.NS !== undefined && (was === undefined || was.NS !== undefined))
    return { NS: sorted([...(was?.NS ?? []), ...more.NS]) };
  throw wrongType();
};

const startsWith = (path: Path, start: Path): boolean => start.every((step, no) => path[no] === step);

/** Refuses changes of which one is about a part of what another is about. */
export const expectApart = (changes: readonly Change[]): void => {
  for (const [no, { path }] of changes.entries())
    if (changes.some((other, place) => place !== no && startsWith(other.path, path)))
      throw invalid(`Two document paths overlap with each other: ${path.join('.')}`);
};

/** The item as it becomes. Every operand is of the item as it was, whatever the order of the changes. */
export const changed = (was: Item, changes: readonly Change[]): Item => {
  const item = structuredClone(was);
  const values = changes.map((change) => {
    if (change.is === 'remove') return undefined;
    if (change.is === 'add') return added(at(was, change.path), change.value);
    const first = operandValue(was, change.to);
    const second = change.and === undefined ? undefined : operandValue(was, change.and.operand);
    if (first === undefined) throw wrongType();
    if (change.and === undefined) return structuredClone(first);
    if (first.N === undefined || second?.N === undefined) throw wrongType();
    return { N: reckon(first.N, change.and.sign, second.N) };
  });
  for (const [no, { path }] of changes.entries()) {
    const value = values[no];
    if (value === undefined) remove(item, path);
    else put(item, path, value);
  }
  return item;
};
