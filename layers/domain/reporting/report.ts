import type { Day } from '../dates.ts';
import { lifecycle, movesFrom } from '../lifecycle.ts';
import { provinces } from '../regions.ts';
import type { RoleCode } from '../roles.ts';
import type { Bilingual } from '../text.ts';

/** Who fills in the tables of a unit: its own people. */
export const reportEditors = [
  'ARCHIVE_CLERK',
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'CUSTODIAN_ADMIN',
] as const satisfies readonly RoleCode[];
const checkers = ['PROVINCE_ADMIN', 'CUSTODIAN_ADMIN', 'MINISTRY_ADMIN'] as const;
export const reportReaders = [
  ...reportEditors,
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
  'INSPECTOR',
] as const satisfies readonly RoleCode[];
const event = 'AnnualReportMoved';

/**
 * The annual report (管理年报) of a unit and year: filled in, signed by the unit, checked by its province or headquarters, accepted nationally
 * (domain.md §5). What is returned is a draft again.
 */
export const annualReportLifecycle = lifecycle({
  name: 'annual-report',
  initial: 'draft',
  states: {
    draft: { zh: '填报中', en: 'Draft' },
    signed: { zh: '单位已签报', en: 'Signed by the unit' },
    checked: { zh: '已审核', en: 'Checked' },
    accepted: { zh: '部级已接收', en: 'Nationally accepted' },
  },
  moves: {
    sign: {
      from: ['draft'],
      to: 'signed',
      by: ['ARCHIVE_KEEPER', 'CUSTODIAN_ADMIN'],
      event,
      label: { zh: '签报', en: 'Sign' },
    },
    check: {
      from: ['signed'],
      to: 'checked',
      by: checkers,
      event,
      label: { zh: '审核通过', en: 'Approve' },
    },
    accept: {
      from: ['checked'],
      to: 'accepted',
      by: ['MINISTRY_ADMIN'],
      event,
      label: { zh: '接收', en: 'Accept' },
    },
    return: {
      from: ['signed', 'checked', 'accepted'],
      to: 'draft',
      by: checkers,
      event,
      label: { zh: '退回', en: 'Return' },
    },
  },
});
export type ReportState = keyof typeof annualReportLifecycle.states;
export type ReportMove = keyof typeof annualReportLifecycle.moves;

/** What kind of unit an archive's node is; one without a province is the national archive. */
export type UnitKind = 'national' | 'province' | 'custodian';
export type Unit = {
  code: string;
  name: Bilingual;
  province?: string | undefined;
  kind?: string | undefined;
};
export const unitKindOf = ({ kind, province }: Pick<Unit, 'kind' | 'province'>): UnitKind =>
  kind === 'custodian' ? 'custodian' : province === undefined ? 'national' : 'province';

/** Who checks what a unit signed: the province, a custodian's headquarters, the ministry for the national archive. */
const checkerOf: Readonly<Record<UnitKind, RoleCode>> = {
  province: 'PROVINCE_ADMIN',
  custodian: 'CUSTODIAN_ADMIN',
  national: 'MINISTRY_ADMIN',
};

type Asking = { sub: string; roles: readonly RoleCode[] };
type Standing = { kind: UnitKind; state: ReportState; signedBy?: string | undefined };

const may = (move: ReportMove, { kind, state, signedBy }: Standing, { sub, roles }: Asking): boolean => {
  // The headquarters of a custodian may be no other than who signed: the ministry stands in for them.
  const stands = kind === 'custodian' && roles.includes('MINISTRY_ADMIN');
  const checks = (roles.includes(checkerOf[kind]) || stands) && sub !== signedBy;
  if (move === 'check') return checks;
  // What was checked is the ministry's to send back.
  if (move === 'return') return state === 'signed' ? checks : roles.includes('MINISTRY_ADMIN');
  return true;
};

/** What somebody may do with a report now. Nobody checks what they signed. */
export const reportMovesFor = (standing: Standing, asking: Asking): ReportMove[] =>
  movesFrom(annualReportLifecycle, standing.state, asking.roles).filter((move) =>
    may(move, standing, asking),
  );

/** The parts in words that a report has (domain.md §5). */
export const textParts = {
  submission: { zh: '汇交工作', en: 'Submission' },
  custody: { zh: '保管工作', en: 'Custody' },
  service: { zh: '服务工作', en: 'Service' },
  informatisation: { zh: '信息化建设', en: 'Informatisation' },
  organisation: { zh: '机构、设施与人员', en: 'Organisation, facilities, staff' },
  problems: { zh: '问题与建议', en: 'Problems and suggestions' },
  plan: { zh: '下一年度工作', en: 'Work of the next year' },
} as const satisfies Record<string, Bilingual>;
export type TextPart = keyof typeof textParts;
const isTextPart = (name: string): name is TextPart => Object.hasOwn(textParts, name);
export const textPartCodes: readonly TextPart[] = Object.keys(textParts).filter(isTextPart);

/** Last days for units and for those who check them, each as month and day of the year after: 15 and 31 January (domain.md §5). */
export type ReportTerms = { unitBy: string; checkBy: string };
export const defaultReportTerms: ReportTerms = { unitBy: '01-15', checkBy: '01-31' };
export const deadlinesOf = (
  year: number,
  { unitBy, checkBy }: ReportTerms = defaultReportTerms,
): { unit: Day; check: Day } => ({ unit: `${year + 1}-${unitBy}`, check: `${year + 1}-${checkBy}` });

/** Days before the unit's last day on which it is reminded. A number of ours. */
const remindDays = 7;
export type ReminderStage = 'unit-soon' | 'unit-late' | 'check-late';
export const reminderStages = ['unit-soon', 'unit-late', 'check-late'] as const;

/** Of what a unit is to be reminded on a day; each stage is told once. */
export const reminderOf = (
  year: number,
  state: ReportState | undefined,
  today: Day,
  terms?: ReportTerms,
): ReminderStage | undefined => {
  const { unit, check } = deadlinesOf(year, terms);
  const isDraft = state === undefined || state === 'draft';
  if (state === 'signed' && today > check) return 'check-late';
  if (!isDraft) return undefined;
  if (today > unit) return 'unit-late';
  const soon = new Date(`${unit}T00:00:00Z`).getTime() - remindDays * 86_400_000;
  return new Date(`${today}T00:00:00Z`).getTime() >= soon ? 'unit-soon' : undefined;
};

const bracketed = (zh: string, year: number): string => `《${zh}（${year}年度）》`;

/** The official title of a unit's report (domain.md §5). */
export const reportTitle = (unit: Unit, year: number): Bilingual => {
  const kind = unitKindOf(unit);
  const en = `Annual report on the management of geological data, ${unit.name.en}, ${year}`;
  if (kind === 'custodian') return { zh: bracketed(`${unit.name.zh}委托保管地质资料管理年报`, year), en };
  const province = unit.province === undefined ? undefined : provinces[unit.province];
  return { zh: bracketed(`${province?.zh ?? unit.name.zh}地质资料管理年报`, year), en };
};

/** The title of the sums of all units. */
export const nationalTitle = (year: number): Bilingual => ({
  zh: bracketed('全国地质资料管理年报', year),
  en: `Annual report on the management of geological data, all units, ${year}`,
});
