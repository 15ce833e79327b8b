import type { Evaluation } from '@geoarchive/contract/evaluation.ts';
import {
  type IndicatorCode,
  indicatorCodes,
  indicators,
  periodName,
} from '@geoarchive/domain/reporting/evaluation.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Fonts } from '../fonts.ts';
import type { Pen } from '../paper.ts';
import { listTable } from '../parts.ts';
import { asOf, heading, reportPdf } from './frame.ts';

const notMeasured: Bilingual = { zh: '未测', en: 'not measured' };
const scoreOf = (score: number | undefined, pen: Pen): string =>
  score === undefined ? pen.say(notMeasured) : pen.count(score);

/** When what it says came to be so. */
const asOfDay = (of: Evaluation): string => of.corrections.at(-1)?.at ?? of.circulatedAt ?? of.createdAt;

const ranking = ({ results }: Evaluation, pen: Pen): Content =>
  listTable(
    {
      heads: [
        pen.say({ zh: '名次', en: 'Rank' }),
        pen.say({ zh: '单位', en: 'Unit' }),
        pen.say({ zh: '得分', en: 'Score' }),
        pen.say({ zh: '已测权重', en: 'Weight measured' }),
        pen.say({ zh: '历次得分', en: 'Scores before' }),
      ],
      widths: [50, '*', 80, 90, 260],
      rows: results.map(({ rank, name, total, covered, trend }) => [
        rank === undefined ? '—' : String(rank),
        pen.say(name),
        scoreOf(total, pen),
        `${covered}%`,
        trend.map(({ period, total: was }) => `${pen.say(periodName(period))} ${pen.count(was)}`).join('; '),
      ]),
    },
    pen,
  );

const indicatorPart = (code: IndicatorCode, of: Evaluation, pen: Pen): Content[] => [
  heading(`${pen.say(indicators[code].name)} (${of.weights[code] ?? 0})`),
  { text: pen.say(indicators[code].definition), style: 'hint' },
  listTable(
    {
      heads: [
        pen.say({ zh: '单位', en: 'Unit' }),
        pen.say({ zh: '得分', en: 'Score' }),
        pen.say({ zh: '分子', en: 'Part' }),
        pen.say({ zh: '分母', en: 'Whole' }),
      ],
      widths: ['*', 90, 90, 90],
      rows: of.results.map(({ name, indicators: all }) => [
        pen.say(name),
        scoreOf(all[code]?.score, pen),
        all[code]?.part === undefined ? '—' : pen.count(all[code].part),
        all[code]?.whole === undefined ? '—' : pen.count(all[code].whole),
      ]),
    },
    pen,
  ),
];

const scored = (
  of: { score?: number | undefined; part?: number | undefined; whole?: number | undefined },
  pen: Pen,
) =>
  of.part === undefined || of.whole === undefined
    ? scoreOf(of.score, pen)
    : `${scoreOf(of.score, pen)} (${pen.count(of.part)} / ${pen.count(of.whole)})`;

/** What was corrected since it was circulated first: old and new values, and by which appeal. */
const correctionsPart = (of: Evaluation, pen: Pen): Content[] => {
  const { say, time } = pen;
  if (of.corrections.length === 0) return [];
  return [
    heading(say({ zh: '更正说明', en: 'Corrections' })),
    ...of.corrections.flatMap(({ name, appeal, at, text, items, total, rank }, no): Content[] => [
      {
        text: say({
          zh: `第 ${no + 2} 版，${time(at)}：${say(name)}，依据申诉 ${appeal.number}。${text}`,
          en: `Edition ${no + 2}, ${time(at)}: ${say(name)}, by the appeal ${appeal.number}. ${text}`,
        }),
        style: 'body',
      },
      listTable(
        {
          heads: [
            say({ zh: '项目', en: 'What' }),
            say({ zh: '原通报', en: 'As circulated' }),
            say({ zh: '更正后', en: 'Corrected' }),
          ],
          widths: ['*', 180, 180],
          rows: [
            ...items.map(({ indicator, before, after }) => [
              say(indicators[indicator].name),
              scored(before, pen),
              scored(after, pen),
            ]),
            [say({ zh: '得分', en: 'Score' }), scoreOf(total.before, pen), scoreOf(total.after, pen)],
            [say({ zh: '名次', en: 'Rank' }), String(rank.before ?? '—'), String(rank.after ?? '—')],
          ],
        },
        pen,
      ),
    ]),
  ];
};

/** The indicators that somebody has a score in; the others are named in one line. */
const contentOf = (of: Evaluation, pen: Pen): Content[] => {
  const isScored = (code: IndicatorCode) =>
    of.results.some((one) => one.indicators[code]?.score !== undefined);
  const without = indicatorCodes
    .filter((code) => !isScored(code))
    .map((code) => pen.say(indicators[code].name));
  return [
    { text: pen.say(of.title), style: 'title' },
    ...(of.edition === 1
      ? []
      : [
          {
            text: pen.say({
              zh: `第 ${of.edition} 版（更正）`,
              en: `Edition ${of.edition} (corrected)`,
            }),
            style: 'hint',
          },
        ]),
    asOf(
      {
        zh: '未测的指标不计入得分，不当作零。',
        en: 'What is not measured counts neither for nor against anybody.',
      },
      asOfDay(of),
      pen,
    ),
    ...(of.text === undefined ? [] : [{ text: of.text, style: 'body' }]),
    ...correctionsPart(of, pen),
    heading(pen.say({ zh: '名次', en: 'Ranking' })),
    ranking(of, pen),
    ...(without.length === 0
      ? []
      : [
          {
            text: `${pen.say(notMeasured)}: ${without.join(pen.say({ zh: '、', en: ', ' }))}`,
            style: 'hint',
          },
        ]),
    ...indicatorCodes.filter(isScored).flatMap((code) => indicatorPart(code, of, pen)),
  ];
};

/** The circular of an evaluation (评估通报) as PDF. */
export const circularPdf = (of: Evaluation, language: Language, fonts: Fonts): Promise<Uint8Array> =>
  reportPdf(of, { title: of.title, asOf: asOfDay(of), content: contentOf }, language, fonts);
