import { provinces } from './regions.ts';

/** The 31 signs of a code: digits and capitals without I, O, S, V, Z (GB 32100-2015, table 1), each worth its place. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const length = 18;
/** The weight of place i is 3^i mod 31 (GB 32100-2015, annex A, after GB/T 17710). */
const weights = Array.from({ length: length - 1 }, (_, at) => {
  let weight = 1;
  for (let times = 0; times < at; times += 1) weight = (weight * 3) % signs.length;
  return weight;
});

/** The eighteenth sign of a code, reckoned from the seventeen before it; nothing when one of them is no sign of a code. */
export const creditCodeCheck = (first: string): string | undefined => {
  const values = [...first].map((sign) => signs.indexOf(sign));
  if (values.length !== length - 1 || values.includes(-1)) return undefined;
  const sum = values.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
  return signs[(signs.length - (sum % signs.length)) % signs.length];
};

/** Eighteen digits and capitals: meant as a unified social credit code, right or wrong. */
export const looksLikeCreditCode = (text: string): boolean => /^[0-9A-Z]{18}$/.test(text);

/** Whether a text is a unified social credit code (统一社会信用代码, GB 32100-2015): its signs, and its check digit. */
export const isCreditCode = (text: string): boolean =>
  text.length === length && creditCodeCheck(text.slice(0, -1)) === text.at(-1);

/** The province in which a holder of a right code is registered (places 3 to 8, GB/T 2260); none of those registered centrally. */
export const provinceOfCreditCode = (code: string): string | undefined => {
  const province = `${code.slice(2, 4)}0000`;
  return isCreditCode(code) && Object.hasOwn(provinces, province) ? province : undefined;
};
