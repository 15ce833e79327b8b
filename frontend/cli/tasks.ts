import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { archive } from '@geoarchive/contract/routes.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import { inCalls, readTaskFile, taskColumnName } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { ulid } from 'ulid';
import { language } from './language.ts';
import { accountFor, readEndpoints, signIn } from './session.ts';

const help = {
  zh: `用法：npm run cli -- tasks import <文件.xlsx|csv|json> [--json] [--user NAME] [--endpoints F]
      npm run cli -- tasks undo <导入编号>      撤销一次导入（编号由导入时给出）

导入汇交任务；同一任务编号再次导入即更新。XLSX 用网站上的模板；CSV 首行为列名（或模板的中英文列名）：
number,name,source,licenceNumber,organisation,node,due,licenceEnd（日期 YYYY-MM-DD）
`,
  en: `Usage: npm run cli -- tasks import FILE.xlsx|csv|json [--json] [--user NAME] [--endpoints F]
       npm run cli -- tasks undo ID      takes an import back (importing tells its id)

Imports tasks; the same number imported again updates its task. An XLSX is the template of the site; a CSV's first line names
the columns, by these names or those of the template:
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

/** `tasks undo ID`: takes an import back; what changed since is named and stays. */
const undoImport = async (
  id: string,
  values: { endpoints: string; user?: string | undefined; json: boolean },
  tongue: Language,
): Promise<number> => {
  const endpoints = await readEndpoints(values.endpoints);
  const client = await signIn(endpoints.admin, accountFor(endpoints, 'MINISTRY_ADMIN', values.user), tongue);
  const kept: { node: string; number: string }[] = [];
  const total = { withdrawn: 0, restored: 0, kept };
  let cursor: string | undefined;
  do {
    const body = cursor === undefined ? {} : { cursor };
    const done = await client.call(archive.undoTaskImport, { params: { id }, body });
    total.withdrawn += done.withdrawn;
    total.restored += done.restored;
    kept.push(...done.kept);
    cursor = done.cursor;
  } while (cursor !== undefined);
  const left = kept.map(({ node, number }) => `${node} ${number}`).join(', ');
  process.stdout.write(
    values.json
      ? `${JSON.stringify(total)}\n`
      : `withdrawn ${total.withdrawn}, restored ${total.restored}, kept ${kept.length} ${left}\n`,
  );
  return 0;
};

/** `tasks import FILE`: 0 done, 1 rows are wrong (each named, nothing imported), 2 wrong arguments. */
export async function tasksCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  const [verb, file] = positionals;
  if (file === undefined || (verb !== 'import' && verb !== 'undo')) {
    process.stderr.write(help[tongue]);
    return 2;
  }
  if (verb === 'undo') return undoImport(file, values, tongue);
  const { tasks, wrong, problems, notes } = await readTaskFile(new Blob([await readFile(file)]), file);
  const told = [
    ...[...problems, ...notes].map(({ message, remedy }) => `${message[tongue]} ${remedy[tongue]}`),
    ...wrong.map(({ row, column, message, remedy }) =>
      `${row}: ${taskColumnName(column, tongue)} ${message[tongue]} ${remedy[tongue]}`.trim(),
    ),
  ];
  if (told.length > 0) process.stderr.write(`${told.join('\n')}\n`);
  if (problems.length + wrong.length > 0) return 1;
  const endpoints = await readEndpoints(values.endpoints);
  const client = await signIn(endpoints.admin, accountFor(endpoints, 'MINISTRY_ADMIN', values.user), tongue);
  const total = { created: 0, updated: 0, unchanged: 0 };
  const importId = ulid();
  for (const some of inCalls(tasks)) {
    const done = await client.call(archive.importTasks, { body: { tasks: some, importId } });
    total.created += done.created;
    total.updated += done.updated;
    total.unchanged += done.unchanged;
  }
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ ...total, importId })}\n`
      : `created ${total.created}, updated ${total.updated}, unchanged ${total.unchanged}\nimport ${importId}\n`,
  );
  return 0;
}
