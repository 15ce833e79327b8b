import type { ChaseSays, IssuedDocument } from '@geoarchive/contract/documents.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { chaseNumber } from '@geoarchive/domain/numbers.ts';
import { type ChaseStep, chasePapers } from '@geoarchive/domain/supervision/chase.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { issuing, paperOf } from '../documents/issue.ts';
import type { ChaseBody } from './chase-store.ts';
import type { TaskItem } from './chase-tasks.ts';
import type { SupervisionDeps } from './context.ts';

/** What the authority writes into a step's paper. */
export type Written = { until?: string; text: string; amount?: number; heard?: string };
export type Issuer = By & { name: string };

const titleOf = (tasks: readonly TaskItem[]): string => {
  const name = tasks[0]?.body.name ?? '';
  return tasks.length === 1 ? name : `${name}等${tasks.length}项`;
};

const saysOf = (step: ChaseStep, common: Omit<ChaseSays, 'kind'>, of: Written): ChaseSays => {
  const { until = '', amount = 0, heard = '' } = of;
  switch (step) {
    case 'demand':
      return { ...common, kind: chasePapers.demand, until };
    case 'order':
      return { ...common, kind: chasePapers.order, until };
    case 'propose':
      return { ...common, kind: chasePapers.propose, until, amount };
    case 'fine':
      return { ...common, kind: chasePapers.fine, until, amount, heard };
    case 'circulate':
      return { ...common, kind: chasePapers.circulate, amount };
  }
};

/** The paper of a step and the writes that issue it with its number: for the transaction of the step. */
export const stepPaper = async (
  deps: Pick<SupervisionDeps, 'clock' | 'table' | 'documents'>,
  chase: {
    id: string;
    body: Pick<ChaseBody, 'node' | 'organisation' | 'organisationName' | 'steps' | 'track'>;
  },
  step: ChaseStep,
  tasks: readonly TaskItem[],
  written: Written,
  by: Issuer,
): Promise<{ paper: IssuedDocument; writes: Write[] }> => {
  const now = deps.clock();
  const { node, organisation, organisationName, steps, track } = chase.body;
  const year = dayOf(now).slice(0, 4);
  const next = await nextNumber(deps.table, `chase-${step}#${node}#${year}`);
  const before = steps.at(-1)?.paper;
  const paper = paperOf({
    number: chaseNumber(step, node, year, next.value),
    node,
    concerns: chase.id,
    issuedAt: now.toISOString(),
    says: saysOf(
      step,
      {
        title: titleOf(tasks),
        submitter: organisation,
        ...(organisationName === undefined ? {} : { submitterName: organisationName }),
        tasks: tasks.map(({ body: { number, name, licenceNumber, due, basis } }) => ({
          number,
          name,
          ...(licenceNumber === undefined ? {} : { licenceNumber }),
          due,
          ...(basis === undefined ? {} : { article: basis.proof.decides.reference }),
        })),
        text: written.text,
        ...(track === 'fraud' ? { ground: track } : {}),
        ...(before === undefined ? {} : { before }),
        issuedBy: by.name,
      },
      written,
    ),
  });
  return { paper, writes: [next.take, ...issuing(deps.documents, paper, { by, from: 'archive' })] };
};
