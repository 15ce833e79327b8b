import type { Bilingual } from './text.ts';

/**
 * The roles of the system (domain.md §9.3). A role belongs to one pool: staff sign in to the internal API,
 * everyone else to the public one. No role combines release and audit.
 */
const table = {
  SUBMITTER: { pool: 'public', name: { zh: '汇交人', en: 'Submitter' } },
  SUBMITTER_ADMIN: { pool: 'public', name: { zh: '汇交单位管理员', en: 'Submitter administrator' } },
  REGISTERED_USER: { pool: 'public', name: { zh: '注册用户', en: 'Registered user' } },
  ARCHIVE_CLERK: { pool: 'staff', name: { zh: '接收人员', en: 'Archive clerk' } },
  ARCHIVE_CHECKER: { pool: 'staff', name: { zh: '验收人员', en: 'Archive checker' } },
  ARCHIVE_KEEPER: { pool: 'staff', name: { zh: '保管人员', en: 'Archive keeper' } },
  SECRECY_OFFICER: { pool: 'staff', name: { zh: '保密审查人员', en: 'Secrecy officer' } },
  CERTIFICATE_OFFICER: { pool: 'staff', name: { zh: '凭证签发人员', en: 'Certificate officer' } },
  PROVINCE_ADMIN: { pool: 'staff', name: { zh: '省级主管部门', en: 'Province administrator' } },
  MINISTRY_ADMIN: { pool: 'staff', name: { zh: '部级主管部门', en: 'Ministry administrator' } },
  CUSTODIAN_ADMIN: { pool: 'staff', name: { zh: '受托保管单位', en: 'Custodian administrator' } },
  INSPECTOR: { pool: 'staff', name: { zh: '检查人员', en: 'Inspector' } },
  OPERATOR: { pool: 'staff', name: { zh: '运维人员', en: 'Operator' } },
  AUDITOR: { pool: 'staff', name: { zh: '审计人员', en: 'Auditor' } },
  REGISTRY: { pool: 'staff', name: { zh: '矿业权登记与项目出资单位', en: 'Registry or funder' } },
} as const satisfies Record<string, { pool: 'staff' | 'public'; name: Bilingual }>;

export type RoleCode = keyof typeof table;
export type Pool = 'staff' | 'public';
export type Role = { code: RoleCode; pool: Pool; name: Bilingual };

const isRole = (code: string): code is RoleCode => Object.hasOwn(table, code);

export const roles: readonly Role[] = Object.keys(table)
  .filter(isRole)
  .map((code) => ({ code, ...table[code] }));

/**
 * Those who work for the archives and authorities. A registry or funder signs in beside them to ask whether a party is barred (arts. 20,
 * 21), and does nothing else.
 */
export const archiveStaff: readonly RoleCode[] = roles
  .filter(({ pool, code }) => pool === 'staff' && code !== 'REGISTRY')
  .map(({ code }) => code);

/** Who decides on publication must not look through what was done about it: nobody watches themselves. */
const notWithAudit: ReadonlySet<RoleCode> = new Set(['ARCHIVE_KEEPER', 'SECRECY_OFFICER']);

/**
 * Keeps the known roles of a token's groups; unknown groups grant nothing. Nor does AUDITOR beside a role that releases: release
 * and audit are never combined, whatever groups somebody was put into.
 */
export const knownRoles = (groups: readonly string[]): RoleCode[] => {
  const known = groups.filter(isRole);
  return known.some((role) => notWithAudit.has(role)) ? known.filter((role) => role !== 'AUDITOR') : known;
};
