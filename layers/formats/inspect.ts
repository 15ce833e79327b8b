import { latin } from './core/bytes.ts';
import { extensionOf, type Format } from './core/format.ts';
import { HEAD, identify, TAIL } from './core/identify.ts';
import { paged } from './core/paged.ts';
import { allGood, type Problem, problem } from './core/problem.ts';
import { type Found, type Reading, TookTooLong } from './core/reader.ts';
import { formatById } from './formats.ts';
import { settle } from './pronom/settle.ts';
import type { Siblings, Source } from './source.ts';

export type { Problem } from './core/problem.ts';
export type { Siblings, Source } from './source.ts';

/** What was found in a file. `valid` is false when any problem is an error. */
export type Inspection = {
  format: { id: string; name: string; mime: string; puid?: string };
  valid: boolean;
  problems: Problem[];
  metadata: Record<string, unknown>;
};

export type InspectOptions = {
  /** Finds the companions of a file (same folder, other extension). Without it they are not looked for. */
  siblings?: Siblings;
  /** Folder of Adobe character maps for Chinese PDFs; default: the one of the installed pdfjs-dist. */
  characterMaps?: string;
  /** Time for one file in seconds; readers stop at it where they can (see isolated.ts to be sure). */
  seconds?: number;
};

/** Identification of a format as it is stored. */
export function identification(format: Format, puid = format.puid): Inspection['format'] {
  const { id, name, mime } = format;
  return puid === undefined ? { id, name, mime } : { id, name, mime, puid };
}

/** Extensions whose formats are always told by their content: under such a name anything else is damaged. */
const CERTAIN =
  /^(pdf|shp|shx|dbf|tiff?|png|jpe?g|gif|zip|7z|rar|docx?|xlsx?|pptx?|gpkg|kmz|dwg|sgy|segy|jp2|gz)$/;

function mismatch(name: string, format: Format): Problem[] {
  const extension = extensionOf(name);
  if (format.id === 'unknown')
    return CERTAIN.test(extension) ? [problem('content-not-as-named', { extension })] : [];
  const [expected] = format.extensions;
  const known = extension === '' || expected === undefined || format.extensions.includes(extension);
  if (known || !/^[a-z][a-z0-9]{1,5}$/.test(extension)) return [];
  return [problem('extension-mismatch', { extension, name: format.name, expected })];
}

async function timed(run: (checkTime: () => void) => Promise<Found>, seconds: number): Promise<Found> {
  const end = Date.now() + seconds * 1000;
  const late = () => new TookTooLong(`${seconds} s`);
  let timer: NodeJS.Timeout | undefined;
  const stop = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), seconds * 1000);
  });
  try {
    const checkTime = () => {
      if (Date.now() > end) throw late();
    };
    return await Promise.race([run(checkTime), stop]);
  } finally {
    clearTimeout(timer);
  }
}

/** Only the first line of an error, without paths of this machine. */
const reason = (error: unknown) =>
  (error instanceof Error ? error.message : String(error))
    .split('\n', 1)[0]
    ?.replace(/(\/[\w.@-]+){2,}/g, '…')
    .slice(0, 200) ?? '';

async function read(format: Format, reading: Omit<Reading, 'checkTime'>, seconds: number): Promise<Found> {
  if (!format.reader) return { problems: [], metadata: {} };
  try {
    const reader = await format.reader();
    return await timed((checkTime) => reader({ ...reading, checkTime }), seconds);
  } catch (error) {
    if (error instanceof TookTooLong)
      return { problems: [problem('took-too-long', { seconds })], metadata: {} };
    return { problems: [problem('unreadable', { detail: reason(error) })], metadata: {} };
  }
}

/** The inspection of a file that could not even be opened. */
export function unreadable(detail: string): Inspection {
  const format = identification(formatById('unknown'));
  return { format, valid: false, problems: [problem('unreadable', { detail })], metadata: {} };
}

/** Remembers that the source itself failed: that is no property of the file, and a retry may help. */
function watched(source: Source): { source: Source; rethrow: () => void } {
  let failure: { error: unknown } | undefined;
  const read: Source['read'] = async (offset, length) => {
    try {
      return await source.read(offset, length);
    } catch (error) {
      failure ??= { error };
      throw error;
    }
  };
  const rethrow = () => {
    if (failure) throw failure.error;
  };
  return { source: { name: source.name, size: source.size, read }, rethrow };
}

/**
 * Identifies a file by its content and reads its metadata. Bad content never throws: it becomes a problem.
 * Only a source that cannot be read (network, disk) throws.
 */
export async function inspect(source: Source, options: InspectOptions = {}): Promise<Inspection> {
  if (source.size === 0) {
    const problems = [problem('empty-file')];
    return { format: identification(formatById('unknown')), valid: false, problems, metadata: {} };
  }
  const { source: safe, rethrow } = watched(source);
  const cached = paged(safe);
  const first = formatById(await identify(cached));
  const { siblings, characterMaps, seconds = 30 } = options;
  const found = await read(first, { source: cached, siblings, characterMaps }, seconds);
  rethrow();
  const head = latin(await cached.read(0, HEAD));
  const tail = latin(await cached.read(Math.max(0, source.size - TAIL), TAIL));
  rethrow();
  const { format, puid, problems: named } = settle(source.name, first, found, head, tail);
  const problems = [...mismatch(source.name, format), ...named, ...found.problems];
  return {
    format: identification(format, puid),
    valid: allGood(problems),
    problems,
    metadata: found.metadata,
  };
}
