import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Client } from '@geoarchive/contract/client.ts';
import { supervision } from '@geoarchive/contract/routes.ts';
import type { RegisterOutcome } from '@geoarchive/contract/supervision.ts';
import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import { registerFiles } from '@geoarchive/frontend-shared/registers/register-file.ts';
import { inCalls } from '@geoarchive/frontend-shared/sheets/input-file.ts';
import { inputRows } from './input-rows.ts';
import { importRegisters, jobEnd } from './job-flow.ts';
import { progressLine, tellJob } from './job-print.ts';
import { language } from './language.ts';
import { openAs } from './session.ts';

const help = {
  zh: `用法：npm run cli -- registers import <文件.xlsx|csv|json> [--dry-run] [--json] [--user NAME] [--endpoints F]
      npm run cli -- registers undo <导入编号>      撤销一次导入（编号由导入时给出）

导入矿业权、国家出资项目等登记，并据此生成、更新汇交任务；同一文件再次导入不会改变任何内容，导入不删除任何登记。
--dry-run 只列出每一行会改变什么（登记的字段、任务的到期日：原 → 新），不写入；每一行单独与现有登记比较。
退出码：0 完成；1 有行未被接受（逐行说明）或作业中止；2 参数有误。
XLSX 用网站上的模板；CSV 首行为列名（或模板的中英文列名）：
kind,number,name,holder,holderName,transferredOn,from,to,rightTo,retention,newData,happening,happenedOn,
happeningNote,funding,funderRegion,minerals,marine,regions（日期 YYYY-MM-DD；多个矿种、区划用顿号隔开）
`,
  en: `Usage: npm run cli -- registers import FILE.xlsx|csv|json [--dry-run] [--json] [--user NAME] [--endpoints F]
       npm run cli -- registers undo ID      takes an import back (importing tells its id)

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

/** `registers import FILE` and `registers undo ID`: 0 done, 1 rows are wrong or refused or the job stopped, 2 wrong arguments. */
export async function registersCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  const [verb, what] = positionals;
  if (what === undefined || (verb !== 'import' && verb !== 'undo')) {
    process.stderr.write(help[tongue]);
    return 2;
  }
  if (verb === 'undo') {
    const { client } = await openAs('MINISTRY_ADMIN', values, tongue);
    const job = await client.call(supervision.undoRegisterImport, { params: { id: what } });
    return tellJob(await jobEnd(client, job.id, progressLine(values)), values, tongue);
  }
  const rows = await inputRows(registerFiles, what, tongue);
  if (typeof rows === 'number') return rows;
  const { client } = await openAs('MINISTRY_ADMIN', values, tongue);
  if (values['dry-run']) return dryRun(client, rows, values.json, tongue);
  const job = await importRegisters(client, rows, basename(what), progressLine(values));
  const ended = tellJob(job, values, tongue);
  return (job.counts['refused'] ?? 0) > 0 ? 1 : ended;
}
