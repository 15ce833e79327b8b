import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { systemError } from '@geoarchive/formats/core/errors.ts';
import { unreadable } from '@geoarchive/formats/inspect.ts';
import { createInspector, type Inspector } from '@geoarchive/formats/isolated/inspector.ts';
import { fileSource, folderSiblings } from '@geoarchive/formats/sources.ts';
import { sha256, walkFiles } from './inspect-files.ts';
import { jsonLine, type Report, readableLines } from './inspect-print.ts';
import { language } from './language.ts';

const help = {
  zh: `用法:npm run cli -- inspect <路径>… [--json] [--lang zh|en] [--seconds N]

识别文件或文件夹(含子文件夹)中每个文件的格式,读取元数据并列出问题。
  --json       每个文件输出一行 JSON
  --lang       输出语言(默认按系统语言)
  --seconds    每个文件的时间上限,秒(默认 30)
文件有问题时退出码仍为 0;参数有误时为 2。
`,
  en: `Usage: npm run cli -- inspect PATH... [--json] [--lang zh|en] [--seconds N]

Identifies each file (folders with everything below), reads its metadata and lists its problems.
  --json       one line of JSON per file
  --lang       language of the output (default: that of the system)
  --seconds    time for one file, seconds (default 30)
Exit code 0 whatever the files are like; 2 when the arguments are wrong.
`,
};

type Wanted = { paths: string[]; json: boolean; seconds: number; help: boolean };

function wanted(args: string[]): Wanted | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        lang: { type: 'string' },
        seconds: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const seconds = Number(values.seconds ?? 30);
    if (!(seconds > 0 && seconds <= 3600)) return '--seconds: 1-3600';
    if (values.lang !== undefined && !['zh', 'en'].includes(values.lang)) return '--lang: zh, en';
    return { paths: positionals, json: values.json ?? false, seconds, help: values.help ?? false };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function missing(paths: string[]): Promise<string | undefined> {
  for (const path of paths) if (!(await stat(path).catch(() => undefined))) return path;
  return undefined;
}

/** Report of one file; one that cannot be opened gets a finding and does not stop the others. */
async function reportOf(path: string, inspector: Inspector): Promise<Report> {
  try {
    const source = fileSource(path);
    const [inspection, hash] = await Promise.all([
      inspector.inspect(source, { siblings: folderSiblings(path) }),
      sha256(path),
    ]);
    return { path, bytes: source.size, sha256: hash, ...inspection };
  } catch (error) {
    const { message } = systemError(error);
    return { path, bytes: 0, sha256: '', ...unreadable(message) };
  }
}

/** `inspect PATH…`: 0 when the files were looked at, whatever they are like; 2 when the arguments are wrong. */
export async function inspectCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const wants = wanted(args);
  const refuse = (text: string) => {
    process.stderr.write(`${text}\n\n${help[tongue]}`);
    return 2;
  };
  if (typeof wants === 'string') return refuse(wants);
  if (wants.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  if (wants.paths.length === 0) return refuse(tongue === 'zh' ? '请给出路径。' : 'Give a path.');
  const absent = await missing(wants.paths);
  if (absent !== undefined) return refuse(tongue === 'zh' ? `找不到 ${absent}` : `There is no ${absent}`);

  const inspector = createInspector({ seconds: wants.seconds });
  try {
    for await (const path of walkFiles(wants.paths)) {
      const report = await reportOf(path, inspector);
      process.stdout.write(`${(wants.json ? jsonLine : readableLines)(report, tongue)}\n`);
    }
  } finally {
    await inspector.close();
  }
  return 0;
}
