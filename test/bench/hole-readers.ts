import { openAsBlob } from 'node:fs';
import { dirname, join } from 'node:path';
import { corpusFolder, corpusThere, samples } from '@geoarchive/formats/testing/corpus.ts';
import { textLines } from '@geoarchive/formats/text/stream.ts';
import { blobSource } from '@geoarchive/sheets/source.ts';
import { type FileOutcome, type HoleFile, readHoles } from '@geoarchive/subsurface/read.ts';
import { type Bench, median, seconds } from './figure.ts';

const megabyte = 1_000_000;
type Outcome = FileOutcome['outcome'];
const rank: Readonly<Record<Outcome, number>> = { whole: 2, 'with-findings': 1, not: 0 };

const fileOf = async (path: string): Promise<HoleFile> => ({
  name: path,
  blob: await openAsBlob(join(corpusFolder, path)),
});
/** A hole for files that are kept beside one and do not say beside which. */
const owner = (): HoleFile => ({
  name: 'owner.csv',
  blob: new Blob(['钻孔编号,钻孔类型,坐标系,X,Y\r\nW1,油气,4490,116.4,39.9']),
});
const outcomes = async (files: readonly HoleFile[]): Promise<ReadonlyMap<string, Outcome>> => {
  const read = await readHoles(files);
  return new Map(read.files.map(({ name, outcome }) => [name, outcome]));
};

/** How each file of a family comes in: by itself, or together with the others of its folder, whichever brings more. */
const familyOutcomes = async (family: string, paths: readonly string[]): Promise<Map<string, Outcome>> => {
  const found = new Map<string, Outcome>();
  const better = (path: string, outcome: Outcome | undefined) => {
    const known = found.get(path) ?? 'not';
    if (outcome !== undefined && rank[outcome] >= rank[known]) found.set(path, outcome);
  };
  const beside = family === 'dlis' || family === 'segy' ? [owner()] : [];
  for (const path of paths) better(path, (await outcomes([...beside, await fileOf(path)])).get(path));
  if (family !== 'boreholes') return found;
  for (const together of Object.values(Object.groupBy(paths, (path) => dirname(path)))) {
    const all = await outcomes(await Promise.all((together ?? []).map(fileOf)));
    for (const [path, outcome] of all) better(path, outcome);
  }
  return found;
};

const holdsBoreholes = /borehole/i;
const corpusTable = async (): Promise<void> => {
  console.log(
    '\n| files of the corpus | all | whole | with findings | not | of these said to be malformed |',
  );
  console.log('|---|---|---|---|---|---|');
  for (const family of ['las', 'ags', 'dlis', 'segy', 'boreholes', 'xml']) {
    const wanted = samples(family).filter(
      ({ path }) =>
        family !== 'xml' ||
        holdsBoreholes.test(path.replace(/^.*\//, '')) ||
        /bgs_bh|geosciml.*bore/i.test(path),
    );
    const found = await familyOutcomes(
      family,
      wanted.map(({ path }) => path),
    );
    const count = (outcome: Outcome) => [...found.values()].filter((one) => one === outcome).length;
    const malformed = wanted.filter(
      ({ path, expected }) => expected === 'malformed' && found.get(path) === 'not',
    );
    console.log(
      `| ${[family, wanted.length, count('whole'), count('with-findings'), count('not'), malformed.length].join(' | ')} |`,
    );
  }
  console.log('');
};

/** A log of ten curves as instruments write them. */
const madeLas = (rows: number): Blob => {
  const curves = Array.from({ length: 10 }, (_, at) => `C${at}.API : curve ${at}`).join('\n');
  const head = `~V\nVERS. 2.0 :\nWRAP. NO :\n~W\nSTRT.M 0 :\nSTOP.M ${((rows - 1) * 0.125).toFixed(3)} :\nSTEP.M 0.125 :\nNULL. -999.25 :\nWELL. W1 :\n~C\nDEPT.M :\n${curves}\n~A\n`;
  const lines: string[] = [head];
  for (let row = 0; row < rows; row++) {
    const cells = Array.from({ length: 10 }, (_, at) => ((row * 7919 + at * 104_729) % 99_991) / 1000);
    lines.push(
      `${(row * 0.125).toFixed(4).padStart(11)}${cells.map((cell) => cell.toFixed(4).padStart(11)).join('')}\n`,
    );
  }
  return new Blob(lines);
};

const plainLines = async (blob: Blob): Promise<void> => {
  let lines = 0;
  const guess = { encoding: 'utf-8', bom: 0, sure: true } as const;
  for await (const line of textLines(blobSource(blob, 'x'), guess, blob.size))
    lines += line.length > 0 ? 1 : 0;
  if (lines === 0) throw new Error('no lines');
};

const layersOf10k = (): HoleFile[] => {
  const headers: string[] = ['钻孔编号,钻孔类型,坐标系,X,Y,终孔深度 (m)'];
  const layers: string[] = ['钻孔编号,自 (m),至 (m),岩石名称'];
  for (let hole = 0; hole < 10_000; hole++) {
    headers.push(`ZK${hole},地质,4490,${(100 + hole / 1000).toFixed(4)},35,300`);
    for (let layer = 0; layer < 60; layer++) layers.push(`ZK${hole},${layer * 5},${layer * 5 + 5},砂岩`);
  }
  return [
    { name: 'holes.csv', blob: new Blob([headers.join('\r\n')]) },
    { name: 'layers.csv', blob: new Blob([layers.join('\r\n')]) },
  ];
};
/** Rows beyond what is read: refused, and how much memory that takes. */
const tenMillion = (): Blob => {
  const some = new Blob(['ZK1,0,5,砂岩\r\n'.repeat(100_000)]);
  return new Blob(['钻孔编号,自 (m),至 (m),岩石名称\r\n', ...Array.from({ length: 100 }, () => some)]);
};

/** Readers of holes: the corpus as a table, LAS beside a plain reader of lines, a large table, one too large. */
export const holeReaders: Bench = async (tell) => {
  if (corpusThere) await corpusTable();
  else console.log('\nThe corpus is not there: its table is left out.\n');

  const blob = madeLas(200_000);
  const speed = async (work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let at = 0; at < 5; at++) times.push(await seconds(work));
    return blob.size / megabyte / median(times);
  };
  const las = await speed(async () => {
    const read = await readHoles([{ name: 'x.las', blob }]);
    if (read.files[0]?.outcome !== 'whole') throw new Error('not whole');
  });
  const plain = await speed(() => plainLines(blob));
  tell({
    what: `LAS of ${(blob.size / megabyte).toFixed(0)} MB read to curves`,
    value: las,
    unit: 'MB/s',
    peer: { what: 'its lines alone', value: plain },
  });
  const files = layersOf10k();
  const table = await seconds(async () => {
    const read = await readHoles(files);
    if (read.holes.length !== 10_000) throw new Error(`${read.holes.length} holes`);
  });
  tell({ what: '10 000 holes × 60 layers read from CSV and checked', value: table, unit: 's' });
  const large = tenMillion();
  let most = process.memoryUsage().rss;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const refused = await seconds(async () => {
    const read = await readHoles([{ name: 'x.csv', blob: large }]);
    if (read.remarks[0]?.code !== 'too-many-rows') throw new Error('not refused');
  });
  clearInterval(watch);
  tell({ what: '10 million rows refused', value: refused, unit: 's' });
  tell({ what: 'memory of the process at most meanwhile', value: most / megabyte, unit: 'MB' });
};
