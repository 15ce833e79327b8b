import { isDeepStrictEqual } from 'node:util';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type Item = Record<string, AttributeValue>;

/** What DynamoDB says of input that it does not take. The SDK's callers tell errors by their names. */
export const invalid = (message: string): Error =>
  Object.assign(new Error(message), { name: 'ValidationException' });

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Order of two texts by their UTF-8 bytes, as keys are sorted: that of code units, but pairs come after all single ones. */
export const compareTexts = (a: string, b: string): number => {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one === other) continue;
    if (isSurrogate(one) !== isSurrogate(other)) return isSurrogate(one) ? 1 : -1;
    return one - other;
  }
  return a.length - b.length;
};

const exact = (text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number))
    throw new Error(`tables in memory do not reckon with ${text}: more digits than a double keeps`);
  return number;
};

/** Order of two values of one kind that has an order (text, number, bytes); undefined of any others. */
export const compareValues = (a: AttributeValue, b: AttributeValue): number | undefined => {
  if (a.S !== undefined && b.S !== undefined) return compareTexts(a.S, b.S);
  if (a.N !== undefined && b.N !== undefined) return exact(a.N) - exact(b.N);
  if (a.B !== undefined && b.B !== undefined) return Buffer.compare(a.B, b.B);
  return undefined;
};

export const sameValue = (a: AttributeValue | undefined, b: AttributeValue | undefined): boolean => {
  if (a === undefined || b === undefined) return a === b;
  const order = compareValues(a, b);
  if (order !== undefined) return order === 0;
  const set = a.SS ?? a.NS;
  const other = b.SS ?? b.NS;
  if (set !== undefined && other !== undefined)
    return (a.SS === undefined) === (b.SS === undefined) && isDeepStrictEqual(new Set(set), new Set(other));
  if (a.L !== undefined && b.L !== undefined) {
    const others = b.L;
    return a.L.length === others.length && a.L.every((one, no) => sameValue(one, others[no]));
  }
  if (a.M !== undefined && b.M !== undefined) {
    const others = b.M;
    const names = Object.keys(a.M);
    return (
      names.length === Object.keys(others).length &&
      names.every((name) => sameValue(a.M?.[name], others[name]))
    );
  }
  return (a.BOOL !== undefined && a.BOOL === b.BOOL) || (a.NULL === true && b.NULL === true);
};

/** The sum or difference of two numbers. */
export const reckon = (a: string, sign: 1 | -1, b: string): string => {
  const [one, other] = [exact(a), exact(b)];
  const result = one + sign * other;
  if (![one, other, result].every(Number.isSafeInteger))
    throw new Error('tables in memory reckon with whole numbers that a double keeps');
  return String(result);
};

const bytes = (text: string): number => Buffer.byteLength(text);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const numberSize = (text: string): number => Math.ceil(text.replace(/[-.]/g, '').length / 2) + 1;

/** Bytes that a value takes of the limits. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const sizeOf = (value: AttributeValue): number => {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return value.B.length;
  if (value.SS !== undefined) return sum(value.SS.map(bytes));
  if (value.NS !== undefined) return sum(value.NS.map(numberSize));
  if (value.BS !== undefined) return sum(value.BS.map((one) => one.length));
  if (value.L !== undefined) return 3 + sum(value.L.map((one) => 1 + sizeOf(one)));
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemSize(value.M);
  return 1;
};

/** Bytes that an item takes of the limits: names and values. */
export function itemSize(item: Item): number {
  let total = 0;
  for (const [name, value] of Object.entries(item)) total += bytes(name) + sizeOf(value);
  return total;
}
