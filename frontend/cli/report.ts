import { parseArgs } from 'node:util';
import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import { reportTables, units } from '@geoarchive/domain/reporting/figure.ts';
import { annualReportLifecycle } from '@geoarchive/domain/reporting/report.ts';
import { figuresIn, tableNames } from '@geoarchive/domain/reporting/tables/tables.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import { language } from './language.ts';
import { openAs } from './session.ts';

const help = {
  zh: `用法：npm run cli -- report 年度 [--unit 馆藏机构代码] [--json] [--user NAME] [--endpoints F]

管理年报各表的数据，一项一行：代码、名称、数值、上年、单位；没有数据来源的为“未测”。
--json：一个 JSON 文档，含每张表的每项数据、定义和状态。账号只能看到一个单位时可不给 --unit。
退出码：0 有此年报；1 该单位该年度尚未编报；2 参数错误。
`,
  en: `Usage: npm run cli -- report YEAR [--unit CODE] [--json] [--user NAME] [--endpoints F]

The figures of an annual report, one a line: code, name, number, year before, unit; what nothing tells of is "not measured".
--json: one JSON document with every table, each figure with its definition. --unit may be left out where the account sees one unit only.
Exit codes: 0 there it is; 1 the unit has not begun that report; 2 wrong arguments.
`,
};
const notMeasured = { zh: '未测', en: 'not measured' };

/** Every table with its figures, each with its definition. */
const tablesOf = (of: AnnualReport) =>
  reportTables.map((table) => ({
    table,
    name: tableNames[table],
    figures: figuresIn(table).flatMap(({ code, name, unit, definition }) => {
      const value = of.values[code];
      return value === undefined ? [] : [{ code, name, unit: units[unit], definition, ...value }];
    }),
  }));

const print = (of: AnnualReport, json: boolean, tongue: Language): void => {
  if (json) {
    const { unit, name, title, year, state, version, figures } = of;
    const head = { unit, name, title, year, state, version, figures };
    process.stdout.write(`${JSON.stringify({ ...head, tables: tablesOf(of), findings: of.findings })}\n`);
    return;
  }
  const lines = [
    [of.title[tongue], annualReportLifecycle.states[of.state][tongue]],
    ...tablesOf(of).flatMap(({ name, figures }) => [
      [name[tongue]],
      ...figures.map((one) => [
        one.code,
        one.name[tongue],
        one.n === undefined ? notMeasured[tongue] : String(one.n),
        one.before === undefined ? '' : String(one.before),
        one.unit[tongue],
      ]),
    ]),
  ];
  process.stdout.write(`${lines.map((line) => line.join('\t')).join('\n')}\n`);
};

/** `report YEAR [--unit CODE]`: 0 there it is, 1 not begun, 2 wrong arguments. */
export async function reportCommand(args: string[]): Promise<number> {
  const tongue = language(args);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      unit: { type: 'string' },
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
  const [asked = '', ...rest] = positionals;
  if (rest.length > 0 || !/^2\d{3}$/.test(asked)) {
    process.stderr.write(help[tongue]);
    return 2;
  }
  const { client } = await openAs('MINISTRY_ADMIN', values, tongue);
  const { items } = await client.call(reporting.listAnnualReports, { query: { year: Number(asked) } });
  const [only, ...others] = items;
  if (values.unit === undefined && others.length > 0) {
    const several = {
      zh: '该账号可见多个单位，请用 --unit 指定。',
      en: 'The account sees several units: name one by --unit.',
    };
    process.stderr.write(`${several[tongue]}\n`);
    return 2;
  }
  const found = values.unit === undefined ? only : items.find(({ unit }) => unit === values.unit);
  if (found?.report === undefined) {
    const none = { zh: '该单位该年度尚未编报。', en: 'The unit has not begun that report.' };
    process.stderr.write(`${none[tongue]}\n`);
    return 1;
  }
  print(
    await client.call(reporting.getAnnualReport, { params: { id: found.report.id } }),
    values.json,
    tongue,
  );
  return 0;
}
