import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Client } from '@geoarchive/contract/client.ts';
import { supervision } from '@geoarchive/contract/routes.ts';
import type { RegisterOutcome } from '@geoarchive/contract/supervision.ts';
import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import { registerFiles } from '@geoarchive/frontend-shared/registers/register-file.ts';
import { inCalls } from '@geoarchive/frontend-shared/sheets/input-file.ts';
import * as z from 'zod';
import { inputRows } from './input-rows.ts';
import { importRegisters, jobEnd } from './job-flow.ts';
import { progressLine, tellJob } from './job-print.ts';
import { language } from './language.ts';
import { type Pulled, pullAll } from './pull/pull.ts';
import { pullFile, type Source } from './pull/sources.ts';
import { openAs } from './session.ts';

const help = {
  zh: `用法：npm run cli -- registers import <文件.xlsx|csv|json> [--dry-run] [--json] [--user NAME] [--endpoints F]
      npm run cli -- registers undo <导入编号>      撤销一次导入（编号由导入时给出）
      npm run cli -- registers pull <来源.json>     从其他系统取回清单（供定时任务调用）

导入矿业权、国家出资项目等登记，并据此生成、更新汇交任务；同一文件再次导入不会改变任何内容，导入不删除任何登记。
--dry-run 只列出每一行会改变什么（登记的字段、任务的到期日：原 → 新），不写入；每一行单独与现有登记比较。
退出码：0 完成；1 有行未被接受（逐行说明）或作业中止；2 参数有误。
XLSX 用网站上的模板；CSV 首行为列名（或模板的中英文列名）：
kind,number,name,holder,holderName,transferredOn,from,to,rightTo,retention,newData,happening,happenedOn,
happeningNote,funding,funderRegion,minerals,marine,regions（日期 YYYY-MM-DD；多个矿种、区划用顿号隔开）
`,
  en: `Usage: npm run cli -- registers import FILE.xlsx|csv|json [--dry-run] [--json] [--user NAME] [--endpoints F]
       npm run cli -- registers undo ID      takes an import back (importing tells its id)
       npm run cli -- registers pull FILE.json   fetches lists from other systems, for a timer to call

Imports licences, State-funded projects and other works, and makes and updates the tasks that follow from them. The same file again
changes nothing; nothing is ever deleted by an import. --dry-run only lists what each row would change (fields of the entry, due
dates of its tasks: before → after); each row is compared with what is stored, by itself.
Exit codes: 0 done; 1 rows were refused (each is named) or the job stopped; 2 wrong arguments.
An XLSX is the template of the site; a CSV's first line names the columns, by these names or those of the template:
kind,number,name,holder,holderName,transferredOn,from,to,rightTo,retention,newData,happening,happenedOn,
happeningNote,funding,funderRegion,minerals,marine,regions (dates YYYY-MM-DD; several minerals or regions separated by ;)
`,
};

const outcomes = {
  new: { zh: '新增', en: 'new' },
  changed: { zh: '更新', en: 'changed' },
  unchanged: { zh: '无变化', en: 'unchanged' },
  refused: { zh: '未接受', en: 'refused' },
} as const satisfies Record<RegisterOutcome['outcome'], Bilingual>;

const optionsOf = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      user: { type: 'string' },
      lang: { type: 'string' },
      endpoints: { type: 'string', default: '.local/endpoints.json' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });

const outcomeLine = (of: RegisterOutcome, tongue: Language): string => {
  const fields = of.changes.flatMap(({ field, before }) => (before === undefined ? [] : [field]));
  const dues = of.duties.map(({ subject, before, after }) => `${subject} ${before ?? '—'} → ${after ?? '—'}`);
  const said = of.remarks.map(({ message }) => message[tongue]);
  const told = [fields.join(', '), dues.join(', '), ...said].filter((part) => part !== '');
  return [`${of.number} ${outcomes[of.outcome][tongue]}`, ...told].join(' · ');
};

/** Tells what an import would do, row by row as the answers come; 1 when rows would be refused. */
const dryRun = async (
  client: Client,
  rows: readonly RegisterRowInput[],
  json: boolean,
  tongue: Language,
): Promise<number> => {
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const batch of inCalls(rows)) {
    const { items } = await client.call(supervision.previewRegisters, { body: { rows: batch } });
    for (const item of items) {
      counts[item.outcome] += 1;
      process.stdout.write(`${json ? JSON.stringify(item) : outcomeLine(item, tongue)}\n`);
    }
  }
  const told = Object.entries(outcomes).map(([name, label]) => `${label[tongue]} ${Object(counts)[name]}`);
  if (!json) process.stdout.write(`${told.join(', ')}\n`);
  return counts.refused > 0 ? 1 : 0;
};

type Values = ReturnType<typeof optionsOf>['values'];
const pulled = {
  'already-today': { zh: '今日已取', en: 'asked today already' },
  'nothing-new': { zh: '无新内容', en: 'nothing new' },
  new: { zh: '有新内容', en: 'new' },
  refused: { zh: '有行未被接受', en: 'rows were refused' },
  failed: { zh: '未取到', en: 'failed' },
} as const satisfies Record<Pulled['outcome'], Bilingual>;

/** `registers pull FILE`: 0 when every source answered and all of it was taken, 1 when not, 2 when the file of sources is wrong. */
const pullCommand = async (path: string, values: Values, tongue: Language): Promise<number> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const read = pullFile.safeParse(text === undefined ? undefined : JSON.parse(text));
  if (!read.success) {
    process.stderr.write(`${path}: ${z.prettifyError(read.error)}\n`);
    return 2;
  }
  let signedIn: Promise<Client> | undefined;
  // Only when there is something new: a day without news needs no sign-in.
  const client = () => {
    signedIn ??= openAs('MINISTRY_ADMIN', values, tongue).then((opened) => opened.client);
    return signedIn;
  };
  const take = async (source: Source, file: string): Promise<boolean> => {
    const rows = await inputRows(registerFiles, file, tongue);
    if (typeof rows === 'number') return false;
    if (!source.apply) return (await dryRun(await client(), rows, values.json, tongue)) === 0;
    const job = await importRegisters(await client(), rows, basename(file), progressLine(values));
    return tellJob(job, values, tongue) === 0 && (job.counts['refused'] ?? 0) === 0;
  };
  const done = await pullAll({ file: read.data, today: dayOf(new Date()), tokens: process.env, take });
  for (const one of done) {
    const more = 'file' in one ? one.file : 'reason' in one ? one.reason : '';
    const line = `${one.source} ${pulled[one.outcome][tongue]} ${more}`.trim();
    process.stdout.write(`${values.json ? JSON.stringify(one) : line}\n`);
  }
  return done.some(({ outcome }) => outcome === 'failed' || outcome === 'refused') ? 1 : 0;
};

/** `registers import FILE`, `registers pull FILE` and `registers undo ID`: 0 done, 1 rows are wrong or refused or the job stopped, 2 wrong arguments. */
export async function registersCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  const [verb, what] = positionals;
  if (what === undefined || (verb !== 'import' && verb !== 'undo' && verb !== 'pull')) {
    process.stderr.write(help[tongue]);
    return 2;
  }
  if (verb === 'undo') {
    const { client } = await openAs('MINISTRY_ADMIN', values, tongue);
    const job = await client.call(supervision.undoRegisterImport, { params: { id: what } });
    return tellJob(await jobEnd(client, job.id, progressLine(values)), values, tongue);
  }
  if (verb === 'pull') return pullCommand(what, values, tongue);
  const rows = await inputRows(registerFiles, what, tongue);
  if (typeof rows === 'number') return rows;
  const { client } = await openAs('MINISTRY_ADMIN', values, tongue);
  if (values['dry-run']) return dryRun(client, rows, values.json, tongue);
  const job = await importRegisters(client, rows, basename(what), progressLine(values));
  const ended = tellJob(job, values, tongue);
  return (job.counts['refused'] ?? 0) > 0 ? 1 : ended;
}
