import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { splitRow } from '../csv/split.ts';
import { Extent } from '../geo/extent.ts';
import { encodingName, guessEncoding } from '../text/encoding.ts';
import { textLines } from '../text/stream.ts';

const LIMIT = 256 * 1024 * 1024;
const MARKS = new Set(['GROUP', 'HEADING', 'UNIT', 'TYPE', 'DATA']);

/** A row in which every value is in double quotes (AGS4 rule 5). */
const QUOTED = /^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*\s*$/;

type Group = { name: string; heading: string[]; units: boolean; types: boolean; rows: number };

/** AGS 4 ground investigation data: project, groups, holes; the structural rules 2 to 5 and 19. AGS 3 is identified only. */
export async function readAgs({ source, checkTime }: Reading): Promise<Found> {
  const head = await source.read(0, Math.min(source.size, 64 * 1024));
  const guess = guessEncoding(head, source.size > head.length);
  const problems: Problem[] = [];
  const groups: Group[] = [];
  const extent = new Extent();
  const metadata: Record<string, unknown> = { encoding: encodingName(guess.encoding) };
  let number = 0;
  let old = false;
  const fault = (what: string) =>
    problems.length < 20 && problems.push(problem('damaged-structure', { what }, `line ${number}`));
  const close = (group: Group | undefined) => {
    if (group && !(group.heading.length > 0 && group.units && group.types))
      fault(`${group.name}: HEADING, UNIT, TYPE`);
    if (group && group.rows === 0) fault(`${group.name}: no DATA`);
  };
  for await (const line of textLines(source, guess, LIMIT)) {
    number++;
    if (number % 5000 === 0) checkTime();
    if (number === 1 && /^"\*\*/.test(line)) {
      old = true;
      break;
    }
    if (line.trim() === '') continue;
    if (!QUOTED.test(line)) {
      fault('value without quotes');
      continue;
    }
    const [mark = '', ...values] = splitRow(line.trim(), ',');
    const group = groups.at(-1);
    if (!MARKS.has(mark)) fault(`row begins with ${mark.slice(0, 20)}`);
    else if (mark === 'GROUP') {
      close(group);
      if (!/^[A-Z][A-Z0-9]{3}$/.test(values[0] ?? '')) fault(`group name ${values[0]}`);
      groups.push({ name: values[0] ?? '', heading: [], units: false, types: false, rows: 0 });
    } else if (!group) fault(`${mark} before GROUP`);
    else if (mark === 'HEADING') group.heading = values;
    else {
      if (values.length !== group.heading.length)
        fault(`${group.name}: ${values.length} values, ${group.heading.length} headings`);
      if (mark === 'UNIT') group.units = true;
      else if (mark === 'TYPE') group.types = true;
      else {
        group.rows++;
        const cell = (name: string) => values[group.heading.indexOf(name)];
        if (group.name === 'PROJ')
          Object.assign(metadata, {
            title: cell('PROJ_NAME'),
            identifier: cell('PROJ_ID'),
            location: cell('PROJ_LOC'),
          });
        if (group.name === 'LOCA' && cell('LOCA_NATE') && cell('LOCA_NATN'))
          extent.add(Number(cell('LOCA_NATE')), Number(cell('LOCA_NATN')));
      }
    }
  }
  close(groups.at(-1));
  const names = groups.map(({ name }) => name);
  if (!old)
    for (const name of ['PROJ', 'TRAN', 'UNIT', 'TYPE'])
      if (!names.includes(name)) problems.push(problem('section-missing', { name }));
  const box = extent.box();
  Object.assign(metadata, {
    version: old ? 3 : 4,
    groups: names,
    boreholes: groups.find(({ name }) => name === 'LOCA')?.rows,
    ...(box ? { projectedBbox: box } : {}),
  });
  return { problems, metadata };
}
