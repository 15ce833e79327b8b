import { custodyReaders, entrustedKinds, entrusters } from '@geoarchive/domain/custody/agreement.ts';
import {
  bringers,
  conditions,
  holdingListLifecycle,
  tieFindingCodes,
} from '@geoarchive/domain/custody/holding.ts';
import { tieKinds } from '@geoarchive/domain/custody/ties.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import * as z from 'zod';
import { custodian, text } from './custody-parts.ts';
import { job } from './jobs.ts';
import { route } from './route.ts';
import { gid, instant, page, pageQuery } from './shared.ts';

const base = { api: 'internal', module: 'custody', allow: [...custodyReaders], scope: 'node' } as const;
/** Who brings lists: a custodian its own; an authority that decides on them, for one that cannot. */
const bringing = { ...base, allow: ['CUSTODIAN_ADMIN', ...entrusters] } as const;
const one = z.object({ id: gid });

/** The year that a list is for. */
export const period = z.string().regex(/^20\d{2}$/, 'YYYY');
const ofList = z.object({ custodian, period });

/** A number of something else, in half width and without blanks around it, however it was typed. */
const tie = (most: number) => z.string().normalize('NFKC').trim().max(most);

/** A set that a custodian holds, as a line of its list says it. */
export const holdingRow = z.object({
  /** Lists are compared in the order of codes, which is one order in table and program up to U+FFFF. */
  code: text(60).regex(/^[^\u{10000}-\u{10ffff}]*$/u),
  custodian,
  kind: z.enum(entrustedKinds),
  title: text(255),
  category: z.string().trim().max(60).optional(),
  task: tie(60).optional(),
  dossier: tie(60).optional(),
  well: tie(60).optional(),
  box: tie(200).optional(),
  count: z.number().min(0).max(1_000_000_000),
  unit: text(20),
  place: text(200),
  condition: z.enum(conditions),
  services: z.number().int().min(0).max(10_000_000).optional(),
  remark: z.string().trim().max(500).optional(),
});
export type HoldingRow = z.infer<typeof holdingRow>;
/** What of its ties was not found. */
export const holding = holdingRow.extend({ findings: z.array(z.enum(tieFindingCodes)) });
export type Holding = z.infer<typeof holding>;

const figures = z.object({
  rows: z.number().int(),
  findings: z.number().int(),
  services: z.number().int(),
  byKind: z.record(z.enum(entrustedKinds), z.number().int()),
  byCondition: z.record(z.enum(conditions), z.number().int()),
  /** How much there is, by kind and unit. */
  amounts: z.array(z.object({ kind: z.enum(entrustedKinds), unit: z.string(), count: z.number() })).max(100),
});
export type HoldingFigures = z.infer<typeof figures>;
const differences = z.object({
  added: z.number().int(),
  gone: z.number().int(),
  changed: z.number().int(),
  /** The period that it was compared with. */
  before: period,
});

export const holdingListBody = z.object({
  node: custodian,
  period,
  figures,
  /** Left out for a custodian's first list. */
  differences: differences.optional(),
  /** The import that was last begun or taken back, until the list is counted behind it; till then its figures are not its own. */
  uncounted: gid.optional(),
  /** Who began the last import. */
  broughtBy: z.enum(bringers).optional(),
  handedInAt: instant.optional(),
  said: z
    .array(
      z.object({
        move: z.enum(movesOf(holdingListLifecycle)),
        text: z.string(),
        by: z.string(),
        at: instant,
        /** Handed in by an authority for the custodian. */
        onBehalf: z.literal(true).optional(),
      }),
    )
    .max(100),
});
export type HoldingListBody = z.infer<typeof holdingListBody>;
export const holdingList = holdingListBody.extend({
  id: gid,
  version: z.number().int(),
  state: z.enum(statesOf(holdingListLifecycle)),
  moves: z.array(z.enum(movesOf(holdingListLifecycle))),
  /** Whether the caller imports into it and takes rows out, and whether for its custodian. */
  mayImport: z.boolean(),
  onBehalf: z.boolean(),
});
export type HoldingList = z.infer<typeof holdingList>;

export const listHoldingLists = route({
  ...base,
  method: 'GET',
  path: '/custody/holding-lists',
  audit: 'custody.list-lists',
  summary: { zh: '各保管单位的保管清单，最近年度在前', en: 'Holding lists, the newest year first' },
  query: pageQuery.extend({ custodian: custodian.optional() }),
  reply: page(holdingList),
});
export const getHoldingList = route({
  ...base,
  method: 'GET',
  path: '/custody/holding-lists/{custodian}/{period}',
  audit: 'custody.read-list',
  summary: { zh: '一份保管清单的概况', en: 'One holding list: figures, differences, history' },
  params: ofList,
  reply: holdingList,
});
export const listHoldings = route({
  ...base,
  method: 'GET',
  path: '/custody/holding-lists/{custodian}/{period}/rows',
  audit: 'custody.list-holdings',
  summary: { zh: '保管清单明细', en: 'Rows of a holding list, by code. A page may hold fewer than fit' },
  params: ofList,
  query: pageQuery.extend({
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    kind: z.enum(entrustedKinds).optional(),
    condition: z.enum(conditions).optional(),
    /** Only those with a tie that was not found. */
    findings: z.enum(['yes']).optional(),
  }),
  reply: page(holding),
});
const compared = z.object({
  code: z.string(),
  standing: z.enum(['added', 'gone', 'changed']),
  row: holding.optional(),
  before: holding.optional(),
});
export type ComparedHolding = z.infer<typeof compared>;
export const listHoldingDifferences = route({
  ...base,
  method: 'GET',
  path: '/custody/holding-lists/{custodian}/{period}/differences',
  audit: 'custody.list-differences',
  summary: {
    zh: '与上一年度清单的差异：新增、减少、变化',
    en: 'What differs from the list before: added, gone, changed. A page may hold fewer than fit',
  },
  params: ofList,
  query: pageQuery.extend({ standing: z.enum(['added', 'gone', 'changed']).optional() }),
  reply: page(compared),
});
export const moveHoldingList = route({
  ...bringing,
  method: 'POST',
  path: '/custody/holding-lists/{custodian}/{period}/moves',
  audit: 'custody.move-list',
  summary: {
    zh: '报送、接收或退回保管清单；主管部门代为导入的可代为报送',
    en: 'Hand a list in, accept it, or send it back; an authority hands in what it brought for the custodian',
  },
  params: ofList,
  body: z.object({
    move: z.enum(movesOf(holdingListLifecycle)),
    text: z.string().trim().max(2000).default(''),
  }),
  reply: holdingList,
});

export const removedHolding = z.object({ row: holding, reason: z.string(), by: z.string(), at: instant });
export type RemovedHolding = z.infer<typeof removedHolding>;
export const removeHolding = route({
  ...bringing,
  method: 'POST',
  path: '/custody/holding-lists/{custodian}/{period}/removals',
  audit: 'custody.remove-holding',
  summary: {
    zh: '移除填报中清单的一行，写明理由',
    en: 'Take a row out of a list being filled, with the reason',
  },
  params: ofList,
  body: z.object({ code: holdingRow.shape.code, reason: text(2000) }),
  reply: holdingList,
});
export const listRemovedHoldings = route({
  ...base,
  method: 'GET',
  path: '/custody/holding-lists/{custodian}/{period}/removals',
  audit: 'custody.list-removed',
  summary: { zh: '已移除的行及理由', en: 'Rows that were taken out of a list, and why' },
  params: ofList,
  query: pageQuery,
  reply: page(removedHolding),
});
export const restoreHolding = route({
  ...bringing,
  method: 'POST',
  path: '/custody/holding-lists/{custodian}/{period}/restorals',
  audit: 'custody.restore-holding',
  summary: { zh: '恢复已移除的一行', en: 'Put a row back that was taken out' },
  params: ofList,
  body: z.object({ code: holdingRow.shape.code }),
  reply: holdingList,
});

const rowBatch = z.array(holdingRow).min(1).max(100);
export const holdingOutcome = z.object({
  code: z.string(),
  outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
  /** How it stands to the list before. */
  standing: z.enum(['added', 'changed', 'same']),
  changes: z.array(z.object({ field: z.string(), before: z.string().optional(), after: z.string() })),
  findings: z.array(z.enum(tieFindingCodes)),
});
export type HoldingOutcome = z.infer<typeof holdingOutcome>;
export const previewHoldings = route({
  ...bringing,
  method: 'POST',
  path: '/custody/holding-imports/preview',
  audit: 'custody.preview-holdings',
  summary: {
    zh: '预览保管清单导入：与本年度已有清单、与上一年度的差异',
    en: 'What an import would change, and how it differs from the list before',
  },
  body: z.object({ custodian, period, rows: rowBatch }),
  reply: z.object({ items: z.array(holdingOutcome) }),
});
export const putHoldingBatch = route({
  ...bringing,
  method: 'PUT',
  path: '/custody/holding-imports/{id}/batches/{no}',
  audit: 'custody.import-batch',
  summary: { zh: '上传一批待导入的保管清单', en: 'Send a batch of rows of a holding list' },
  params: z.object({ id: gid, no: z.coerce.number().int().min(1).max(10_000) }),
  body: z.object({ custodian, rows: rowBatch }),
  reply: z.object({ rows: z.number().int() }),
});
export const startHoldingImport = route({
  ...bringing,
  method: 'POST',
  path: '/custody/holding-imports/{id}',
  audit: 'custody.import-holdings',
  status: 202,
  summary: { zh: '开始导入保管清单（后台作业）', en: 'Import the rows that were sent, as a job' },
  params: one,
  body: z.object({ custodian, period, batches: z.number().int().min(1).max(10_000), subject: text(200) }),
  reply: job,
});
export const undoHoldingImport = route({
  ...bringing,
  method: 'POST',
  path: '/custody/holding-imports/{id}/undo',
  audit: 'custody.undo-import',
  status: 202,
  summary: {
    zh: '撤销一次保管清单导入（后台作业）',
    en: 'Take an import of a holding list back, as a job: what changed since stays',
  },
  params: one,
  reply: job,
});
export const listTies = route({
  ...base,
  method: 'GET',
  path: '/custody/ties',
  audit: 'custody.list-ties',
  summary: {
    zh: '一个任务、案卷或井（孔）的原始、实物资料由谁保管',
    en: 'Who holds what of a task, a dossier or a well',
  },
  query: pageQuery.extend({
    of: z.enum(tieKinds),
    value: text(60),
  }),
  reply: page(holding.extend({ period })),
});
