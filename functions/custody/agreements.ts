import * as contract from '@geoarchive/contract/custody-agreements.ts';
import {
  type AgreementMove,
  agreementLifecycle,
  entrusters,
  termStanding,
} from '@geoarchive/domain/custody/agreement.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { agreementNumber } from '@geoarchive/domain/numbers.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ulid } from 'ulid';
import { nodeOf } from '../archive/access.ts';
import { authorityOf, custodyTerms, expectCustodian, noSuchThing, reachOf, wrongField } from './access.ts';
import type { AgreementItem } from './agreement-store.ts';
import type { CustodyDeps, CustodyFiles } from './deps.ts';
import { expectRoom, fileKey, keepFile } from './files.ts';

type Deps = CustodyDeps & CustodyFiles;

/** Whether somebody acts for who entrusts: the ministry for all, a province for its own. */
const actsFor = (deps: Deps, caller: Caller, { body }: AgreementItem): boolean =>
  caller.roles.includes('MINISTRY_ADMIN') ||
  (caller.roles.includes('PROVINCE_ADMIN') && authorityOf(deps, caller) === body.authority);

const shown = (deps: Deps, caller: Caller, item: AgreementItem): contract.Agreement => {
  const { id, version, state, body } = item;
  const { noticed: _, ...of } = body;
  const acts = actsFor(deps, caller, item);
  return {
    ...of,
    ...{ id, version, state },
    standing: termStanding({ state, end: body.end }, dayOf(deps.clock()), custodyTerms(deps).noticeDays),
    moves: acts ? movesFrom(agreementLifecycle, state, entrusters) : [],
    mayEdit: acts && state === 'draft',
  };
};

/** An agreement that this caller sees; a province sees those it made, and not what others entrusted to the same custodian. */
const sees = async (deps: Deps, caller: Caller, item: AgreementItem): Promise<boolean> => {
  if (caller.roles.includes('PROVINCE_ADMIN') && !caller.roles.includes('MINISTRY_ADMIN'))
    return actsFor(deps, caller, item);
  const reach = await reachOf(deps, caller);
  // What is only drafted is not yet the custodian's to see.
  return reach === 'all' || (reach.has(item.body.custodian) && item.state !== 'draft');
};

const load = async (deps: Deps, caller: Caller, id: string): Promise<AgreementItem> => {
  const item = await deps.agreements.get(id);
  if (item === undefined || !(await sees(deps, caller, item))) throw noSuchThing();
  return item;
};

const loadToChange = async (deps: Deps, caller: Caller, id: string): Promise<AgreementItem> => {
  const item = await load(deps, caller, id);
  if (!actsFor(deps, caller, item)) throw new Problem('forbidden');
  return item;
};

type List = { index: 'gsi1' | 'gsi2' | 'gsi3'; partition: string };
/** The list that a caller is shown. */
const listOf = (caller: Caller, deps: Deps, custodian: string | undefined): List => {
  const of = (code: string): List => ({ index: 'gsi2', partition: `custody-agreements#${code}` });
  if (caller.roles.includes('MINISTRY_ADMIN') || caller.roles.includes('INSPECTOR'))
    return custodian === undefined ? { index: 'gsi1', partition: 'custody-agreements' } : of(custodian);
  if (caller.roles.includes('PROVINCE_ADMIN'))
    return { index: 'gsi3', partition: `custody-agreements-by#${authorityOf(deps, caller)}` };
  return of(nodeOf(caller));
};

const list = async (deps: Deps, { caller, query }: Call<typeof contract.listAgreements>) => {
  const { custodian, state, standing, ...paging } = query;
  const { index, partition } = listOf(caller, deps, custodian);
  const page = await deps.agreements.list(index, partition, paging);
  const seen = await Promise.all(page.items.map((item) => sees(deps, caller, item)));
  const items = page.items
    .filter((_, at) => seen[at])
    .map((item) => shown(deps, caller, item))
    .filter(
      (one) =>
        (custodian === undefined || one.custodian === custodian) &&
        (state === undefined || one.state === state) &&
        (standing === undefined || one.standing === standing),
    );
  return { ...page, items };
};

const expectTerm = ({ start, end }: { start: string; end: string }): void => {
  if (end < start) throw wrongField('end', '到期日早于起始日。', 'The agreement ends before it starts.');
};

/** The agreement that another renews: of the same parties, in force, and without another successor. */
const expectPredecessor = async (
  deps: Deps,
  {
    custodian,
    authority,
    predecessor,
  }: Pick<contract.AgreementInput, 'custodian' | 'authority' | 'predecessor'>,
): Promise<AgreementItem | undefined> => {
  if (predecessor === undefined) return undefined;
  const before = await deps.agreements.get(predecessor);
  if (before === undefined || before.body.custodian !== custodian || before.body.authority !== authority)
    throw wrongField(
      'predecessor',
      '要续签的协议不是同一委托机关与保管单位之间的协议。',
      'The agreement to renew is not between the same authority and custodian.',
    );
  if (before.state !== 'in-force')
    throw new Problem('rule-broken', {
      zh: `协议 ${before.body.number} 未在生效中，不能续签。`,
      en: `The agreement ${before.body.number} is not in force and cannot be renewed.`,
    });
  return before;
};

const draft = async (deps: Deps, { caller, body }: Call<typeof contract.draftAgreement>) => {
  expectCustodian(deps, body.custodian);
  if (!caller.roles.includes('MINISTRY_ADMIN') && authorityOf(deps, caller) !== body.authority)
    throw wrongField('authority', '只能以本省名义委托。', 'A province entrusts in its own name only.');
  expectTerm(body);
  await expectPredecessor(deps, body);
  const now = deps.clock();
  const year = dayOf(now).slice(0, 4);
  const item = await againWhenRaced(async () => {
    const next = await nextNumber(deps.table, `custody-agreement#${body.custodian}#${year}`);
    const number = agreementNumber(body.custodian, year, next.value);
    const made = {
      ...body,
      ...{ node: body.custodian, number, madeBy: caller.name, madeAt: now.toISOString() },
      ...{ documents: [], said: [] },
    };
    return deps.agreements.create(ulid(now.getTime()), made, {
      action: contract.draftAgreement.audit,
      by: caller,
      detail: { number },
      with: [next.take],
    });
  });
  return shown(deps, caller, item);
};

const edit = async (deps: Deps, { caller, params, body, ifMatch }: Call<typeof contract.editAgreement>) => {
  const item = await loadToChange(deps, caller, params.id);
  expectVersion(item, ifMatch);
  if (item.state !== 'draft')
    throw new Problem('wrong-state', {
      zh: '协议已签订，不能再修改；有变更请另签协议。',
      en: 'The agreement was signed and is not changed any more: make another.',
    });
  expectTerm(body);
  const changed = { ...item.body, reference: undefined, ...body };
  const tell = { action: contract.editAgreement.audit, by: caller };
  return shown(deps, caller, await deps.agreements.change(item, changed, tell));
};

/** The writes that renew the agreement which a signed one succeeds. */
const renewing = async (deps: Deps, item: AgreementItem, caller: Caller) => {
  const before = await expectPredecessor(deps, item.body);
  if (before === undefined) return [];
  const successor = { id: item.id, number: item.body.number };
  const body = { ...before.body, successor };
  return deps.agreements.moving(before, 'renew', body, {
    action: contract.moveAgreement.audit,
    by: caller,
    detail: { move: 'renew', successor: item.body.number },
    events: [{ type: 'AgreementMoved', data: { agreementId: before.id, node: body.node, state: 'renewed' } }],
  });
};

const eventOf = (item: AgreementItem, move: AgreementMove) =>
  move === 'sign'
    ? ({ type: 'AgreementSigned', data: { agreementId: item.id, node: item.body.node } } as const)
    : ({
        type: 'AgreementMoved',
        data: { agreementId: item.id, node: item.body.node, state: agreementLifecycle.moves[move].to },
      } as const);

const move = async (deps: Deps, { caller, params, body, ifMatch }: Call<typeof contract.moveAgreement>) => {
  const item = await loadToChange(deps, caller, params.id);
  expectVersion(item, ifMatch);
  deps.agreements.expect(item, body.move);
  if (body.move === 'end' && body.handBack === undefined)
    throw wrongField(
      'handBack',
      '终止协议须写明交还计划。',
      'An agreement ends with a plan of the hand-back.',
    );
  const said = [
    ...item.body.said,
    { move: body.move, text: body.text, by: caller.name, at: deps.clock().toISOString() },
  ];
  const changed = { ...item.body, said, ...(body.move === 'end' ? { handBack: body.handBack } : {}) };
  const moved = await deps.agreements.move(item, body.move, changed, {
    action: contract.moveAgreement.audit,
    by: caller,
    detail: { move: body.move, text: body.text },
    events: [eventOf(item, body.move)],
    with: body.move === 'sign' ? await renewing(deps, item, caller) : [],
  });
  return shown(deps, caller, moved);
};

const attach = async (deps: Deps, { caller, params, body }: Call<typeof contract.attachToAgreement>) => {
  const item = await loadToChange(deps, caller, params.id);
  expectRoom(item.body.documents, contract.mostDocuments);
  const file = await keepFile(deps, item.id, { id: ulid(deps.clock().getTime()), ...body });
  const changed = { ...item.body, documents: [...item.body.documents, file] };
  const tell = { action: contract.attachToAgreement.audit, by: caller, detail: file };
  return shown(deps, caller, await deps.agreements.change(item, changed, tell));
};

const open = async (deps: Deps, { caller, params }: Call<typeof contract.openAgreementDocument>) => {
  const { id, body } = await load(deps, caller, params.id);
  const file = body.documents.find((one) => one.id === params.file);
  if (file === undefined) throw noSuchThing();
  return { url: await deps.bucket.signGet(fileKey(id, file.id), file.name) };
};

export const agreementRoutes = [
  implement(contract.listAgreements, list),
  implement(contract.getAgreement, async (deps: Deps, { caller, params }) =>
    shown(deps, caller, await load(deps, caller, params.id)),
  ),
  implement(contract.draftAgreement, draft),
  implement(contract.editAgreement, edit),
  implement(contract.moveAgreement, move),
  implement(contract.attachToAgreement, attach),
  implement(contract.openAgreementDocument, open),
];
