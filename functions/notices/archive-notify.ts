import type { EventData } from '@geoarchive/contract/events.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { noticeKinds } from '@geoarchive/domain/disclosure/notice.ts';
import { type JobState, jobKinds } from '@geoarchive/domain/jobs.ts';
import type { NoticeKind } from '@geoarchive/domain/notices/rules.ts';
import { titleInNotice } from '@geoarchive/domain/notices/write.ts';
import { periodName } from '@geoarchive/domain/reporting/evaluation.ts';
import { deadlinesOf } from '@geoarchive/domain/reporting/report.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { JobItem } from '../jobs/job-store.ts';
import { unitOf, unitsOf } from '../reporting/units.ts';
import { readWeek, type Week } from '../supervision/week.ts';
import { type Of, type TellDeps, tell } from './teller.ts';

type Deps = TellDeps &
  Pick<ArchiveDeps, 'reviews' | 'dossiers' | 'jobs' | 'orders' | 'publicNotices' | 'settings' | 'table'>;

const tellOfReview = async (deps: Deps, of: Of, reviewId: string, kind: NoticeKind): Promise<void> => {
  const found = await deps.reviews.get(reviewId);
  if (found === undefined) throw new Error(`Review ${reviewId} is not here`);
  const { node, round, checkBy, submitter, submitterName, archiveNumber } = found.body;
  const facts = {
    id: reviewId,
    title: titleInNotice(found.body),
    round,
    checkBy,
    submitter: submitterName ?? submitter,
    ...(archiveNumber === undefined ? {} : { archiveNumber }),
  };
  await tell(deps, of, { node }, kind, { about: reviewId, node }, facts);
};

const ofDossier =
  (kind: NoticeKind) =>
  async (deps: Deps, { dossierId }: { dossierId: string }, of: Of): Promise<void> => {
    const found = await deps.dossiers.get(dossierId);
    if (found === undefined) throw new Error(`Dossier ${dossierId} is not here`);
    const { node, archiveNumber, window } = found.body;
    const facts = {
      id: dossierId,
      title: titleInNotice(found.body),
      archiveNumber,
      ...(window === undefined ? {} : { latest: window.latest }),
    };
    await tell(deps, of, { node }, kind, { about: dossierId, node }, facts);
  };

const ended: Partial<Record<JobState, Bilingual>> = {
  done: { zh: '已完成', en: 'is done' },
  failed: { zh: '已中断', en: 'has stopped' },
  cancelled: { zh: '已取消', en: 'was called off' },
};
/** Where a row or a thing is at fault, it is named as the job's page names it. */
const whyOf = ({ failure }: JobItem['body'], language: keyof Bilingual): string => {
  if (failure === undefined) return '';
  const at = failure.at === undefined ? '' : ` (${failure.at})`;
  return language === 'zh' ? `原因：${failure.reason.zh}${at}。` : ` ${failure.reason.en}${at}`;
};

/** Tells the owner alone. A job that was tried again meanwhile has not ended: its end is told when it comes. */
const tellOfJob = async (deps: Deps, { jobId, owner }: EventData<'JobEnded'>, of: Of): Promise<void> => {
  const found = await deps.jobs.get(jobId);
  if (found === undefined) throw new Error(`Job ${jobId} is not here`);
  const how = ended[found.state];
  if (how === undefined) return;
  const { kind, subject, node } = found.body;
  const facts = {
    id: jobId,
    job: jobKinds[kind].name,
    subject,
    how,
    why: { zh: whyOf(found.body, 'zh'), en: whyOf(found.body, 'en') },
  };
  const about = { about: jobId, ...(node === undefined ? {} : { node }) };
  await tell(deps, of, { person: owner }, 'job-ended', about, facts);
};

/** Of what is opened, requests for use wait for those who decide on them; other cases have their own list of who is to act. */
const tellOfUse = async (
  deps: Deps,
  { caseId, number, kind, node, subject }: EventData<'CaseOpened'>,
  of: Of,
): Promise<void> => {
  if (kind !== 'use') return;
  const facts = { id: caseId, number, records: subject.label };
  await tell(deps, of, { node }, 'use-requested', { about: caseId, node }, facts);
};

/** The province learns of an order that waits for it and of its end, who made it of the answer. */
const tellOfOrder = async (deps: Deps, { orderId }: EventData<'OrderMoved'>, of: Of): Promise<void> => {
  const found = await deps.orders.get(orderId);
  if (found === undefined) throw new Error(`Order ${orderId} is not here`);
  const { node, subject, deadline, owner } = found.body;
  const facts = { id: orderId, subject, deadline, node };
  const about = { about: orderId, node };
  if (found.state === 'replied') await tell(deps, of, { person: owner }, 'order-answered', about, facts);
  else await tell(deps, of, { node }, found.state === 'open' ? 'order-made' : 'order-closed', about, facts);
};

/** Whoever may second a notice learns of it, its proposer too: the inbox is the archive's. */
const tellOfProposal = async (
  deps: Deps,
  { noticeId, node }: EventData<'PublicNoticeProposed'>,
  of: Of,
): Promise<void> => {
  const found = await deps.publicNotices.get(noticeId);
  if (found === undefined) throw new Error(`Notice ${noticeId} is not here`);
  const { kind, organisation, organisationName, proposedBy } = found.body;
  await tell(
    deps,
    of,
    { node },
    'public-notice-proposed',
    { about: noticeId, node },
    {
      ...{ id: noticeId, kind: noticeKinds[kind].name, party: organisationName ?? organisation },
      by: proposedBy.name,
    },
  );
};

const submittedIn = ({ submitted }: Week): Bilingual =>
  submitted === undefined
    ? { zh: '', en: '' }
    : {
        zh: `自 ${submitted.since} 以来已汇交净增 ${submitted.more} 项；`,
        en: `Submitted since ${submitted.since}, net of what was returned: ${submitted.more}. `,
      };

/** A province's week goes to its archive's mailbox; the whole to that of each archive that belongs to no province, where the ministry is. */
const tellOfWeek = async (deps: Deps, { week, node }: EventData<'WeekSummed'>, of: Of): Promise<void> => {
  const found = await readWeek(deps.table, { week, node });
  if (found === undefined) throw new Error(`Week ${week} is not here`);
  const { nodes } = deps.settings;
  const { submittedSoFar: _, ...figures } = found.figures;
  const facts = {
    ...{ week, from: addDays(week, -7), to: addDays(week, -1), ...figures },
    submitted: submittedIn(found),
    orders: found.orders.open,
    ordersLate: found.orders.late,
  };
  if (node !== undefined)
    return tell(deps, of, { node }, 'week-of-archive', { about: `week#${node}#${week}`, node }, facts);
  const name = (code: string): Bilingual => {
    const known = nodes.find((one) => one.code === code)?.name;
    return known ?? { zh: code, en: code };
  };
  const list = (language: keyof Bilingual, between: string): string =>
    found.most.map((one) => `${name(one.node)[language]} ${one.overdue}`).join(between) || '—';
  const most = { zh: list('zh', '、'), en: list('en', ', ') };
  for (const { code } of nodes.filter(({ province }) => province === undefined))
    await tell(
      deps,
      of,
      { node: code },
      'week-of-all',
      { about: `week#all#${week}`, node: code },
      { ...facts, most },
    );
};

/** The archives where an authority reads its notices: those of no province for the ministry. */
const archivesOf = ({ settings }: Deps, authority: string): string[] =>
  settings.nodes
    .filter(({ province }) => (authority === 'ministry' ? province === undefined : province === authority))
    .map(({ code }) => code);

/** Both parties of an agreement learn that it ends. */
const tellOfAgreement = async (deps: Deps, due: EventData<'AgreementDue'>, of: Of): Promise<void> => {
  const { agreementId: id, node, authority, ...facts } = due;
  for (const mailbox of [node, ...archivesOf(deps, authority)])
    await tell(deps, of, { node: mailbox }, 'agreement-due', { about: id, node: mailbox }, { id, ...facts });
};

/** Its custodian is reminded of a list; that it is late learns who entrusts, too. */
const tellOfHoldingList = async (
  deps: Deps,
  { node, authorities, period, due, late }: EventData<'HoldingListDue'>,
  of: Of,
): Promise<void> => {
  const facts = { unit: unitOf(deps, node).name, period, due };
  const kind = late ? 'holding-list-late' : 'holding-list-due';
  const told = late ? authorities.flatMap((authority) => archivesOf(deps, authority)) : [];
  for (const mailbox of new Set([node, ...told]))
    await tell(
      deps,
      of,
      { node: mailbox },
      kind,
      { about: `holding-list#${node}#${period}`, node: mailbox },
      facts,
    );
};

/** A list that was handed in waits for who entrusts, and is told to its custodian when somebody else did it; so is how it ended. */
const tellOfListMoved = async (
  deps: Deps,
  { node, authorities, period, state, onBehalf }: EventData<'HoldingListMoved'>,
  of: Of,
): Promise<void> => {
  const facts = { unit: unitOf(deps, node).name, period, node };
  const about = `holding-list#${node}#${period}`;
  const to = (mailbox: string, kind: NoticeKind) =>
    tell(deps, of, { node: mailbox }, kind, { about, node: mailbox }, facts);
  if (state !== 'handed-in')
    return to(node, state === 'accepted' ? 'holding-list-accepted' : 'holding-list-returned');
  if (onBehalf) await to(node, 'holding-list-brought');
  for (const mailbox of new Set(authorities.flatMap((authority) => archivesOf(deps, authority))))
    await to(mailbox, 'holding-list-handed-in');
};

/** Who ordered an inspection learns that its day has passed, and the inspectors where it was dispatched. */
const tellOfLateInspection = async (deps: Deps, late: EventData<'InspectionLate'>, of: Of): Promise<void> => {
  const { inspectionId: id, node: _, archive, authority, ...facts } = late;
  for (const node of new Set([...(archive === undefined ? [] : [archive]), ...archivesOf(deps, authority)]))
    await tell(deps, of, { node }, 'inspection-late', { about: id, node }, { id, ...facts });
};

/** Its custodian is reminded of a rectification; that it is late learn the inspectors and who ordered the inspection, too. */
const tellOfRectificationDue = async (
  deps: Deps,
  { rectificationId: id, node, archive, authority, number, due, late }: EventData<'RectificationDue'>,
  of: Of,
): Promise<void> => {
  const kind = late ? 'rectification-late' : 'rectification-due';
  const told = late ? [archive, ...archivesOf(deps, authority)] : [];
  for (const mailbox of new Set([node, ...told]))
    await tell(deps, of, { node: mailbox }, kind, { about: id, node: mailbox }, { id, number, due });
};

/** The inspectors of the archive learn of an inspection that is theirs. */
const tellOfInspection = async (deps: Deps, moved: EventData<'InspectionMoved'>, of: Of): Promise<void> => {
  const { inspectionId: id, archive: node, state, number, title, plannedOn } = moved;
  if (state !== 'dispatched') return;
  const facts = { id, number, title, plannedOn };
  await tell(deps, of, { node }, 'inspection-dispatched', { about: id, node }, facts);
};

/** A rectification waits for its custodian, or for the inspectors. */
const tellOfRectification = async (
  deps: Deps,
  moved: EventData<'RectificationMoved'>,
  of: Of,
): Promise<void> => {
  const { rectificationId: id, state, number, due } = moved;
  if (state === 'accepted') return;
  const [node, kind] =
    state === 'open'
      ? ([moved.node, 'rectification-asked'] as const)
      : ([moved.archive, 'rectification-answered'] as const);
  await tell(deps, of, { node }, kind, { about: id, node }, { id, number, due });
};

/** The ministry sits at the archives that belong to no province. */
const ministryNodes = ({ settings }: Deps): string[] =>
  settings.nodes.filter(({ province }) => province === undefined).map(({ code }) => code);

/** A report waits for its checker, then for the ministry; its unit learns of the return and of the end. */
const tellOfReport = async (
  deps: Deps,
  { reportId, node, year, move }: EventData<'AnnualReportMoved'>,
  of: Of,
): Promise<void> => {
  const last = deadlinesOf(year, deps.settings.reporting?.terms).check;
  const facts = { id: reportId, unit: unitOf(deps, node).name, year, last };
  if (move === 'check') {
    for (const code of ministryNodes(deps))
      await tell(deps, of, { node: code }, 'annual-report-checked', { about: reportId, node: code }, facts);
    return;
  }
  const kind = {
    sign: 'annual-report-signed',
    return: 'annual-report-returned',
    accept: 'annual-report-accepted',
  } as const;
  await tell(deps, of, { node }, kind[move], { about: reportId, node }, facts);
};

const howDue: Record<'unit-soon' | 'unit-late', Bilingual> = {
  'unit-soon': { zh: '即将到期', en: 'is due soon' },
  'unit-late': { zh: '已逾期', en: 'is late' },
};
const tellOfReportDue = async (
  deps: Deps,
  { node, year, stage, last }: EventData<'AnnualReportDue'>,
  of: Of,
): Promise<void> => {
  const facts = { unit: unitOf(deps, node).name, year, last };
  const about = { about: `annual-report#${node}#${year}`, node };
  if (stage === 'check-late') await tell(deps, of, { node }, 'annual-report-unchecked', about, facts);
  else await tell(deps, of, { node }, 'annual-report-due', about, { ...facts, how: howDue[stage] });
};

/** An archive is reminded of what it owes to other archives. */
const tellOfTransfers = async (
  deps: Deps,
  { node, ...facts }: EventData<'TransfersDue'>,
  of: Of,
): Promise<void> => {
  const about = { about: `transfers#${node}`, node };
  await tell(deps, of, { node }, 'transfers-due', about, { unit: unitOf(deps, node).name, node, ...facts });
};

/** A transfer list waits for the archive that receives; what that does with it learns the one that sent. */
const tellOfTransferList = async (
  deps: Deps,
  { listId: id, number, node, to, move, dossiers }: EventData<'TransferListMoved'>,
  of: Of,
): Promise<void> => {
  const kinds = {
    send: 'transfer-list-sent',
    receive: 'transfer-list-received',
    refuse: 'transfer-list-refused',
  } as const;
  const [mailbox, other] = move === 'send' ? [to, node] : [node, to];
  const facts = { id, number, dossiers, unit: unitOf(deps, other).name };
  await tell(deps, of, { node: mailbox }, kinds[move], { about: id, node: mailbox }, facts);
};

/** Which event of the archive plane becomes which notice to staff, with the facts that its texts name. */
export const archiveNotices = {
  CaseOpened: tellOfUse,
  DepositReceived: (deps: Deps, { reviewId }: EventData<'DepositReceived'>, of: Of) =>
    tellOfReview(deps, of, reviewId, 'review-arrived'),
  AcceptanceStalled: (deps: Deps, { reviewId }: EventData<'AcceptanceStalled'>, of: Of) =>
    tellOfReview(deps, of, reviewId, 'acceptance-stalled'),
  /** Told again for a rebuild of intake, it names no review: nothing new has come to staff. */
  async DepositAccepted(deps: Deps, { reviewId }: EventData<'DepositAccepted'>, of: Of): Promise<void> {
    if (reviewId !== undefined) await tellOfReview(deps, of, reviewId, 'certificate-due');
  },
  ReleaseProposed: ofDossier('release-proposed'),
  ReleaseRefused: ofDossier('release-refused'),
  ReleaseOverdue: ofDossier('release-overdue'),
  JobEnded: tellOfJob,
  OrderMoved: tellOfOrder,
  TransfersDue: tellOfTransfers,
  TransferListMoved: tellOfTransferList,
  AgreementDue: tellOfAgreement,
  HoldingListDue: tellOfHoldingList,
  HoldingListMoved: tellOfListMoved,
  InspectionLate: tellOfLateInspection,
  RectificationDue: tellOfRectificationDue,
  InspectionMoved: tellOfInspection,
  RectificationMoved: tellOfRectification,
  PublicNoticeProposed: tellOfProposal,
  WeekSummed: tellOfWeek,
  AnnualReportMoved: tellOfReport,
  AnnualReportDue: tellOfReportDue,
  async EvaluationCirculated(
    deps: Deps,
    { evaluationId, period, edition = 1 }: EventData<'EvaluationCirculated'>,
    of: Of,
  ): Promise<void> {
    const facts = { id: evaluationId, period: periodName(period), edition };
    const kind = edition > 1 ? 'evaluation-corrected' : 'evaluation-circulated';
    for (const { code } of unitsOf(deps))
      await tell(deps, of, { node: code }, kind, { about: evaluationId, node: code }, facts);
  },
};
