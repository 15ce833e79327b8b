import { isDeepStrictEqual } from 'node:util';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { reservedWords } from './reserved-words.ts';
import { invalid } from './values.ts';

/** Where in an item: names of maps and positions of lists, from outside inwards. */
export type Path = readonly (string | number)[];
export type Operand =
  | { is: 'path'; path: Path }
  | { is: 'value'; value: AttributeValue }
  | { is: 'if-not-exists'; path: Path; or: Operand }
  | { is: 'joined'; first: Operand; second: Operand };
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type Condition =
  | { is: 'and' | 'or'; first: Condition; second: Condition }
  | { is: 'not'; of: Condition }
  | { is: 'exists'; path: Path; wanted: boolean }
  | { is: 'begins-with'; path: Path; with: Operand }
  | { is: 'between'; what: Operand; from: Operand; to: Operand }
  | { is: 'compared'; by: Comparison; first: Operand; second: Operand };
export type Change =
  | { is: 'set'; path: Path; to: Operand; and?: { sign: 1 | -1; operand: Operand } }
  | { is: 'remove'; path: Path }
  | { is: 'add'; path: Path; value: AttributeValue };

type Names = Record<string, string> | undefined;
type Values = Record<string, AttributeValue> | undefined;

const tokens = /\s*(<>|<=|>=|[=<>()[\],.+-]|[#:]?[A-Za-z0-9_]+)/y;
const cut = (text: string): string[] => {
  const found: string[] = [];
  tokens.lastIndex = 0;
  const end = text.trimEnd().length;
  while (tokens.lastIndex < end) {
    const at = tokens.lastIndex;
    const token = tokens.exec(text)?.[1];
    if (token === undefined) throw invalid(`Syntax error in expression: ${text.slice(at)}`);
    found.push(token);
  }
  return found;
};

const comparisons: readonly string[] = ['=', '<>', '<', '<=', '>', '>='];
const isComparison = (token: string | undefined): token is Comparison =>
  token !== undefined && comparisons.includes(token);

const wrongOperand = (of: string): Error => invalid(`Incorrect operand type for operator or function: ${of}`);
/** What a call gives as an operand, if it does, must be of a kind that fits, whatever the item holds. */
const expectKind = (operand: Operand, kinds: readonly (keyof AttributeValue)[], of: string): void => {
  if (operand.is === 'value' && !kinds.some((kind) => operand.value[kind] !== undefined))
    throw wrongOperand(of);
};
const orderedKinds = ['S', 'N', 'B'] as const;

/**
 * Reads expressions of one call and keeps which of its names and values they used. It knows what the system writes; anything else of
 * DynamoDB's language is refused with an error, so that no test passes on a guess.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html
 */
export const expressionReader = (names: Names, values: Values) => {
  const used = new Set<string>();
  for (const [what, given] of [['Names', names] as const, ['Values', values] as const])
    if (given !== undefined && Object.keys(given).length === 0)
      throw invalid(`ExpressionAttribute${what} must not be empty`);

  const reading = (text: string) => {
    const all = cut(text);
    let at = 0;
    const fail = (): never => {
      throw invalid(`Syntax error in expression "${text}" at ${all[at] ?? 'its end'}`);
    };
    const peek = (): string => (all[at] ?? '').toUpperCase();
    const next = (): string => all[at++] ?? fail();
    const take = (token: string): boolean => {
      if (peek() !== token) return false;
      at += 1;
      return true;
    };
    const expect = (token: string): void => void (take(token) || fail());

    const named = (): string => {
      const token = next();
      if (token.startsWith('#')) {
        used.add(token);
        return names?.[token] ?? fail();
      }
      if (!/^[A-Za-z]\w*$/.test(token)) fail();
      if (reservedWords.has(token.toLowerCase()))
        throw invalid(`Attribute name is a reserved keyword; reserved keyword: ${token}`);
      return token;
    };
    const path = (): Path => {
      const found: (string | number)[] = [named()];
      for (;;) {
        if (take('.')) found.push(named());
        else if (take('[')) {
          const position = next();
          if (!/^\d+$/.test(position)) fail();
          found.push(Number(position));
          expect(']');
        } else return found;
      }
    };
    const value = (): AttributeValue => {
      const token = next();
      if (!token.startsWith(':')) fail();
      used.add(token);
      return values?.[token] ?? fail();
    };
    const isCall = (name: string): boolean => all[at] === name && all[at + 1] === '(';
    /** What is inside the call of a function whose name is next. */
    const call = <T>(inside: () => T): T => {
      at += 1;
      expect('(');
      const found = inside();
      expect(')');
      return found;
    };
    const operand = (): Operand =>
      all[at]?.startsWith(':') ? { is: 'value', value: value() } : { is: 'path', path: path() };
    /** What `SET` may set to: it alone has functions. */
    const settable = (): Operand => {
      if (isCall('if_not_exists'))
        return call(() => {
          const of = path();
          expect(',');
          return { is: 'if-not-exists', path: of, or: operand() };
        });
      if (isCall('list_append'))
        return call(() => {
          const first = operand();
          expect(',');
          const second = operand();
          for (const one of [first, second]) expectKind(one, ['L'], 'list_append');
          return { is: 'joined', first, second };
        });
      return operand();
    };

    const single = (): Condition => {
      if (take('NOT')) return { is: 'not', of: single() };
      if (take('(')) {
        const inside = either();
        expect(')');
        return inside;
      }
      for (const [name, wanted] of [
        ['attribute_exists', true] as const,
        ['attribute_not_exists', false] as const,
      ])
        if (isCall(name)) return call(() => ({ is: 'exists', path: path(), wanted }));
      if (isCall('begins_with'))
        return call(() => {
          const of = path();
          expect(',');
          const start = operand();
          expectKind(start, ['S'], 'begins_with');
          return { is: 'begins-with', path: of, with: start };
        });
      const first = operand();
      if (take('BETWEEN')) {
        const from = operand();
        expect('AND');
        const to = operand();
        for (const one of [first, from, to]) expectKind(one, orderedKinds, 'BETWEEN');
        return { is: 'between', what: first, from, to };
      }
      const by = next();
      if (!isComparison(by)) return fail();
      const second = operand();
      if (by !== '=' && by !== '<>') for (const one of [first, second]) expectKind(one, orderedKinds, by);
      if (first.is === 'path' && isDeepStrictEqual(first, second))
        throw invalid('The first operand must be distinct from the remaining ones');
      return { is: 'compared', by, first, second };
    };
    const both = (): Condition => {
      let found = single();
      while (take('AND')) found = { is: 'and', first: found, second: single() };
      return found;
    };
    const either = (): Condition => {
      let found = both();
      while (take('OR')) found = { is: 'or', first: found, second: both() };
      return found;
    };

    const set = (): Change => {
      const to = path();
      expect('=');
      const first = settable();
      const sign = take('+') ? 1 : take('-') ? -1 : undefined;
      if (sign === undefined) return { is: 'set', path: to, to: first };
      const second = settable();
      for (const one of [first, second]) expectKind(one, ['N'], '+ and -');
      return { is: 'set', path: to, to: first, and: { sign, operand: second } };
    };
    const clauses: Record<string, () => Change> = {
      SET: set,
      REMOVE: () => ({ is: 'remove', path: path() }),
      ADD: () => {
        const to = path();
        const more = value();
        if (more.N === undefined && more.SS === undefined && more.NS === undefined) throw wrongOperand('ADD');
        return { is: 'add', path: to, value: more };
      },
    };
    const changes = (): Change[] => {
      const found: Change[] = [];
      const seen = new Set<string>();
      do {
        const clause = next().toUpperCase();
        const one = clauses[clause] ?? fail();
        if (seen.has(clause)) throw invalid(`The "${clause}" section can only be used once`);
        seen.add(clause);
        do found.push(one());
        while (take(','));
      } while (at < all.length);
      return found;
    };
    const whole = <T>(part: () => T): T => {
      const found = part();
      return at < all.length ? fail() : found;
    };
    return { condition: () => whole(either), changes: () => whole(changes) };
  };

  return {
    condition: (text: string): Condition => reading(text).condition(),
    changes: (text: string): Change[] => reading(text).changes(),
    /** To be called when all were read: DynamoDB takes no name or value that nothing uses. */
    done(): void {
      for (const [what, given] of [['Names', names] as const, ['Values', values] as const])
        for (const token of Object.keys(given ?? {}))
          if (!used.has(token))
            throw invalid(
              `Value provided in ExpressionAttribute${what} unused in expressions: keys: {${token}}`,
            );
    },
  };
};
