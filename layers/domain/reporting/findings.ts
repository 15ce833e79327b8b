import type { Bilingual } from '../text.ts';
import { type ReportTable, reportTables, type TableCode } from './figure.ts';
import { type TextPart, textPartCodes, textParts } from './report.ts';
import { figureOf, figures } from './tables/tables.ts';
import { brokenChecks, type JumpLimits, jumpsOf, type Values } from './values.ts';

export type Finding = {
  code: string;
  severity: 'error' | 'warning';
  message: Bilingual;
  table?: ReportTable;
  figure?: string;
};

const isReportTable = (table: TableCode): table is ReportTable => reportTables.some((one) => one === table);
const placeOf = (figure: string): { table?: ReportTable; figure: string } => {
  const table = figureOf(figure)?.table;
  return table !== undefined && isReportTable(table) ? { table, figure } : { figure };
};
const nameOf = (figure: string): Bilingual => figureOf(figure)?.name ?? { zh: figure, en: figure };

const brokenFinding = (values: Values): Finding[] =>
  brokenChecks(values).map(({ code, severity, text, found, left }) => ({
    ...{ code, severity, ...placeOf(left[0] ?? '') },
    message: {
      zh: `${text.zh}（${found.left}，${found.right}）`,
      en: `${text.en} (${found.left}, ${found.right})`,
    },
  }));

/** The figures that will be printed as not measured, in one. */
const unmeasured = (of: { values: Values; computed: boolean }): Finding[] => {
  if (!of.computed) return [];
  const missing = figures.filter(({ code, source, table }) => {
    const value = of.values[code];
    return table !== 'E' && source.kind !== 'share' && value !== undefined && value.n === undefined;
  });
  if (missing.length === 0) return [];
  return [
    {
      ...{ code: 'not-measured', severity: 'warning' },
      message: {
        zh: `${missing.length} 项没有数据，将印为“未测”：${missing.map(({ name }) => name.zh).join('、')}。`,
        en: `${missing.length} figures have no number and will be printed as "not measured": ${missing.map(({ name }) => name.en).join(', ')}.`,
      },
    },
  ];
};

/**
 * What has to be done before a report may be signed (errors), and what people should look at: conditions that do not hold, jumps without an
 * explanation, parts without words, figures to be entered that are not there.
 */
export const findingsOf = (of: {
  values: Values;
  before: Values | undefined;
  computed: boolean;
  explained: (figure: string) => boolean;
  written: (part: TextPart) => boolean;
  jumps?: JumpLimits | undefined;
}): Finding[] => [
  ...(of.computed
    ? []
    : [
        {
          code: 'no-figures',
          severity: 'error' as const,
          message: {
            zh: '还没有汇总业务数据，请先汇总。',
            en: 'No figures were made of operations yet: make them first.',
          },
        },
      ]),
  ...brokenFinding(of.values),
  ...jumpsOf(of.values, of.before, of.jumps)
    .filter(({ figure }) => !of.explained(figure))
    .map(({ figure, before, now }): Finding => {
      const name = nameOf(figure);
      return {
        ...{ code: 'jump', severity: 'error', ...placeOf(figure) },
        message: {
          zh: `“${name.zh}”由 ${before} 变为 ${now}，变动较大，请填写说明。`,
          en: `"${name.en}" went from ${before} to ${now}: please explain.`,
        },
      };
    }),
  ...textPartCodes
    .filter((part) => !of.written(part))
    .map(
      (part): Finding => ({
        ...{ code: 'no-text', severity: 'error' },
        message: {
          zh: `“${textParts[part].zh}”还没有填写。`,
          en: `"${textParts[part].en}" is not written yet.`,
        },
      }),
    ),
  ...unmeasured(of),
];
