import { custodyReaders, entrusters } from '@geoarchive/domain/custody/agreement.ts';
import {
  inspectionLifecycle,
  inspectionLimits,
  rectificationLifecycle,
  results,
} from '@geoarchive/domain/custody/inspection.ts';
import { inspectionGroups } from '@geoarchive/domain/custody/settings.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import * as z from 'zod';
import { authority, custodian, custodyFile, link, sentFile, text } from './custody-parts.ts';
import { bytes, route } from './route.ts';
import { bilingual, day, gid, instant, page, pageQuery } from './shared.ts';

const base = { api: 'internal', module: 'custody', allow: [...custodyReaders], scope: 'node' } as const;
const entrusting = { ...base, allow: [...entrusters] } as const;
const inspecting = { ...base, allow: ['INSPECTOR'] } as const;
const one = z.object({ id: gid });
const { findings: mostFindings, photos: mostPhotos, photosOfFinding } = inspectionLimits;

const answers = z.record(
  z.string().max(20),
  z.object({ result: z.enum(results), note: z.string().trim().max(2000).optional() }),
);
const finding = z.object({
  /** Made where it was found, also without network. */
  id: gid,
  /** Of the item of the checklist that it is about. */
  item: z.string().max(20).optional(),
  text: text(4000),
  severity: z.enum(['minor', 'major']),
  /** The day by which it is rectified; nothing where it is only noted. */
  due: day.optional(),
  photos: z.array(gid).max(photosOfFinding),
});
export type InspectionFinding = z.infer<typeof finding>;

/** What an inspector brings back. */
export const inspectionResults = z.object({
  answers,
  findings: z.array(finding).max(mostFindings),
  conclusion: z.string().trim().max(4000).optional(),
});
export type InspectionResults = z.infer<typeof inspectionResults>;

const plan = z.object({
  custodian,
  /** Who has it carried out: the ministry, or a province. */
  authority,
  checklist: text(40),
  title: text(200),
  plannedOn: day,
  place: z.string().trim().max(200).optional(),
  /** The archive whose inspectors carry it out. */
  archive: z.string().max(20),
  /** Who goes, in words. */
  team: z.string().trim().max(500).optional(),
});
export type InspectionPlan = z.infer<typeof plan>;
const score = z.object({
  total: z.number().optional(),
  groups: z.array(z.object({ group: z.enum(inspectionGroups), score: z.number() })),
});

export const inspectionBody = plan.extend({
  node: custodian,
  number: z.string(),
  checklistVersion: z.number().int(),
  items: z.array(z.object({ code: z.string(), group: z.enum(inspectionGroups), text: bilingual })),
  plannedBy: z.string(),
  results: inspectionResults,
  photos: z.array(custodyFile).max(mostPhotos),
  /** Synchronisations that were taken, the last ones: the same again changes nothing. */
  synced: z.array(gid).max(50),
  done: z.object({ by: z.string(), at: instant }).optional(),
  score: score.optional(),
  rectifications: z.array(gid).max(mostFindings),
  said: z
    .array(
      z.object({ move: z.enum(movesOf(inspectionLifecycle)), text: z.string(), by: z.string(), at: instant }),
    )
    .max(50),
});
export type InspectionBody = z.infer<typeof inspectionBody>;
export const inspection = inspectionBody.omit({ synced: true }).extend({
  id: gid,
  version: z.number().int(),
  state: z.enum(statesOf(inspectionLifecycle)),
  moves: z.array(z.enum(['dispatch', 'cancel', 'close'])),
  /** Whether the caller carries it out. */
  mayInspect: z.boolean(),
  late: z.boolean(),
});
export type Inspection = z.infer<typeof inspection>;

export const listInspections = route({
  ...base,
  method: 'GET',
  path: '/custody/inspections',
  audit: 'custody.list-inspections',
  summary: { zh: '检查清单，按计划日期，最近在前', en: 'Inspections, the latest day first' },
  query: pageQuery.extend({
    custodian: custodian.optional(),
    state: z.enum(statesOf(inspectionLifecycle)).optional(),
  }),
  reply: page(inspection),
});
export const getInspection = route({
  ...base,
  method: 'GET',
  path: '/custody/inspections/{id}',
  audit: 'custody.read-inspection',
  summary: { zh: '检查详情', en: 'One inspection: checklist, answers, findings' },
  params: one,
  reply: inspection,
});
export const planInspection = route({
  ...entrusting,
  method: 'POST',
  path: '/custody/inspections',
  audit: 'custody.plan-inspection',
  status: 201,
  summary: { zh: '计划检查', en: 'Plan an inspection with a checklist' },
  body: plan,
  reply: inspection,
});
export const moveInspection = route({
  ...entrusting,
  method: 'POST',
  path: '/custody/inspections/{id}/moves',
  audit: 'custody.move-inspection',
  summary: { zh: '派发、取消或办结检查', en: 'Dispatch an inspection, call it off, or close it' },
  params: one,
  body: z.object({
    move: z.enum(['dispatch', 'cancel', 'close']),
    text: z.string().trim().max(2000).default(''),
  }),
  reply: inspection,
});
export const putInspectionPhoto = route({
  ...inspecting,
  method: 'PUT',
  path: '/custody/inspections/{id}/photos/{photo}',
  audit: 'custody.put-photo',
  summary: {
    zh: '上传检查照片（编号由平板生成，重复上传不会多出一张）',
    en: 'Send a photo under the id that it was given on the tablet: again it is the same',
  },
  params: z.object({ id: gid, photo: gid }),
  body: sentFile,
  reply: custodyFile,
});
export const openInspectionPhoto = route({
  ...base,
  method: 'GET',
  path: '/custody/inspections/{id}/photos/{photo}/content',
  audit: 'custody.open-photo',
  summary: { zh: '打开检查照片（临时链接）', en: 'Link to a photo, valid for minutes' },
  params: z.object({ id: gid, photo: gid }),
  reply: link,
});
export const syncInspection = route({
  ...inspecting,
  method: 'POST',
  path: '/custody/inspections/{id}/results',
  audit: 'custody.sync-inspection',
  summary: {
    zh: '同步检查结果（离线填写后）；同一次同步重复提交只算一次，服务器上已有变化时报告冲突',
    en: 'Bring results made without network; the same again is one, and what changed here meanwhile is a conflict',
  },
  params: one,
  body: inspectionResults.extend({
    /** Of this synchronisation, made on the tablet. */
    sync: gid,
    /** The version that the tablet started from. */
    base: z.number().int(),
    photos: z.array(gid).max(mostPhotos),
    /** The inspection is over: it is scored, and rectifications are asked for. */
    complete: z.boolean(),
  }),
  reply: inspection,
});

const rectificationSaid = z.object({
  move: z.enum(movesOf(rectificationLifecycle)),
  text: z.string(),
  by: z.string(),
  at: instant,
});
/** Files of evidence of one rectification. */
export const mostEvidence = 20;
export const rectificationBody = z.object({
  node: custodian,
  authority,
  archive: z.string(),
  inspection: z.object({ id: gid, number: z.string() }),
  number: z.string(),
  finding,
  due: day,
  evidence: z.array(custodyFile).max(mostEvidence),
  said: z.array(rectificationSaid).max(100),
});
export type RectificationBody = z.infer<typeof rectificationBody>;
export const rectification = rectificationBody.extend({
  id: gid,
  version: z.number().int(),
  state: z.enum(statesOf(rectificationLifecycle)),
  moves: z.array(z.enum(movesOf(rectificationLifecycle))),
  /** Open, and its day is near, or has passed. */
  soon: z.boolean(),
  late: z.boolean(),
});
export type Rectification = z.infer<typeof rectification>;

export const listRectifications = route({
  ...base,
  method: 'GET',
  path: '/custody/rectifications',
  audit: 'custody.list-rectifications',
  summary: { zh: '整改清单，按期限', en: 'Rectifications, by their day' },
  query: pageQuery.extend({
    custodian: custodian.optional(),
    state: z.enum(statesOf(rectificationLifecycle)).optional(),
    inspection: gid.optional(),
  }),
  reply: page(rectification),
});
export const getRectification = route({
  ...base,
  method: 'GET',
  path: '/custody/rectifications/{id}',
  audit: 'custody.read-rectification',
  summary: { zh: '整改详情', en: 'One rectification with its evidence' },
  params: one,
  reply: rectification,
});
export const attachEvidence = route({
  ...base,
  allow: ['CUSTODIAN_ADMIN'],
  method: 'POST',
  path: '/custody/rectifications/{id}/evidence',
  audit: 'custody.attach-evidence',
  status: 201,
  summary: { zh: '上传整改证明材料', en: 'Attach evidence to a rectification' },
  params: one,
  body: sentFile,
  reply: rectification,
});
export const openRectificationEvidence = route({
  ...base,
  method: 'GET',
  path: '/custody/rectifications/{id}/evidence/{file}/content',
  audit: 'custody.open-evidence',
  summary: { zh: '打开整改证明材料（临时链接）', en: 'Link to evidence, valid for minutes' },
  params: z.object({ id: gid, file: gid }),
  reply: link,
});
export const moveRectification = route({
  ...base,
  method: 'POST',
  path: '/custody/rectifications/{id}/moves',
  audit: 'custody.move-rectification',
  summary: {
    zh: '提交、通过或退回整改（最后一项通过时检查自动办结）',
    en: 'Submit a rectification, accept it or send it back; with the last one accepted the inspection closes',
  },
  params: one,
  body: z.object({ move: z.enum(movesOf(rectificationLifecycle)), text: text(4000) }),
  reply: rectification,
});

export const printInspection = route({
  ...base,
  module: 'documents',
  method: 'GET',
  path: '/documents/inspections/{id}',
  audit: 'custody.print-inspection',
  summary: { zh: '检查报告（PDF）', en: 'The report of an inspection as PDF' },
  params: one,
  query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
  reply: bytes,
  media: 'application/pdf',
});
