import { parseArgs } from 'node:util';
import { bars } from '@geoarchive/contract/routes.ts';
import { type Act, actNames, acts } from '@geoarchive/domain/supervision/eligibility.ts';
import { language } from './language.ts';
import { openAs } from './session.ts';

const isAct = (name: string): name is Act => acts.some((one) => one === name);
const listed = acts.join(' | ');

const help = {
  zh: `用法：npm run cli -- eligibility <单位代码> --act <事项> [--json] [--user NAME] [--endpoints F]

能否向该单位授予某事项（《地质资料管理条例》第二十条、第二十一条）；每次查询记入审计。
事项：${listed}
退出码：0 可以；1 不得；2 参数有误。
`,
  en: `Usage: npm run cli -- eligibility ORGANISATION --act ACT [--json] [--user NAME] [--endpoints F]

May this party be granted that (Regulation arts. 20, 21)? Each question is in the audit trail.
ACT: ${listed}
Exit codes: 0 it may; 1 it may not; 2 wrong arguments.
`,
};

/** `eligibility ORGANISATION --act ACT`: 0 it may, 1 it may not, 2 wrong arguments. */
export async function eligibilityCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      act: { type: 'string' },
      json: { type: 'boolean', default: false },
      user: { type: 'string' },
      lang: { type: 'string' },
      endpoints: { type: 'string', default: '.local/endpoints.json' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  const [organisation, ...rest] = positionals;
  const { act } = values;
  if (organisation === undefined || rest.length > 0 || act === undefined || !isAct(act)) {
    process.stderr.write(help[tongue]);
    return 2;
  }
  const { client } = await openAs('REGISTRY', values, tongue);
  const answer = await client.call(bars.eligibility, { query: { organisation, act } });
  const verdict = answer.may ? { zh: '可以', en: 'may' } : { zh: '不得', en: 'may not' };
  const told = [
    [verdict[tongue], organisation, actNames[act][tongue]].join('\t'),
    ...answer.reasons.map((reason) => reason[tongue]),
  ];
  process.stdout.write(`${values.json ? JSON.stringify(answer) : told.join('\n')}\n`);
  return answer.may ? 0 : 1;
}
