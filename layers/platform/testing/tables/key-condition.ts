import { compared } from './evaluate.ts';
import type { Condition, Operand, Path } from './expressions.ts';
import { invalid } from './values.ts';

const isOnly = (path: Path, name: string | undefined): boolean => path.length === 1 && path[0] === name;
const isNamed = (operand: Operand, name: string | undefined): boolean =>
  operand.is === 'path' && isOnly(operand.path, name);

/** What a condition holds the sort text against; undefined if it is about something else. */
const bounds = (condition: Condition, sort: string | undefined): readonly Operand[] | undefined => {
  if (condition.is === 'begins-with' && isOnly(condition.path, sort)) return [condition.with];
  if (condition.is === 'between' && isNamed(condition.what, sort)) return [condition.from, condition.to];
  if (condition.is === 'compared' && condition.by !== '<>' && isNamed(condition.first, sort))
    return [condition.second];
  return undefined;
};

const keyText = (operand: Operand | undefined): string => {
  const text = operand?.is === 'value' ? operand.value.S : undefined;
  if (text === undefined) throw invalid('Query key condition not supported');
  if (text === '')
    throw invalid('The AttributeValue for a key attribute cannot contain an empty string value');
  return text;
};

/** The partition of a query, and what narrows it if anything does, of a condition as the system writes them: partition first. */
export const queried = (
  condition: Condition,
  [partition, sort]: readonly string[],
): { partition: string; narrowed: Condition | undefined } => {
  const [first, narrowed] = condition.is === 'and' ? [condition.first, condition.second] : [condition];
  if (first.is !== 'compared' || first.by !== '=' || !isNamed(first.first, partition))
    throw invalid('Query condition missed key schema element');
  const text = keyText(first.second);
  if (narrowed === undefined) return { partition: text, narrowed };
  const against = bounds(narrowed, sort);
  if (against === undefined) throw invalid('Query key condition not supported');
  const [from, to] = against.map(keyText);
  if (from !== undefined && to !== undefined && compared('>', { S: from }, { S: to }))
    throw invalid('The BETWEEN operator requires upper bound to be greater than or equal to lower bound');
  return { partition: text, narrowed };
};
