import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { type Figure, type ReportTable, reportTables, units } from '@geoarchive/domain/reporting/figure.ts';
import { annualReportLifecycle, textPartCodes, textParts } from '@geoarchive/domain/reporting/report.ts';
import { figuresIn, tableNames } from '@geoarchive/domain/reporting/tables/tables.ts';
import { dimensionCodes, dimensions, partName } from '@geoarchive/domain/reporting/words.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Fonts } from '../fonts.ts';
import type { Pen } from '../paper.ts';
import { listTable } from '../parts.ts';
import { heading, reportPdf } from './frame.ts';

export const notMeasured: Bilingual = { zh: '未测', en: 'not measured' };
const none = '—';
const origins: Record<AnnualReport['values'][string]['from'], Bilingual> = {
  operations: { zh: '业务汇总', en: 'counted' },
  manual: { zh: '手工填报', en: 'entered' },
  share: { zh: '计算', en: 'reckoned' },
  'not-measured': { zh: '', en: '' },
};

/** A number of a figure as people read it, or what is said where there is none. */
export const numberOf = (figure: Figure, n: number | undefined, missing: string, pen: Pen): string => {
  if (n === undefined) return missing;
  return figure.unit === 'byte' ? pen.bytes(n) : pen.count(n);
};

/** The figures of a table that the unit reports: some are others' only. */
const said = (table: ReportTable, of: AnnualReport): Figure[] =>
  figuresIn(table).filter(({ code }) => of.values[code] !== undefined);

const figureRows = (table: ReportTable, of: AnnualReport, pen: Pen): string[][] =>
  said(table, of).map((figure) => {
    const value = of.values[figure.code];
    return [
      pen.say(figure.name),
      pen.say(units[figure.unit]),
      numberOf(figure, value?.n, pen.say(notMeasured), pen),
      numberOf(figure, value?.before, none, pen),
      pen.say(origins[value?.from ?? 'not-measured']),
      of.explanations[figure.code]?.text ?? '',
    ];
  });

/** The parts of the figures of a table that are told apart, as one list under it. */
const partRows = (table: ReportTable, of: AnnualReport, pen: Pen): string[][] =>
  said(table, of).flatMap((figure) =>
    dimensionCodes.flatMap((by) =>
      Object.entries(of.values[figure.code]?.by?.[by] ?? {})
        .toSorted(([, a], [, b]) => b - a)
        .map(([part, n]) => [
          pen.say(figure.name),
          pen.say(dimensions[by]),
          pen.say(partName(by, part)),
          numberOf(figure, n, none, pen),
        ]),
    ),
  );

const tablePart = (table: ReportTable, of: AnnualReport, pen: Pen): Content[] => {
  const { say } = pen;
  const parts = partRows(table, of, pen);
  return [
    heading(say(tableNames[table])),
    listTable(
      {
        heads: [
          say({ zh: '指标', en: 'Figure' }),
          say({ zh: '单位', en: 'Unit' }),
          say({ zh: `${of.year} 年`, en: String(of.year) }),
          say({ zh: '上年', en: 'Year before' }),
          say({ zh: '来源', en: 'Source' }),
          say({ zh: '说明', en: 'Explanation' }),
        ],
        widths: [150, 55, 110, 110, 70, '*'],
        rows: figureRows(table, of, pen),
      },
      pen,
    ),
    ...(parts.length === 0
      ? []
      : [
          listTable(
            {
              heads: [
                say({ zh: '其中', en: 'Of which' }),
                say({ zh: '分组', en: 'Told apart' }),
                say({ zh: '项', en: 'Part' }),
                say({ zh: '数量', en: 'Number' }),
              ],
              widths: [150, 110, '*', 110],
              rows: parts,
            },
            pen,
          ),
        ]),
  ];
};

const textPart = (of: AnnualReport, pen: Pen): Content[] =>
  textPartCodes.flatMap((part) => [
    heading(pen.say(textParts[part])),
    { text: of.texts[part]?.text || none, style: 'body' },
  ]);

const headPart = (of: AnnualReport, pen: Pen): Content[] => {
  const { say } = pen;
  const signed =
    of.signed &&
    say({
      zh: `签报：${of.signed.name}，${pen.time(of.signed.at)}`,
      en: `Signed: ${of.signed.name}, ${pen.time(of.signed.at)}`,
    });
  const states = annualReportLifecycle.states;
  const state = say(states[of.state]);
  return [
    { text: say(of.title), style: 'title' },
    { text: say(of.name), alignment: 'center', margin: [0, 0, 0, pen.sized(4)] },
    {
      text: [
        say({
          zh: `统计期间：${of.year} 年 1 月 1 日至 12 月 31 日。`,
          en: `Period: 1 January to 31 December ${of.year}. `,
        }),
        say({ zh: `状态：${state}。`, en: `State: ${state}. ` }),
        signed ?? '',
      ].join(''),
      style: 'hint',
    },
    ...(of.before === undefined
      ? []
      : [
          {
            text: say({
              zh: `上年数据取自 ${of.before.year} 年度年报（当时为“${states[of.before.state].zh}”）；变动超过 ${of.jumps.percent}% 且不少于 ${of.jumps.least} 的，须说明原因。`,
              en: `The year before is taken from the report of ${of.before.year} ("${states[of.before.state].en}" then); changes of more than ${of.jumps.percent}% and of at least ${of.jumps.least} are explained.`,
            }),
            style: 'hint',
          },
        ]),
    ...(of.figures === undefined
      ? []
      : [
          {
            text: say({
              zh: `业务数据汇总于 ${pen.time(of.figures.at)}，SHA-256 ${of.figures.sha256}。各表由本系统根据业务推导，“未测”表示尚无数据来源，不等于零。`,
              en: `Figures made of operations on ${pen.time(of.figures.at)}, SHA-256 ${of.figures.sha256}. The tables are this system's own; "not measured" means that nothing tells it yet, not nought.`,
            }),
            style: 'hint',
          },
        ]),
  ];
};

const contentOf = (of: AnnualReport, pen: Pen): Content[] => [
  ...headPart(of, pen),
  ...reportTables.flatMap((table) => tablePart(table, of, pen)),
  ...textPart(of, pen),
  {
    unbreakable: true,
    margin: [0, pen.sized(18), 0, 0],
    columns: [
      { text: pen.say({ zh: '填报单位（盖章）：', en: 'Unit (seal):' }) },
      { text: pen.say({ zh: '审核单位（盖章）：', en: 'Checked by (seal):' }) },
      { text: pen.say({ zh: '信息员：', en: 'Information officer:' }) },
    ],
  },
];

/** An annual report (管理年报) as PDF under its official title: tables, explanations, parts in words. */
export const annualReportPdf = (of: AnnualReport, language: Language, fonts: Fonts): Promise<Uint8Array> =>
  reportPdf(
    of,
    { title: of.title, asOf: of.figures?.at ?? of.createdAt, content: contentOf },
    language,
    fonts,
  );
