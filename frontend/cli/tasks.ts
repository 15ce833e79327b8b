import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { isUnderWay, jobKinds, jobLifecycle } from '@geoarchive/domain/jobs.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import { taskFiles } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { importTasks, jobEnd } from './job-flow.ts';
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

type Values = { endpoints: string; user?: string | undefined; json: boolean };

/** Shows how far a job is on one line that is written over; nothing where the output is for machines. */
const progressLine = ({ json }: Values) => {
  const shown = process.stderr.isTTY && !json;
  return ({ done, total, state }: Job) => {
    if (shown) process.stderr.write(`\r${done} / ${total}${isUnderWay(state) ? '' : '\n'}`);
  };
};

/** Tells how a job ended; 0 when it is done, 1 when it stopped before. */
const tell = (job: Job, values: Values, tongue: Language): number => {
  const { counts } = jobKinds[job.kind];
  const told = Object.entries(counts).map(([name, label]) => `${label[tongue]} ${job.counts[name] ?? 0}`);
  const stopped =
    job.state === 'done'
      ? []
      : [jobLifecycle.states[job.state][tongue], job.failure?.reason[tongue] ?? '', job.failure?.at ?? ''];
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ ...job.counts, state: job.state, notes: job.notes, job: job.id })}\n`
      : `${told.join(', ')}\n${[...stopped, ...job.notes].filter(Boolean).join('\n')}${tongue === 'zh' ? '作业' : 'job'} ${job.id}\n`,
  );
  return job.state === 'done' ? 0 : 1;
};

const openClient = async (values: Values, tongue: Language) => {
  const endpoints = await readEndpoints(values.endpoints);
  return signIn(endpoints.admin, accountFor(endpoints, 'MINISTRY_ADMIN', values.user), tongue);
};

/** `tasks undo ID`: takes an import back; what changed since is named and stays. */
const undoImport = async (id: string, values: Values, tongue: Language): Promise<number> => {
  const client = await openClient(values, tongue);
  const job = await client.call(archive.undoTaskImport, { params: { id } });
  return tell(await jobEnd(client, job.id, progressLine(values)), values, tongue);
};

/** The file, read as it is needed: one of many megabytes is not held whole. Nothing when it cannot be opened. */
const opened = async (file: string): Promise<Blob | undefined> => {
  try {
    return await openAsBlob(file);
  } catch {
    return undefined;
  }
};

/** `tasks import FILE`: 0 done, 1 rows are wrong (each named, nothing imported) or the import stopped, 2 wrong arguments. */
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
  const blob = await opened(file);
  if (blob === undefined) {
    process.stderr.write(tongue === 'zh' ? `打不开文件：${file}\n` : `The file cannot be opened: ${file}\n`);
    return 2;
  }
  const { rows: tasks, wrong, problems, notes } = await taskFiles.read(blob, file);
  const told = [
    ...[...problems, ...notes].map(({ message, remedy }) => `${message[tongue]} ${remedy[tongue]}`),
    ...wrong.map(({ row, column, message, remedy }) =>
      `${row}: ${taskFiles.columnName(column, tongue)} ${message[tongue]} ${remedy[tongue]}`.trim(),
    ),
  ];
  if (told.length > 0) process.stderr.write(`${told.join('\n')}\n`);
  if (problems.length + wrong.length > 0) return 1;
  const client = await openClient(values, tongue);
  const job = await importTasks(client, tasks, basename(file), progressLine(values));
  return tell(job, values, tongue);
}
