import type { HoleInput } from '@geoarchive/contract/hole-parts.ts';
import type { Remark } from '@geoarchive/domain/subsurface/remark.ts';
import { blobSource } from '@geoarchive/sheets/source.ts';
import { readAgs } from './ags/read.ts';
import { readAttached } from './attached/read.ts';
import { joinParts } from './join.ts';
import { kindOf } from './kind.ts';
import { readLas } from './las/read.ts';
import { filesIn } from './packed/unpack.ts';
import { emptyPart, type Part, remarkList, remarkOf } from './part.ts';
import { readTables } from './tables/read.ts';
import { texts } from './texts.ts';
import { readXml } from './xml/read.ts';

/** A file with holes: a browser's File, or what Node's `openAsBlob` gives. */
export type HoleFile = { name: string; blob: Blob };
export type FileOutcome = {
  name: string;
  format: string;
  holes: number;
  layers: number;
  curves: number;
  remarks: number;
  /** `not`: nothing of it can be brought in. */
  outcome: 'whole' | 'with-findings' | 'not';
};
export type HolesRead = {
  files: readonly FileOutcome[];
  holes: readonly HoleInput[];
  /** Values of curves by the SHA-256 of their 64-bit little-endian bytes. */
  curves: ReadonlyMap<string, Float64Array>;
  remarks: readonly Remark[];
};

/** How deep packages may lie in packages. */
const deepestPack = 2;

const readPacked = async ({ name, blob }: HoleFile, depth: number): Promise<Part[]> => {
  const files = depth < deepestPack ? await filesIn(blob) : [];
  if (files === undefined) return [await readTables(blobSource(blob, name))];
  const parts: Part[] = [];
  for (const file of files) {
    const inside = `${name}/${file.name}`;
    const refused = file.encrypted ? texts.locked : file.tooLarge ? texts.tooLarge : undefined;
    if (refused !== undefined)
      parts.push({ ...emptyPart(inside, 'zip'), remarks: [remarkOf(refused, { file: inside })] });
    else parts.push(...(await readSafely({ name: inside, unpack: file.unpack }, depth + 1)));
  }
  if (parts.length > 0) return parts;
  return [{ ...emptyPart(name, 'zip'), remarks: [remarkOf(texts.emptyPack, { file: name })] }];
};

const readOne = async (file: HoleFile, depth: number): Promise<Part[]> => {
  const { name, blob } = file;
  const source = blobSource(blob, name);
  const kind = await kindOf(source);
  switch (kind) {
    case 'table':
      return [await readTables(source)];
    case 'zip':
      return readPacked(file, depth);
    case 'las':
      return [await readLas(source)];
    case 'ags':
      return [await readAgs(source)];
    case 'xml':
      return [await readXml(source)];
    case 'dlis':
    case 'lis':
    case 'segy':
      return [await readAttached(source, kind)];
    default:
      return [
        { ...emptyPart(name, kind), remarks: [remarkOf(texts.notKnown, { file: name }, { format: kind })] },
      ];
  }
};

/** Reads one file; whatever is wrong with it becomes a remark, so that the others are read all the same. */
const readSafely = async (
  file: HoleFile | { name: string; unpack: () => Promise<Blob> },
  depth = 0,
): Promise<Part[]> => {
  const { name } = file;
  try {
    return await readOne('blob' in file ? file : { name, blob: await file.unpack() }, depth);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ ...emptyPart(name, 'unknown'), remarks: [remarkOf(texts.damaged, { file: name }, { why })] }];
  }
};

/**
 * Reads files of holes, whatever their formats, and joins what they say of each hole. A hole comes whole or not at all: one with an error
 * among its remarks is not among the `holes`. Runs in browsers and in Node; nothing is sent anywhere.
 */
export const readHoles = async (
  files: readonly HoleFile[],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<HolesRead> => {
  const parts: Part[] = [];
  for (const [at, file] of files.entries()) {
    onProgress(at, files.length);
    parts.push(...(await readSafely(file)));
  }
  onProgress(files.length, files.length);
  const remarks = parts.flatMap((part) => part.remarks);
  const joined = joinParts(parts, remarkList(remarks));
  const curves = new Map(parts.flatMap((part) => [...part.curves]));
  const outcomeOf = ({ file, format }: Part): FileOutcome => {
    const of = joined.flatMap((one) => one.files.get(file) ?? []);
    const said = remarks.filter((remark) => remark.file === file).length;
    return {
      name: file,
      format,
      holes: of.length,
      layers: of.reduce((sum, { layers }) => sum + layers, 0),
      curves: of.reduce((sum, one) => sum + one.curves, 0),
      remarks: said,
      outcome: of.length === 0 ? 'not' : said > 0 ? 'with-findings' : 'whole',
    };
  };
  return { files: parts.map(outcomeOf), holes: joined.map(({ hole }) => hole), curves, remarks };
};
