import type { Deposit, depositInput } from '@geoarchive/contract/deposits.ts';
import * as intake from '@geoarchive/contract/intake.ts';
import { type DepositMove, depositLifecycle } from '@geoarchive/domain/deposit.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { type EventToRaise, expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { ulid } from 'ulid';
import type { z } from 'zod';
import { actsFor, open, organisationOf, reachable } from './access.ts';
import type { DepositBody, DepositItem } from './deposit-store.ts';
import type { IntakeDeps } from './deps.ts';
import type { FilesHead } from './file-pages.ts';

/** A deposit as its submitter sees it: with counts and the moves open to this caller. */
export const view = (item: DepositItem, files: FilesHead, caller: Caller): Deposit => ({
  ...item.body,
  id: item.id,
  state: item.state,
  version: item.version,
  counts: {
    registered: files.live,
    inspected: Math.min(
      files.live,
      Object.values(files.done).reduce((sum, n) => sum + n, 0),
    ),
    bytes: files.bytes,
  },
  moves: movesFrom(depositLifecycle, item.state, caller.roles),
});

const shown = async (deps: IntakeDeps, item: DepositItem, caller: Caller): Promise<Deposit> =>
  view(item, await deps.pages.readHead(item.id), caller);

/** The secrecy question before the first byte: a state secret is a stub without files, anything else has no stub. */
const checkSecrecy = (input: z.infer<typeof depositInput>): void => {
  if (isStateSecret(input.secrecy) && input.stub === undefined)
    throw new Problem(
      'rule-broken',
      {
        zh: '国家秘密不得进入本系统：只登记载体移交单号和纸质资料存放地点，不上传文件。',
        en: 'State secrets do not enter this system: give the carrier slip and the place of the paper, no files.',
      },
      [{ field: 'body.stub', message: 'stub' }],
    );
  if (!isStateSecret(input.secrecy) && input.stub !== undefined)
    throw new Problem(
      'rule-broken',
      {
        zh: '非涉密资料不需要载体登记，请去掉该项并上传文件。',
        en: 'What is not secret has no carrier slip: leave it out and upload the files.',
      },
      [{ field: 'body.stub', message: 'stub' }],
    );
};

/** Whose deposit it is and where it goes: from the task, else the caller's organisation and the node asked for. */
const placeOf = async (deps: IntakeDeps, caller: Caller, input: z.infer<typeof depositInput>) => {
  const own = organisationOf(caller);
  const first = deps.settings.nodes[0]?.code ?? 'n0001';
  if (input.taskId === undefined) {
    const node = input.node ?? first;
    if (deps.settings.nodes.length > 0 && !deps.settings.nodes.some(({ code }) => code === node))
      throw new Problem(
        'invalid-input',
        { zh: '没有这个馆藏机构，请从列表选择。', en: 'There is no such archive: choose one of the list.' },
        [{ field: 'body.node', message: node }],
      );
    return { organisation: own, node };
  }
  const task = await deps.tasks.get(input.taskId);
  if (
    task === undefined ||
    task.state === 'withdrawn' ||
    !(await actsFor(deps, caller, task.organisation, task.id))
  )
    throw new Problem(
      'invalid-input',
      {
        zh: '没有这个汇交任务，或它不属于您的单位（也没有委托）。',
        en: 'There is no such task, or it is not yours (and no mandate covers it).',
      },
      [{ field: 'body.taskId', message: input.taskId }],
    );
  return {
    organisation: task.organisation,
    node: task.node,
    // The licence of the task stands for what the submitter left out: without its end nothing could ever be published.
    ...(task.licenceEnd === undefined || input.licenceEnd !== undefined
      ? {}
      : { licenceEnd: task.licenceEnd }),
    ...(task.licenceNumber === undefined || input.licenceNumber !== undefined
      ? {}
      : { licenceNumber: task.licenceNumber }),
  };
};

const create = async (
  deps: IntakeDeps,
  { caller, body: input }: Call<typeof intake.createDeposit>,
): Promise<Deposit> => {
  checkSecrecy(input);
  const id = ulid(deps.clock().getTime());
  const now = deps.clock().toISOString();
  const body: DepositBody = {
    ...input,
    ...(await placeOf(deps, caller, input)),
    createdBy: caller.username,
    createdAt: now,
    updatedAt: now,
    round: 1,
  };
  const item = await deps.deposits.create(id, body, {
    action: intake.createDeposit.audit,
    by: caller,
    detail: { title: body.title, secrecy: body.secrecy },
    events: [{ type: 'DepositCreated', data: { depositId: id, round: 1 } }],
  });
  return shown(deps, item, caller);
};

/** What a deposit holds besides its description: whose it is, and what became of it. */
const undescribed = ({ organisation, createdBy, createdAt, updatedAt, round, ...more }: DepositBody) => {
  const { verdict, receipt, returned, archiveNumber, certificateNumber, handedInAt } = more;
  const fates = { verdict, receipt, returned, archiveNumber, certificateNumber, handedInAt };
  return { organisation, createdBy, createdAt, updatedAt, round, ...fates };
};

/** Replaces the description: what the body leaves out is cleared. */
const change = async (
  deps: IntakeDeps,
  { caller, params, body, ifMatch }: Call<typeof intake.changeDeposit>,
): Promise<Deposit> => {
  const item = await open(deps, caller, params.id);
  expectVersion(item, ifMatch);
  const { secrecy, stub, node, organisation } = item.body;
  // What the body leaves out is cleared, except the answer to the secrecy question and where the deposit goes.
  const input = { ...body, secrecy, stub, node: body.node ?? node };
  const place = await placeOf(deps, caller, input);
  const done = await deps.deposits.change(
    item,
    {
      ...undescribed(item.body),
      ...input,
      ...place,
      // Without a task it stays whose it is, also when an agent changes it for them.
      ...(body.taskId === undefined ? { organisation } : {}),
      updatedAt: deps.clock().toISOString(),
    },
    {
      action: intake.changeDeposit.audit,
      by: caller,
      detail: { fields: Object.keys(body) },
    },
  );
  return shown(deps, done, caller);
};

const list = async (deps: IntakeDeps, { caller, query }: Call<typeof intake.listDeposits>) => {
  const own = organisationOf(caller);
  const page = await deps.deposits.list('gsi1', `deposits#${own}`, { ...query, newestFirst: true });
  // Those made for others come with the first page only: they are few.
  const theirs = query.cursor === undefined ? await forOthers(deps, own) : [];
  const items = await Promise.all([...page.items, ...theirs].map((item) => shown(deps, item, caller)));
  return { ...page, items };
};

/** The newest deposits of those the organisation acts for, as far as its mandates cover them. */
const forOthers = async (deps: IntakeDeps, own: string): Promise<DepositItem[]> => {
  const principals = await deps.mandates.principalsOf(own);
  const found = await Promise.all(
    principals.map(async (principal) => {
      const asked = { limit: 100, newestFirst: true };
      const { items } = await deps.deposits.list('gsi1', `deposits#${principal}`, asked);
      const covered = await Promise.all(
        items.map(({ body }) => deps.mandates.allows(principal, own, body.taskId)),
      );
      return items.filter((_, at) => covered[at]);
    }),
  );
  return found.flat();
};

type MoveRoute = typeof intake.completeDeposit;
type Prepared = { body: DepositBody; event: EventToRaise };

type Prepare = (deps: IntakeDeps, item: DepositItem) => Prepared | Promise<Prepared>;
const mover =
  (route: MoveRoute, move: DepositMove, prepare: Prepare) =>
  async (deps: IntakeDeps, { caller, params, ifMatch }: Call<MoveRoute>): Promise<Deposit> => {
    const item = await reachable(deps, caller, params.id);
    expectVersion(item, ifMatch);
    const { body, event } = await prepare(deps, item);
    const moved = await deps.deposits.move(
      item,
      move,
      { ...body, updatedAt: deps.clock().toISOString() },
      {
        action: route.audit,
        by: caller,
        events: [event],
      },
    );
    return shown(deps, moved, caller);
  };

const of = (item: DepositItem) => ({ depositId: item.id, round: item.body.round });

const complete = mover(intake.completeDeposit, 'complete', (_deps, item) => ({
  body: item.body,
  event: { type: 'DepositCompleted', data: of(item) },
}));

/** After a return the next hand-in is a new round; the one before stays as it was. */
const reopen = mover(intake.reopenDeposit, 'reopen', (_deps, item) => {
  const { verdict: _, handedInAt: __, receipt, ...rest } = item.body;
  const round = item.state === 'returned' ? item.body.round + 1 : item.body.round;
  return {
    body: { ...rest, ...(item.state === 'returned' || receipt === undefined ? {} : { receipt }), round },
    event: { type: 'DepositReopened', data: { depositId: item.id, round } },
  };
});

/** A task may have gone to another archive while its first deposit was prepared; later rounds go where the first one lies. */
const receivedBy = async (deps: IntakeDeps, { body }: DepositItem): Promise<string> => {
  const task = body.taskId === undefined || body.round > 1 ? undefined : await deps.tasks.get(body.taskId);
  return task?.node ?? body.node;
};

const submit = mover(intake.submitDeposit, 'submit', async (deps, item) => {
  if ((item.body.verdict?.errors ?? 0) > 0)
    throw new Problem('rule-broken', {
      zh: `检查报告中还有 ${item.body.verdict?.errors} 个错误，请处理后重新检查。`,
      en: `The report still has ${item.body.verdict?.errors} errors: mend them and check again.`,
    });
  return {
    body: { ...item.body, node: await receivedBy(deps, item), handedInAt: deps.clock().toISOString() },
    event: { type: 'DepositSubmitted', data: of(item) },
  };
});

const cancel = mover(intake.cancelDeposit, 'cancel', (_deps, item) => ({
  body: item.body,
  event: { type: 'DepositCancelled', data: of(item) },
}));

export const depositRoutes = [
  implement(intake.createDeposit, create),
  implement(intake.listDeposits, list),
  implement(intake.getDeposit, async (deps: IntakeDeps, { caller, params }) =>
    shown(deps, await reachable(deps, caller, params.id), caller),
  ),
  implement(intake.changeDeposit, change),
  implement(intake.completeDeposit, complete),
  implement(intake.reopenDeposit, reopen),
  implement(intake.submitDeposit, submit),
  implement(intake.cancelDeposit, cancel),
  implement(intake.getOwnTask, async (deps: IntakeDeps, { caller, params }) => {
    const task = await deps.tasks.get(params.id);
    if (task === undefined || !(await actsFor(deps, caller, task.organisation, task.id)))
      throw new Problem('not-found', {
        zh: '没有这项任务，或它不属于您的单位。',
        en: 'There is no such task, or it belongs to another organisation.',
      });
    return task;
  }),
  implement(intake.listEditedCodes, async ({ codes }: IntakeDeps) => ({ items: await codes.all() })),
  implement(intake.listOwnBars, async (deps: IntakeDeps, { caller, query }) =>
    deps.bars.list(organisationOf(caller), query),
  ),
  implement(intake.listTasks, async (deps: IntakeDeps, { caller, query }) => {
    const own = organisationOf(caller);
    const page = await deps.tasks.list(own, query);
    // Tasks of those it acts for come with the first page only: they are few.
    if (query.cursor !== undefined) return page;
    const principals = await deps.mandates.principalsOf(own);
    const theirs = await Promise.all(
      principals.map(async (principal) => {
        const { items } = await deps.tasks.list(principal, { limit: 100 });
        // A mandate for some tasks shows no others.
        const allowed = await Promise.all(items.map(({ id }) => deps.mandates.allows(principal, own, id)));
        return items.filter((_, at) => allowed[at]);
      }),
    );
    return { ...page, items: [...page.items, ...theirs.flat()] };
  }),
];
