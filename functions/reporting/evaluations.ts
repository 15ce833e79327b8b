import * as contract from '@geoarchive/contract/evaluation.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { editionsOf } from '@geoarchive/domain/reporting/correction.ts';
import { evaluate, type Result } from '@geoarchive/domain/reporting/evaluate.ts';
import {
  evaluationLifecycle,
  evaluationTitle,
  indicatorCodes,
  weightOf,
} from '@geoarchive/domain/reporting/evaluation.ts';
import { periodOf } from '@geoarchive/domain/reporting/period.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { nodeOf } from '../archive/access.ts';
import type { CaseItem, CaseStore } from '../cases/case-store.ts';
import { idOf } from '../supervision/ids.ts';
import { queueRun } from './compute.ts';
import type { ReportingDeps } from './deps.ts';
import type { EvaluationItem, EvaluationStore } from './evaluation-store.ts';
import { unitOf, unitsOf } from './units.ts';

export type EvaluationDeps = ReportingDeps & {
  evaluations: EvaluationStore;
  cases: Pick<CaseStore, 'list' | 'get'>;
};
type Deps = EvaluationDeps;

const isMinistry = ({ roles }: Caller): boolean => roles.includes('MINISTRY_ADMIN');

/** Before it is circulated an evaluation is the ministry's. */
const load = async ({ evaluations }: Deps, caller: Caller, id: string): Promise<EvaluationItem> => {
  const item = await evaluations.get(id);
  if (item === undefined || (item.state === 'draft' && !isMinistry(caller))) throw new Problem('not-found');
  return item;
};

/** What the run of an evaluation came to with the weights of now, and the seals of its figures; nothing while it is counted. */
const reckoned = async (deps: Deps, { body }: EvaluationItem) => {
  const period = periodOf(body.period);
  const { units } = await deps.runs.wanted(body.job);
  const whole = (await Promise.all(units.map((unit) => deps.runs.get(body.job, unit)))).flatMap(
    (one) => one ?? [],
  );
  if (period === undefined || whole.length < units.length) return { results: [], sealed: {} };
  return {
    results: evaluate(
      whole.map(({ of }) => of),
      period,
      deps.settings.reporting?.weights,
    ),
    sealed: Object.fromEntries(whole.map(({ of, sha256 }) => [of.unit, sha256])),
  };
};

/** Whether a case is an appeal against the evaluation that was granted, at least in part. */
export const isGranted = ({ body }: CaseItem, evaluation: string): boolean =>
  body.kind === 'evaluation-appeal' &&
  body.subject.id === evaluation &&
  (body.decision?.outcome === 'granted' || body.decision?.outcome === 'partly');

/** What was circulated as it stands after its corrections, and what each of them changed. */
export const editions = ({ body }: EvaluationItem) =>
  editionsOf(body.results ?? [], body.corrections ?? [], body.weights ?? {});

/** The results: those that were circulated, with their corrections; else those of the run. */
const resultsOf = async (deps: Deps, item: EvaluationItem): Promise<Result[]> =>
  item.body.results === undefined ? (await reckoned(deps, item)).results : editions(item).results;

/** The appeals against an evaluation that were granted, at least in part, and changed nothing yet. */
const grantedAppeals = async (deps: Deps, { id, body }: EvaluationItem) => {
  const used = new Set(body.corrections?.map(({ appeal }) => appeal.id));
  const { items } = await deps.cases.list('gsi3', `cases-of#${id}`, { limit: 100 });
  return items
    .filter((one) => isGranted(one, id) && !used.has(one.id))
    .map((one) => ({
      ...{ id: one.id, number: one.body.number, unit: one.body.node },
      name: unitOf(deps, one.body.node).name,
    }));
};

const line = ({ id, state, version, body }: EvaluationItem) => ({
  ...{
    id,
    state,
    version,
    period: body.period,
    title: evaluationTitle(body.period),
    createdAt: body.createdAt,
  },
  ...(body.circulated === undefined ? {} : { circulatedAt: body.circulated.at }),
});

/** The totals of a unit in what was circulated of periods as long, up to this one. */
const trendOf = (before: readonly EvaluationItem[], unit: string) =>
  before.flatMap((item) => {
    const total = editions(item).results.find((one) => one.unit === unit)?.total;
    return total === undefined ? [] : [{ period: item.body.period, total }];
  });

const shape = (period: string): string => period.slice(4, 6);

export const shownEvaluation = async (deps: Deps, item: EvaluationItem, caller: Caller) => {
  const corrections = item.body.corrections ?? [];
  const { changed } = editions(item);
  const [results, all, job, granted] = await Promise.all([
    resultsOf(deps, item),
    deps.evaluations.all(),
    deps.jobs.get(item.body.job),
    item.state === 'circulated' && isMinistry(caller) ? grantedAppeals(deps, item) : [],
  ]);
  const before = all
    .filter(({ body }) => shape(body.period) === shape(item.body.period) && body.period < item.body.period)
    .toReversed();
  const counts = item.body.weights ?? deps.settings.reporting?.weights;
  return {
    ...line(item),
    moves: movesFrom(evaluationLifecycle, item.state, caller.roles),
    computing: job !== undefined && isUnderWay(job.state),
    ...(item.body.circulated === undefined ? {} : { text: item.body.circulated.text }),
    weights: Object.fromEntries(indicatorCodes.map((code) => [code, weightOf(code, counts)])),
    ...{ edition: 1 + corrections.length, granted },
    corrections: corrections.flatMap((one, at) => {
      const what = changed[at];
      return what === undefined ? [] : [{ ...one, ...what, name: unitOf(deps, one.unit).name }];
    }),
    results: results.map((one) => ({
      ...one,
      name: unitOf(deps, one.unit).name,
      trend: [
        ...trendOf(before, one.unit),
        ...(one.total === undefined ? [] : [{ period: item.body.period, total: one.total }]),
      ],
    })),
  };
};

const list = async (deps: Deps, { caller }: Call<typeof contract.listEvaluations>) => ({
  items: (await deps.evaluations.all())
    .filter(({ state }) => state === 'circulated' || isMinistry(caller))
    .map(line),
});

const begin = async (deps: Deps, { caller, body }: Call<typeof contract.beginEvaluation>) => {
  const { period } = body;
  const id = idOf('evaluation', period);
  const known = await deps.evaluations.get(id);
  if (known?.state === 'circulated')
    throw new Problem('wrong-state', {
      zh: '该期间的评估已经通报，结果不再变化。',
      en: 'The evaluation of that period was circulated: it stays as it is.',
    });
  const action = contract.beginEvaluation.audit;
  const units = unitsOf(deps).map(({ code }) => code);
  await queueRun(
    deps,
    caller,
    { period, units, subject: evaluationTitle(period).zh, about: id, action },
    (job) => {
      if (known !== undefined)
        return deps.evaluations.changing(
          known,
          { ...known.body, job },
          { action, by: caller, detail: { job } },
        );
      const of = { period, createdAt: deps.clock().toISOString(), createdBy: caller.name, job };
      return deps.evaluations.creation(id, of, { action, by: caller, detail: { period } });
    },
  );
  return shownEvaluation(deps, await load(deps, caller, id), caller);
};

const circulate = async (
  deps: Deps,
  { caller, params, body, ifMatch }: Call<typeof contract.circulateEvaluation>,
) => {
  const item = await load(deps, caller, params.id);
  expectVersion(item, ifMatch);
  deps.evaluations.expect(item, 'circulate');
  const { results, sealed } = await reckoned(deps, item);
  if (results.length === 0)
    throw new Problem('rule-broken', {
      zh: '还在测算，请等测算完成后再通报。',
      en: 'It is still being counted: circulate it once that is done.',
    });
  const counts = deps.settings.reporting?.weights;
  const after = await deps.evaluations.move(
    item,
    'circulate',
    {
      ...item.body,
      ...{ results, sealed },
      weights: Object.fromEntries(indicatorCodes.map((code) => [code, weightOf(code, counts)])),
      circulated: { by: caller.name, at: deps.clock().toISOString(), text: body.text },
    },
    {
      action: contract.circulateEvaluation.audit,
      by: caller,
      detail: { period: item.body.period, run: item.body.job },
      events: [{ type: 'EvaluationCirculated', data: { evaluationId: item.id, period: item.body.period } }],
    },
  );
  return shownEvaluation(deps, after, caller);
};

/** Of a unit's own objects, or of all for the ministry. */
const objects = async (
  deps: Deps,
  { caller, params, query }: Call<typeof contract.listEvaluationObjects>,
) => {
  const { body } = await load(deps, caller, params.id);
  if (!isMinistry(caller) && nodeOf(caller) !== params.unit) throw new Problem('not-found');
  const run = { run: body.job, sha256: body.sealed?.[params.unit] };
  return deps.runs.objects(run, params.unit, params.figure, query.cursor);
};

export const evaluationRoutes = [
  implement(contract.listEvaluations, list),
  implement(contract.beginEvaluation, begin),
  implement(contract.getEvaluation, async (deps: Deps, { caller, params }) =>
    shownEvaluation(deps, await load(deps, caller, params.id), caller),
  ),
  implement(contract.circulateEvaluation, circulate),
  implement(contract.listEvaluationObjects, objects),
];
export const loadEvaluation = load;
