import { provinces } from '@geoarchive/domain/regions.ts';
import * as z from 'zod';
import { job } from './jobs.ts';
import { route } from './route.ts';
import { bilingual, day, gid, instant, page, pageQuery, task } from './shared.ts';

const readers = [
  'ARCHIVE_CLERK',
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'CERTIFICATE_OFFICER',
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
  'INSPECTOR',
] as const;
/** Who records organisations: of a province its authority, of all the ministry. */
export const keepers = ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'] as const;
const base = { api: 'internal', module: 'supervision', allow: [...readers], scope: 'node' } as const;
const one = z.object({ id: gid });

const code = z.string().trim().min(1).max(60);
const name = z.string().trim().min(1).max(200);
const ofOne = z.object({ code });
const details = {
  creditCode: z.string().trim().max(18).optional(),
  province: z.string().trim().max(6).optional(),
  parent: code.optional(),
  address: z.string().trim().max(200).optional(),
  phone: z.string().trim().max(60).optional(),
  email: z.string().trim().max(200).optional(),
};

/** How an organisation stands now, as a line of an import says it. What is left out stays as it is. */
export const organisationRow = z.object({ code, name, namedOn: day.optional(), ...details });
export type OrganisationRowInput = z.infer<typeof organisationRow>;

/** An organisation (单位) as it is stored; an earlier name stays. */
export const organisationBody = z.object({
  code,
  names: z
    .array(
      z.object({
        from: day,
        name,
        source: z.enum(['hand', 'import', 'register']),
        number: z.string().optional(),
      }),
    )
    .max(100),
  ...details,
});
const registered = organisationBody.extend({
  version: z.number().int(),
  /** The name it has today. */
  name: z.string(),
  updatedAt: instant,
});
export type Registered = z.infer<typeof registered>;

export const listOrganisations = route({
  ...base,
  method: 'GET',
  path: '/supervision/organisations',
  audit: 'organisation.list',
  summary: {
    zh: '单位登记清单（全国）',
    en: 'Register of organisations, by code; of the whole country. A page may hold fewer than fit',
  },
  query: pageQuery.extend({
    /** Part of a name, also of an earlier one, or of a code. */
    q: z.string().trim().max(100).optional(),
    province: z
      .string()
      .refine((text) => Object.hasOwn(provinces, text), 'province')
      .optional(),
    /** Those directly below one. */
    parent: code.optional(),
  }),
  reply: page(registered),
});
export const getOrganisation = route({
  ...base,
  method: 'GET',
  path: '/supervision/organisations/{code}',
  audit: 'organisation.read',
  summary: {
    zh: '单位详情：曾用名、上下级、汇交任务、变更历史',
    en: 'One organisation: names, group, tasks that it owes, history',
  },
  params: ofOne,
  reply: registered.extend({
    parentName: z.string().optional(),
    below: z.array(z.object({ code: z.string(), name: z.string() })),
    /** Its tasks by due date, those of the reader's archive; of all for the ministry. */
    tasks: z.array(task.pick({ id: true, number: true, name: true, due: true, state: true, node: true })),
    moreTasks: z.boolean(),
    history: z.array(
      z.object({
        at: instant,
        by: z.string(),
        action: z.string(),
        changes: z.array(z.string()),
        reason: z.string().optional(),
      }),
    ),
    mayKeep: z.boolean(),
  }),
});
export const recordOrganisation = route({
  ...base,
  allow: [...keepers],
  method: 'PUT',
  path: '/supervision/organisations/{code}',
  audit: 'organisation.record',
  summary: {
    zh: '登记或更正一个单位（写明理由，保留历史）',
    en: 'Add an organisation, or correct it, with the reason; what is left out is taken away, names stay',
  },
  params: ofOne,
  body: organisationRow.omit({ code: true }).extend({ reason: z.string().trim().min(1).max(1000) }),
  reply: registered,
});

const rowBatch = z.array(organisationRow).min(1).max(100);
const organisationOutcome = z.object({
  code: z.string(),
  outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
  changes: z.array(z.object({ field: z.string(), before: z.string().optional(), after: z.string() })),
  remarks: z.array(z.object({ code: z.string(), field: z.string(), message: bilingual })),
});
export type OrganisationOutcome = z.infer<typeof organisationOutcome>;

export const previewOrganisations = route({
  ...base,
  allow: [...keepers],
  method: 'POST',
  path: '/supervision/organisation-imports/preview',
  audit: 'organisation.preview',
  summary: { zh: '预览单位导入：与现有登记的差异', en: 'What an import would change, without changing it' },
  body: z.object({ rows: rowBatch }),
  reply: z.object({ items: z.array(organisationOutcome) }),
});
export const putOrganisationBatch = route({
  ...base,
  allow: [...keepers],
  method: 'PUT',
  path: '/supervision/organisation-imports/{id}/batches/{no}',
  audit: 'organisation.import-batch',
  summary: { zh: '上传一批待导入的单位', en: 'Send a batch of organisations to import' },
  params: z.object({ id: gid, no: z.coerce.number().int().min(1).max(10_000) }),
  body: z.object({ rows: rowBatch }),
  reply: z.object({ rows: z.number().int() }),
});
export const startOrganisationImport = route({
  ...base,
  allow: [...keepers],
  method: 'POST',
  path: '/supervision/organisation-imports/{id}',
  audit: 'organisation.import',
  status: 202,
  summary: { zh: '开始导入单位（后台作业）', en: 'Import the organisations that were sent, as a job' },
  params: one,
  body: z.object({
    batches: z.number().int().min(1).max(10_000),
    subject: z.string().trim().min(1).max(200),
  }),
  reply: job,
});
export const undoOrganisationImport = route({
  ...base,
  allow: [...keepers],
  method: 'POST',
  path: '/supervision/organisation-imports/{id}/undo',
  audit: 'organisation.undo-import',
  status: 202,
  summary: {
    zh: '撤销一次单位导入（后台作业）',
    en: 'Take an import of organisations back, as a job: what changed since stays',
  },
  params: one,
  reply: job,
});
