import { language } from './language.ts';

/** A command of the command line; its module is loaded only when it is called. */
type Command = {
  name: string;
  summary: { zh: string; en: string };
  load: () => Promise<(args: string[]) => Promise<number>>;
};

const commands: readonly Command[] = [
  {
    name: 'inspect',
    summary: { zh: '识别并读取文件,不需要服务器', en: 'identify and read files, without a server' },
    load: async () => (await import('./inspect.ts')).inspectCommand,
  },
  {
    name: 'deposit',
    summary: { zh: '通过接口汇交一个文件夹', en: 'submit a folder through the API' },
    load: async () => (await import('./deposit.ts')).depositCommand,
  },
  {
    name: 'tasks',
    summary: { zh: '汇交任务：导入、推算、列出', en: 'tasks: import, reckon, list' },
    load: async () => (await import('./tasks.ts')).tasksCommand,
  },
  {
    name: 'registers',
    summary: { zh: '导入矿业权与项目登记', en: 'import registers of licences and projects' },
    load: async () => (await import('./registers.ts')).registersCommand,
  },
  {
    name: 'eligibility',
    summary: { zh: '准入查询', en: 'may this party be granted a right or a project' },
    load: async () => (await import('./eligibility.ts')).eligibilityCommand,
  },
  {
    name: 'bars',
    summary: { zh: '准入限制：清单、变更流水', en: 'bars: list, feed of changes' },
    load: async () => (await import('./bars.ts')).barsCommand,
  },
  {
    name: 'holes',
    summary: {
      zh: '读取、导入钻孔与测井文件，导出钻孔',
      en: 'read and import files of boreholes, wells and logs; export holes',
    },
    load: async () => (await import('./holes.ts')).holesCommand,
  },
  {
    name: 'report',
    summary: { zh: '管理年报：各表数据', en: 'annual report: its tables with their figures' },
    load: async () => (await import('./report.ts')).reportCommand,
  },
  {
    name: 'ferry',
    summary: { zh: '在分离的网络之间摆渡发布包', en: 'carry releases between separate networks' },
    load: async () => (await import('./ferry.ts')).ferryCommand,
  },
];

function usage(args: readonly string[]): string {
  const tongue = language(args);
  const head =
    tongue === 'zh'
      ? '用法:npm run cli -- <命令> [参数] [--help]'
      : 'Usage: npm run cli -- <command> [arguments] [--help]';
  return [
    head,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(12)}${summary[tongue]}`),
    '',
  ].join('\n');
}

/** Runs a command; 2 means that the arguments are wrong. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return (await command.load())(rest);
  const asked = name === '--help' || name === '-h';
  (asked ? process.stdout : process.stderr).write(usage(args));
  return asked ? 0 : 2;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
