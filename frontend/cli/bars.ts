import { parseArgs } from 'node:util';
import { bars } from '@geoarchive/contract/routes.ts';
import { barChangeNames } from '@geoarchive/domain/supervision/bar-changes.ts';
import { type BarState, barKindNames, barLifecycle } from '@geoarchive/domain/supervision/bars.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import { language } from './language.ts';
import { openAs } from './session.ts';

const help = {
  zh: `用法：npm run cli -- bars list [--state in-force|ended|lifted] [--json] [--user NAME] [--endpoints F]
      npm run cli -- bars changes [--after 序号] [--json]

list：准入限制，一行一个，最新的在前。changes：变更流水，序号之后的全部；最后一行的序号就是下次的 --after。
`,
  en: `Usage: npm run cli -- bars list [--state in-force|ended|lifted] [--json] [--user NAME] [--endpoints F]
       npm run cli -- bars changes [--after NUMBER] [--json]

list: bars, one a line, newest first. changes: the feed after a number; the number of its last line is the next --after.
`,
};

const optionsOf = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      state: { type: 'string', default: 'in-force' },
      after: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      user: { type: 'string' },
      lang: { type: 'string' },
      endpoints: { type: 'string', default: '.local/endpoints.json' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
type Values = ReturnType<typeof optionsOf>['values'];

const isState = (name: string): name is BarState => Object.hasOwn(barLifecycle.states, name);
const print = (json: boolean, of: object, told: readonly string[]) =>
  process.stdout.write(`${json ? JSON.stringify(of) : told.join('\t')}\n`);

const list = async (state: BarState, values: Values, tongue: Language): Promise<void> => {
  const { client } = await openAs('MINISTRY_ADMIN', values, tongue);
  let cursor: string | undefined;
  do {
    const query = { state, limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const page = await client.call(bars.listBars, { query });
    for (const of of page.items) {
      const days = [of.from, of.ended?.on ?? of.until ?? ''];
      const ground = barKindNames[of.kind][tongue];
      print(values.json, of, [...days, of.organisation, ground, of.cause.number, of.node]);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
};

const changes = async (from: number, values: Values, tongue: Language): Promise<void> => {
  const { client } = await openAs('REGISTRY', values, tongue);
  let more = true;
  for (let after = from; more; ) {
    const page = await client.call(bars.barChanges, { query: { after, limit: 500 } });
    for (const of of page.items) {
      const { sequence, at, change, organisation, ground, paper, on } = of;
      const told = [barChangeNames[change][tongue], organisation, barKindNames[ground][tongue], paper, on];
      print(values.json, of, [String(sequence), at, ...told]);
    }
    after = page.last;
    more = page.more;
  }
};

/** `bars list` and `bars changes`: 0 done, 2 wrong arguments. */
export async function barsCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    process.stdout.write(help[tongue]);
    return 0;
  }
  const [verb, ...rest] = positionals;
  const { state, after } = values;
  if (rest.length === 0 && verb === 'list' && isState(state)) await list(state, values, tongue);
  else if (rest.length === 0 && verb === 'changes' && /^\d{1,15}$/.test(after))
    await changes(Number(after), values, tongue);
  else {
    process.stderr.write(help[tongue]);
    return 2;
  }
  return 0;
}
