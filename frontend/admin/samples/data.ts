import type { Finding } from '@geoarchive/contract/shared.ts';
import type { RowSource } from '@geoarchive/frontend-shared/list/source.ts';
import type { Area } from '@geoarchive/frontend-shared/map/area.ts';

export type SampleRow = {
  id: string;
  title: string;
  state: 'received' | 'accepted' | 'returned';
  bytes: number;
  day: string;
};

const states = ['received', 'accepted', 'returned'] as const;

/** Made-up rows, always the same. */
export const sampleRows = (count: number): SampleRow[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `d${String(n + 1).padStart(8, '0')}`,
    title: `G-${String(1 + ((n * 7919) % 9973))}`,
    state: states[n % 3] ?? 'received',
    bytes: (n * 104_729) % 5_000_000_000,
    day: new Date(Date.UTC(2026, 0, 1 + (n % 300))).toISOString().slice(0, 10),
  }));

const nothing = () => undefined;
export const ready = <Row>(rows: readonly Row[]): RowSource<Row> => ({
  rows,
  error: null,
  complete: true,
  loadingMore: false,
  more: nothing,
  again: nothing,
});
export const loading: RowSource<never> = { ...ready([]), rows: undefined, complete: false };
export const failing = (error: unknown): RowSource<never> => ({ ...loading, error });

export const sampleFindings: Finding[] = [
  {
    code: 'checksum-mismatch',
    severity: 'error',
    message: {
      zh: '文件与登记的校验值不一致，请重新上传。',
      en: 'The file does not match its declared checksum: upload it again.',
    },
    at: 'T/t01_0001.tif',
  },
  {
    code: 'extension-mismatch',
    severity: 'warning',
    message: { zh: '扩展名与内容不符。', en: 'The extension does not fit the content.' },
    at: 'Z/z01_0001.doc',
  },
  {
    code: 'no-crs',
    severity: 'info',
    message: { zh: '没有坐标系说明。', en: 'It names no reference system.' },
  },
];

export const sampleAreas: Area[] = [
  { id: 'a', label: 'J50E001010', box: [116.25, 39.8333, 116.5, 40] },
  { id: 'b', label: 'H45C004003', box: [87, 28, 88.5, 29] },
  { id: 'c', label: 'K43E019022', box: [77.25, 40.8333, 77.5, 41] },
];

/** What the texts of the sample notices name. */
export const noticeFacts = {
  id: '01KAHZ6YB80000000000000001',
  title: '某铜矿勘探报告',
  receipt: 'HZ-NGA-2026-00001',
  correctBy: '2026-12-24',
  checkBy: '2026-12-02',
  submitter: '示例矿业公司',
  round: 1,
  number: 'HJRW-2026-00037',
  name: '某铜矿勘探',
  due: '2027-03-31',
  before: '2027-01-31',
};
