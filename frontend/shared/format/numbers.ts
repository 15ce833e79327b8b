const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Bytes for people, in steps of 1024 with three significant digits: `1.46 GB`. */
export const formatBytes = (bytes: number): string => {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${step === 0 ? value : Number(value.toPrecision(value >= 1000 ? 4 : 3))} ${units[step] ?? 'B'}`;
};

/** A count with separators of thousands. */
export const formatCount = (count: number): string => new Intl.NumberFormat('en').format(count);

/** A count that may be larger: `≥ 500`. */
export const formatAtLeast = (count: number, more: boolean): string =>
  `${more ? '≥ ' : ''}${formatCount(count)}`;

/** A share of a whole as whole per cent, 100 only when all is there. */
export const percent = (part: number, whole: number): number => {
  if (whole <= 0) return 0;
  if (part >= whole) return 100;
  return Math.max(0, Math.min(99, Math.floor((part / whole) * 100)));
};
