import { startChase, startFraudChase, type stepChase } from '@geoarchive/contract/chases.ts';
import type { BodyOf } from '@geoarchive/contract/route.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import {
  type ChaseStep,
  type ChaseTrack,
  chaseDaysOf,
  chaseLifecycle,
  fraudFine,
  isCorrectionMissed,
  type StepFacts,
  stepHindrance,
} from '@geoarchive/domain/supervision/chase.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { proposedByStep } from '../disclosure/from-chase.ts';
import { type Issuer, stepPaper, type Written } from './chase-paper.ts';
import { type ChaseBody, type ChaseItem, chaseMoved } from './chase-store.ts';
import { chasedElsewhere, holderName, overdueOf, type TaskItem, tasksOf } from './chase-tasks.ts';
import type { SupervisionDeps } from './context.ts';

/** The last day that a paper gives: the one named, or today and the days of the setting. A circular gives none. */
const untilOf = (
  deps: SupervisionDeps,
  step: ChaseStep,
  named: string | undefined,
  track: ChaseTrack = 'overdue',
): string | undefined => {
  if (step === 'circulate') return undefined;
  const today = dayOf(deps.clock());
  const until = named ?? addDays(today, chaseDaysOf(step, track, deps.settings.chase));
  if (until <= today)
    throw new Problem('invalid-input', { zh: '期限应晚于今天。', en: 'The term must end after today.' }, [
      { field: 'body.until', message: until },
    ]);
  return until;
};

const recordOf = (deps: SupervisionDeps, step: ChaseStep, paper: string, of: Written, by: Issuer) => ({
  step,
  paper,
  on: dayOf(deps.clock()),
  ...(of.until === undefined ? {} : { until: of.until }),
  ...(of.amount === undefined ? {} : { amount: of.amount }),
  text: of.text,
  by: by.name,
  at: deps.clock().toISOString(),
});

/** That a task still is open when the paper goes out: else the transaction fails and is made anew from what is so then. */
const stillOpen = ({ table }: SupervisionDeps, { id }: TaskItem): Write => ({
  ConditionCheck: {
    TableName: table.name,
    Key: { pk: `task#${id}`, sk: 'item' },
    ConditionExpression: '#s = :open',
    ExpressionAttributeNames: { '#s': 'state' },
    ExpressionAttributeValues: { ':open': 'open' },
  },
});

export type Demand = {
  node: string;
  organisation: string;
  overdueBy: number;
  until?: string | undefined;
  text: string;
};

/**
 * The writes that begin a chase with its demand, and its id. Nothing where a chase of this organisation is under way, or where nothing
 * is overdue: so the same demand again makes no second one.
 */
export const demanding = async (
  deps: SupervisionDeps,
  of: Demand,
  by: Issuer,
): Promise<{ id: string; writes: Write[] } | { running: string } | undefined> => {
  const { node, organisation } = of;
  const running = await deps.chases.running(node, organisation);
  if (running !== undefined) return { running };
  const tasks = await overdueOf(deps, of, await chasedElsewhere(deps, of));
  const [first] = tasks;
  if (first === undefined) return undefined;
  const now = deps.clock();
  const id = ulid(now.getTime());
  const organisationName = await holderName(deps, first.body);
  const until = untilOf(deps, 'demand', of.until);
  const written = { text: of.text, ...(until === undefined ? {} : { until }) };
  const start: ChaseBody = {
    track: 'overdue',
    node,
    organisation,
    ...(organisationName === undefined ? {} : { organisationName }),
    openedAt: now.toISOString(),
    taskIds: tasks.map((task) => task.id),
    steps: [],
  };
  const { paper, writes } = await stepPaper(deps, { id, body: start }, 'demand', tasks, written, by);
  const body = { ...start, steps: [recordOf(deps, 'demand', paper.number, written, by)] };
  return {
    id,
    writes: deps.chases.creation(id, body, {
      action: startChase.audit,
      by,
      detail: { organisation, paper: paper.number, tasks: tasks.length },
      events: [chaseMoved(id, chaseLifecycle.initial, body)],
      with: [deps.chases.claiming(id, start), stillOpen(deps, first), ...writes],
    }),
  };
};

export type Accusation = { tasks: readonly string[]; until?: string | undefined; text: string };

const notMissed = () =>
  new Problem('rule-broken', {
    zh: '只能针对同一单位、同一馆藏机构，且已退回、逾期未改正的任务。',
    en: 'Only tasks of one organisation and archive that were returned and not corrected by their day.',
  });

/**
 * The writes that begin the track of art. 21 with the penalty announced, and its id. Refused where one of this organisation is under way, and
 * where a day of correction was not missed.
 */
export const accusing = async (
  deps: SupervisionDeps,
  of: Accusation,
  tasks: readonly TaskItem[],
  by: Issuer,
): Promise<{ id: string; writes: Write[] } | { running: string }> => {
  const now = deps.clock();
  const [first] = tasks;
  if (first === undefined || tasks.length !== new Set(of.tasks).size) throw notMissed();
  const { node, organisation } = first.body;
  const isMeant = ({ state, body }: TaskItem) =>
    body.node === node &&
    body.organisation === organisation &&
    isCorrectionMissed({ ...body, state }, dayOf(now));
  if (!tasks.every(isMeant)) throw notMissed();
  const running = await deps.chases.running(node, organisation, 'fraud');
  if (running !== undefined) return { running };
  const id = ulid(now.getTime());
  const organisationName = await holderName(deps, first.body);
  const until = untilOf(deps, 'propose', of.until);
  const written = { text: of.text, amount: fraudFine, ...(until === undefined ? {} : { until }) };
  const start: ChaseBody = {
    track: 'fraud',
    node,
    organisation,
    ...(organisationName === undefined ? {} : { organisationName }),
    openedAt: now.toISOString(),
    taskIds: tasks.map((task) => task.id),
    steps: [],
  };
  const { paper, writes } = await stepPaper(deps, { id, body: start }, 'propose', tasks, written, by);
  const body = { ...start, steps: [recordOf(deps, 'propose', paper.number, written, by)] };
  const state = chaseLifecycle.moves.propose.to;
  const tell = {
    action: startFraudChase.audit,
    by,
    detail: { organisation, paper: paper.number, tasks: tasks.length },
    events: [chaseMoved(id, state, body)],
    with: [deps.chases.claiming(id, start), stillOpen(deps, first), ...writes],
  };
  return { id, writes: deps.chases.creation(id, body, tell, state) };
};

/** What counts of the last step, with whether its paper still holds. */
export const lastStep = async (
  { documents }: Pick<SupervisionDeps, 'documents'>,
  { body }: ChaseItem,
): Promise<StepFacts> => {
  const last = body.steps.at(-1);
  if (last === undefined) throw new Error('A chase has no step');
  const paper = await documents.get(last.paper);
  return { ...last, served: last.served?.on, void: paper?.state === 'void' };
};

const needs = (field: string, of: { zh: string; en: string }): Problem =>
  new Problem('invalid-input', of, [{ field: `body.${field}`, message: '' }]);

/** What a step must say beside its term; the amount announced is what is fined at most, since only of that was the party told. */
const writtenOf = (
  deps: SupervisionDeps,
  { body: { steps, track } }: ChaseItem,
  of: BodyOf<typeof stepChase>,
): Written => {
  const until = untilOf(deps, of.step, of.until, track);
  const announced = steps.find(({ step }) => step === 'propose')?.amount;
  const fined = steps.find(({ step }) => step === 'fine')?.amount;
  const named = track === 'fraud' ? fraudFine : of.amount;
  const amount = of.step === 'circulate' ? fined : of.step === 'order' ? undefined : named;
  const punishes = of.step === 'propose' || of.step === 'fine';
  if (punishes && amount === undefined)
    throw needs('amount', { zh: '请填写罚款金额。', en: 'Name the amount of the fine.' });
  if (punishes && of.text === '')
    throw needs('text', { zh: '请写明违法事实和依据。', en: 'State the facts and grounds.' });
  if (of.step === 'fine' && (of.heard ?? '') === '')
    throw needs('heard', {
      zh: '请写明陈述、申辩及采纳情况；未提出的也请写明。',
      en: 'State what the party said and what came of it, also that it said nothing.',
    });
  if (of.step === 'fine' && amount !== undefined && announced !== undefined && amount > announced)
    throw needs('amount', {
      zh: `罚款不能超过已告知的 ${announced} 元；如需加重，请终止后重新办理。`,
      en: `The fine may not exceed the CNY ${announced} that were announced.`,
    });
  return {
    text: of.text,
    ...(until === undefined ? {} : { until }),
    ...(amount === undefined ? {} : { amount }),
    ...(of.step === 'fine' && of.heard !== undefined ? { heard: of.heard } : {}),
  };
};

/**
 * The writes by which the last step bars its party. Art. 20: from the circular until the tasks that it names are accepted. Art. 21: for two
 * years from the day the decision took effect, which is that of its service.
 */
const barring = (
  deps: SupervisionDeps,
  { id, body: { node, organisation, organisationName, steps, track } }: ChaseItem,
  number: string,
  owed: readonly TaskItem[],
  by: Issuer,
): Promise<Write[]> => {
  const today = dayOf(deps.clock());
  const decision = steps.find(({ step }) => step === 'fine');
  const named = owed.map((task) => ({ id: task.id, number: task.body.number, due: task.body.due }));
  const common = {
    organisation,
    ...(organisationName === undefined ? {} : { organisationName }),
    node,
  };
  return deps.bars.beginning(
    track === 'fraud'
      ? {
          ...common,
          kind: 'two-years',
          cause: { kind: 'chase', id, number: decision?.paper ?? number },
          tasks: [],
          from: decision?.served?.on ?? today,
        }
      : {
          ...common,
          kind: 'until-complete',
          cause: { kind: 'chase', id, number },
          tasks: named,
          from: today,
        },
    by,
  );
};

/** A fine, and the circular of art. 20, are for the public to know. */
const disclosing = (
  deps: SupervisionDeps,
  item: ChaseItem,
  step: ChaseStep,
  of: { paper: string; amount?: number | undefined; tasks: readonly TaskItem[] },
  by: Issuer,
): Write[] => {
  if (step === 'fine') return proposedByStep(deps, item, { ...of, kind: 'penalty' }, by);
  return step === 'circulate' && item.body.track !== 'fraud'
    ? proposedByStep(deps, item, { ...of, kind: 'circular' }, by)
    : [];
};

/** Makes the next step: state, paper, number, audit entry and event in one transaction. A circular begins the bar of art. 20 in it. */
export const makeStep = async (
  deps: SupervisionDeps,
  item: ChaseItem,
  of: BodyOf<typeof stepChase>,
  by: Issuer,
): Promise<ChaseItem> => {
  const { step } = of;
  deps.chases.expect(item, step);
  const tasks = await tasksOf(deps, item.body.taskIds);
  const hindrance = stepHindrance(
    await lastStep(deps, item),
    tasks.map(({ state }) => state),
    dayOf(deps.clock()),
    item.body.track,
  );
  if (hindrance !== undefined) throw new Problem('rule-broken', hindrance);
  const written = writtenOf(deps, item, of);
  const isFraud = item.body.track === 'fraud';
  // What was forged stays forged, whatever was handed in since.
  const owed = isFraud ? tasks : tasks.filter(({ state }) => state === 'open' || state === 'handed-in');
  const open = isFraud && step === 'fine' ? undefined : tasks.find(({ state }) => state === 'open');
  const { paper, writes } = await stepPaper(deps, item, step, owed, written, by);
  const body = {
    ...item.body,
    steps: [...item.body.steps, recordOf(deps, step, paper.number, written, by)],
  };
  return deps.chases.move(item, step, body, {
    action: `chase.${step}`,
    by,
    detail: { paper: paper.number, ...written },
    events: [chaseMoved(item.id, chaseLifecycle.moves[step].to, body)],
    with: [
      ...(open === undefined ? [] : [stillOpen(deps, open)]),
      ...writes,
      ...(step === 'circulate' ? await barring(deps, item, paper.number, owed, by) : []),
      ...disclosing(deps, item, step, { paper: paper.number, amount: written.amount, tasks: owed }, by),
    ],
  });
};
