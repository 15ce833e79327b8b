import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { evaluationLifecycle, indicatorCodes } from '@geoarchive/domain/reporting/evaluation.ts';
import { periodOf } from '@geoarchive/domain/reporting/period.ts';
import { reportReaders } from '@geoarchive/domain/reporting/report.ts';
import * as z from 'zod';
import { evidenceItem } from './reporting-parts.ts';
import { bytes, route } from './route.ts';
import { bilingual, gid, instant, sha256 } from './shared.ts';

const read = { api: 'internal', module: 'reporting', allow: [...reportReaders], scope: 'node' } as const;
const ministry = { ...read, allow: ['MINISTRY_ADMIN'] } as const;
const one = z.object({ id: gid });
const state = z.enum(statesOf(evaluationLifecycle));
const period = z.string().refine((code) => periodOf(code) !== undefined, '2025, 2025-H1, 2025-Q3');
const measured = z.object({
  score: z.number().optional(),
  part: z.number().optional(),
  whole: z.number().optional(),
});
const result = z.object({
  unit: z.string(),
  indicators: z.record(z.string(), measured),
  total: z.number().optional(),
  covered: z.number().int(),
  rank: z.number().int().optional(),
});
export const weights = z.partialRecord(z.enum(indicatorCodes), z.number().min(0).max(1000));

const correctedItem = z.object({
  indicator: z.enum(indicatorCodes),
  part: z.number().int().min(0).max(1e12),
  whole: z.number().int().min(0).max(1e12),
});
const appeal = z.object({ id: gid, number: z.string() });
/** What a granted appeal changed of a circulated evaluation; each makes an edition of its own. */
const correction = z.object({
  unit: z.string(),
  items: z.array(correctedItem).min(1).max(12),
  appeal,
  text: z.string(),
  by: z.string(),
  at: instant,
});
const change = z.object({ before: z.number().optional(), after: z.number().optional() });
const mostCorrections = 100;

export const evaluationBody = z.object({
  period: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  /** The job that counts, whose run the results rest on. */
  job: gid,
  /** As they were when it was circulated. */
  weights: weights.optional(),
  results: z.array(result).optional(),
  /** The SHA-256 of each unit's figures, and through them of the objects behind them. */
  sealed: z.record(z.string(), sha256).optional(),
  circulated: z.object({ by: z.string(), at: instant, text: z.string() }).optional(),
  /** Oldest first; `results` stay those that were circulated. */
  corrections: z.array(correction).max(mostCorrections).optional(),
});

const line = z.object({
  id: gid,
  period: z.string(),
  title: bilingual,
  state,
  version: z.number().int(),
  createdAt: instant,
  circulatedAt: instant.optional(),
});
export const evaluation = line.extend({
  moves: z.array(z.enum(movesOf(evaluationLifecycle))),
  /** Whether it is still being counted; there are no results then. */
  computing: z.boolean(),
  text: z.string().optional(),
  weights: z.record(z.string(), z.number()),
  /** 1 as circulated; each correction makes the next. */
  edition: z.number().int(),
  /** Oldest first, with the old values and the new. */
  corrections: z.array(
    correction.extend({
      name: bilingual,
      items: z.array(z.object({ indicator: z.enum(indicatorCodes), before: measured, after: measured })),
      total: change,
      rank: change,
    }),
  ),
  /** For the ministry: appeals that were granted, at least in part, and changed nothing yet. */
  granted: z.array(appeal.extend({ unit: z.string(), name: bilingual })),
  /** The best first, each with its total in the evaluations before, the oldest first. */
  results: z.array(
    result.extend({
      name: bilingual,
      trend: z.array(z.object({ period: z.string(), total: z.number() })),
    }),
  ),
});
export type Evaluation = z.infer<typeof evaluation>;

export const listEvaluations = route({
  ...read,
  method: 'GET',
  path: '/reporting/evaluations',
  audit: 'evaluation.list',
  summary: { zh: '评估通报清单', en: 'Evaluations, newest period first; drafts for the ministry alone' },
  reply: z.object({ items: z.array(line) }),
});
export const beginEvaluation = route({
  ...ministry,
  method: 'POST',
  path: '/reporting/evaluations',
  audit: 'evaluation.begin',
  status: 201,
  summary: {
    zh: '测算一个期间的评估',
    en: 'Evaluate all units for a period; one that is a draft is counted anew',
  },
  body: z.object({ period }),
  reply: evaluation,
});
export const getEvaluation = route({
  ...read,
  method: 'GET',
  path: '/reporting/evaluations/{id}',
  audit: 'evaluation.read',
  summary: { zh: '评估结果：指标、得分、名次与趋势', en: 'An evaluation: indicators, scores, ranks, trend' },
  params: one,
  reply: evaluation,
});
export const circulateEvaluation = route({
  ...ministry,
  method: 'POST',
  path: '/reporting/evaluations/{id}/circular',
  audit: 'evaluation.circulate',
  summary: { zh: '通报评估结果', en: 'Circulate an evaluation: what it says then stays' },
  params: one,
  body: z.object({ text: z.string().trim().min(1).max(4000) }),
  reply: evaluation,
});
export const correctEvaluation = route({
  ...ministry,
  method: 'POST',
  path: '/reporting/evaluations/{id}/corrections',
  audit: 'evaluation.correct',
  summary: {
    zh: '按支持的申诉更正通报的指标，形成更正版',
    en: 'Correct what was circulated, by an appeal that was granted: a further edition, with the old values beside the new',
  },
  params: one,
  body: z.object({
    appeal: gid,
    items: z.array(correctedItem).min(1).max(12),
    text: z.string().trim().min(1).max(2000),
  }),
  reply: evaluation,
});
export const listEvaluationObjects = route({
  ...read,
  method: 'GET',
  path: '/reporting/evaluations/{id}/units/{unit}/figures/{figure}/objects',
  audit: 'evaluation.list-objects',
  summary: { zh: '一项评估数据背后的对象', en: "The objects behind a figure of a unit's evaluation" },
  params: one.extend({ unit: z.string().regex(/^[A-Z0-9-]{2,20}$/), figure: z.string().max(40) }),
  query: z.object({ cursor: z.string().max(200).optional() }),
  reply: z.object({ items: z.array(evidenceItem), cursor: z.string().optional() }),
});
export const printEvaluation = route({
  ...read,
  module: 'documents',
  method: 'GET',
  path: '/documents/evaluations/{id}',
  audit: 'evaluation.print',
  summary: { zh: '评估通报（PDF）', en: 'The circular of an evaluation as PDF' },
  params: one,
  query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
  reply: bytes,
  media: 'application/pdf',
});
