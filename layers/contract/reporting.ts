import { movesOf } from '@geoarchive/domain/lifecycle.ts';
import { reportTables } from '@geoarchive/domain/reporting/figure.ts';
import {
  annualReportLifecycle,
  reportEditors,
  reportReaders,
  textPartCodes,
} from '@geoarchive/domain/reporting/report.ts';
import * as z from 'zod';
import { yearFigures } from './figure-parts.ts';
import { job } from './jobs.ts';
import { annualReport, evidenceItem, reportLine, runRef } from './reporting-parts.ts';
import { bytes, route } from './route.ts';
import { bilingual, gid } from './shared.ts';

const read = { api: 'internal', module: 'reporting', allow: [...reportReaders], scope: 'node' } as const;
const edit = { ...read, allow: [...reportEditors] } as const;
const one = z.object({ id: gid });
const year = z.coerce.number().int().min(2000).max(2999);
const unit = z.string().max(20);
const code = z.string().regex(/^[TE]\d?\.[a-z-]{1,30}$/);
const words = z.string().trim();

export const listAnnualReports = route({
  ...read,
  method: 'GET',
  path: '/reporting/reports',
  audit: 'reporting.list',
  summary: {
    zh: '某年度各单位的年报及其状态',
    en: 'The annual reports of a year: each unit, and how far its report is',
  },
  query: z.object({ year }),
  reply: z.object({ year: z.number().int(), items: z.array(reportLine) }),
});
export const beginReport = route({
  ...edit,
  method: 'POST',
  path: '/reporting/reports',
  audit: 'reporting.begin',
  status: 201,
  summary: {
    zh: '开始编报：建立年报并汇总业务数据',
    en: 'Begin the report of a year: its figures are then made of operations',
  },
  body: z.object({ year }),
  reply: annualReport,
});
export const getAnnualReport = route({
  ...read,
  method: 'GET',
  path: '/reporting/reports/{id}',
  audit: 'reporting.read',
  summary: { zh: '年报：各表数据、说明与文字', en: 'A report: its figures, explanations and texts' },
  params: one,
  reply: annualReport,
});
export const saveTable = route({
  ...edit,
  method: 'PUT',
  path: '/reporting/reports/{id}/tables/{table}',
  audit: 'reporting.save-table',
  summary: {
    zh: '保存一张表的手工数据和变动说明',
    en: 'Save figures entered by hand and explanations of one table; nothing that others changed since is overwritten',
  },
  params: one.extend({ table: z.enum(reportTables) }),
  body: z.object({
    figures: z
      .array(z.object({ figure: code, n: z.number().min(0).max(1e15).nullable() }))
      .max(50)
      .default([]),
    explanations: z
      .array(z.object({ figure: code, text: words.max(1000) }))
      .max(50)
      .default([]),
  }),
  reply: annualReport,
});
export const saveText = route({
  ...edit,
  method: 'PUT',
  path: '/reporting/reports/{id}/texts/{part}',
  audit: 'reporting.save-text',
  summary: { zh: '保存年报的一个文字部分', en: 'Save one of the parts in words' },
  params: one.extend({ part: z.enum(textPartCodes) }),
  body: z.object({ text: words.max(10_000) }),
  reply: annualReport,
});
export const computeReport = route({
  ...read,
  method: 'POST',
  path: '/reporting/reports/{id}/figures',
  audit: 'reporting.compute',
  status: 202,
  summary: {
    zh: '重新汇总业务数据；已签报的年报不变，可与之比较',
    en: 'Make the figures anew; a report that is signed stays as it is and can be compared with them',
  },
  params: one,
  reply: job,
});
const difference = z.object({
  figure: z.string(),
  before: z.number().optional(),
  now: z.number().optional(),
});
export const compareReport = route({
  ...read,
  method: 'GET',
  path: '/reporting/reports/{id}/comparison',
  audit: 'reporting.compare',
  summary: {
    zh: '年报数据与最近一次汇总的差异',
    en: 'What differs between the figures of the report and the newest ones',
  },
  params: one,
  reply: z.object({
    figures: runRef.optional(),
    latest: runRef.optional(),
    /** Whether what was kept of the report, and the object that holds its figures, are still what was signed. */
    intact: z.boolean(),
    differences: z.array(difference),
    /** What differs between the figures of the year before beside the report and what the report of that year says now. */
    beforeDifferences: z.array(difference),
  }),
});
export const moveReport = route({
  ...read,
  method: 'POST',
  path: '/reporting/reports/{id}/moves',
  audit: 'reporting.move',
  summary: { zh: '签报、审核、接收、退回', en: 'Sign, approve, accept, return with the reason' },
  params: one,
  body: z.object({
    move: z.enum(movesOf(annualReportLifecycle)),
    /** Of a return. */
    reason: words.min(1).max(2000).optional(),
  }),
  reply: annualReport,
});

export const listEvidence = route({
  ...read,
  method: 'GET',
  path: '/reporting/reports/{id}/figures/{figure}/objects',
  audit: 'reporting.list-objects',
  summary: { zh: '一项数据背后的对象', en: 'The objects behind a figure, as they were when it was made' },
  params: one.extend({ figure: code }),
  query: z.object({ cursor: z.string().max(200).optional() }),
  reply: z.object({ items: z.array(evidenceItem), cursor: z.string().optional() }),
});

const rolled = z.object({
  n: z.number().optional(),
  units: z.number().int(),
  missing: z.number().int(),
});
const summary = z.object({
  year: z.number().int(),
  title: bilingual,
  /** The units whose reports are in the sums, and those that have none yet. */
  units: z.array(reportLine),
  sums: z.record(z.string(), rolled),
  /** Each unit's own number. */
  byUnit: z.record(z.string(), z.record(z.string(), z.number())),
  /** What the portal was told of the year last. */
  opened: yearFigures.optional(),
});
export type ReportSummary = z.infer<typeof summary>;
export const sumReports = route({
  ...read,
  allow: ['MINISTRY_ADMIN'],
  method: 'GET',
  path: '/reporting/summary',
  audit: 'reporting.sum',
  summary: {
    zh: '各单位年报的汇总',
    en: 'The reports of all units added up, with how many have no number',
  },
  query: z.object({ year }),
  reply: summary,
});
export const openFigures = route({
  ...read,
  allow: ['MINISTRY_ADMIN'],
  method: 'POST',
  path: '/reporting/summary/{year}/opening',
  audit: 'reporting.open-figures',
  summary: {
    zh: '向社会公开该年度的全国数据（只汇总部级已接收的年报）',
    en: 'Open the national figures of a year to everybody: sums of the reports that were nationally accepted',
  },
  params: z.object({ year }),
  reply: yearFigures,
});
export const printSummary = route({
  ...read,
  allow: ['MINISTRY_ADMIN'],
  module: 'documents',
  method: 'GET',
  path: '/documents/annual-summaries/{year}',
  audit: 'reporting.print-summary',
  summary: { zh: '全国汇总年报（PDF）', en: 'The reports of all units added up, as PDF' },
  params: z.object({ year }),
  query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
  reply: bytes,
  media: 'application/pdf',
});
export const reportHistory = route({
  ...read,
  method: 'GET',
  path: '/reporting/history',
  audit: 'reporting.history',
  summary: { zh: '一个单位历年的数据', en: "The figures of a unit's reports of all years" },
  query: z.object({ unit: unit.optional() }),
  reply: z.object({
    unit: z.string(),
    name: bilingual,
    kind: reportLine.shape.kind,
    years: z.array(
      z.object({
        year: z.number().int(),
        id: gid,
        state: reportLine.shape.report.unwrap().shape.state,
        values: z.record(z.string(), z.number()),
      }),
    ),
  }),
});
export const printReport = route({
  ...read,
  module: 'documents',
  method: 'GET',
  path: '/documents/annual-reports/{id}',
  audit: 'reporting.print',
  summary: { zh: '年报（PDF）', en: 'The report as PDF' },
  params: one,
  query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
  reply: bytes,
  media: 'application/pdf',
});
