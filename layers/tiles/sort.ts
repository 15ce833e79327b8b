import { worldBits } from './mercator.ts';

const digitBits = 13;
const digits = 2 ** digitBits;

/** The order of keys of 52 bits from the lowest up, equal ones as they come: by their digits, from the last (radix sort). */
export const sortedOrder = (keys: Float64Array): Uint32Array => {
  let order = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  let spare = new Uint32Array(keys.length);
  for (let unit = 1; unit < 2 ** (2 * worldBits); unit *= digits) {
    const digitOf = (at: number) => Math.floor((keys[at] ?? 0) / unit) % digits;
    const starts = new Uint32Array(digits + 1);
    for (let at = 0; at < keys.length; at++) {
      const digit = digitOf(at) + 1;
      starts[digit] = (starts[digit] ?? 0) + 1;
    }
    for (let digit = 1; digit <= digits; digit++)
      starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
    for (let place = 0; place < order.length; place++) {
      const at = order[place] ?? 0;
      const digit = digitOf(at);
      const to = starts[digit] ?? 0;
      spare[to] = at;
      starts[digit] = to + 1;
    }
    [order, spare] = [spare, order];
  }
  return order;
};
