import { type HoleInput, holeHeader, holeInput } from '@geoarchive/contract/hole-parts.ts';
import type { CellProblem, SheetProblem } from '@geoarchive/domain/sheets/problem.ts';
import { type HoleHeader, headerTable } from '@geoarchive/domain/subsurface/header.ts';
import type { Remark } from '@geoarchive/domain/subsurface/remark.ts';
import { childKinds } from '@geoarchive/domain/subsurface/tables.ts';
import { inputFiles } from '@geoarchive/frontend-shared/sheets/input-file.ts';
import type { FileOutcome, HoleFile, HolesRead } from '@geoarchive/subsurface/read.ts';

/** Headers of holes that a JSON list may bring. */
const most = 50_000;
const headers = inputFiles<HoleHeader>(
  { sheet: headerTable, schema: holeHeader, keyOf: ({ hole }) => hole, keyColumns: 'hole' },
  { rows: most },
);

type Part = { format: string; holes: HoleInput[]; remarks: Remark[] };

const ofCell =
  (file: string) =>
  ({ code, row, column, message, remedy }: CellProblem): Remark => ({
    ...{ severity: 'error', code, file, row, message, remedy },
    ...(column === undefined ? {} : { column: headers.columnName(column, 'zh') }),
  });
const ofFile =
  (file: string, severity: Remark['severity']) =>
  ({ code, message, remedy }: SheetProblem): Remark => ({ severity, code, file, message, remedy });

/** A JSON list of headers. */
const readList = async ({ name, blob }: HoleFile): Promise<Part> => {
  const { rows, wrong, problems, notes } = await headers.read(blob, name);
  return {
    format: 'json',
    holes: rows.map((header) => ({ header })),
    remarks: [
      ...problems.map(ofFile(name, 'error')),
      ...wrong.map(ofCell(name)),
      ...notes.map(ofFile(name, 'warning')),
    ],
  };
};

const badLine = (file: string, row: number, what: string): Remark => ({
  ...{ severity: 'error', code: 'bad-line', file, row },
  message: { zh: `该行不是一个钻孔：${what}`, en: `The line is no hole: ${what}` },
  remedy: {
    zh: '每行须是本系统导出的一个完整钻孔（JSON）。',
    en: 'Each line must be a whole hole as it is exported here (JSON).',
  },
});
const noCurves = (file: string, row: number, hole: string): Remark => ({
  ...{ severity: 'warning', code: 'curves-elsewhere', file, row, hole },
  message: {
    zh: '测井目录已读取，曲线数值不在文件中，须已在系统内。',
    en: 'The catalogue of logs was read; values of curves are not in the file and must be in the system.',
  },
  remedy: {
    zh: '如系统中没有，请另行导入测井文件。',
    en: 'Where they are not, import the files of the logs.',
  },
});

/** Whole holes, one a line, as they are taken along. */
const readLines = async ({ name, blob }: HoleFile): Promise<Part> => {
  const part: Part = { format: 'jsonl', holes: [], remarks: [] };
  for (const [at, line] of (await blob.text()).split('\n').entries()) {
    if (line.trim() === '') continue;
    let said: unknown;
    try {
      said = JSON.parse(line);
    } catch {
      part.remarks.push(badLine(name, at + 1, 'JSON'));
      continue;
    }
    const { data, error } = holeInput.safeParse(said);
    if (data === undefined) {
      const [issue] = error.issues;
      part.remarks.push(badLine(name, at + 1, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`));
      continue;
    }
    part.holes.push(data);
    if ((data.logs ?? []).length > 0) part.remarks.push(noCurves(name, at + 1, data.header.hole));
  }
  return part;
};

const isLines = ({ name }: HoleFile): boolean => /\.(jsonl|ndjson)$/i.test(name);
const isOurs = (file: HoleFile): boolean => isLines(file) || /\.json$/i.test(file.name);
const layersOf = (holes: readonly HoleInput[]): number =>
  holes.reduce(
    (sum, { children }) =>
      sum +
      (children === undefined ? 0 : childKinds.reduce((all, kind) => all + (children[kind]?.length ?? 0), 0)),
    0,
  );
const curvesOf = (holes: readonly HoleInput[]): number =>
  holes.reduce((sum, { logs = [] }) => sum + logs.reduce((all, { curves }) => all + curves.length, 0), 0);

/** JSON: lists of headers, and whole holes one a line. With an error nothing of a file is brought in. */
const readOurs = async (file: HoleFile): Promise<Omit<HolesRead, 'curves'>> => {
  const { format, holes, remarks } = await (isLines(file) ? readLines(file) : readList(file));
  const refused = remarks.some(({ severity }) => severity === 'error');
  const outcome: FileOutcome = {
    ...{ name: file.name, format, holes: holes.length, layers: layersOf(holes), curves: curvesOf(holes) },
    remarks: remarks.length,
    outcome: refused ? 'not' : remarks.length > 0 ? 'with-findings' : 'whole',
  };
  return { files: [outcome], holes: refused ? [] : holes, remarks };
};

/**
 * Reads files of holes: what this system itself writes as JSON here, all else by the readers of `layers/subsurface`, which are loaded when the
 * first file is there. Tells after each file how many were read.
 */
export const readHoles = async (
  files: readonly HoleFile[],
  onProgress: (done: number, of: number) => void,
): Promise<HolesRead> => {
  const { readHoles: readOthers } = await import('@geoarchive/subsurface/read.ts');
  const others = files.filter((file) => !isOurs(file));
  const found = await readOthers(others, (done) => onProgress(done, files.length));
  const ours: Omit<HolesRead, 'curves'>[] = [];
  for (const [at, file] of files.filter(isOurs).entries()) {
    ours.push(await readOurs(file));
    onProgress(others.length + at + 1, files.length);
  }
  return {
    files: [...found.files, ...ours.flatMap((one) => one.files)],
    holes: [...found.holes, ...ours.flatMap((one) => one.holes)],
    curves: found.curves,
    remarks: [...found.remarks, ...ours.flatMap((one) => one.remarks)],
  };
};
