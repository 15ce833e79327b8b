import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { encodingName, guessEncoding } from '../text/encoding.ts';
import { textLines } from '../text/stream.ts';

const LIMIT = 256 * 1024 * 1024;

/** Values of these groups are numbers (DXF reference, group codes in numerical order). */
const isNumber = (code: number) => (code >= 10 && code <= 59) || (code >= 210 && code <= 239);
const isHandle = (code: number) => code === 5 || code === 105 || (code >= 320 && code <= 369);

/** AutoCAD DXF: pairs of group code and value, sections, end; the version and the extent of the drawing. */
export async function readDxf({ source, checkTime }: Reading): Promise<Found> {
  const head = await source.read(0, Math.min(source.size, 64 * 1024));
  const guess = guessEncoding(head, source.size > head.length);
  const problems: Problem[] = [];
  const metadata: Record<string, unknown> = { encoding: encodingName(guess.encoding) };
  const sections: string[] = [];
  const variables: Record<string, string> = {};
  let number = 0;
  let code: number | undefined;
  let section: string | undefined;
  let variable = '';
  let ended = false;
  let entities = 0;
  const fault = (what: string) => problems.push(problem('damaged-structure', { what }, `line ${number}`));
  // Programs write and read drawings with such faults; one finding of a kind is enough.
  const odd = (what: string) => {
    if (!problems.some(({ code: known }) => known === 'odd-structure'))
      problems.push(problem('odd-structure', { what }, `line ${number}`));
  };

  function structure(value: string): void {
    if (value === 'EOF') {
      ended = true;
      if (section !== undefined) odd(`section ${section} does not end`);
    } else if (value === 'SECTION') {
      if (section !== undefined) odd(`section ${section} does not end`);
      section = '';
    } else if (value === 'ENDSEC') {
      if (section === undefined) fault('ENDSEC without SECTION');
      section = undefined;
    } else if (section === undefined) fault(`${value.slice(0, 30)} outside of a section`);
    else if (section === 'ENTITIES') entities++;
  }

  function pair(group: number, value: string): void {
    if (group === 0) structure(value);
    else if (group === 2 && section === '') {
      section = value;
      sections.push(value);
    } else if (group === 9) variable = value;
    else if (section === 'HEADER' && group < 40) variables[`${variable} ${group}`] = value;
    if (isNumber(group) && !/^[-+]?(\d+\.?\d*|\.\d+)([eEdD][-+]?\d+)?$/.test(value))
      fault(`group ${group}: ${value.slice(0, 30)} is no number`);
    if (isHandle(group) && section !== 'HEADER' && !/^[0-9A-Fa-f]+$/.test(value))
      odd(`group ${group}: ${value.slice(0, 30) || 'nothing'} is no handle`);
  }

  for await (const line of textLines(source, guess, LIMIT)) {
    number++;
    if (number % 5000 === 0) checkTime();
    if (problems.length >= 5) break;
    if (ended) {
      if (line.replaceAll('\0', '').replaceAll('\u001a', '').trim() !== '') {
        fault('text behind EOF');
        break;
      }
    } else if (code === undefined) {
      if (!/^\s*-?\d{1,5}\s*$/.test(line)) {
        fault(`group code ${line.trim().slice(0, 30)}`);
        break;
      }
      code = Number(line);
    } else {
      pair(code, line.trim());
      code = undefined;
    }
  }
  if (!ended && problems.length === 0 && source.size <= LIMIT)
    problems.push(problem('truncated', { what: 'EOF', expected: source.size + 1, size: source.size }));
  Object.assign(metadata, { version: variables['$ACADVER 1'], sections, entities: entities || undefined });
  return { problems, metadata };
}
