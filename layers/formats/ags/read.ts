import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { splitRow } from '../csv/split.ts';
import { Extent } from '../geo/extent.ts';
import { encodingName, guessEncoding } from '../text/encoding.ts';
import { textLines } from '../text/stream.ts';
import { ags4 } from './check.ts';
import { ags3 } from './check3.ts';

const LIMIT = 256 * 1024 * 1024;
const SHOWN = 20;

/** A row in which every value is in double quotes (AGS4 rule 5). */
const QUOTED = /^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*\s*$/;

const beyondAscii = (line: string) => {
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) > 127) return true;
  return false;
};

/** AGS4 ground investigation data: project, groups, holes, and the rules it breaks; the structure of AGS3. */
export async function readAgs({ source, checkTime }: Reading): Promise<Found> {
  const head = await source.read(0, Math.min(source.size, 64 * 1024));
  const guess = guessEncoding(head, source.size > head.length);
  const problems: Problem[] = [];
  const extent = new Extent();
  const metadata: Record<string, unknown> = { encoding: encodingName(guess.encoding) };
  const file = ags4();
  const before = ags3();
  let number = 0;
  let old = false;
  let ascii = !(head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf);
  if (!ascii) file.fault('byte order mark (rule 1)', 1);
  for await (const line of textLines(source, guess, LIMIT)) {
    number++;
    if (number % 5000 === 0) checkTime();
    if (line.trim() === '') continue;
    if (number === 1 && /^"\*\*/.test(line)) old = true;
    if (old) {
      before.row(line.trim(), number);
      continue;
    }
    if (ascii && beyondAscii(line)) {
      ascii = false;
      file.fault('characters beyond ASCII (rule 1)', number);
    }
    if (!QUOTED.test(line)) {
      file.fault('value without quotes (rule 5)', number);
      continue;
    }
    const cells = splitRow(line.trim(), ',');
    const group = file.row(cells, number);
    const cell = (name: string) => cells[(group?.heading.indexOf(name) ?? -2) + 1];
    if (group?.name === 'PROJ')
      Object.assign(metadata, {
        title: cell('PROJ_NAME'),
        identifier: cell('PROJ_ID'),
        location: cell('PROJ_LOC'),
      });
    if (group?.name === 'LOCA' && cell('LOCA_NATE') && cell('LOCA_NATN'))
      extent.add(Number(cell('LOCA_NATE')), Number(cell('LOCA_NATN')));
  }
  const names = old ? before.names : file.groups.map(({ name }) => name);
  for (const { what, line } of (old ? before.faults : file.end()).slice(0, SHOWN))
    problems.push(problem('damaged-structure', { what }, `line ${line}`));
  if (!old) {
    for (const name of ['PROJ', 'TRAN', 'UNIT', 'TYPE'])
      if (!names.includes(name)) problems.push(problem('section-missing', { name }));
  }
  const box = extent.box();
  Object.assign(metadata, {
    version: old ? 3 : 4,
    groups: names,
    boreholes: old ? before.holes : file.groups.find(({ name }) => name === 'LOCA')?.rows,
    ...(box ? { projectedBbox: box } : {}),
  });
  return { problems, metadata };
}
