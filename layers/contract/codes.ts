import { codeListIds } from '@geoarchive/domain/codes/ids.ts';
import * as z from 'zod';
import { codeEdit, codeSlug as slug } from './code-parts.ts';
import { route } from './route.ts';
import { bilingual, day, instant } from './shared.ts';

const readers = [
  'ARCHIVE_CLERK',
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'SECRECY_OFFICER',
  'CERTIFICATE_OFFICER',
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
  'CUSTODIAN_ADMIN',
  'INSPECTOR',
  'OPERATOR',
] as const;
const base = { api: 'internal', module: 'codes', allow: [...readers], scope: 'node' } as const;
const editing = { ...base, allow: ['MINISTRY_ADMIN', 'OPERATOR'] } as const;

const list = z.enum(codeListIds);
const one = z.object({ list });
const reason = z.string().trim().min(1).max(1000);
const edited = z.object({ by: z.string(), at: instant, reason: z.string() });
const codeList = z.object({
  id: list,
  name: bilingual,
  /** Where it is from, and how far that can be relied on. */
  source: bilingual,
  /** Why it cannot be edited; left out where it can. */
  fixed: bilingual.optional(),
  counts: z.object({
    /** Entries, also those that count no more. */
    entries: z.number().int(),
    /** Those that may be chosen today, and how many of them have an official code. */
    valid: z.number().int(),
    coded: z.number().int(),
  }),
  version: z.number().int(),
  /** Changes that count now, and the last of them; none where the list is as it came with the system. */
  edits: z.number().int(),
  edited: edited.optional(),
});
export type CodeListHead = z.infer<typeof codeList>;

const named = z.object({ slug: z.string(), name: bilingual });
const entry = z.object({
  slug: z.string(),
  code: z.string(),
  name: bilingual,
  from: day.optional(),
  to: day.optional(),
  replacedBy: z.array(named).optional(),
  parent: named.optional(),
  /** Whether an edit made it what it is. */
  edited: z.boolean(),
  /** How many entries belong to it. */
  below: z.number().int(),
});
export type CodeRow = z.infer<typeof entry>;

/** What stands for the entries that belong to no other. */
export const atTop = '-';

export const listCodeLists = route({
  ...base,
  method: 'GET',
  path: '/codes/lists',
  audit: 'codes.list',
  summary: {
    zh: '代码表一览',
    en: 'The code lists, with how many entries they have and whether they were edited',
  },
  reply: z.object({ items: z.array(codeList) }),
});
export const getCodeList = route({
  ...base,
  method: 'GET',
  path: '/codes/lists/{list}',
  audit: 'codes.read',
  summary: { zh: '一个代码表的来源与现状', en: 'A code list: its source and state, without its entries' },
  params: one,
  reply: codeList,
});
export const listCodeEntries = route({
  ...base,
  method: 'GET',
  path: '/codes/lists/{list}/entries',
  audit: 'codes.list-entries',
  summary: {
    zh: '一个代码表的条目；可按文字、日期、上级筛选',
    en: 'Entries of a list, each of their periods: those with words in them, valid on a day, below an entry',
  },
  params: one,
  query: z.object({
    q: z.string().trim().max(100).default(''),
    on: day.optional(),
    parent: z.union([slug, z.literal(atTop)]).optional(),
    cursor: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  reply: z.object({ items: z.array(entry), cursor: z.string().optional() }),
});
export const listCodeEdits = route({
  ...base,
  method: 'GET',
  path: '/codes/lists/{list}/edits',
  audit: 'codes.list-edits',
  summary: { zh: '一个代码表的修改记录', en: 'What was done to a list, newest first, at most 100' },
  params: one,
  reply: z.object({
    items: z.array(
      edited.extend({
        act: z.enum(['change', 'undo', 'reset']),
        /** The edit that was made or taken back, and its number. */
        edit: codeEdit.optional(),
        number: z.number().int().optional(),
        /** Of an edit that counts, or would; `passedOver` when the list that came with the system has changed so that it no longer fits. */
        standing: z.enum(['counts', 'passed-over']).optional(),
      }),
    ),
  }),
});
export const changeCodeList = route({
  ...editing,
  method: 'POST',
  path: '/codes/lists/{list}/edits',
  audit: 'codes.change',
  summary: {
    zh: '修改代码表：新增、更名、停用条目（写明原因）',
    en: 'Change a code list with a reason: add an entry, rename it from a day on, retire it for others',
  },
  params: one,
  body: z.object({ edit: codeEdit, reason }),
  reply: codeList,
});
export const undoCodeEdit = route({
  ...editing,
  method: 'POST',
  path: '/codes/lists/{list}/edits/{number}/undo',
  audit: 'codes.undo',
  summary: { zh: '撤销代码表的一次修改', en: 'Take one change of a code list back' },
  params: one.extend({ number: z.coerce.number().int().min(1) }),
  body: z.object({ reason }),
  reply: codeList,
});
export const resetCodeList = route({
  ...editing,
  method: 'POST',
  path: '/codes/lists/{list}/reset',
  audit: 'codes.reset',
  summary: { zh: '恢复为系统自带的代码表', en: 'Put a code list back to what came with the system' },
  params: one,
  body: z.object({ reason }),
  reply: codeList,
});
