import type { Term } from '../calendar/term.ts';
import type { RoleCode } from '../roles.ts';
import type { Bilingual } from '../text.ts';

/** What a case can be about. `general` is about no one thing. */
export const subjectKinds = {
  deposit: { zh: '汇交', en: 'Deposit' },
  document: { zh: '文书', en: 'Paper' },
  dossier: { zh: '案卷', en: 'Dossier' },
  record: { zh: '公开资料', en: 'Published record' },
  task: { zh: '汇交任务', en: 'Task' },
  'public-notice': { zh: '公示', en: 'Public notice' },
  evaluation: { zh: '评估通报', en: 'Evaluation' },
  case: { zh: '案件', en: 'Case' },
  /** Records of the archive that somebody wants to use. */
  holdings: { zh: '馆藏资料', en: 'Holdings' },
  general: { zh: '一般事项', en: 'General matter' },
} as const satisfies Record<string, Bilingual>;
export type SubjectKind = keyof typeof subjectKinds;

/** How a case can end when it is decided. What the asker wanted is met by `granted` and `partly`. */
export const outcomes = {
  granted: { zh: '成立，予以支持', en: 'Granted' },
  partly: { zh: '部分成立', en: 'Granted in part' },
  refused: { zh: '不成立，维持原状', en: 'Refused' },
  answered: { zh: '已答复', en: 'Answered' },
  confirmed: { zh: '确认未形成资料，出具回执单', en: 'Confirmed: no data formed, receipt issued' },
  'due-changed': { zh: '另定汇交期限', en: 'Another due date' },
  'due-stays': { zh: '汇交期限不变', en: 'The due date stays' },
} as const satisfies Record<string, Bilingual>;
export type Outcome = keyof typeof outcomes;

/** A request for use is granted or refused: 'upheld' is what an objection is. */
const useOutcomes: Partial<Record<Outcome, Bilingual>> = {
  granted: { zh: '许可', en: 'Granted' },
  partly: { zh: '部分许可', en: 'Granted in part' },
  refused: { zh: '不予许可', en: 'Refused' },
};
/** How an outcome is called in a case of this kind. */
export const outcomeName = (kind: string, outcome: Outcome): Bilingual =>
  (kind === 'use' ? useOutcomes[outcome] : undefined) ?? outcomes[outcome];

export type CaseKindRule = {
  name: Bilingual;
  about: readonly SubjectKind[];
  /** Who outside opens one; staff open any but an appeal, for somebody who wrote or called, or for themselves. */
  openBy: readonly RoleCode[];
  decideBy: readonly RoleCode[];
  outcomes: readonly Outcome[];
  /** The term where the deployment sets none. No rule of the field gives one: a setting (`terms.cases`). */
  term: Term;
};

const submitters = ['SUBMITTER', 'SUBMITTER_ADMIN'] as const;
/** Whoever works on cases: assigns, asks, answers, keeps notes. */
export const caseWorkers = [
  'ARCHIVE_CLERK',
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'SECRECY_OFFICER',
  'CERTIFICATE_OFFICER',
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
] as const satisfies readonly RoleCode[];

/**
 * The kinds of case. An objection is decided by the authority and not by the checkers, whose acts are contested; an appeal by the
 * authority above, and never by the person who decided first (`mayDecide`).
 */
export const caseKinds = {
  objection: {
    name: { zh: '异议', en: 'Objection' },
    about: ['deposit', 'document', 'task', 'dossier', 'public-notice'],
    openBy: submitters,
    decideBy: ['CERTIFICATE_OFFICER', 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    outcomes: ['granted', 'partly', 'refused'],
    term: { days: 20, kind: 'working' },
  },
  appeal: {
    name: { zh: '申诉', en: 'Appeal' },
    about: ['case'],
    openBy: submitters,
    decideBy: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    outcomes: ['granted', 'partly', 'refused'],
    term: { days: 30, kind: 'working' },
  },
  'error-report': {
    name: { zh: '纠错', en: 'Error report' },
    about: ['deposit', 'document', 'dossier', 'record', 'task'],
    openBy: submitters,
    decideBy: ['ARCHIVE_CHECKER', 'ARCHIVE_KEEPER', 'CERTIFICATE_OFFICER'],
    outcomes: ['granted', 'partly', 'refused'],
    term: { days: 15, kind: 'working' },
  },
  question: {
    name: { zh: '咨询', en: 'Question' },
    about: ['general', 'deposit', 'document', 'dossier', 'record', 'task'],
    openBy: submitters,
    decideBy: caseWorkers,
    outcomes: ['answered'],
    term: { days: 10, kind: 'working' },
  },
  /** 未形成地质资料承诺书 (notice of 2025): confirmed, the task ends with a receipt (`statements.ts`). */
  'no-data': {
    name: { zh: '未形成地质资料承诺', en: 'Pledge that no data were formed' },
    about: ['task'],
    openBy: submitters,
    decideBy: ['ARCHIVE_CHECKER', 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    outcomes: ['confirmed', 'refused'],
    term: { days: 10, kind: 'working' },
  },
  /** The written notice of the facts of art. 11. It extends nothing: another day is the authority's decision. */
  'force-majeure': {
    name: { zh: '不可抗力说明', en: 'Notice of force majeure' },
    about: ['task'],
    openBy: submitters,
    decideBy: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
    outcomes: ['due-changed', 'due-stays'],
    term: { days: 10, kind: 'working' },
  },
  /**
   * A request for use (利用申请): filed and decided item by item in the module of use (`functions/service`), which has its own pages;
   * conversation, evidence and clock are those of every case.
   */
  use: {
    name: { zh: '利用申请', en: 'Request for use' },
    about: [],
    openBy: ['REGISTERED_USER', 'SUBMITTER', 'SUBMITTER_ADMIN'],
    decideBy: [],
    outcomes: ['granted', 'partly', 'refused'],
    term: { days: 10, kind: 'working' },
  },
  /** A unit contests its evaluation: opened inside, decided by the ministry. One that was granted lets it correct what was circulated. */
  'evaluation-appeal': {
    name: { zh: '评估申诉', en: 'Appeal against an evaluation' },
    about: ['evaluation'],
    openBy: [],
    decideBy: ['MINISTRY_ADMIN'],
    outcomes: ['granted', 'partly', 'refused'],
    term: { days: 20, kind: 'working' },
  },
} as const satisfies Record<string, CaseKindRule>;

export type CaseKind = keyof typeof caseKinds;
const isCaseKind = (name: string): name is CaseKind => Object.hasOwn(caseKinds, name);
export const caseKindCodes: readonly CaseKind[] = Object.keys(caseKinds).filter(isCaseKind);
export const ruleOf = (kind: CaseKind): CaseKindRule => caseKinds[kind];

/** The kinds of case that can be opened about such a thing, appeals apart: they are opened on a decided case. */
export const kindsAbout = (subject: SubjectKind): CaseKind[] =>
  caseKindCodes.filter((kind) => ruleOf(kind).about.includes(subject));

/** Days (calendar) after a decision in which an appeal is taken, where the deployment sets none. */
export const defaultAppealDays = 60;

/** Which cases may be appealed against. */
export const appealable = (kind: CaseKind): boolean => kind === 'objection';

/** Who may decide: a role of the kind, and never who decided the case that is appealed against. */
export const mayDecide = (of: {
  kind: CaseKind;
  by: { sub: string; roles: readonly RoleCode[] };
  decidedBefore: string | undefined;
}): boolean =>
  of.by.sub !== of.decidedBefore && of.by.roles.some((role) => ruleOf(of.kind).decideBy.includes(role));
