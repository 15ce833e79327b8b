import type { EventData } from '@geoarchive/contract/events.ts';
import { caseKinds, outcomeName } from '@geoarchive/domain/cases/kinds.ts';
import { isStatement } from '@geoarchive/domain/cases/statements.ts';
import { noticeKinds, publicNoticeLifecycle } from '@geoarchive/domain/disclosure/notice.ts';
import { documentKinds } from '@geoarchive/domain/documents.ts';
import type { NoticeKind } from '@geoarchive/domain/notices/rules.ts';
import { type Facts, titleInNotice } from '@geoarchive/domain/notices/write.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import type { DocumentItem } from '../documents/document-store.ts';
import type { DepositItem } from '../intake/deposit-store.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { type BarTellDeps, tellOfBar } from './tell-bars.ts';
import { type About, type Of, type Telling, tell, tellAll } from './teller.ts';
import type { WebhookStore } from './webhook-store.ts';

type Deps = BarTellDeps &
  Pick<IntakeDeps, 'deposits' | 'documents' | 'mandates' | 'organisations' | 'settings'> & {
    webhooks: Pick<WebhookStore, 'get'>;
  };

/** Organisations whose mandates are looked up at once. */
const lookedUpAtOnce = 10;

type ToOrganisation = Omit<Telling, 'mailbox'> & { organisation: string };

/** Tells organisations whose things these are, and those that may act for them in these today. */
const tellOrganisations = async (deps: Deps, all: readonly ToOrganisation[]): Promise<void> => {
  const organisations = [...new Set(all.map(({ organisation }) => organisation))];
  const mandates = new Map<string, Awaited<ReturnType<Deps['mandates']['givenBy']>>>();
  await inParallel(organisations, lookedUpAtOnce, async (one) => {
    mandates.set(one, (await deps.mandates.givenBy(one)).filter(deps.mandates.active));
  });
  await tellAll(
    deps,
    all.flatMap(({ organisation, ...telling }) => {
      const { taskId } = telling.about;
      const agents = (mandates.get(organisation) ?? [])
        .filter(({ body }) => body.scope === 'all' || (taskId !== undefined && body.taskIds.includes(taskId)))
        .map(({ body }) => body.to);
      return [
        { ...telling, mailbox: { organisation } },
        ...[...new Set(agents)].map((agent) => ({
          ...telling,
          mailbox: { organisation: agent },
          about: { ...telling.about, principal: organisation },
        })),
      ];
    }),
  );
};
const tellOrganisation = (
  deps: Deps,
  of: Of,
  organisation: string,
  kind: NoticeKind,
  about: About,
  facts: Facts,
): Promise<void> => tellOrganisations(deps, [{ of, organisation, kind, about, facts }]);

const depositOf = async (deps: Deps, id: string): Promise<DepositItem> => {
  const found = await deps.deposits.get(id);
  if (found === undefined) throw new Error(`Deposit ${id} is not here`);
  return found;
};

const tellOfDeposit = async (
  deps: Deps,
  of: Of,
  { id, body }: DepositItem,
  kind: NoticeKind,
  facts: Facts,
): Promise<void> => {
  const about = {
    about: id,
    node: body.node,
    ...(body.taskId === undefined ? {} : { taskId: body.taskId }),
  };
  await tellOrganisation(deps, of, body.organisation, kind, about, {
    id,
    title: titleInNotice(body),
    ...facts,
  });
};

/** What of a deposit a notice names: old news, of a round that is over, tells nothing any more. */
const ofRound =
  (kind: NoticeKind, factsOf: (body: DepositItem['body']) => Record<string, string | undefined>) =>
  async (deps: Deps, { depositId, round }: { depositId: string; round: number }, of: Of): Promise<void> => {
    const item = await depositOf(deps, depositId);
    if (item.body.round !== round) return;
    const facts = Object.entries(factsOf(item.body)).filter(
      (one): one is [string, string] => one[1] !== undefined,
    );
    await tellOfDeposit(deps, of, item, kind, Object.fromEntries(facts));
  };

/** What an archive is called; one that the deployment no longer has, by its code. */
const archiveName = ({ settings }: Deps, code: string): Bilingual | string =>
  settings.nodes.find((one) => one.code === code)?.name ?? code;

const tellingOfTask = (
  deps: Deps,
  { change, task, before, from }: EventData<'TaskSeen'>,
  of: Of,
): ToOrganisation => {
  const { id, number, name, node, organisation } = task;
  // A reminder is of the day that counts, which a correction can move.
  const reminds = change === 'due-soon' || change === 'overdue';
  const due = (reminds ? task.reminded?.due : undefined) ?? task.due;
  const about = { about: id, node, taskId: id };
  const facts = {
    ...{ number, name, due },
    ...(before === undefined ? {} : { before }),
    ...(from === undefined ? {} : { from: archiveName(deps, from), to: archiveName(deps, node) }),
  };
  return { of, organisation, kind: `task-${change}`, about, facts };
};

/** Of what the archive told of a case, decisions on statements have legal effect; all else the case itself shows. */
const tellOfStatement = async (
  deps: Deps,
  { caseId, organisation, number, decided }: EventData<'CaseUpdateSeen'>,
  of: Of,
): Promise<void> => {
  if (decided === undefined || !isStatement(decided.kind)) return;
  const { kind, node, taskId, outcome } = decided;
  const about = { about: caseId, node, ...(taskId === undefined ? {} : { taskId }) };
  const facts = { id: caseId, number, kind: caseKinds[kind].name, outcome: outcomeName(kind, outcome) };
  await tellOrganisation(deps, of, organisation, 'statement-decided', about, facts);
};

/** Tells the submitter that it is asked for its consent: its own matter, not that of who acts for it. */
const tellOfConsent = (
  deps: Deps,
  { itemId, organisation, number, title, node }: EventData<'ConsentQuestionSeen'>,
  of: Of,
): Promise<void> =>
  tell(deps, of, { organisation }, 'consent-asked', { about: itemId, node }, { number, title });

/** Tells the person who asked, and nobody else of their organisation. */
const tellOfRequest = async (
  deps: Deps,
  { caseId, person, number, node, news, outcome }: EventData<'UseUpdateSeen'>,
  of: Of,
): Promise<void> => {
  const facts = { id: caseId, number, ...(outcome && { outcome: outcomeName('use', outcome) }) };
  await tell(deps, of, { person }, `use-${news}`, { about: caseId, node }, facts);
};
const tellOfGrant = (
  deps: Deps,
  { grantId: id, person, number, node, news, until }: EventData<'GrantSeen'>,
  of: Of,
): Promise<void> => tell(deps, of, { person }, `grant-${news}`, { about: id, node }, { id, number, until });

const tellOfMandate = async (
  deps: Deps,
  { mandateId, change }: EventData<'MandateChanged'>,
  of: Of,
): Promise<void> => {
  const found = await deps.mandates.get(mandateId);
  if (found === undefined) throw new Error(`Mandate ${mandateId} is not here`);
  const { from, to, validFrom, validTo } = found.body;
  const { name } = await deps.organisations.named(from);
  const facts = { from: name, validFrom, validTo };
  await tell(deps, of, { organisation: to }, `mandate-${change}`, { about: mandateId }, facts);
};

/** What people switched themselves needs no telling. */
const tellOfWebhook = async (
  deps: Deps,
  { organisation, change }: EventData<'WebhookChanged'>,
  of: Of,
): Promise<void> => {
  if (change !== 'stopped') return;
  const found = await deps.webhooks.get(organisation);
  if (found === undefined) throw new Error(`The webhook of ${organisation} is not here`);
  // The host alone: paths of such addresses often hold a key.
  const facts = { host: new URL(found.body.url).host };
  await tell(deps, of, { organisation }, 'webhook-stopped', { about: organisation }, facts);
};

/** Tells the party what is published about it: the matter is its own. What is settled of it one by one the page shows. */
const tellOfNotice = async (
  deps: Deps,
  { notice, organisation }: EventData<'PublicNoticeSeen'>,
  of: Of,
): Promise<void> => {
  const { id, number, kind, state, node, objectUntil, says, version } = notice;
  const facts = {
    number,
    kind: noticeKinds[kind].name,
    state: publicNoticeLifecycle.states[state],
    objectUntil,
  };
  const about = { about: id, node };
  // The second version of a notice is its publication: the first was the proposal.
  if (state === 'published' && version === 2)
    await tell(deps, of, { organisation }, 'public-notice-published', about, facts);
  else if (state !== 'published' || says?.items.every(({ settledOn }) => settledOn === undefined) === true)
    await tell(deps, of, { organisation }, 'public-notice-changed', about, facts);
};

/** Tells the party of a demand, an order, a penalty; not who acts for it in single tasks: the matter is its own. */
const tellOfLegalPaper = async (
  deps: Deps,
  of: Of,
  { id: number, body: { kind, node, says } }: DocumentItem,
  notice: 'legal-paper-issued' | 'legal-paper-voided',
): Promise<void> => {
  const until = 'until' in says ? says.until : undefined;
  const term =
    until === undefined ? { zh: '', en: '' } : { zh: `，期限至 ${until}`, en: `, term until ${until}` };
  const facts = { number, kind: documentKinds[kind].name, title: says.title ?? '', term };
  await tell(deps, of, { organisation: says.submitter }, notice, { about: number, node }, facts);
};

/** Which event of the intake plane becomes which notice, with the facts that its texts name. */
export const intakeNotices = {
  DepositSealed: ofRound('deposit-received', ({ receipt }) => ({ receipt: receipt?.number })),
  DepositReturnSeen: ofRound('deposit-returned', ({ returned }) => ({ correctBy: returned?.correctBy })),
  DepositAcceptanceSeen: ofRound('deposit-accepted', ({ archiveNumber }) => ({ archiveNumber })),
  DepositCertificateSeen: ofRound('certificate-issued', ({ certificateNumber }) => ({ certificateNumber })),
  async DocumentVoidSeen(deps: Deps, { number }: EventData<'DocumentVoidSeen'>, of: Of): Promise<void> {
    const paper = await deps.documents.get(number);
    if (paper === undefined) throw new Error(`Document ${number} is not here`);
    const { depositId, kind } = paper.body;
    const facts = { number, kind: documentKinds[kind].name };
    if (depositId === undefined) await tellOfLegalPaper(deps, of, paper, 'legal-paper-voided');
    else await tellOfDeposit(deps, of, await depositOf(deps, depositId), 'document-voided', facts);
  },
  /** Papers of a deposit are told of by what happens to that. */
  async DocumentRecorded(deps: Deps, { number }: EventData<'DocumentRecorded'>, of: Of): Promise<void> {
    const paper = await deps.documents.get(number);
    if (paper === undefined) throw new Error(`Document ${number} is not here`);
    // Of a receipt for services the person was told with the payment.
    if (paper.body.kind === 'use-receipt') return;
    if (paper.body.depositId === undefined) await tellOfLegalPaper(deps, of, paper, 'legal-paper-issued');
  },
  BarSeen: tellOfBar,
  PublicNoticeSeen: tellOfNotice,
  TaskSeen: (deps: Deps, news: EventData<'TaskSeen'>, of: Of) =>
    tellOrganisations(deps, [tellingOfTask(deps, news, of)]),
  TasksSeen: (deps: Deps, { news }: EventData<'TasksSeen'>, { at }: Of) =>
    tellOrganisations(
      deps,
      news.map(({ id, ...one }) => tellingOfTask(deps, one, { id, at })),
    ),
  CaseUpdateSeen: tellOfStatement,
  ConsentQuestionSeen: tellOfConsent,
  UseUpdateSeen: tellOfRequest,
  GrantSeen: tellOfGrant,
  MandateChanged: tellOfMandate,
  WebhookChanged: tellOfWebhook,
};
