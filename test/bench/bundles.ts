import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { synthesize } from '../../infra/local/build.ts';
import { definitions } from '../../infra/local/lambda/definition.ts';
import { loadAssembly } from '../../infra/local/template/assembly.ts';
import { createModel } from '../../infra/local/template/model.ts';
import { LOCAL_PLACE } from '../../infra/local/template/place.ts';
import { type Bench, median } from './figure.ts';

const run = promisify(execFile);
const repeats = 5;
type Import = { wall: number; cpu: number };

/** Milliseconds that a fresh Node process needs to load a module. */
const importOnce = async (specifier: string): Promise<Import> => {
  const code = `const c=process.cpuUsage(),t=performance.now();await import(${JSON.stringify(specifier)});
    const u=process.cpuUsage(c);console.log(JSON.stringify({wall:performance.now()-t,cpu:(u.user+u.system)/1000}));process.exit(0)`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};

/** Bytes of all code in a function's folder, also of what it fetches only later. */
const codeSize = (folder: string): number =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

const importTime = async (specifier: string): Promise<Import> => {
  const times: Import[] = [];
  for (let n = 0; n < repeats; n += 1) times.push(await importOnce(specifier));
  return { wall: median(times.map(({ wall }) => wall)), cpu: median(times.map(({ cpu }) => cpu)) };
};

/** Size and import time of every function's bundle: medians of five fresh processes. The goals are the APIs'. */
export const bundles: Bench = async (tell) => {
  await synthesize();
  const assembly = loadAssembly(join(import.meta.dirname, '..', '..', 'cdk.out'));
  const model = createModel({ assembly, place: LOCAL_PLACE, endpoint: 'http://127.0.0.1:1' });
  const crypto = await importTime('node:crypto');
  const peer = { what: 'node:crypto', value: crypto.wall };
  for (const { name, file } of definitions(model).sort((a, b) => a.name.localeCompare(b.name))) {
    const api = name.endsWith('-api');
    tell({
      what: `${name}: bundle`,
      value: codeSize(dirname(file)) / 1000,
      unit: 'kB',
      ...(api && { goal: 1000 }),
    });
    const time = await importTime(pathToFileURL(file).href);
    tell({ what: `${name}: import`, value: time.wall, unit: 'ms', ...(api && { goal: 150 }), peer });
    tell({ what: `${name}: import, processor time`, value: time.cpu, unit: 'ms' });
  }
};
