import { candidates, type Known } from './table.ts';

/** Bytes a pattern names one by one; an estimate that tells a long signature from two letters. */
function weight({ head }: Known): number {
  return head.source
    .replace(/\\x[0-9A-Fa-f]{2}|\\[^sSdDwWbB]/g, 'L')
    .replace(/\[[^\]]*\]|\.?\{[^}]*\}\??|\\.|\(\?[:!=]|[.()|?*+^$]/g, '').length;
}

const ENOUGH = 4;

/**
 * The PRONOM format a file begins (and ends) like. `head` and `tail` are Latin-1. Short signatures count only under a
 * fitting extension; among equal ones the extension chooses. `family` holds the extensions of what is known already.
 */
export function recognise(
  head: string,
  tail: string,
  extension: string,
  family: readonly string[] = [],
): Known | undefined {
  const fits = (known: Known) => known.extensions.includes(extension);
  const related = (known: Known) => fits(known) || known.extensions.some((other) => family.includes(other));
  const found = candidates(head).filter(
    (known) =>
      known.head.test(head) &&
      (known.tail?.test(tail) ?? true) &&
      (known.named ? fits(known) : related(known) || weight(known) >= ENOUGH),
  );
  const [first] = found;
  return found.find((known) => known.head.source === first?.head.source && fits(known)) ?? first;
}
