import { isObject, type Json } from '../template/json.ts';

/** Conditions that only hold without TLS, or with one that is too old. */
const withoutTls = [
  ['Bool', 'aws:SecureTransport'],
  ['NumericLessThan', 's3:TlsVersion'],
] as const;

const only = (value: Json | undefined, name: string): Json | undefined =>
  isObject(value) && Object.keys(value).length === 1 ? value[name] : undefined;

/** A statement that refuses whoever comes without good TLS, and does nothing else. */
function asksForTls(statement: Json): boolean {
  if (!isObject(statement) || statement['Effect'] !== 'Deny') return false;
  return withoutTls.some(([operator, key]) => {
    const value = only(only(statement['Condition'], operator), key);
    return value !== undefined && String(value) !== 'true';
  });
}

/**
 * A bucket's policy for an endpoint: where that speaks plain HTTP, without the statements that ask for TLS, since they
 * would rightly shut everybody out. Undefined when nothing is left.
 */
export function policyFor(endpoint: string, document: Json | undefined): string | undefined {
  if (!isObject(document)) return undefined;
  if (!endpoint.startsWith('http:')) return JSON.stringify(document);
  const { Statement } = document;
  const all = Array.isArray(Statement) ? Statement : Statement === undefined ? [] : [Statement];
  const left = all.filter((statement) => !asksForTls(statement));
  return left.length === 0 ? undefined : JSON.stringify({ ...document, Statement: left });
}
