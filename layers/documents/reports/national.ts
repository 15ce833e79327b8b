import type { ReportSummary } from '@geoarchive/contract/reporting.ts';
import { type ReportTable, reportTables, units } from '@geoarchive/domain/reporting/figure.ts';
import { annualReportLifecycle, type ReportState } from '@geoarchive/domain/reporting/report.ts';
import { figuresIn, tableNames } from '@geoarchive/domain/reporting/tables/tables.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Fonts } from '../fonts.ts';
import type { Pen } from '../paper.ts';
import { listTable } from '../parts.ts';
import { notMeasured, numberOf } from './annual.ts';
import { asOf, heading, reportPdf } from './frame.ts';

type Facts = ReportSummary & { at: string };
const notBegun: Bilingual = { zh: '尚未编报', en: 'Not begun' };
const stateOf = (state: ReportState | undefined): Bilingual =>
  state === undefined ? notBegun : annualReportLifecycle.states[state];

/** Whose reports are in the sums, and how far each is: sums of drafts are no final ones. */
const unitsPart = (of: Facts, pen: Pen): Content[] => {
  const { say, time } = pen;
  const accepted = of.units.filter(({ report }) => report?.state === 'accepted').length;
  const begun = of.units.filter(({ report }) => report !== undefined).length;
  return [
    heading(say({ zh: '填报单位', en: 'Units' })),
    {
      text: say({
        zh: `共 ${of.units.length} 个单位，已编报 ${begun} 个，其中部级已接收 ${accepted} 个。汇总为已编报单位之和，含尚未接收的年报。`,
        en: `${of.units.length} units, ${begun} with a report, ${accepted} of them nationally accepted. The sums are those of the units with a report, also where it is not accepted yet.`,
      }),
      style: 'hint',
    },
    listTable(
      {
        heads: [
          say({ zh: '单位', en: 'Unit' }),
          say({ zh: '状态', en: 'State' }),
          say({ zh: '签报时间', en: 'Signed' }),
        ],
        widths: ['*', 160, 180],
        rows: of.units.map(({ name, report }) => [
          say(name),
          say(stateOf(report?.state)),
          report?.signed === undefined ? '—' : time(report.signed),
        ]),
      },
      pen,
    ),
  ];
};

const tablePart = (table: ReportTable, of: Facts, pen: Pen): Content[] => [
  heading(pen.say(tableNames[table])),
  listTable(
    {
      heads: [
        pen.say({ zh: '指标', en: 'Figure' }),
        pen.say({ zh: '单位', en: 'Unit' }),
        pen.say({ zh: `${of.year} 年`, en: String(of.year) }),
        pen.say({ zh: '有数据的单位', en: 'Units with a number' }),
      ],
      widths: ['*', 80, 150, 110],
      rows: figuresIn(table).map((figure) => {
        const sum = of.sums[figure.code];
        const [has, missing] = [sum?.units ?? 0, sum?.missing ?? 0];
        return [
          pen.say(figure.name),
          pen.say(units[figure.unit]),
          numberOf(figure, sum?.n, pen.say(notMeasured), pen),
          `${has} / ${has + missing}`,
        ];
      }),
    },
    pen,
  ),
];

const contentOf = (of: Facts, pen: Pen): Content[] => [
  { text: pen.say(of.title), style: 'title' },
  asOf(
    {
      zh: `统计期间：${of.year} 年 1 月 1 日至 12 月 31 日。“未测”的单位不计入，不当作零。`,
      en: `Period: 1 January to 31 December ${of.year}. Units without a number are left out, and are not nought.`,
    },
    of.at,
    pen,
  ),
  ...unitsPart(of, pen),
  ...reportTables.flatMap((table) => tablePart(table, of, pen)),
];

/** The reports of all units added up (全国汇总) as PDF under their official title. */
export const nationalReportPdf = (
  of: ReportSummary,
  { at }: { at: string },
  language: Language,
  fonts: Fonts,
): Promise<Uint8Array> =>
  reportPdf({ ...of, at }, { title: of.title, asOf: at, content: contentOf }, language, fonts);
