import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { taskInput } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import Papa from 'papaparse';
import { z } from 'zod';
import { language } from './language.ts';
import { accountFor, readEndpoints, signIn } from './session.ts';

const help = {
  zh: `用法：npm run cli -- tasks import <文件.csv|json> [--json] [--user NAME] [--endpoints F]

导入汇交任务；同一任务编号再次导入即更新。CSV 首行为列名：
number,name,source,licenceNumber,organisation,node,due,licenceEnd（日期 YYYY-MM-DD）
`,
  en: `Usage: npm run cli -- tasks import FILE.csv|json [--json] [--user NAME] [--endpoints F]

Imports tasks; the same number imported again updates its task. The CSV's first line names the columns:
number,name,source,licenceNumber,organisation,node,due,licenceEnd (dates YYYY-MM-DD)
`,
};
const perCall = 100;

/** The rows of a CSV or JSON file; empty cells are left out. */
const rowsOf = (name: string, text: string): unknown[] => {
  if (name.toLowerCase().endsWith('.json')) return z.array(z.unknown()).parse(JSON.parse(text));
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')));
};

const optionsOf = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      user: { type: 'string' },
      lang: { type: 'string' },
      endpoints: { type: 'string', default: '.local/endpoints.json' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });

/** `tasks import FILE`: 0 done, 1 rows are wrong (each named, nothing imported), 2 wrong arguments. */
export async function tasksCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  const [verb, file] = positionals;
  if (verb !== 'import' || file === undefined) {
    process.stderr.write(help[tongue]);
    return 2;
  }
  const rows = rowsOf(file, await readFile(file, 'utf8')).map((row) => taskInput.safeParse(row));
  const wrong = rows.flatMap((row, at) =>
    row.success ? [] : [`${at + 2}: ${z.prettifyError(row.error).replaceAll('\n', ' ')}`],
  );
  if (wrong.length > 0) {
    process.stderr.write(`${wrong.join('\n')}\n`);
    return 1;
  }
  const tasks = rows.flatMap((row) => (row.success ? [row.data] : []));
  const endpoints = await readEndpoints(values.endpoints);
  const client = await signIn(endpoints.admin, accountFor(endpoints, 'MINISTRY_ADMIN', values.user), tongue);
  const total = { created: 0, updated: 0, unchanged: 0 };
  for (let at = 0; at < tasks.length; at += perCall) {
    const done = await client.call(archive.importTasks, { body: { tasks: tasks.slice(at, at + perCall) } });
    total.created += done.created;
    total.updated += done.updated;
    total.unchanged += done.unchanged;
  }
  process.stdout.write(
    values.json
      ? `${JSON.stringify(total)}\n`
      : `created ${total.created}, updated ${total.updated}, unchanged ${total.unchanged}\n`,
  );
  return 0;
}
