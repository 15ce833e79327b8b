import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { holesCommand } from './holes.ts';

let folder = '';
const good = '钻孔编号,钻孔类型,坐标系,X,Y\r\nZK1,地质,4490,116.4,39.9';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holes-'));
  await writeFile(join(folder, 'a.csv'), good);
  await writeFile(join(folder, 'b.csv'), '钻孔编号,自 (m),至 (m),岩石名称\r\nZK1,5,1,砂\r\nZK9,0,1,砂');
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  jest.restoreAllMocks();
});

const run = async (...args: string[]) => {
  const out: string[] = [];
  const keep = (text: unknown) => out.push(String(text)) > 0;
  jest.spyOn(process.stdout, 'write').mockImplementation(keep);
  jest.spyOn(process.stderr, 'write').mockImplementation(keep);
  const code = await holesCommand(args);
  return { code, text: out.join('') };
};

test('one object a line for each file, with what was found; errors give exit code 1', async () => {
  const { code, text } = await run('import', folder, '--json');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(1);
  expect(lines).toMatchObject([
    { file: expect.stringMatching(/a\.csv$/), format: 'csv', outcome: 'not', holes: 0, findings: [] },
    {
      outcome: 'not',
      layers: 0,
      findings: [
        { code: 'unknown-hole', hole: 'ZK9', row: 3 },
        { code: 'interval-reversed', row: 2 },
      ],
    },
  ]);
});
test('in words, with what to do', async () => {
  const { code, text } = await run('import', join(folder, 'a.csv'), '--lang', 'en', '--check');
  expect([code, text]).toEqual([
    0,
    expect.stringMatching(/a\.csv {2}csv {2}whole {2}1 holes, 0 layers, 0 curves\n$/),
  ]);
});
test.each([[['import']], [['import', 'x', '--check', '--send']], [['import', '/not/there']], [['export']]])(
  'wrong arguments: %j',
  async (args) => {
    expect((await run(...args)).code).toBe(2);
  },
);
