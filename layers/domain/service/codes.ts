import { keysOf } from '../keys.ts';
import type { RoleCode } from '../roles.ts';
import type { Bilingual } from '../text.ts';

/** What data are asked for (利用目的); the list is ours, no rule of the field gives one. Counted by the usage figures. */
export const purposes = {
  exploration: { zh: '矿产勘查', en: 'Mineral exploration' },
  construction: { zh: '工程建设', en: 'Construction' },
  research: { zh: '科学研究与教学', en: 'Research and teaching' },
  planning: { zh: '规划与管理', en: 'Planning and administration' },
  relief: { zh: '救灾与应急', en: 'Disaster relief and emergencies' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Bilingual>;
export type Purpose = keyof typeof purposes;

/** Who asks (利用者类别): decides what has to be shown (`eligibility.ts`), and is counted by the usage figures. */
export const askerKinds = {
  person: { zh: '个人', en: 'A person' },
  unit: { zh: '单位', en: 'An organisation' },
  relief: { zh: '政府部门（救灾等公共利益）', en: 'Government, for disaster relief and the like' },
  foreign: { zh: '境外组织或个人', en: 'A foreign organisation or person' },
} as const satisfies Record<string, Bilingual>;
export type AskerKind = keyof typeof askerKinds;

/** How granted data are used (利用方式). */
export const useModes = {
  'read-online': { zh: '在线阅览', en: 'Read online' },
  download: { zh: '下载', en: 'Download' },
  'on-site': { zh: '到馆阅览', en: 'Read on site' },
} as const satisfies Record<string, Bilingual>;
export type UseMode = keyof typeof useModes;

export const purposeCodes = keysOf(purposes);
export const askerKindCodes = keysOf(askerKinds);
export const useModeCodes = keysOf(useModes);

/** Who outside asks for data, and reads what was granted. */
export const useAskers = ['REGISTERED_USER', 'SUBMITTER', 'SUBMITTER_ADMIN'] as const satisfies RoleCode[];
/** Who answers for the submitter when its consent is asked (条例第十八条): whoever may bind it. */
export const consenters = ['SUBMITTER_ADMIN', 'SUBMITTER'] as const satisfies RoleCode[];
/** Who decides on use: asks for consent, grants, refuses, extends and withdraws. */
export const useDeciders = [
  'ARCHIVE_KEEPER',
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
] as const satisfies RoleCode[];

/**
 * The terms that a user accepts (Regulation arts. 18 and 19: data are not damaged, lost or passed on). The wording is ours; a request
 * keeps the version that was accepted.
 */
export const useTerms = {
  version: '2026-1',
  text: {
    zh: '本人（本单位）承诺：所获地质资料仅用于申请所写目的；不转让、不公开、不向第三方提供；不去除水印；发现内容涉密时立即停止使用并报告馆藏机构；期满后停止使用并销毁副本。',
    en: 'I (we) promise: the data are used for the stated purpose only; they are not passed on or published; the watermark is not removed; where content turns out to be secret, use stops at once and the archive is told; after the term use ends and copies are destroyed.',
  } satisfies Bilingual,
} as const;

/** Limits of a request and of a grant, so that each fits one row and one message. */
export const useLimits = {
  itemsPerRequest: 20,
  filesPerGrant: 200,
  noteLength: 500,
  longestDays: 3650,
  mostReads: 10_000,
} as const;

/**
 * What the form of a grant begins with, the working days in which one that was given at once is reviewed, and the days before its last
 * one on which its person is reminded; no rule gives a number, so a deployment sets its own (`terms.use`).
 */
export const defaultGrant = { days: 30, reads: 20, reviewDays: 10, remindDays: 3 } as const;
