import {
  archive,
  audit,
  bars,
  calendar,
  cases,
  chases,
  cockpit,
  codes,
  custodyAgreements,
  custodyHoldings,
  custodyInspections,
  disclosure,
  evaluation,
  holes,
  jobs,
  loans,
  operations,
  orders,
  organisations,
  preview,
  readings,
  reporting,
  rules,
  service,
  supervision,
  transfers,
} from '@geoarchive/contract/routes.ts';
import { archiveStaff, type RoleCode } from '@geoarchive/domain/roles.ts';

const of = (route: { allow: readonly RoleCode[] | 'everyone' }): readonly RoleCode[] =>
  route.allow === 'everyone' ? [] : route.allow;

/** Who works for an archive or authority, and so has the overview. */
export const staff = archiveStaff;
/** Who may ask whether a party is barred: registries and funders do nothing else. */
export const askers = of(bars.eligibility);
/** Who registers the registries and funders that are told of bars. */
export const barTellers = of(bars.setBarRecipient);
/** Who may read what the archive holds: as the contract says, so that menu and API agree. */
export const archiveReaders = of(archive.listReviews);
/** Who may open the files of a review. */
export const previewers = of(preview.openReviewFile);
/** Who looks after what was put aside. */
export const operators = of(operations.listDeadLetters);
/** Who sends dossiers to another archive, and receives those of others. */
export const transferKeepers = of(transfers.sendTransfers);
/** Who decides that something is not transferred. */
export const transferDeciders = of(transfers.exemptTransfer);
/** Who checks reviews, and so notes what was looked through. */
export const checkers = of(archive.tickReview);
/** Who imports tasks. */
export const importers = of(archive.startTaskImport);
/** Who sees the calendar of working days, and who changes it. */
export const calendarReaders = of(calendar.getHolidayYear);
export const calendarEditors = of(calendar.editHolidayYear);
/** Who sees the code lists, and who changes them. */
export const codeReaders = of(codes.listCodeLists);
export const codeEditors = of(codes.changeCodeList);
/** Who sees what custodians keep, and who entrusts. */
export const custodyReaders = of(custodyAgreements.listAgreements);
/** Who carries inspections out. */
export const inspectors = of(custodyInspections.syncInspection);
/** Who brings holding lists. */
export const holdingImporters = of(custodyHoldings.startHoldingImport);
export const entrusting = of(custodyAgreements.draftAgreement);
/** Who sees holes, and who brings them for the own archive. */
export const holeReaders = of(holes.listHoles);
/** Who sets what holds a hole back. */
export const holeLimiters = of(holes.setHoleLimits);
export const holeImporters = of(holes.startHoleImport);
/** Who works on cases. */
export const caseReaders = of(cases.listCases);
/** Who sees requests for use and grants, and who decides on them. */
export const useReaders = of(service.listUseRequests);
export const useDecidersOfUse = of(service.extendGrant);
export const useFigureReaders = of(service.useFigures);
/** Who lends paper and core. */
export const lendersOfPaper = of(loans.lend);
/** Who looks after the reading room. */
export const readingRoomKeepers = of(readings.openReading);
/** Who reads the trail. */
export const auditors = of(audit.listAudit);
/** Who may have jobs. */
export const jobOwners = of(jobs.listJobs);
/** Who watches over the jobs of all. */
export const jobWatchers = of(jobs.listAllJobs);
/** Who sees orders of the ministry, and who makes them. */
export const orderReaders = of(orders.listOrders);
export const orderMakers = of(orders.makeOrder);
/** Who sees the cockpit. */
export const cockpitReaders = of(cockpit.cockpit);
/** Who reads the registers of rights and projects, who imports them, who reads the rules of due dates and who changes them. */
export const registerReaders = of(supervision.listRegisters);
export const registerImporters = of(supervision.startRegisterImport);
/** Who sees the register of organisations, and who keeps it. */
export const organisationReaders = of(organisations.listOrganisations);
export const organisationKeepers = of(organisations.recordOrganisation);
/** Who decides other due dates. */
export const dueDeciders = of(supervision.decideDue);
export const ruleReaders = of(rules.listRules);
export const ruleEditors = of(rules.addRuleVersion);
/** Who sees public notices, and who proposes and decides on them. */
export const noticeReaders = of(disclosure.listStaffNotices);
export const disclosers = of(disclosure.proposeNotice);
/** Who sees chases of overdue tasks, and who chases. */
export const chaseReaders = of(chases.listChases);
export const chasers = of(chases.startChase);
/** Who sees annual reports, who fills them in for the own unit, and who sees all of them added up. */
export const reportReaders = of(reporting.listAnnualReports);
export const reportEditors = of(reporting.beginReport);
export const reportSummers = of(reporting.sumReports);
/** Who sees evaluations, and who makes them. */
export const evaluationReaders = of(evaluation.listEvaluations);
export const evaluators = of(evaluation.beginEvaluation);
/** Who records when the licence of a dossier ended. */
export const licenceEndRecorders = of(archive.recordLicenceEnd);
/** Who sees what archives are late with themselves. */
export const lateReaders = of(archive.lateFigures);
