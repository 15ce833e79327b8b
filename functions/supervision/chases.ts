import type { Chase, ChaseDetail } from '@geoarchive/contract/chases.ts';
import * as contract from '@geoarchive/contract/chases.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import {
  chaseLifecycle,
  chasePapers,
  chasers,
  isRunning,
  nextStepOf,
  stepHindrance,
  termEnd,
} from '@geoarchive/domain/supervision/chase.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { askedNode, ofNode } from '../archive/access.ts';
import { ownedBy, queueJob } from '../jobs/queue-job.ts';
import { chaseParties } from './chase-preview.ts';
import { accusing, demanding, lastStep, makeStep } from './chase-steps.ts';
import { type ChaseItem, chaseMoved } from './chase-store.ts';
import { tasksOf } from './chase-tasks.ts';
import { keepingBatch } from './chase-work.ts';
import type { SupervisionDeps } from './context.ts';

const load = async ({ chases }: SupervisionDeps, caller: Caller, id: string): Promise<ChaseItem> =>
  ofNode(caller, await chases.get(id));

const shown = ({ id, state, version, body }: ChaseItem): Chase => ({ ...body, id, state, version });

/** A chase with its tasks and papers as they stand, and what this caller may do next. */
const detail = async (deps: SupervisionDeps, item: ChaseItem, caller: Caller): Promise<ChaseDetail> => {
  const [tasks, last, papers] = await Promise.all([
    tasksOf(deps, item.body.taskIds),
    lastStep(deps, item),
    Promise.all(item.body.steps.map(({ paper }) => deps.documents.get(paper))),
  ]);
  const next = nextStepOf(item.state, caller.roles);
  const hindrance =
    next &&
    stepHindrance(
      last,
      tasks.map(({ state }) => state),
      dayOf(deps.clock()),
      item.body.track,
    );
  return {
    ...shown(item),
    steps: item.body.steps.map((step, at) => {
      const ends = termEnd({ ...step, served: step.served?.on });
      return {
        ...step,
        kind: chasePapers[step.step],
        void: papers[at]?.state === 'void',
        ...(ends === undefined ? {} : { ends }),
      };
    }),
    tasks: tasks.map(({ id, state, body }) => deps.tasks.shown(id, state, body)),
    ...(next === undefined ? {} : { next }),
    ...(hindrance === undefined ? {} : { hindrance }),
    mayChase: isRunning(item.state) && chasers.some((role) => caller.roles.includes(role)),
  };
};

const list = async (deps: SupervisionDeps, { caller, query }: Call<typeof contract.listChases>) => {
  const { state, organisation, node: asked, ...paging } = query;
  const node = askedNode(caller, asked);
  const newest = { ...paging, newestFirst: true };
  if (organisation !== undefined) {
    const page = await deps.chases.list('gsi2', `chases-of#${organisation}`, newest);
    const everywhere = caller.roles.includes('MINISTRY_ADMIN') && asked === undefined;
    const items = page.items.filter(
      (item) => (everywhere || item.body.node === node) && (state === undefined || item.state === state),
    );
    return { ...page, items: items.map(shown) };
  }
  const page = await (state === undefined
    ? deps.chases.list('gsi1', `chases#${node}`, newest)
    : deps.chases.list('gsi3', `chases#${node}#${state}`, newest));
  return { ...page, items: page.items.map(shown) };
};

const count = async (deps: SupervisionDeps, { caller, query }: Call<typeof contract.countChases>) => {
  const node = askedNode(caller, query.node);
  const states = statesOf(chaseLifecycle);
  const counted = await Promise.all(
    states.map(async (state) => [state, await deps.table.count('gsi3', `chases#${node}#${state}`)] as const),
  );
  const none = {
    demanded: 0,
    ordered: 0,
    'penalty-proposed': 0,
    fined: 0,
    circulated: 0,
    closed: 0,
    dropped: 0,
  };
  return { counts: { ...none, ...Object.fromEntries(counted) } };
};

const nothingDue = () =>
  new Problem('rule-broken', {
    zh: '该单位在本馆没有符合条件的逾期任务。',
    en: 'This organisation has no task that is overdue so long at this archive.',
  });
const underWay = () =>
  new Problem('rule-broken', {
    zh: '对该单位的催交正在进行；其后逾期的任务请在它结束后另行催交。',
    en: 'A chase of this organisation is under way: what became overdue since is the next one’s.',
  });

const start = async (deps: SupervisionDeps, { caller, body }: Call<typeof contract.startChase>) => {
  const of = { ...body, node: askedNode(caller, body.node) };
  const id = await againWhenRaced(async () => {
    const made = await demanding(deps, of, caller);
    if (made === undefined) throw nothingDue();
    if ('running' in made) throw underWay();
    await deps.table.transact(made.writes);
    return made.id;
  });
  return detail(deps, await load(deps, caller, id), caller);
};

const startFraud = async (deps: SupervisionDeps, { caller, body }: Call<typeof contract.startFraudChase>) => {
  const id = await againWhenRaced(async () => {
    const tasks = await tasksOf(deps, body.tasks);
    for (const task of tasks) ofNode(caller, task);
    const made = await accusing(deps, body, tasks, caller);
    if ('running' in made) throw underWay();
    await deps.table.transact(made.writes);
    return made.id;
  });
  return detail(deps, await load(deps, caller, id), caller);
};

const startMany = async (
  deps: SupervisionDeps,
  { caller, params, body }: Call<typeof contract.startChases>,
) => {
  const organisations = [...new Set(body.organisations)];
  const node = askedNode(caller, body.node);
  const of = {
    kind: 'chase-demands' as const,
    subject: node,
    total: organisations.length,
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, params.id, of, contract.startChases.audit, [
    keepingBatch(deps.table, params.id, { ...body, organisations, node }),
  ]);
};

const step = async (
  deps: SupervisionDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.stepChase>,
) => {
  const item = await load(deps, caller, params.id);
  expectVersion(item, ifMatch);
  const moved = await againWhenRaced(() => makeStep(deps, item, body, caller));
  return detail(deps, moved, caller);
};

type Noted = Partial<Pick<ChaseItem['body']['steps'][number], 'served' | 'reply'>>;
/** Writes something down about one paper of a chase that runs: never before the paper, never for days to come. */
const note = async (
  deps: SupervisionDeps,
  caller: Caller,
  of: { id: string; number: string; ifMatch: number | undefined; on: string; action: string; noted: Noted },
) => {
  const item = await load(deps, caller, of.id);
  expectVersion(item, of.ifMatch);
  const step = item.body.steps.find(({ paper }) => paper === of.number);
  if (step === undefined) throw new Problem('not-found');
  if (!isRunning(item.state))
    throw new Problem('wrong-state', { zh: '催交已结束。', en: 'The chase has ended.' });
  if (of.on < step.on || of.on > dayOf(deps.clock()))
    throw new Problem(
      'invalid-input',
      { zh: '日期应在文书出具日至今天之间。', en: 'The day lies between the paper and today.' },
      [{ field: 'body.on', message: of.on }],
    );
  const steps = item.body.steps.map((one) => (one === step ? { ...one, ...of.noted } : one));
  const changed = await deps.chases.change(
    item,
    { ...item.body, steps },
    { action: of.action, by: caller, detail: { paper: of.number, ...of.noted } },
  );
  return detail(deps, changed, caller);
};
const recordedBy = (deps: SupervisionDeps, caller: Caller) => ({
  by: caller.name,
  at: deps.clock().toISOString(),
});

const drop = async (
  deps: SupervisionDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.dropChase>,
) => {
  const item = await load(deps, caller, params.id);
  expectVersion(item, ifMatch);
  const ended = { ...recordedBy(deps, caller), reason: body.reason };
  const next = { ...item.body, ended };
  const moved = await deps.chases.move(item, 'drop', next, {
    action: contract.dropChase.audit,
    by: caller,
    detail: body,
    events: [chaseMoved(item.id, chaseLifecycle.moves.drop.to, next)],
    with: [deps.chases.freeing(item.id, next)],
  });
  return detail(deps, moved, caller);
};

export const chaseRoutes = [
  implement(contract.listChases, list),
  implement(contract.countChases, count),
  implement(contract.previewChases, async (deps: SupervisionDeps, { caller, query }) =>
    chaseParties(deps, { ...query, node: askedNode(caller, query.node) }),
  ),
  implement(contract.startChase, start),
  implement(contract.startFraudChase, startFraud),
  implement(contract.startChases, startMany),
  implement(contract.getChase, async (deps: SupervisionDeps, { caller, params }) =>
    detail(deps, await load(deps, caller, params.id), caller),
  ),
  implement(contract.stepChase, step),
  implement(contract.recordService, async (deps: SupervisionDeps, { caller, params, body, ifMatch }) =>
    note(deps, caller, {
      ...{ ...params, ifMatch, on: body.on, action: contract.recordService.audit },
      noted: { served: { ...body, ...recordedBy(deps, caller) } },
    }),
  ),
  implement(contract.recordReply, async (deps: SupervisionDeps, { caller, params, body, ifMatch }) =>
    note(deps, caller, {
      ...{ ...params, ifMatch, on: body.on, action: contract.recordReply.audit },
      noted: { reply: { ...body, ...recordedBy(deps, caller) } },
    }),
  ),
  implement(contract.dropChase, drop),
];
