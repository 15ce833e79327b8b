import type { EventData } from '@geoarchive/contract/events.ts';
import type { DepositMove, DepositState } from '@geoarchive/domain/deposit.ts';
import { caseTold, type ToldDeps } from '../cases/told.ts';
import { recordDocument } from '../documents/issue.ts';
import { recordVoid } from '../documents/voiding.ts';
import { followRegister } from '../identity/organisation-store.ts';
import { ownConsents } from '../service/own-consents.ts';
import { grantTold } from '../service/own-grants.ts';
import type { DepositBody } from './deposit-store.ts';
import type { IntakeDeps } from './deps.ts';

type Deps = Pick<
  IntakeDeps,
  | 'deposits'
  | 'tasks'
  | 'bars'
  | 'barRecipients'
  | 'codes'
  | 'documents'
  | 'organisations'
  | 'ownNotices'
  | 'clock'
>;

type Seen = { depositId: string; round: number };

/** States in which an event of the archive is old news. */
const after: Record<'return' | 'accept' | 'certify', readonly DepositState[]> = {
  return: ['returned', 'open', 'checking', 'checked', 'submitted', 'cancelled'],
  accept: ['accepted', 'certified'],
  certify: ['certified'],
};
const told = {
  return: 'DepositReturnSeen',
  accept: 'DepositAcceptanceSeen',
  certify: 'DepositCertificateSeen',
} as const;

/**
 * Brings what the archive decided into the submitter's view. Old news changes nothing; news that comes before its
 * predecessor fails and is tried again by the queue.
 */
const see = async (
  deps: Deps,
  move: Extract<DepositMove, keyof typeof after>,
  { depositId, round }: Seen,
  more: Partial<DepositBody>,
): Promise<void> => {
  const item = await deps.deposits.get(depositId);
  if (item === undefined) throw new Error(`Deposit ${depositId} is not here yet`);
  if (item.body.round !== round || after[move].includes(item.state)) return;
  await deps.deposits.move(
    item,
    move,
    { ...item.body, ...more, updatedAt: deps.clock().toISOString() },
    {
      action: `deposit.${move}`,
      by: { worker: 'project' },
      events: [{ type: told[move], data: { depositId, round } }],
    },
  );
};

/** The certificate, or another in the place of the one that is known: whichever comes last, the replaced one never comes back. */
const seeCertificate = async (
  deps: Deps,
  { certificateNumber, replaced = [], ...of }: EventData<'CertificateIssued'>,
): Promise<void> => {
  const item = await deps.deposits.get(of.depositId);
  if (item?.state !== 'certified') return see(deps, 'certify', of, { certificateNumber });
  if (!replaced.includes(item.body.certificateNumber ?? '')) return;
  await deps.deposits.change(
    item,
    { ...item.body, certificateNumber, updatedAt: deps.clock().toISOString() },
    {
      action: 'deposit.certify',
      by: { worker: 'project' },
      detail: { certificateNumber },
      events: [{ type: told.certify, data: of }],
    },
  );
};

/** Tasks come many at a time, from imports of thousands: they are projected together. */
export const taskProjections = {
  TaskRecorded: (deps: Deps, recorded: EventData<'TaskRecorded'>[]) => deps.tasks.putMany(recorded),
  TasksRecorded: (deps: Deps, recorded: EventData<'TasksRecorded'>[]) =>
    deps.tasks.putMany(recorded.flatMap(({ tasks }) => tasks)),
};

export const projections = {
  OrganisationRecorded: (deps: Deps, told: EventData<'OrganisationRecorded'>) =>
    followRegister(deps.organisations, told),
  BarBegan: (deps: Deps, told: EventData<'BarBegan'>) => deps.bars.put(told),
  BarEnded: (deps: Deps, told: EventData<'BarEnded'>) => deps.bars.put(told),
  BarRecipientRecorded: (deps: Deps, recorded: EventData<'BarRecipientRecorded'>) =>
    deps.barRecipients.put(recorded),
  CodeListEdited: (deps: Deps, edited: EventData<'CodeListEdited'>) => deps.codes.put(edited),
  DepositReturned: (deps: Deps, { reason, correctBy, items, ...of }: EventData<'DepositReturned'>) =>
    see(deps, 'return', of, { returned: { reason, correctBy, items } }),
  DepositAccepted: (deps: Deps, { archiveNumber, ...of }: EventData<'DepositAccepted'>) =>
    see(deps, 'accept', of, { archiveNumber }),
  CertificateIssued: seeCertificate,
  DocumentIssued: (deps: Deps, paper: EventData<'DocumentIssued'>) => recordDocument(deps.documents, paper),
  DocumentVoided: (deps: Deps, voided: EventData<'DocumentVoided'>) => recordVoid(deps.documents, voided),
  PublicNoticeMoved: (deps: Deps, moved: EventData<'PublicNoticeMoved'>) => deps.ownNotices.put(moved),
  ConsentAsked: ({ table, clock }: Pick<IntakeDeps, 'table' | 'clock'>, asked: EventData<'ConsentAsked'>) =>
    ownConsents(table, clock).ask(asked),
  ConsentClosed: (
    { table, clock }: Pick<IntakeDeps, 'table' | 'clock'>,
    { itemId }: EventData<'ConsentClosed'>,
  ) => ownConsents(table, clock).close(itemId),
  GrantTold: (deps: Pick<IntakeDeps, 'table' | 'clock'>, told: EventData<'GrantTold'>) =>
    grantTold(deps, told),
  CaseTold: (deps: ToldDeps, told: EventData<'CaseTold'>) => caseTold(deps, told),
};
