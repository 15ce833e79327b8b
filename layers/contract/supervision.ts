import { taskSources } from '@geoarchive/domain/publication.ts';
import { standings } from '@geoarchive/domain/task.ts';
import * as z from 'zod';
import { job } from './jobs.ts';
import { route } from './route.ts';
import { bilingual, day, gid, instant, page, pageQuery, task } from './shared.ts';
import { decidedDue, registerEntry, registerRow } from './supervision-parts.ts';

const readers = [
  'ARCHIVE_CLERK',
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'CERTIFICATE_OFFICER',
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
  'INSPECTOR',
] as const;
const keepers = ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'] as const;
const base = { api: 'internal', module: 'supervision', allow: [...readers], scope: 'node' } as const;
const one = z.object({ id: gid });

/** An entry of the registers as it is stored; `node` is the archive that receives its data. */
export const register = registerEntry.extend({
  id: gid,
  version: z.number().int(),
  node: z.string(),
  holder: z.string().optional(),
  holderName: z.string().optional(),
  updatedAt: instant,
});
export type Register = z.infer<typeof register>;

export const listRegisters = route({
  ...base,
  method: 'GET',
  path: '/supervision/registers',
  audit: 'register.list',
  summary: { zh: '矿业权与项目登记清单', en: 'Registers of rights and projects, by number' },
  query: pageQuery.extend({
    kind: z.enum(taskSources).default('exploration-right'),
    /** How the number begins. */
    number: z.string().trim().max(50).optional(),
    /** The entries of one holder, of all kinds. */
    holder: z.string().trim().max(60).optional(),
    /** Another archive's, for the ministry. */
    node: z.string().max(20).optional(),
  }),
  reply: page(register),
});
export const getRegister = route({
  ...base,
  method: 'GET',
  path: '/supervision/registers/{id}',
  audit: 'register.read',
  summary: { zh: '登记详情与汇交任务', en: 'One entry with the tasks made from it' },
  params: one,
  reply: register.extend({
    tasks: z.array(task.extend({ subject: z.string() })),
    history: z.array(
      z.object({ at: instant, by: z.string(), action: z.string(), changes: z.array(z.string()) }),
    ),
  }),
});

const rowBatch = z.array(registerRow).min(1).max(100);
const remark = z.object({ code: z.string(), field: z.string(), message: bilingual });

/** What an import would do with one row: to the entry, and to the due dates of its tasks. */
export const registerOutcome = z.object({
  kind: z.enum(taskSources),
  number: z.string(),
  outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
  changes: z.array(z.object({ field: z.string(), before: z.string().optional(), after: z.string() })),
  remarks: z.array(remark),
  duties: z.array(
    z.object({
      subject: z.string(),
      before: day.optional(),
      after: day.optional(),
      /** The archives, where it goes to another. */
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
});
export type RegisterOutcome = z.infer<typeof registerOutcome>;

export const previewRegisters = route({
  ...base,
  allow: [...keepers],
  method: 'POST',
  path: '/supervision/registers/preview',
  audit: 'register.preview',
  summary: {
    zh: '预览登记导入：与现有登记、任务的差异',
    en: 'What an import would change, without changing it',
  },
  body: z.object({ rows: rowBatch }),
  reply: z.object({ items: z.array(registerOutcome) }),
});
const batchOf = z.object({ id: gid, no: z.coerce.number().int().min(1).max(10_000) });
export const putRegisterBatch = route({
  ...base,
  allow: [...keepers],
  method: 'PUT',
  path: '/supervision/registers/imports/{id}/batches/{no}',
  audit: 'register.import-batch',
  summary: { zh: '上传一批待导入的登记', en: 'Send a batch of rows to import' },
  params: batchOf,
  body: z.object({ rows: rowBatch }),
  reply: z.object({ rows: z.number().int() }),
});
export const startRegisterImport = route({
  ...base,
  allow: [...keepers],
  method: 'POST',
  path: '/supervision/registers/imports/{id}',
  audit: 'register.import',
  status: 202,
  summary: { zh: '开始导入登记（后台作业）', en: 'Import the rows that were sent, as a job' },
  params: one,
  body: z.object({
    batches: z.number().int().min(1).max(10_000),
    subject: z.string().trim().min(1).max(200),
  }),
  reply: job,
});
export const undoRegisterImport = route({
  ...base,
  allow: [...keepers],
  method: 'POST',
  path: '/supervision/registers/imports/{id}/undo',
  audit: 'register.undo-import',
  status: 202,
  summary: {
    zh: '撤销一次登记导入（后台作业）',
    en: 'Take an import of registers back, as a job: what changed since stays',
  },
  params: one,
  reply: job,
});

export const recompute = route({
  ...base,
  allow: ['MINISTRY_ADMIN'],
  method: 'POST',
  path: '/supervision/recompute',
  audit: 'register.recompute',
  status: 202,
  summary: {
    zh: '按登记与规则重新推算全部任务（后台作业）',
    en: 'Bring all tasks in line with registers and rules, as a job',
  },
  reply: job,
});

/** What happened to a task, as its page tells it. */
const taskEvent = z.object({
  at: instant,
  by: z.string(),
  action: z.string(),
  /** The due day before and after, where it was changed. */
  before: day.optional(),
  due: day.optional(),
  reason: z.string().optional(),
  /** Days before the day that was reminded of; negative after it. */
  stage: z.number().int().optional(),
});
export const getTask = route({
  ...base,
  method: 'GET',
  path: '/supervision/tasks/{id}',
  audit: 'task.read',
  summary: { zh: '汇交任务详情与历史', en: 'One task: its deposits and what happened to it' },
  params: one,
  reply: task.extend({
    version: z.number().int(),
    deposits: z.array(z.object({ depositId: gid, standing: z.enum(standings) })),
    history: z.array(taskEvent),
  }),
});
export const decideDue = route({
  ...base,
  allow: [...keepers],
  method: 'PUT',
  path: '/supervision/tasks/{id}/due',
  audit: 'task.decide-due',
  summary: {
    zh: '主管部门另定汇交期限（如不可抗力，《条例》第十一条）',
    en: 'Another due date by decision of the authority (force majeure, art. 11)',
  },
  params: one,
  body: z.object({
    due: day,
    ground: decidedDue.shape.ground,
    reason: z.string().trim().min(1).max(1000),
  }),
  reply: task,
});
export const reverseDue = route({
  ...base,
  allow: [...keepers],
  method: 'POST',
  path: '/supervision/tasks/{id}/due/reversal',
  audit: 'task.reverse-due',
  summary: {
    zh: '撤销另定的期限，恢复推算的期限',
    en: 'Take such a decision back: the reckoned day counts again',
  },
  params: one,
  body: z.object({ reason: z.string().trim().min(1).max(1000) }),
  reply: task,
});
