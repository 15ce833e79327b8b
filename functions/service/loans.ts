import type { Loan } from '@geoarchive/contract/loans.ts';
import * as loans from '@geoarchive/contract/loans.ts';
import type { Fonts } from '@geoarchive/documents/fonts.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { loanNumber } from '@geoarchive/domain/numbers.ts';
import { isLate, loanLifecycle } from '@geoarchive/domain/service/loan.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { nodeOf, ofNode } from '../archive/access.ts';
import type { ServiceDeps } from './deps.ts';
import { type LoanItem, puttingBack, takingOut } from './loan-store.ts';

type LoanDeps = ServiceDeps & { fonts: () => Promise<Fonts> };

const view = ({ clock }: Pick<ServiceDeps, 'clock'>, item: LoanItem, caller: Caller): Loan => ({
  ...item.body,
  id: item.id,
  version: item.version,
  state: item.state,
  late: isLate({ state: item.state, due: item.body.due }, dayOf(clock())),
  moves: movesFrom(loanLifecycle, item.state, caller.roles),
});

const list = async (deps: LoanDeps, { caller, query }: Call<typeof loans.listLoans>) => {
  const node = nodeOf(caller);
  const page =
    query.show === 'all'
      ? await deps.loans.list('gsi1', `loans#${node}`, { ...query, newestFirst: true })
      : await deps.loans.list('gsi2', `loans-out#${node}`, query);
  const seen = page.items.map((item) => view(deps, item, caller));
  return { ...page, items: query.show === 'late' ? seen.filter(({ late }) => late) : seen };
};

const events = (loanId: string) => [{ type: 'LoanMoved' as const, data: { loanId } }];

/** The day must lie ahead, or be today. */
const expectAhead = (deps: LoanDeps, due: string): void => {
  if (due < dayOf(deps.clock()))
    throw new Problem(
      'invalid-input',
      { zh: '归还日期不能早于今天。', en: 'It cannot be due before today.' },
      [{ field: 'body.due', message: due }],
    );
};

/** The archive's own dossier that the thing belongs to, where one is named; of another archive it does not exist. */
const expectOwnDossier = async (deps: LoanDeps, caller: Caller, id: string | undefined): Promise<void> => {
  if (id !== undefined) ofNode(caller, await deps.dossiers.get(id));
};

/** Lends a thing under the next number, once at a time; the use of a dossier's paper counts in the figures of use. */
const lend = async (deps: LoanDeps, { caller, body }: Call<typeof loans.lend>): Promise<Loan> => {
  const node = nodeOf(caller);
  expectAhead(deps, body.due);
  await expectOwnDossier(deps, caller, body.dossierId);
  const now = deps.clock();
  const today = dayOf(now);
  const year = today.slice(0, 4);
  const { mark, dossierId, purpose, askerKind } = body;
  const item = await againWhenRaced(async () => {
    const out = await deps.table.get({ pk: `loan-of#${node}#${mark}`, sk: 'item' });
    if (out !== undefined)
      throw new Problem(
        'wrong-state',
        { zh: `“${mark}”已借出，尚未归还。`, en: `"${mark}" is out and not back yet.` },
        [{ field: 'body.mark', message: mark }],
      );
    const next = await nextNumber(deps.table, `loan#${node}#${year}`);
    const id = ulid(now.getTime());
    const used =
      dossierId === undefined
        ? []
        : [
            deps.usage.adding({
              ...{ node, day: today, recordId: dossierId, way: 'on-site', purpose, askerKind, bytes: 0 },
            }),
          ];
    return deps.loans.create(
      id,
      {
        ...body,
        ...{
          node,
          number: loanNumber(node, year, next.value),
          lentAt: now.toISOString(),
          lentBy: caller.name,
        },
      },
      {
        action: loans.lend.audit,
        by: caller,
        detail: { mark, due: body.due, borrower: body.borrower },
        events: events(id),
        with: [next.take, takingOut(deps.table, node, mark, id), ...used],
      },
    );
  }).catch((error: unknown) => {
    throw error instanceof ConditionFailed ? new Problem('busy') : error;
  });
  return view(deps, item, caller);
};

type Wanted = { caller: Caller; params: { id: string }; ifMatch: number | undefined };
const taken = async (deps: LoanDeps, { caller, params, ifMatch }: Wanted): Promise<LoanItem> => {
  const item = ofNode(caller, await deps.loans.get(params.id));
  expectVersion(item, ifMatch);
  return item;
};

const end = async (deps: LoanDeps, call: Call<typeof loans.endLoan>): Promise<Loan> => {
  const { caller, body } = call;
  const item = await taken(deps, call);
  const { node, mark } = item.body;
  const ended = { at: deps.clock().toISOString(), by: caller.name, condition: body.condition };
  const moved = await deps.loans.move(
    item,
    body.move,
    { ...item.body, ended },
    {
      action: loans.endLoan.audit,
      by: caller,
      detail: { move: body.move, condition: body.condition },
      events: events(item.id),
      // What is lost stays out: nobody can be lent it.
      with: body.move === 'return' ? [puttingBack(deps.table, node, mark)] : [],
    },
  );
  return view(deps, moved, caller);
};

const extend = async (deps: LoanDeps, call: Call<typeof loans.extendLoan>): Promise<Loan> => {
  const { caller, body } = call;
  const item = await taken(deps, call);
  expectAhead(deps, body.due);
  if (item.state !== 'out')
    throw new Problem('wrong-state', { zh: '它不在借出状态。', en: 'It is not out.' });
  const changed = await deps.loans.change(
    item,
    { ...item.body, due: body.due },
    {
      action: loans.extendLoan.audit,
      by: caller,
      detail: { reason: body.reason, before: item.body.due, due: body.due },
      events: events(item.id),
    },
  );
  return view(deps, changed, caller);
};

export const loanRoutes = [
  implement(loans.listLoans, list),
  implement(loans.lend, lend),
  implement(loans.endLoan, end),
  implement(loans.extendLoan, extend),
  implement(loans.loanLabel, async (deps: LoanDeps, { caller, params }) => {
    const { body } = ofNode(caller, await deps.loans.get(params.id));
    const { renderLabel } = await import('@geoarchive/documents/label.ts');
    return renderLabel(body, await deps.fonts());
  }),
];
