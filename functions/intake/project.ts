import type { EventData } from '@geoarchive/contract/events.ts';
import type { DepositMove, DepositState } from '@geoarchive/domain/deposit.ts';
import { caseTold, type ToldDeps } from '../cases/told.ts';
import { recordDocument, recordVoid } from '../documents/issue.ts';
import type { DepositBody } from './deposit-store.ts';
import type { IntakeDeps } from './deps.ts';

type Deps = Pick<IntakeDeps, 'deposits' | 'tasks' | 'documents' | 'clock'>;

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

export const projections = {
  TaskRecorded: (deps: Deps, { task, version }: EventData<'TaskRecorded'>) => deps.tasks.put(task, version),
  DepositReturned: (deps: Deps, { reason, correctBy, items, ...of }: EventData<'DepositReturned'>) =>
    see(deps, 'return', of, { returned: { reason, correctBy, items } }),
  DepositAccepted: (deps: Deps, { archiveNumber, ...of }: EventData<'DepositAccepted'>) =>
    see(deps, 'accept', of, { archiveNumber }),
  CertificateIssued: (deps: Deps, { certificateNumber, ...of }: EventData<'CertificateIssued'>) =>
    see(deps, 'certify', of, { certificateNumber }),
  DocumentIssued: (deps: Deps, paper: EventData<'DocumentIssued'>) => recordDocument(deps.documents, paper),
  DocumentVoided: (deps: Deps, voided: EventData<'DocumentVoided'>) => recordVoid(deps.documents, voided),
  CaseTold: (deps: ToldDeps, told: EventData<'CaseTold'>) => caseTold(deps, told),
};
