import { listOf, type RequestContext, type Statement } from './statement.ts';
import { fits } from './wildcard.ts';

type Test = (wanted: string, actual: string) => boolean;

const operators: Readonly<Record<string, Test>> = {
  StringEquals: (wanted, actual) => wanted === actual,
  StringLike: (wanted, actual) => fits(wanted, actual),
  ArnEquals: (wanted, actual) => fits(wanted, actual),
  ArnLike: (wanted, actual) => fits(wanted, actual),
  Bool: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
};

const negated: Readonly<Record<string, Test>> = {
  StringNotEquals: (wanted, actual) => wanted === actual,
  StringNotLike: (wanted, actual) => fits(wanted, actual),
  ArnNotEquals: (wanted, actual) => fits(wanted, actual),
  ArnNotLike: (wanted, actual) => fits(wanted, actual),
};

/** Keys whose value the local endpoint can tell. Another key is an error: a condition must not be guessed. */
const knownKeys = new Set([
  'aws:securetransport',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:principalarn',
  'aws:requestedregion',
]);

/**
 * True when every condition of a statement holds. A key that the request does not carry fails a positive operator
 * and satisfies a negated one, as in IAM. Unknown operators and keys throw.
 */
export function conditionsHold(condition: Statement['Condition'], context: RequestContext): boolean {
  const values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  let hold = true;
  for (const [operator, keys] of Object.entries(condition ?? {})) {
    const positive = operators[operator];
    const negative = negated[operator];
    if (!positive && !negative) throw new Error(`policy condition operator is not known here: ${operator}`);
    for (const [key, wanted] of Object.entries(keys)) {
      if (!knownKeys.has(key.toLowerCase()))
        throw new Error(`policy condition key is not known here: ${key}`);
      const actual = values.get(key.toLowerCase());
      const list = listOf(wanted, `condition ${key}`);
      if (positive) hold &&= actual !== undefined && list.some((item) => positive(item, actual));
      else if (negative) hold &&= actual === undefined || !list.some((item) => negative(item, actual));
    }
  }
  return hold;
}
