import { openAsBlob } from 'node:fs';
import { basename, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Remark, Severity } from '@geoarchive/domain/subsurface/remark.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import { tooLarge } from '@geoarchive/frontend-shared/subsurface/import/batches.ts';
import { sendHoles } from '@geoarchive/frontend-shared/subsurface/import/send.ts';
import { type FileOutcome, type HoleFile, type HolesRead, readHoles } from '@geoarchive/subsurface/read.ts';
import { ulid } from 'ulid';
import { holesExport } from './holes-export.ts';
import { walkFiles } from './inspect-files.ts';
import { jobEnd } from './job-flow.ts';
import { progressLine, tellJob } from './job-print.ts';
import { language } from './language.ts';
import { openAs } from './session.ts';

const help = {
  zh: `用法：npm run cli -- holes export --help
      npm run cli -- holes import <路径…> [--send] [--json] [--node 馆藏机构] [--user NAME] [--endpoints F]

读取钻孔与油气井文件：模板 XLSX/CSV、LAS、AGS、DLIS、SEG-Y、GeoSciML/BoreholeML XML 及其 ZIP；文件夹逐层读取。
每个文件一个结果：钻孔、分层、曲线数与问题（位置、说明、处理办法）。有错误的钻孔整个不导入。
  --check      只读取，不发送（默认）
  --send       读取后发送并导入（后台作业，可撤销）；没有错误时才发送，除非加 --partial
  --partial    有错误时也发送其余没有错误的钻孔
  --mend       采纳可自动更正的建议（经纬度填反、带号不符等）
  --json       每个文件一行 JSON
退出码：0 没有错误；1 有错误，或作业中止；2 参数有误。
`,
  en: `Usage: npm run cli -- holes export --help
       npm run cli -- holes import PATH… [--send] [--json] [--node ARCHIVE] [--user NAME] [--endpoints F]

Reads files of boreholes and wells: the template as XLSX or CSV, LAS, AGS, DLIS, SEG-Y, GeoSciML or BoreholeML XML, and ZIPs of
them; folders with all that is in them. Tells of each file how many holes, layers and curves it brings and what was found, with
place and remedy. A hole with an error is left out whole.
  --check      reads only, sends nothing (the default)
  --send       sends what was read and imports it (a job that can be undone); only without errors, unless --partial
  --partial    with errors, sends the other holes
  --mend       takes the mendings that are offered (degrees swapped, another zone …)
  --json       one JSON object a line for each file
Exit codes: 0 no errors; 1 errors, or the job stopped; 2 wrong arguments.
`,
};

const optionsOf = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      send: { type: 'boolean', default: false },
      partial: { type: 'boolean', default: false },
      mend: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      node: { type: 'string' },
      user: { type: 'string' },
      lang: { type: 'string' },
      endpoints: { type: 'string', default: '.local/endpoints.json' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
type Values = ReturnType<typeof optionsOf>['values'];

const severities: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提示', en: 'warning' },
  repair: { zh: '已修复', en: 'repaired' },
};
const outcomes: Readonly<Record<FileOutcome['outcome'], Bilingual>> = {
  whole: { zh: '完整', en: 'whole' },
  'with-findings': { zh: '有问题', en: 'with findings' },
  not: { zh: '未读取', en: 'not' },
};

const findingLine = (remark: Remark, tongue: Language): string => {
  const { severity, sheet, row, column, hole, message, remedy } = remark;
  const place = [sheet, row, column, hole].filter((part) => part !== undefined).join(' ');
  return `  ${severities[severity][tongue]}  ${place === '' ? '' : `${place}: `}${message[tongue]} ${remedy[tongue]}`;
};

/** One object of a file for machines: mendings are functions and stay out, that there is one is said. */
const findingJson = ({ file: _, mend, ...remark }: Remark) => ({ ...remark, mendable: mend !== undefined });

const print = ({ files, remarks }: HolesRead, json: boolean, tongue: Language): void => {
  for (const { name, remarks: __, ...file } of files) {
    const own = remarks.filter((remark) => remark.file === name);
    if (json) {
      process.stdout.write(`${JSON.stringify({ file: name, ...file, findings: own.map(findingJson) })}\n`);
      continue;
    }
    const counts =
      tongue === 'zh'
        ? `${file.holes} 孔 ${file.layers} 层 ${file.curves} 条曲线`
        : `${file.holes} holes, ${file.layers} layers, ${file.curves} curves`;
    const head = `${name}  ${file.format}  ${outcomes[file.outcome][tongue]}  ${counts}`;
    process.stdout.write(`${[head, ...own.map((remark) => findingLine(remark, tongue))].join('\n')}\n`);
  }
};

/** The holes with every mending that is offered for them. */
const mended = ({ holes, remarks }: HolesRead): HolesRead['holes'] =>
  holes.map((hole) => {
    const own = remarks.filter((remark) => remark.hole === hole.header.hole && remark.mend !== undefined);
    return { ...hole, header: own.reduce((header, { mend }) => mend?.(header) ?? header, hole.header) };
  });

/** The files below the paths, named as they stand below the folder from which they are looked at. */
const filesBelow = async (paths: readonly string[]): Promise<HoleFile[]> => {
  const files: HoleFile[] = [];
  for await (const path of walkFiles(paths)) {
    const name = relative('.', path);
    files.push({ name: name.startsWith('..') ? path : name, blob: await openAsBlob(path) });
  }
  return files;
};

const mostSubject = 200;
const send = async (
  read: HolesRead,
  paths: readonly string[],
  values: Values,
  tongue: Language,
): Promise<number> => {
  const { client } = await openAs('ARCHIVE_KEEPER', values, tongue);
  const sent = { id: ulid(), curves: new Set<string>(), batches: new Set<number>() };
  const holes = values.mend ? mended(read) : read.holes;
  const large = new Set(tooLarge(holes));
  for (const { header } of large)
    process.stderr.write(
      tongue === 'zh' ? `${header.hole}：超过 5 MB，未发送\n` : `${header.hole}: over 5 MB, not sent\n`,
    );
  const subject = paths
    .map((path) => basename(path))
    .join('、')
    .slice(0, mostSubject);
  const outgoing = {
    holes: holes.filter((hole) => !large.has(hole)),
    curves: read.curves,
    subject,
    node: values.node,
  };
  const { id } = await sendHoles(client, sent, outgoing, () => undefined);
  const code = tellJob(await jobEnd(client, id, progressLine(values)), values, tongue);
  return large.size > 0 ? 1 : code;
};

/** `holes import` and `holes export`. */
export const holesCommand = (args: string[]): Promise<number> =>
  args[0] === 'export' ? holesExport(args) : holesImport(args);

/** `holes import`: 0 no errors, 1 errors or a job that stopped, 2 wrong arguments. */
async function holesImport(args: string[]): Promise<number> {
  const tongue = language(args);
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  const [verb, ...paths] = positionals;
  if (verb !== 'import' || paths.length === 0 || (values.check && values.send)) {
    process.stderr.write(help[tongue]);
    return 2;
  }
  const files = await filesBelow(paths).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  });
  if (files === undefined) return 2;
  const read = await readHoles(files);
  print(read, values.json, tongue);
  const wrong = read.remarks.some(({ severity }) => severity === 'error');
  if (!values.send || read.holes.length === 0 || (wrong && !values.partial)) return wrong ? 1 : 0;
  const code = await send(read, paths, values, tongue);
  return wrong ? 1 : code;
}
