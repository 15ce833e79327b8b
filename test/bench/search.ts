import { benchSearch } from '@geoarchive/search/bench.ts';
import type { Bench } from './figure.ts';

/** The catalogue index; RECORDS sets another number than 50 000. */
export const search: Bench = async (tell) => {
  const figures = await benchSearch(Number(process.env['RECORDS'] ?? 50_000));
  const of = `index of ${figures.records} records`;
  tell({ what: `${of}: build`, value: figures.buildSeconds, unit: 's' });
  tell({ what: `${of}: stored`, value: figures.storedBytes / 1e6, unit: 'MB' });
  tell({ what: `${of}: open to first answer`, value: figures.openSeconds, unit: 's' });
  tell({ what: `${of}: 1 000 changes to answer`, value: figures.deltaSeconds, unit: 's' });
  tell({ what: `${of}: median question`, value: figures.p50Milliseconds, unit: 'ms' });
  const median = { what: 'the median', value: figures.p50Milliseconds };
  tell({ what: `${of}: 95 % of questions`, value: figures.p95Milliseconds, unit: 'ms', peer: median });
  tell({ what: `${of}: peak memory`, value: figures.peakMegabytes, unit: 'MB' });
};
