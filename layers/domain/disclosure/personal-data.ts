/**
 * What says who a natural person is must not be published with a notice: numbers of identity cards (GB 11643-1999), mobile telephones,
 * bank cards of 16 to 19 digits, addresses of e-mail. Found by form; numbers of identity cards also by their check digit.
 */
const kinds = ['identity-card', 'telephone', 'bank-card', 'e-mail'] as const;
export type PersonalData = { kind: (typeof kinds)[number]; text: string };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';
const monthAndDay = /^(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/** Whether 18 characters are the number of an identity card: a day of birth in its place, and the check digit (ISO 7064, MOD 11-2). */
export const isIdentityCard = (text: string): boolean => {
  if (!/^[1-9]\d{16}[\dX]$/i.test(text)) return false;
  const century = text.slice(6, 8);
  if ((century !== '19' && century !== '20') || !monthAndDay.test(text.slice(10, 14))) return false;
  const sum = weights.reduce((so, weight, at) => so + weight * Number(text[at]), 0);
  return checks[sum % 11] === text[17]?.toUpperCase();
};

/** Luhn's check digit, as bank cards have it (ISO/IEC 7812-1). */
const isLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((so, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return so + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

/** Finds what must not be published in a text, in the order of the text. */
export const personalDataIn = (text: string): PersonalData[] => {
  const found: (PersonalData & { at: number })[] = [];
  for (const { 0: run, index } of text.matchAll(/(?<![\dA-Za-z])\d{15,19}[Xx]?(?![\dA-Za-z])/g)) {
    if (isIdentityCard(run)) found.push({ kind: 'identity-card', text: run, at: index });
    else if (/^\d{16,19}$/.test(run) && isLuhn(run)) found.push({ kind: 'bank-card', text: run, at: index });
  }
  for (const { 0: run, index } of text.matchAll(/(?<!\d)1[3-9]\d{9}(?!\d)/g))
    found.push({ kind: 'telephone', text: run, at: index });
  for (const { 0: run, index } of text.matchAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g))
    found.push({ kind: 'e-mail', text: run, at: index });
  return found.toSorted((a, b) => a.at - b.at).map(({ kind, text: part }) => ({ kind, text: part }));
};

/** A party as a notice names it. The number of a person's identity card is left out and all but the family name starred. */
export const partyInPublic = (of: {
  code: string;
  name?: string | undefined;
}): { name: string; code?: string } => {
  if (!isIdentityCard(of.code))
    return of.name === undefined ? { name: of.code } : { name: of.name, code: of.code };
  const [first = '某', ...rest] = [...(of.name ?? '')];
  return { name: `${first}${'*'.repeat(Math.max(1, rest.length))}` };
};
