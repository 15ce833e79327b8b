import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from './build.ts';
import { startLocal } from './start.ts';
import { summary } from './summary.ts';

const USAGE = `npm start [-- --fresh] [--port N] [--empty] [--no-sites] [--state FOLDER]

  --fresh          forget everything earlier runs left, and start over
  --port N         first of ten ports in a row (default 4500; 0: any that are free)
  --empty          load no demo data into a fresh state
  --no-sites       do not build the three sites
  --assembly F     run the stacks synthesized in this folder instead of the repository's
  --state FOLDER   where the run keeps its data (default .local)
`;

const steps: Record<string, string> = {
  stacks: '合成云资源定义、启动存储引擎 / synthesizing the stacks, starting the engines',
  services: '创建表、桶、队列和用户池 / creating tables, buckets, queues and user pools',
  functions: '加载函数 / loading the functions',
  sites: '构建站点 / building the sites',
  demo: '载入演示数据 / loading the demo data',
  more: '其余演示数据（登记、钻孔）已送入后台作业 / the rest of the demo (registers, holes) is on its way through its jobs',
};

function options() {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      'no-sites': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      assembly: { type: 'string' },
      port: { type: 'string', default: '4500' },
      state: { type: 'string', default: join(repository, '.local') },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_000)
    throw new Error(`--port ${values.port} is not a port.`);
  return { ...values, port };
}

const fail = (error: unknown): never => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(process.env['DEBUG'] && error instanceof Error ? error.stack : message);
  process.exit(1);
};

/** Starts the system, tells where it is, and runs until Ctrl-C. */
async function main(): Promise<void> {
  const asked = options();
  if (asked.help) {
    console.log(USAGE);
    return;
  }
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 24) {
    throw new Error(
      `Node ${process.versions.node} runs this program: start it with npm start, which brings Node 24.`,
    );
  }
  const start = performance.now();
  const since = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const local = await startLocal({
    state: asked.state,
    port: asked.port,
    fresh: asked.fresh,
    empty: asked.empty,
    ...(asked.assembly !== undefined && { assembly: asked.assembly }),
    sites: !asked['no-sites'],
    progress: (step) => console.log(`${since().padStart(7)}  ${steps[step] ?? step}`),
    report: (problem) => console.error(`${new Date().toISOString()} ${problem}`),
  });
  console.log(summary(local.endpoints, since(), asked.state));

  let closing = false;
  const stop = async () => {
    if (closing) process.exit(130);
    closing = true;
    console.log('\n正在停止 / stopping …');
    await local.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop().catch(fail));
}

// A terminal that is gone must not end the run.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
await main().catch(fail);
