import * as contract from '@geoarchive/contract/custody-holdings.ts';
import { isSameHolding } from '@geoarchive/domain/custody/compare.ts';
import type { Bringer } from '@geoarchive/domain/custody/holding.ts';
import { difference } from '@geoarchive/domain/sheets/differences.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Write } from '@geoarchive/platform/store/table.ts';
import { nodeOf } from '../archive/access.ts';
import type { JobStore } from '../jobs/job-store.ts';
import { expectAllSent, ownedBy, queueJob, queueUndo } from '../jobs/queue-job.ts';
import { bringerOf, expectCustodian } from './access.ts';
import type { CustodyDeps } from './deps.ts';
import { noFigures } from './holding-figures.ts';
import type { HoldingListItem } from './holding-list-store.ts';
import { withTies } from './ties.ts';

type Deps = CustodyDeps & { jobs: JobStore };
type Rows = readonly Pick<contract.HoldingRow, 'code' | 'custodian'>[];

/**
 * Refuses lines of a custodian that is not the list's, and a list that is not the caller's own; the latter stands in the trail, since
 * somebody tried to speak for another.
 */
const expectOwn = async (
  deps: Deps,
  caller: Caller,
  custodian: string,
  rows: Rows = [],
): Promise<Bringer> => {
  expectCustodian(deps, custodian);
  const as = await bringerOf(deps, caller, custodian);
  const own = as === undefined ? nodeOf(caller) : custodian;
  const others = rows.filter((row) => row.custodian !== own);
  if (as !== undefined && others.length === 0) return as;
  await deps.table.transact([
    auditWrite(deps.table.name, deps.clock, {
      about: `holding-lists#${own}`,
      action: 'custody.refuse-list',
      by: caller,
      detail: {
        custodian,
        rows: others.length,
        of: [...new Set(others.map((row) => row.custodian))].slice(0, 10),
      },
      node: own,
    }),
  ]);
  if (as === undefined && caller.roles.includes('PROVINCE_ADMIN'))
    throw new Problem('forbidden', {
      zh: '保管单位的清单由它自己导入；省级主管部门只能代只受本省委托的保管单位导入。',
      en: 'A custodian imports its own list; a province does so only for one that keeps things for it alone.',
    });
  throw new Problem(
    'forbidden',
    {
      zh: `只能导入本单位（${own}）的保管清单；文件中有其他单位的内容。`,
      en: `Only the holding list of your own unit (${own}) can be imported; the file has lines of others.`,
    },
    others.slice(0, 50).map((row) => ({ field: `rows.${row.code}.custodian`, message: row.custodian })),
  );
};

const preview = async (deps: Deps, { caller, body }: Call<typeof contract.previewHoldings>) => {
  await expectOwn(deps, caller, body.custodian, body.rows);
  const codes = body.rows.map(({ code }) => code);
  const before = await deps.holdingLists.before(body.custodian, body.period);
  const [rows, present, old] = await Promise.all([
    withTies(deps, body.rows),
    deps.holdings.many(body, codes),
    before === undefined
      ? new Map<string, contract.Holding>()
      : deps.holdings.many({ ...body, period: before.body.period }, codes),
  ]);
  const items = rows.map((row): contract.HoldingOutcome => {
    const { findings, ...said } = row;
    const [now, was] = [present.get(row.code), old.get(row.code)];
    const outcome = now === undefined ? 'new' : isSameHolding(now, row) ? 'unchanged' : 'changed';
    const standing = was === undefined ? 'added' : isSameHolding(was, row) ? 'same' : 'changed';
    return { code: row.code, outcome, standing, changes: difference(was, said).changes, findings };
  });
  return { items };
};

const put = async (deps: Deps, { caller, params, body }: Call<typeof contract.putHoldingBatch>) => {
  await expectOwn(deps, caller, body.custodian, body.rows);
  await deps.holdingBatches.put(params.id, params.no, caller.sub, body.rows);
  return { rows: body.rows.length };
};

/** Makes the list of a year where there is none yet: again is the same. */
const madeList = async (deps: Deps, caller: Caller, custodian: string, period: string) => {
  const found = await deps.holdingLists.of(custodian, period);
  if (found !== undefined) {
    if (found.state === 'open') return found;
    throw new Problem('wrong-state', {
      zh: `${period} 年度的清单已报送，不能再导入；需要更正请由主管部门退回。`,
      en: `The list of ${period} was handed in: to mend it, the authority sends it back first.`,
    });
  }
  const body = { node: custodian, period, figures: noFigures, said: [] };
  try {
    const tell = { action: contract.startHoldingImport.audit, by: caller, detail: { period } };
    await deps.table.transact(
      deps.holdingLists.creation(deps.holdingLists.idFor(custodian, period), body, tell),
    );
  } catch (error) {
    // Another import of the same moment made it.
    if (!(error instanceof ConditionFailed)) throw error;
  }
  return deps.holdingLists.of(custodian, period);
};

/** Marks a list as not counted since this import, in the transaction that begins it or takes it back. */
const uncounting = (
  deps: Deps,
  caller: Caller,
  list: HoldingListItem | undefined,
  { importId, action }: { importId: string; action: string },
): Write[] =>
  list === undefined
    ? []
    : deps.holdingLists.changing(
        list,
        { ...list.body, uncounted: importId },
        { action, by: caller, detail: { importId } },
      );

const start = async (deps: Deps, { caller, params, body }: Call<typeof contract.startHoldingImport>) => {
  const { custodian, period } = body;
  const broughtBy = await expectOwn(deps, caller, custodian);
  const total = expectAllSent(await deps.holdingBatches.count(params.id, body.batches, caller.sub));
  const list = await madeList(deps, caller, custodian, period);
  const { audit } = contract.startHoldingImport;
  const of = {
    kind: 'holding-import' as const,
    subject: body.subject,
    total,
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, params.id, of, audit, [
    deps.holdingImports.scoping(params.id, { custodian, period }),
    ...uncounting(deps, caller, list && { ...list, body: { ...list.body, broughtBy } }, {
      importId: params.id,
      action: audit,
    }),
  ]);
};

const undo = async (deps: Deps, { caller, params }: Call<typeof contract.undoHoldingImport>) => {
  const { audit: action } = contract.undoHoldingImport;
  const scope = await deps.holdingImports.scopeOf(params.id);
  const list = scope && (await deps.holdingLists.of(scope.custodian, scope.period));
  const open = list?.state === 'open' ? list : undefined;
  return queueUndo(deps, caller, params.id, {
    ...{ of: 'holding-import', by: 'holding-import-undo', action },
    more: uncounting(deps, caller, open, { importId: params.id, action }),
  });
};

export const holdingImportRoutes = [
  implement(contract.previewHoldings, preview),
  implement(contract.putHoldingBatch, put),
  implement(contract.startHoldingImport, start),
  implement(contract.undoHoldingImport, undo),
];
