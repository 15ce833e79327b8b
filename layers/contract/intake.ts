import { documentKindCodes, documentLifecycle } from '@geoarchive/domain/documents.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import * as z from 'zod';
import { bar } from './bar-parts.ts';
import { editedList } from './code-parts.ts';
import { deposit, depositFile, depositInput, fileInput, fileReport, receipt } from './deposits.ts';
import { publicNotice } from './disclosure-parts.ts';
import { documentNumber } from './documents.ts';
import { route } from './route.ts';
import { bilingual, crc64, finding, gid, instant, page, pageQuery, sha256, task } from './shared.ts';

const submitters = ['SUBMITTER', 'SUBMITTER_ADMIN'] as const;
const base = { api: 'public', module: 'intake', allow: [...submitters], scope: 'organisation' } as const;
const one = z.object({ id: gid });
const oneFile = z.object({ id: gid, no: z.coerce.number().int().min(1) });
const part = z.number().int().min(1).max(limits.partsPerFile);

export const listTasks = route({
  ...base,
  method: 'GET',
  path: '/intake/tasks',
  audit: 'task.list',
  summary: { zh: '本单位的汇交任务', en: 'Tasks of the own organisation' },
  query: pageQuery,
  reply: page(task),
});
export const getOwnTask = route({
  ...base,
  method: 'GET',
  path: '/intake/tasks/{id}',
  audit: 'task.read-own',
  summary: { zh: '本单位的一项汇交任务', en: 'One task of the own organisation' },
  params: z.object({ id: gid }),
  reply: task,
});
/** A task of a subsidiary, as its group sees it: how it stands, and not what was handed in. */
const groupTask = task.omit({ depositId: true }).extend({ organisationName: z.string() });
export type GroupTask = z.infer<typeof groupTask>;
const group = { ...base, allow: ['SUBMITTER_ADMIN'] } as const;

export const listGroupTasks = route({
  ...group,
  method: 'GET',
  path: '/intake/group/tasks',
  audit: 'task.list-group',
  summary: {
    zh: '下级单位的汇交任务（只读）',
    en: 'Tasks of the subsidiaries, one after the other by due date; to look at only',
  },
  /** Those of one subsidiary; otherwise of all. */
  query: pageQuery.extend({ organisation: z.string().trim().min(1).max(60).optional() }),
  reply: page(groupTask),
});
export const getGroupTask = route({
  ...group,
  method: 'GET',
  path: '/intake/group/tasks/{id}',
  audit: 'task.read-group',
  summary: {
    zh: '下级单位的一项汇交任务及文书状态（只读）',
    en: "One task of a subsidiary with how its papers stand; no papers themselves, no deposit's files",
  },
  params: z.object({ id: gid }),
  reply: groupTask.extend({
    papers: z.array(
      z.object({
        number: documentNumber,
        kind: z.enum(documentKindCodes),
        state: z.enum(statesOf(documentLifecycle)),
        issuedAt: instant,
      }),
    ),
  }),
});
export const listOwnPublicNotices = route({
  ...base,
  method: 'GET',
  path: '/intake/public-notices',
  audit: 'disclosure.list-own',
  summary: { zh: '关于本单位的公示', en: 'Public notices about the own organisation' },
  query: pageQuery,
  reply: page(publicNotice),
});
export const listOwnBars = route({
  ...base,
  method: 'GET',
  path: '/intake/bars',
  audit: 'bar.list-own',
  summary: { zh: '对本单位的准入限制', en: 'Bars of the own organisation, newest first' },
  query: pageQuery,
  reply: page(bar),
});
export const listEditedCodes = route({
  ...base,
  method: 'GET',
  path: '/intake/codes',
  audit: 'intake.list-codes',
  summary: {
    zh: '代码表的修改',
    en: 'The code lists that were edited, with what came with the system as their base',
  },
  reply: z.object({ items: z.array(editedList) }),
});
export const createDeposit = route({
  ...base,
  method: 'POST',
  path: '/intake/deposits',
  audit: 'deposit.create',
  status: 201,
  summary: { zh: '新建汇交', en: 'Start a deposit' },
  body: depositInput,
  reply: deposit,
});
export const listDeposits = route({
  ...base,
  method: 'GET',
  path: '/intake/deposits',
  audit: 'deposit.list',
  summary: { zh: '本单位的汇交', en: 'Deposits of the own organisation' },
  query: pageQuery,
  reply: page(deposit),
});
export const getDeposit = route({
  ...base,
  method: 'GET',
  path: '/intake/deposits/{id}',
  audit: 'deposit.read',
  summary: { zh: '汇交详情', en: 'One deposit' },
  params: one,
  reply: deposit,
});
export const changeDeposit = route({
  ...base,
  method: 'PUT',
  path: '/intake/deposits/{id}',
  audit: 'deposit.change',
  summary: { zh: '修改汇交的著录内容', en: 'Change what describes a deposit' },
  params: one,
  body: depositInput.omit({ secrecy: true, stub: true }),
  reply: deposit,
});
export const registerFiles = route({
  ...base,
  method: 'POST',
  path: '/intake/deposits/{id}/files',
  audit: 'deposit.register-files',
  summary: { zh: '登记文件（可重复提交）', en: 'Register files (may be repeated)' },
  params: one,
  body: z.object({ files: z.array(fileInput).min(1).max(limits.filesPerCall) }),
  reply: z.object({
    files: z.array(z.object({ no: z.number().int(), path: z.string(), uploaded: z.boolean() })),
    /** Files not registered, each with its reason; the others are. */
    refused: z.array(z.object({ path: z.string(), code: z.string(), message: bilingual })),
  }),
});
export const listFiles = route({
  ...base,
  method: 'GET',
  path: '/intake/deposits/{id}/files',
  audit: 'deposit.list-files',
  summary: { zh: '文件清单及检查结果，每页 100 个', en: 'Files and their findings, 100 a page' },
  params: one,
  query: z.object({ cursor: z.string().max(2000).optional() }),
  reply: page(depositFile),
});
export const getFileReport = route({
  ...base,
  method: 'GET',
  path: '/intake/deposits/{id}/files/{no}/report',
  audit: 'deposit.read-file-report',
  summary: { zh: '单个文件的检查报告', en: 'Report on one file' },
  params: oneFile,
  reply: fileReport,
});
export const removeFile = route({
  ...base,
  method: 'DELETE',
  path: '/intake/deposits/{id}/files/{no}',
  audit: 'deposit.remove-file',
  summary: { zh: '移除文件', en: 'Remove a file' },
  params: oneFile,
  reply: z.object({ no: z.number().int() }),
});
const signed = z.object({
  no: z.number().int(),
  part,
  url: z.string(),
  /** Sent with the PUT exactly as given. */
  headers: z.record(z.string(), z.string()),
  offset: z.number(),
  length: z.number(),
});
export const signUploads = route({
  ...base,
  method: 'POST',
  path: '/intake/deposits/{id}/signatures',
  audit: 'deposit.sign-uploads',
  summary: {
    zh: '签发上传地址（整体上传的文件附 SHA-256，分段附 CRC64NVME）',
    en: 'Sign uploads: a file of one PUT (part 1) with its SHA-256, parts with their CRC64NVME',
  },
  params: one,
  body: z.object({
    parts: z
      .array(
        z.object({
          no: z.number().int().min(1),
          part,
          /** Of a file of one PUT; may be left out where it was registered. */
          sha256: sha256.optional(),
          /** Of a part; never left out. */
          crc64: crc64.optional(),
        }),
      )
      .min(1)
      .max(limits.signaturesPerCall),
  }),
  reply: z.object({ parts: z.array(signed) }),
});
export const listParts = route({
  ...base,
  method: 'GET',
  path: '/intake/deposits/{id}/files/{no}/parts',
  audit: 'deposit.list-parts',
  summary: { zh: '已上传的分段（断点续传）', en: 'Parts already there, to resume' },
  params: oneFile,
  reply: z.object({
    partBytes: z.number(),
    partCount: z.number().int(),
    uploaded: z.boolean(),
    /** With what S3 found of each: a part whose checksum is not that of the file in hand is to be sent again. */
    parts: z.array(z.object({ part: z.number().int(), crc64: crc64.optional() })),
  }),
});
export const completeUpload = route({
  ...base,
  method: 'POST',
  path: '/intake/deposits/{id}/files/{no}/completion',
  audit: 'deposit.complete-upload',
  summary: { zh: '合并分段（附全文件 CRC64NVME）', en: 'Join the parts of a file with this CRC64NVME' },
  params: oneFile,
  /** Of the whole file; never left out where it went up in parts. */
  body: z.object({ crc64: crc64.optional() }),
  reply: z.object({ no: z.number().int(), size: z.number() }),
});

const move = <P extends string, A extends string>(path: P, audit: A, zh: string, en: string) =>
  route({
    ...base,
    method: 'POST',
    path: `/intake/deposits/{id}/${path}`,
    audit: `deposit.${audit}`,
    status: 202,
    summary: { zh, en },
    params: one,
    reply: deposit,
  });
export const completeDeposit = move(
  'complete',
  'complete',
  '文件齐全，开始检查',
  'Files are complete: check them',
);
export const reopenDeposit = move('reopen', 'reopen', '继续修改', 'Edit again');
export const submitDeposit = move('submit', 'submit', '提交汇交', 'Hand in');
export const cancelDeposit = move('cancel', 'cancel', '取消汇交', 'Cancel');

export const getReport = route({
  ...base,
  method: 'GET',
  path: '/intake/deposits/{id}/report',
  audit: 'deposit.read-report',
  summary: { zh: '检查报告', en: 'Report of the check' },
  params: one,
  reply: z.object({
    state: deposit.shape.state,
    counts: deposit.shape.counts,
    verdict: deposit.shape.verdict,
    findings: z.array(finding),
    formats: z.array(z.object({ id: z.string(), name: z.string(), files: z.number().int() })),
  }),
});
export const getReceipt = route({
  ...base,
  method: 'GET',
  path: '/intake/deposits/{id}/receipt',
  audit: 'deposit.read-receipt',
  summary: { zh: '汇交回执及已签名的文件清单', en: 'Receipt, with a link to the signed list of files' },
  params: one,
  reply: receipt.extend({
    title: z.string(),
    organisation: z.string(),
    node: z.string(),
    manifestUrl: z.string(),
  }),
});
