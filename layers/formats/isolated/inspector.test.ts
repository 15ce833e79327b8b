import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { bytesSource } from '../sources.ts';
import { buildDbf, buildPoints } from '../testing/build-shapefile.ts';
import { createInspector, type InspectorOptions } from './inspector.ts';

/** Runs with a thread whose program is given; the real one cannot be made to hang. */
async function withThread(
  program: string,
  options: InspectorOptions,
  use: (inspector: ReturnType<typeof createInspector>) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'inspector-'));
  const file = join(folder, 'thread.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${program}`);
  const inspector = createInspector({ ...options, worker: pathToFileURL(file) });
  try {
    await use(inspector);
  } finally {
    await inspector.close();
    rmSync(folder, { recursive: true });
  }
}
const csv = bytesSource('a.csv', Buffer.from('a,b\n1,2\n3,4\n5,6\n'));

test('inspects in a thread, with companions, one file after the other', async () => {
  const inspector = createInspector();
  try {
    const { shp, shx } = buildPoints([[116, 39]]);
    const beside: Record<string, Buffer> = { 'a.shx': shx, 'a.dbf': buildDbf(['编号'], [['ZK1']]) };
    const siblings = (name: string) => (beside[name] ? bytesSource(name, beside[name]) : undefined);
    const [map, table] = await Promise.all([
      inspector.inspect(bytesSource('a.shp', shp), { siblings }),
      inspector.inspect(csv),
    ]);
    expect(map).toMatchObject({ valid: true, metadata: { features: 1, attributeSample: [{ 编号: 'ZK1' }] } });
    expect(table).toMatchObject({ format: { id: 'csv' }, metadata: { rows: 3 } });
  } finally {
    await inspector.close();
  }
});

test('a source that fails is thrown', async () => {
  const inspector = createInspector();
  try {
    const source = { name: 'a', size: 10, read: () => Promise.reject(new Error('network')) };
    await expect(inspector.inspect(source)).rejects.toThrow('network');
    expect((await inspector.inspect(csv)).format.id).toBe('csv');
  } finally {
    await inspector.close();
  }
});

test('a thread that hangs is stopped and the file gets a finding', async () => {
  await withThread(`parentPort.on('message', () => { for (;;); });`, { seconds: 0.1 }, async (inspector) => {
    const found = await inspector.inspect(csv);
    expect(found).toMatchObject({
      format: { id: 'csv' },
      valid: false,
      problems: [{ code: 'took-too-long' }],
    });
  });
});

test('a thread that eats memory is stopped and the file gets a finding', async () => {
  const eat = `parentPort.on('message', () => { const all = []; for (;;) all.push(Array.from({ length: 1000 }, (_, i) => ({ i }))); });`;
  await withThread(eat, { seconds: 20, heapMegabytes: 32 }, async (inspector) => {
    expect(await inspector.inspect(csv)).toMatchObject({
      valid: false,
      problems: [{ code: 'too-much-memory' }],
    });
  });
}, 30_000);

test('a thread that crashes gives a finding', async () => {
  await withThread(`parentPort.on('message', () => { throw new Error('boom'); });`, {}, async (inspector) => {
    expect(await inspector.inspect(csv)).toMatchObject({ valid: false, problems: [{ code: 'unreadable' }] });
  });
});
