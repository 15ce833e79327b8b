import { isCreditCode, looksLikeCreditCode, provinceOfCreditCode } from '../credit-code.ts';
import type { Day } from '../dates.ts';
import { provinces } from '../regions.ts';
import type { RowRemark } from './register-row.ts';

/** A name that an organisation has from a day on, and where it was learned from: by hand, an import, an entry of the registers. */
export type OrganisationName = {
  from: Day;
  name: string;
  source: 'hand' | 'import' | 'register';
  /** Number of the licence or project that named it so. */
  number?: string | undefined;
};

/**
 * An organisation (单位) as the supervision side keeps it. `code` is what registers and tasks call it by: its unified social credit
 * code, or another code where it has none. The contact is the office's; no person is named.
 */
export type Organisation = {
  code: string;
  creditCode?: string | undefined;
  /** In the order of their days; an earlier name stays. */
  names: readonly OrganisationName[];
  /** Six-digit code of the province in which it is registered. */
  province?: string | undefined;
  /** The group (上级单位) it belongs to, by its code. */
  parent?: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
};

/** What an organisation says beside its code: the fields that differences are told by. */
export const organisationFields = [
  'creditCode',
  'names',
  'province',
  'parent',
  'address',
  'phone',
  'email',
] as const;

/** One line of an import, or what somebody enters by hand: how the organisation stands now. */
export type OrganisationRow = {
  code: string;
  name: string;
  /** Day from which it has this name. */
  namedOn?: Day | undefined;
  creditCode?: string | undefined;
  province?: string | undefined;
  parent?: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
};

/** Groups within groups: as many levels above one another at most, for looking up and down alike. Ours, not the law's. */
export const groupLevels = 10;

/** The name on a day: the last that has begun; before all the first one. One that nobody named goes by its code. */
export const nameOn = ({ code, names }: Pick<Organisation, 'code' | 'names'>, day: Day): string =>
  (names.findLast(({ from }) => from <= day) ?? names[0])?.name ?? code;

const byDay = (names: readonly OrganisationName[]): OrganisationName[] =>
  names.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

const newOne = (code: string): Organisation => ({
  code,
  names: [],
  ...(isCreditCode(code) ? { creditCode: code, province: provinceOfCreditCode(code) } : {}),
});

/**
 * What an entry of the registers tells of its holder. A name that is new becomes the present one from the day on which it was
 * learned; one that the organisation has or had changes nothing, so that another licence that still bears an earlier name, or one whose
 * spelling was corrected by hand, does not rename it back. Gives nothing when nothing is new.
 */
export const learned = (
  stored: Organisation | undefined,
  holder: { code: string; name?: string | undefined; number: string },
  today: Day,
): Organisation | undefined => {
  const before = stored ?? newOne(holder.code);
  const { name, number } = holder;
  if (name === undefined || name === '' || before.names.some((one) => one.name === name))
    return stored === undefined ? before : undefined;
  const names = byDay([...before.names, { from: today, name, source: 'register' as const, number }]);
  return { ...before, names };
};

const remark = (code: string, field: string, zh: string, en: string): RowRemark => ({
  code,
  field,
  message: { zh, en },
});

/** What makes a row impossible by itself, whatever is stored. */
const faultsOf = (row: OrganisationRow): RowRemark[] => {
  const wrongCode = (field: 'code' | 'creditCode', text: string): RowRemark =>
    remark(
      'credit-code',
      field,
      `“${text}”不是有效的统一社会信用代码（GB 32100-2015：18 位，末位为校验码），请核对。`,
      `"${text}" is no unified social credit code (GB 32100-2015: 18 signs, the last of them a check digit).`,
    );
  return [
    ...(looksLikeCreditCode(row.code) && !isCreditCode(row.code) ? [wrongCode('code', row.code)] : []),
    ...(row.creditCode !== undefined && !isCreditCode(row.creditCode)
      ? [wrongCode('creditCode', row.creditCode)]
      : []),
    ...(isCreditCode(row.code) && row.creditCode !== undefined && row.creditCode !== row.code
      ? [
          remark(
            'two-credit-codes',
            'creditCode',
            '单位代码已是统一社会信用代码，两者须一致。',
            'Its code is a credit code already: the two must be the same.',
          ),
        ]
      : []),
    ...(row.province !== undefined && !Object.hasOwn(provinces, row.province)
      ? [
          remark(
            'unknown-region',
            'province',
            `“${row.province}”不是省级行政区划代码（六位，如 420000），请改正。`,
            `"${row.province}" is no province (six digits, such as 420000).`,
          ),
        ]
      : []),
    ...(row.parent === row.code
      ? [remark('own-parent', 'parent', '上级单位不能是自己。', 'An organisation cannot be above itself.')]
      : []),
  ];
};

/**
 * The present name again changes nothing, or corrects its day; any other begins on its day, and of one day the last told counts. None
 * is dropped: a misspelt one that a licence bears must be known, or it would come back as news.
 */
const placeName = (
  before: Organisation,
  { name, namedOn }: OrganisationRow,
  today: Day,
  source: 'hand' | 'import',
): readonly OrganisationName[] => {
  const from = namedOn ?? today;
  const present = before.names.findLast((one) => one.from <= from) ?? before.names[0];
  if (present?.name === name && (namedOn === undefined || present.from === namedOn)) return before.names;
  const others = before.names.filter((one) => one.name !== name || (one !== present && one.from !== from));
  const names = byDay([...others, { from, name, source }]);
  // Told that it had its name earlier than was known: it has it once, from the earlier day.
  return names.filter((one, at) => names[at - 1]?.name !== one.name);
};

export type OrganisationMerged = { organisation: Organisation } | { faults: RowRemark[] };

/**
 * Brings an organisation in line with a row. `import`: what the row leaves out stays, for an import deletes nothing. `hand`: the
 * row is all that somebody entered, so what is left out is taken away; names stay in either case.
 */
export const mergeOrganisation = (
  stored: Organisation | undefined,
  row: OrganisationRow,
  today: Day,
  source: 'hand' | 'import',
): OrganisationMerged => {
  const faults = faultsOf(row);
  if (faults.length > 0) return { faults };
  const before = stored ?? newOne(row.code);
  const kept = source === 'import' ? before : undefined;
  const own = isCreditCode(row.code) ? row.code : undefined;
  const creditCode = row.creditCode ?? own ?? kept?.creditCode;
  const province = row.province ?? kept?.province ?? (creditCode && provinceOfCreditCode(creditCode));
  return {
    organisation: {
      code: row.code,
      creditCode,
      names: placeName(before, row, today, source),
      province,
      parent: row.parent ?? kept?.parent,
      address: row.address ?? kept?.address,
      phone: row.phone ?? kept?.phone,
      email: row.email ?? kept?.email,
    },
  };
};

/**
 * What is wrong with a parent, walking up from it: the organisation itself stands above (a ring), or too many levels. One that is
 * not known yet ends the walk: it may come with a later line.
 *
 * @param above the parent of an organisation, as it would be
 */
export const parentFault = async (
  code: string,
  parent: string | undefined,
  above: (code: string) => Promise<string | undefined>,
): Promise<RowRemark | undefined> => {
  let at = parent;
  for (let level = 1; at !== undefined; level += 1) {
    if (at === code)
      return remark(
        'parent-ring',
        'parent',
        `上级单位 ${parent} 是本单位的下级，不能形成环。`,
        `${parent} lies below this organisation: it cannot stand above it, too.`,
      );
    if (level >= groupLevels)
      return remark(
        'parent-depth',
        'parent',
        `上下级最多 ${groupLevels} 层，请核对上级单位。`,
        `Groups have ${groupLevels} levels at most: check the parent.`,
      );
    at = await above(at);
  }
  return undefined;
};
