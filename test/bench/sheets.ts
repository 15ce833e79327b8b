import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Bench } from './figure.ts';

const took = z.object({
  rows: z.number(),
  processor: z.number(),
  seconds: z.number(),
  megabytes: z.number(),
});

/** MB of old objects that a process may hold: work that gathered its rows would end here, and what is only not yet collected goes. */
const heap = 48;
/** Does one piece of work in a process of its own, so that its memory is its own. */
const inProcess = async (work: string, file: string, rows: number) => {
  const child = fork(join(import.meta.dirname, 'sheets-work.ts'), [work, file, String(rows)], {
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${heap}`],
  });
  const [told]: unknown[] = await once(child, 'message');
  const result = took.parse(told);
  if (result.rows !== rows) throw new Error(`${work}: ${result.rows} of ${rows} rows`);
  return result;
};

/** Tables of a million rows (ROWS sets another number): processor time, and memory beside that of a tenth of the rows. */
export const sheets: Bench = async (tell) => {
  const rows = Number(process.env['ROWS'] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'sheets-'));
  const figure = async (what: string, work: string, file: string, peerWork?: string) => {
    const few = await inProcess(work, `${file}.few`, rows / 10);
    const all = await inProcess(work, file, rows);
    const peer = peerWork === undefined ? undefined : await inProcess(peerWork, file, rows);
    const of = `${what}, ${rows} rows`;
    tell({
      what: `${of}: processor time`,
      value: all.processor,
      unit: 's',
      ...(peer === undefined ? {} : { peer: { what: `${peerWork} alone`, value: peer.processor } }),
    });
    tell({ what: `${of}: rows in a second`, value: rows / all.seconds, unit: 'rows/s' });
    const tenth = { what: 'of a tenth of the rows', value: few.megabytes };
    tell({ what: `${of}: memory`, value: all.megabytes, unit: 'MB', peer: tenth });
  };
  try {
    const file = (name: string) => join(folder, name);
    await figure('CSV written', 'write-csv', file('t.csv'));
    await figure('CSV read, cells', 'raw', file('t.csv'), 'papaparse');
    await figure('CSV read as a sheet', 'read', file('t.csv'), 'papaparse');
    await figure('XLSX written', 'write-xlsx', file('t.xlsx'));
    await figure('XLSX read, cells', 'raw', file('t.xlsx'), 'unzip-and-sax');
    await figure('XLSX read as a sheet', 'read', file('t.xlsx'), 'unzip-and-sax');
    await inProcess('write-shared', file('s.xlsx.few'), rows / 10);
    await inProcess('write-shared', file('s.xlsx'), rows);
    await figure('XLSX with shared texts read, cells', 'raw', file('s.xlsx'), 'unzip-and-sax');
    await inProcess('write-large', file('l.xlsx.few'), rows / 10);
    await inProcess('write-large', file('l.xlsx'), rows);
    const bytes = (await stat(file('l.xlsx'))).size;
    tell({ what: `XLSX of texts that do not pack, ${rows} rows: size`, value: bytes / 1e6, unit: 'MB' });
    await figure('XLSX of that size read as a sheet', 'read', file('l.xlsx'), 'unzip-and-sax');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
