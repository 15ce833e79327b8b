/** One value or a list of values, as IAM writes both. */
type OneOrMany = string | readonly string[];

/** A statement of a role's policy, as CDK synthesizes it (intrinsic functions already resolved). */
export type Statement = {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action?: OneOrMany;
  NotAction?: OneOrMany;
  Resource?: OneOrMany;
  NotResource?: OneOrMany;
  Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany | boolean>>>>;
};

/** One right that a request needs: an IAM action on one resource. */
export type Demand = { action: string; resource: string };

/** Condition keys of the request, e.g. `aws:SecureTransport`. */
export type RequestContext = Readonly<Record<string, string>>;

const known = new Set(['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);

/** Throws when a statement holds an element this evaluator does not know (e.g. Principal): never a silent allow. */
export function assertKnownElements(statement: Statement): void {
  for (const element of Object.keys(statement))
    if (!known.has(element)) throw new Error(`policy statement has an unknown element: ${element}`);
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny')
    throw new Error(`policy statement has an unknown effect: ${String(statement.Effect)}`);
  if ((statement.Action === undefined) === (statement.NotAction === undefined))
    throw new Error('policy statement needs either Action or NotAction');
  if ((statement.Resource === undefined) === (statement.NotResource === undefined))
    throw new Error('policy statement needs either Resource or NotResource');
  for (const [element, value] of Object.entries(statement))
    if (/Action$|Resource$/.test(element) && value !== undefined) listOf(value, element);
}

/** The values of an element that may be a single string or a list; anything else is an error. */
export function listOf(value: unknown, element: string): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map((item) => {
    if (typeof item === 'string') return item;
    if (typeof item === 'boolean') return String(item);
    throw new Error(
      `policy ${element} holds something that is not a resolved string: ${JSON.stringify(item)}`,
    );
  });
}
