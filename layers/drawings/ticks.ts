const steps = [1, 2, 5, 10];

/** The smallest of 1, 2, 5 times a power of ten that is at least this. */
export const niceStep = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-12)));
  return power * (steps.find((step) => step * power >= least * (1 - 1e-9)) ?? 10);
};

/** Without what a tenth cannot hold exactly. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** Multiples of a step from `from` to `to`, both counted. */
export const multiples = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => clean((first + at) * step));
};
/** At most about `most` round values in a range. */
export const niceTicks = (from: number, to: number, most: number): number[] =>
  multiples(from, to, niceStep((to - from) / Math.max(most, 1)));

/** A range widened to round ends. */
export const niceRange = (least: number, most: number): readonly [number, number] => {
  if (!(most > least)) return [least - 1, least + 1];
  const step = niceStep((most - least) / 4);
  return [clean(Math.floor(least / step) * step), clean(Math.ceil(most / step) * step)];
};
/** Powers of ten that hold a range of positive values. */
export const decades = (least: number, most: number): readonly [number, number] => {
  const low = 10 ** Math.floor(Math.log10(least) + 1e-9);
  const high = 10 ** Math.ceil(Math.log10(most) - 1e-9);
  return [clean(low), clean(high > low ? high : low * 10)];
};
/** 1, 2 … 9 times each power of ten in a range. */
export const logTicks = (least: number, most: number): number[] => {
  const ticks: number[] = [];
  for (let decade = Math.floor(Math.log10(least)); 10 ** decade <= most; decade += 1)
    for (let times = 1; times < 10; times += 1) {
      const value = clean(times * 10 ** decade);
      if (value >= least && value <= most) ticks.push(value);
    }
  return ticks;
};
