import { noChildren } from '@geoarchive/domain/subsurface/hole.ts';
import { expect, test } from '@jest/globals';
import { readHoles } from './read.ts';

const file = (name: string, text: string) => ({ name, blob: new Blob([text]) });
const nothing = () => undefined;
const csv = (...lines: string[]) => ['hole,holeType,finalDepth', ...lines].join('\n');

test('headers and whole holes are read from several files, with what each brought', async () => {
  const whole = {
    header: { hole: 'ZK2', holeType: 'geological' },
    children: { ...noChildren, layers: [{ from: 0, to: 5, rock: '花岗岩' }] },
  };
  const read: number[] = [];
  const found = await readHoles(
    [file('a.csv', csv('ZK1,地质,100')), file('b.jsonl', `${JSON.stringify(whole)}\n\n`)],
    (done) => read.push(done),
  );
  expect(found.files).toEqual([
    { name: 'a.csv', format: 'csv', holes: 1, layers: 0, curves: 0, remarks: 0, outcome: 'whole' },
    { name: 'b.jsonl', format: 'jsonl', holes: 1, layers: 1, curves: 0, remarks: 0, outcome: 'whole' },
  ]);
  expect(found.holes).toEqual([{ header: { hole: 'ZK1', holeType: 'geological', finalDepth: 100 } }, whole]);
  expect(read).toEqual([0, 1, 2]);
});

test('a hole with a wrong cell does not come, and it is said where it is wrong', async () => {
  const found = await readHoles(
    [file('a.csv', csv('ZK1,地质,100', 'ZK2,moon,5')), file('b.csv', csv('ZK3,水文地质,7'))],
    nothing,
  );
  expect(found.holes.map(({ header }) => header.hole)).toEqual(['ZK1', 'ZK3']);
  expect(found.files.map(({ outcome }) => outcome)).toEqual(['with-findings', 'whole']);
  expect(found.remarks).toMatchObject([
    { severity: 'error', file: 'a.csv', row: 3, hole: 'ZK2' },
    { row: 3 },
  ]);
});

test.each(['{', '{"header":{"hole":"ZK1"}}', '[]'])('the line %s is no hole', async (line) => {
  const found = await readHoles([file('a.ndjson', line)], nothing);
  expect(found).toMatchObject({ holes: [], remarks: [{ code: 'bad-line', row: 1 }] });
});

test('a log and the table of its hole make one hole; curves come by the names they are sent under', async () => {
  const las = [
    '~V',
    'VERS. 2.0 :',
    'WRAP. NO :',
    '~W',
    'STRT.M 1 :',
    'STOP.M 2 :',
    'STEP.M 1 :',
    'NULL. -999.25 :',
    'WELL. ZK1 :',
    '~C',
    'DEPT.M :',
    'GR.API :',
    '~A',
    '1 80',
    '2 -999.25',
  ].join('\n');
  const found = await readHoles([file('a.csv', csv('ZK1,地质,100')), file('ZK1.las', las)], nothing);
  expect(found.holes).toMatchObject([{ header: { hole: 'ZK1' }, logs: [{ curves: [{ mnemonic: 'GR' }] }] }]);
  const [log] = found.holes[0]?.logs ?? [];
  expect([...(found.curves.get(log?.curves[0]?.sha256 ?? '') ?? [])]).toEqual([80, Number.NaN]);
});
