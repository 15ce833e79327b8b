import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Client } from '@geoarchive/contract/client.ts';
import { startHoleExport } from '@geoarchive/contract/hole-exports.ts';
import { holeExports } from '@geoarchive/contract/routes.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import { ulid } from 'ulid';
import { collarWriter, saveCollars } from './holes-collars.ts';
import { jobEnd } from './job-flow.ts';
import { progressLine, tellJob } from './job-print.ts';
import { language } from './language.ts';
import { openAs } from './session.ts';

const help = {
  zh: `用法：npm run cli -- holes export --out 文件.jsonl.gz|文件.gpkg|文件.geojson [--q 检索词] [--type 类型]… [--region 代码]… [--mineral 矿种]…
          [--basin 盆地]… [--bbox 西,南,东,北] [--json] [--user NAME] [--endpoints F]

把检索到的钻孔（基本信息、各类分层数据、测井目录）写成一个文件：每行一个钻孔，gzip 压缩，可再导入。后台作业，最多 20 000 个。
文件名以 .gpkg 或 .geojson 结尾时只写孔口：每孔一个点（CGCS2000 经纬度）及基本信息，用于 GIS 软件，最多 20 000 个。
退出码：0 已写成；1 作业中止；2 参数有误。
`,
  en: `Usage: npm run cli -- holes export --out FILE.jsonl.gz|FILE.gpkg|FILE.geojson [--q WORDS] [--type TYPE]… [--region CODE]… [--mineral MINERAL]…
          [--basin BASIN]… [--bbox W,S,E,N] [--json] [--user NAME] [--endpoints F]

Writes the holes that are found (headers, rows, catalogues of logs) to one file: a hole a line, packed with gzip, to be imported
again. A job; 20 000 holes at most.
A FILE that ends in .gpkg or .geojson gets the collars alone, for GIS programs: a point (degrees of CGCS2000) and the header of each
hole; 20 000 at most.
Exit codes: 0 written; 1 the job stopped; 2 wrong arguments.
`,
};

const many = { type: 'string', multiple: true } as const;
const optionsOf = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      q: { type: 'string' },
      type: many,
      region: many,
      mineral: many,
      basin: many,
      bbox: { type: 'string' },
      json: { type: 'boolean', default: false },
      user: { type: 'string' },
      lang: { type: 'string' },
      endpoints: { type: 'string', default: '.local/endpoints.json' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
type Values = ReturnType<typeof optionsOf>['values'];

/** The question, as the list of holes is asked. */
const soughtOf = ({ q, type, region, mineral, basin, bbox }: Values) => {
  const said = Object.entries({ q, holeType: type, region, mineral, basin, bbox });
  return startHoleExport.query.safeParse(Object.fromEntries(said.filter(([, value]) => value !== undefined)));
};

/** Puts the pieces one after the other: together they are one gzip file. */
const save = async (client: Client, id: string, out: string): Promise<void> => {
  const { parts } = await client.call(holeExports.getHoleExport, { params: { id } });
  await using file = await open(out, 'w');
  for (const { no } of parts)
    await file.write(await client.call(holeExports.getHoleExportPart, { params: { id, no } }));
};

const run = async (values: Values, out: string, tongue: Language): Promise<number> => {
  const { data: query, error } = soughtOf(values);
  if (query === undefined) {
    process.stderr.write(
      `${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')}\n`,
    );
    return 2;
  }
  const { client } = await openAs('ARCHIVE_KEEPER', values, tongue);
  const write = collarWriter(out);
  if (write !== undefined) {
    const written = await saveCollars(client, query, out, write);
    process.stdout.write(
      values.json ? `${JSON.stringify({ written })}\n` : `${written}${tongue === 'zh' ? ' 孔' : ' holes'}\n`,
    );
    return 0;
  }
  const id = ulid();
  await client.call(holeExports.startHoleExport, { params: { id }, query });
  const job = await jobEnd(client, id, progressLine(values));
  if (job.state === 'done') await save(client, id, out);
  return tellJob(job, values, tongue);
};

/** `holes export`: 0 written, 1 the job stopped, 2 wrong arguments. */
export async function holesExport(args: string[]): Promise<number> {
  const tongue = language(args);
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  if (values.out === undefined || positionals.length !== 1) {
    process.stderr.write(help[tongue]);
    return 2;
  }
  return run(values, values.out, tongue);
}
