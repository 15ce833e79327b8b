import { loadavg } from 'node:os';

/** One line of the table. Times are in seconds, sizes in bytes, unless the unit says otherwise. */
export type Figure = {
  what: string;
  value: number;
  unit: 's' | 'ms' | 'kB' | 'MB' | 'files/s' | 'rows/s' | 'MB/s' | '';
  /** At most this much; left out where no goal is set. */
  goal?: number;
  /** What a peer or the machine itself takes for the same, in the same unit, measured in the same run. */
  peer?: { what: string; value: number };
};
/** Measures something and tells each figure as soon as it is known. */
export type Bench = (tell: (figure: Figure) => void) => Promise<void>;

const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const verdict = ({ value, goal }: Figure): string => {
  if (goal === undefined) return '';
  return value <= goal ? 'yes' : 'NO';
};

/** A Markdown row, so that the output can be put into a page as it is. `load` is the machine's at that moment. */
export const row = (figure: Figure): string => {
  const { what, value, unit, goal, peer } = figure;
  const cells = [
    what,
    `${digits(value)} ${unit}`,
    goal === undefined ? '' : `≤ ${goal} ${unit}`,
    verdict(figure),
    peer === undefined ? '' : `${digits(peer.value)} ${unit} ${peer.what}`,
    peer === undefined || peer.value === 0 ? '' : `${digits(value / peer.value)} ×`,
    loadavg()[0]?.toFixed(1) ?? '',
  ];
  return `| ${cells.map((cell) => cell.trim()).join(' | ')} |`;
};
export const header = [
  '| figure | value | goal | reached | peer in the same run | ratio | load |',
  '|---|---|---|---|---|---|---|',
].join('\n');

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};
