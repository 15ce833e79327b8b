import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { archive } from '@geoarchive/contract/routes.ts';
import {
  decodeTaskFile,
  inCalls,
  parseTaskFile,
  sortRows,
} from '@geoarchive/frontend-shared/tasks/task-file.ts';
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
  const rows = parseTaskFile(file, decodeTaskFile(await readFile(file)), tongue);
  const { tasks, wrong } = sortRows(rows);
  if (wrong.length > 0) {
    const told = wrong.map(({ line, errors }) =>
      [`${line}:`, ...errors.map(({ field, message }) => `${field} ${message}`.trim())].join(' '),
    );
    process.stderr.write(`${told.join('\n')}\n`);
    return 1;
  }
  const endpoints = await readEndpoints(values.endpoints);
  const client = await signIn(endpoints.admin, accountFor(endpoints, 'MINISTRY_ADMIN', values.user), tongue);
  const total = { created: 0, updated: 0, unchanged: 0 };
  for (const some of inCalls(tasks)) {
    const done = await client.call(archive.importTasks, { body: { tasks: some } });
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
