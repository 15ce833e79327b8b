import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { archive, supervision } from '@geoarchive/contract/routes.ts';
import { isDay } from '@geoarchive/domain/dates.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import { taskFiles } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { inputRows } from './input-rows.ts';
import { importTasks, jobEnd } from './job-flow.ts';
import { progressLine, tellJob } from './job-print.ts';
import { language } from './language.ts';
import { moveLocalClock } from './local-clock.ts';
import { openAs } from './session.ts';
import { isTaskState, printTasks } from './task-list.ts';

const help = {
  zh: `用法：npm run cli -- tasks import <文件.xlsx|csv|json> [--json] [--user NAME] [--endpoints F]
      npm run cli -- tasks undo <导入编号>      撤销一次导入（编号由导入时给出）
      npm run cli -- tasks recompute [--at 日期|now] [--json]
      npm run cli -- tasks list [--state open|handed-in|accepted|certified] [--before 日期] [--node 馆藏机构] [--json]

import：导入汇交任务；同一任务编号再次导入即更新。XLSX 用网站上的模板；CSV 首行为列名（或模板的中英文列名）：
number,name,source,licenceNumber,organisation,node,due,licenceEnd（日期 YYYY-MM-DD）
recompute：按登记与规则重新推算全部任务。--at 先把系统时间调到该日（仅本机运行的系统），此后保持；--at now 调回。
list：按到期日列出任务，一行一个；--before 只列该日之前到期的；--node 供部级查看其他馆藏机构。
`,
  en: `Usage: npm run cli -- tasks import FILE.xlsx|csv|json [--json] [--user NAME] [--endpoints F]
       npm run cli -- tasks undo ID      takes an import back (importing tells its id)
       npm run cli -- tasks recompute [--at DATE|now] [--json]
       npm run cli -- tasks list [--state open|handed-in|accepted|certified] [--before DATE] [--node CODE] [--json]

import: tasks; the same number imported again updates its task. An XLSX is the template of the site; a CSV's first line names
the columns, by these names or those of the template:
number,name,source,licenceNumber,organisation,node,due,licenceEnd (dates YYYY-MM-DD)
recompute: brings all tasks in line with registers and rules. --at first moves the system's clock to that day (local runs only),
where it stays; --at now puts it right.
list: tasks by due date, one a line; --before only those due before that day; --node another archive's, for the ministry.
`,
};

const optionsOf = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      at: { type: 'string' },
      state: { type: 'string' },
      before: { type: 'string' },
      node: { type: 'string' },
      user: { type: 'string' },
      lang: { type: 'string' },
      endpoints: { type: 'string', default: '.local/endpoints.json' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
type Values = ReturnType<typeof optionsOf>['values'];
type Verb = (what: string, values: Values, tongue: Language) => Promise<number>;

const wrong = (zh: string, en: string, tongue: Language): 2 => {
  process.stderr.write(`${{ zh, en }[tongue]}\n`);
  return 2;
};

/** Rows that are wrong are each named, and nothing is imported. */
const importFile: Verb = async (file, values, tongue) => {
  const tasks = await inputRows(taskFiles, file, tongue);
  if (typeof tasks === 'number') return tasks;
  const { client } = await openAs('MINISTRY_ADMIN', values, tongue);
  return tellJob(await importTasks(client, tasks, basename(file), progressLine(values)), values, tongue);
};

/** What changed since the import is named and stays. */
const undoImport: Verb = async (id, values, tongue) => {
  const { client } = await openAs('MINISTRY_ADMIN', values, tongue);
  const job = await client.call(archive.undoTaskImport, { params: { id } });
  return tellJob(await jobEnd(client, job.id, progressLine(values)), values, tongue);
};

const recompute: Verb = async (_, values, tongue) => {
  const { at } = values;
  if (at !== undefined && at !== 'now' && !isDay(at))
    return wrong(`不是日期：${at}`, `This is no date: ${at}`, tongue);
  const { client, endpoints } = await openAs('MINISTRY_ADMIN', values, tongue);
  if (at !== undefined && !(await moveLocalClock(endpoints, at)))
    return wrong(
      '只有本机运行的系统可以调时间；部署在云上的系统按当天推算，请去掉 --at。',
      'Only the clock of a local run can be moved: a deployment reckons with today. Leave --at out.',
      tongue,
    );
  const job = await client.call(supervision.recompute);
  return tellJob(await jobEnd(client, job.id, progressLine(values)), values, tongue);
};

const list: Verb = async (_, { state, before, node, ...values }, tongue) => {
  if (state !== undefined && !isTaskState(state))
    return wrong(`没有这种状态：${state}`, `There is no such state: ${state}`, tongue);
  if (before !== undefined && !isDay(before))
    return wrong(`不是日期：${before}`, `This is no date: ${before}`, tongue);
  const { client } = await openAs('MINISTRY_ADMIN', values, tongue);
  await printTasks(client, { state, before, node }, values.json, tongue);
  return 0;
};

const verbs = new Map<string, { verb: Verb; takes: 0 | 1 }>([
  ['import', { verb: importFile, takes: 1 }],
  ['undo', { verb: undoImport, takes: 1 }],
  ['recompute', { verb: recompute, takes: 0 }],
  ['list', { verb: list, takes: 0 }],
]);

/** `tasks VERB …`: 0 done, 1 rows are wrong or the job stopped, 2 wrong arguments. */
export async function tasksCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  const [name = '', ...rest] = positionals;
  const found = verbs.get(name);
  if (found === undefined || rest.length !== found.takes) {
    process.stderr.write(help[tongue]);
    return 2;
  }
  return found.verb(rest[0] ?? '', values, tongue);
}
