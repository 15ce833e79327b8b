import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { intake } from '@geoarchive/contract/routes.ts';
import { secrecy, taskSource } from '@geoarchive/contract/shared.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { depositFolder, OtherDeposit, type Steps, type Wanted } from './deposit-flow.ts';
import { language } from './language.ts';
import { accountFor, readEndpoints, signIn } from './session.ts';

const help = {
  zh: `用法：npm run cli -- deposit <文件夹> --title <题名> [选项]

通过接口完成一次汇交：登记、上传、检查、提交。中断后再次运行即从断点继续。
  --title T        题名（必填）；同名、内容一致且未完成的汇交会继续
  --class C        资料类别（默认 mineral-exploration）
  --source S       来源：exploration-right | mining-right | state-project | engineering | other（默认 other）
  --secrecy L      密级：public | internal（默认 public；国家秘密不得上传）
  --task ID        对应的汇交任务
  --wait           等到出具回执
  --json           以 JSON 输出结果
  --user NAME      账号（口令取自 GEOARCHIVE_PASSWORD，两步验证码取自 GEOARCHIVE_TOTP 或在终端询问；默认用本机演示账号）
  --endpoints F    地址文件（默认 .local/endpoints.json）
退出码：0 已提交；1 检查有错误，未提交；2 参数有误，或与同名未完成的汇交不一致。
`,
  en: `Usage: npm run cli -- deposit FOLDER --title T [options]

Makes a whole submission through the API: register, upload, check, hand in. Run again after an interruption, it goes on.
  --title T        title (needed); an unfinished deposit of this title and description is continued
  --class C        data class (default mineral-exploration)
  --source S       exploration-right | mining-right | state-project | engineering | other (default other)
  --secrecy L      public | internal (default public; state secrets must not be uploaded)
  --task ID        the task it answers
  --wait           wait for the receipt
  --json           print the result as JSON
  --user NAME      account (its password in GEOARCHIVE_PASSWORD, its second factor in GEOARCHIVE_TOTP or asked
                   for; default: the demo account of this machine)
  --endpoints F    file of addresses (default .local/endpoints.json)
Exit code: 0 handed in; 1 the check found errors, not handed in; 2 wrong arguments, or other than the unfinished deposit of
this title.
`,
};

const options = {
  title: { type: 'string' },
  class: { type: 'string', default: 'mineral-exploration' },
  source: { type: 'string', default: 'other' },
  secrecy: { type: 'string', default: 'public' },
  task: { type: 'string' },
  wait: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  user: { type: 'string' },
  endpoints: { type: 'string', default: '.local/endpoints.json' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parsed = (args: string[]) => {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** One line that is written over while work goes on; nothing where no person looks on. */
const live = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${text.padEnd(70)}`);
};

const told = (tongue: 'zh' | 'en'): Steps => ({
  uploading: ({ files, bytes }) =>
    live(`${tongue === 'zh' ? '已上传' : 'uploaded'} ${files}  ${(bytes / 1e6).toFixed(1)} MB`),
  checking: ({ counts }) =>
    live(`${tongue === 'zh' ? '检查中' : 'checking'} ${counts.inspected}/${counts.registered}`),
});

const otherText = ({ deposit, fields }: OtherDeposit, wanted: Wanted): Bilingual => {
  const differing = (name: (typeof fields)[number]) =>
    `${name}: ${deposit[name] ?? '-'} ≠ ${wanted[name] ?? '-'}`;
  const list = fields.map(differing).join('; ');
  return {
    zh: `已有同名未完成的汇交 ${deposit.id}，但内容不同（${list}）。请用相同的选项继续它，先取消它，或换一个题名。`,
    en: `An unfinished deposit of this title, ${deposit.id}, says otherwise (${list}). Go on with its options, cancel it first, or take another title.`,
  };
};

/** `deposit FOLDER --title T`: see the help text for what it does and its exit codes. */
export async function depositCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const given = parsed(args);
  const refuse = (text: string): number => {
    process.stderr.write(`${text}\n\n${help[tongue]}`);
    return 2;
  };
  if (typeof given === 'string') return refuse(given);
  const { values, positionals } = given;
  if (values.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    return refuse(tongue === 'zh' ? '请给出一个文件夹。' : 'Give one folder.');
  if (values.title === undefined)
    return refuse(tongue === 'zh' ? '请用 --title 给出题名。' : 'Give a title with --title.');
  if ((await stat(folder).catch(() => undefined))?.isDirectory() !== true)
    return refuse(tongue === 'zh' ? `没有文件夹 ${folder}。` : `There is no folder ${folder}.`);
  const source = taskSource.safeParse(values.source);
  const level = secrecy.safeParse(values.secrecy);
  if (!source.success) return refuse(`--source: ${taskSource.options.join(', ')}`);
  if (!level.success) return refuse(`--secrecy: ${secrecy.options.join(', ')}`);

  const endpoints = await readEndpoints(values.endpoints);
  const client = await signIn(endpoints.submit, accountFor(endpoints, 'SUBMITTER', values.user), tongue);
  const wanted = {
    title: values.title,
    dataClass: values.class,
    source: source.data,
    secrecy: level.data,
    ...(values.task === undefined ? {} : { taskId: values.task }),
  };
  const deposit = await depositFolder(client, folder, wanted, values.wait, told(tongue)).catch(
    (error: unknown) => {
      if (error instanceof OtherDeposit) return error;
      throw error;
    },
  );
  if (deposit instanceof OtherDeposit) {
    process.stderr.write(`${otherText(deposit, wanted)[tongue]}\n`);
    return 2;
  }
  live('\n');
  const report = await client.call(intake.getReport, { params: { id: deposit.id } });
  if (values.json) process.stdout.write(`${JSON.stringify({ ...deposit, report })}\n`);
  else {
    process.stdout.write(`${deposit.id}  ${deposit.state}  ${deposit.title}\n`);
    for (const { severity, code, message, at } of report.findings)
      process.stdout.write(
        `  ${severity}  ${code}  ${message[tongue]}${at === undefined ? '' : `  (${at})`}\n`,
      );
    if (deposit.receipt !== undefined)
      process.stdout.write(
        `  ${tongue === 'zh' ? '回执' : 'receipt'} ${deposit.receipt.number}  ${deposit.receipt.issuedAt}\n`,
      );
  }
  return deposit.state === 'checked' ? 1 : 0;
}
