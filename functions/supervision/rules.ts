import type { ReleaseDraft, RoutingDraft } from '@geoarchive/contract/rules.ts';
import * as contract from '@geoarchive/contract/rules.ts';
import { recompute } from '@geoarchive/contract/supervision.ts';
import { withEdits } from '@geoarchive/domain/codes/edit.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import type { JobKind } from '@geoarchive/domain/jobs.ts';
import { stepsOf } from '@geoarchive/domain/supervision/steps.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ulid } from 'ulid';
import type { CodeStore } from '../codes/code-store.ts';
import { shipped } from '../codes/lists.ts';
import { ownedBy, queueJob } from '../jobs/queue-job.ts';
import type { SupervisionDeps } from './context.ts';
import { releaseTotal } from './release-trial.ts';
import { families } from './rule-families.ts';
import { nextVersion } from './rule-store.ts';
import { keepingDraft, type Trial } from './trials.ts';

type RoutingDeps = SupervisionDeps & { codes: Pick<CodeStore, 'get'> };

const expectDays = ({ from, to }: { from: string; to?: string | undefined }): void => {
  if (to !== undefined && to < from)
    throw new Problem(
      'invalid-input',
      { zh: '规则的截止日期早于起始日期。', en: 'The rule would end before it begins.' },
      [{ field: 'body.draft.to', message: to }],
    );
};

/** Data of a kind without a rule of publication could never be published, so such a rule is replaced and never ended. */
const expectLasting = ({ to, active }: ReleaseDraft): void => {
  if (to === undefined && active) return;
  throw new Problem(
    'rule-broken',
    {
      zh: '公开规则不能停用或设截止日期，否则这类资料没有公开日期；请发布新版本替代。',
      en: 'A rule of publication cannot be switched off or end, else data of its kind would have no day of publication: publish a version that replaces it.',
    },
    [{ field: to === undefined ? 'body.draft.active' : 'body.draft.to', message: to ?? 'false' }],
  );
};

/** A row that asks for nothing would take everything that comes after it. */
const expectCondition = ({ active, when }: RoutingDraft): void => {
  if (!active || Object.values(when).some((one) => one !== undefined)) return;
  throw new Problem(
    'rule-broken',
    {
      zh: '启用的接收规则至少要有一个条件，否则其后的规则都不再适用。',
      en: 'A rule of routing that is on needs a condition, else no rule after it would ever hold.',
    },
    [{ field: 'body.draft.when', message: '{}' }],
  );
};

/** A slug that no list has would never be met, and nobody would notice. */
const expectMinerals = async (
  { codes, settings }: RoutingDeps,
  { when: { minerals = [] } }: RoutingDraft,
): Promise<void> => {
  if (minerals.length === 0) return;
  const [{ entries }, { edits }] = await Promise.all([shipped('minerals', settings), codes.get('minerals')]);
  const known = new Set(withEdits(entries, edits).map(({ slug }) => slug));
  const unknown = minerals.filter((slug) => !known.has(slug));
  if (unknown.length === 0) return;
  throw new Problem(
    'invalid-input',
    {
      zh: `矿产代码表中没有：${unknown.join('、')}。请从代码表中选择。`,
      en: `Not in the list of minerals: ${unknown.join(', ')}. Choose from the list.`,
    },
    unknown.map((message) => ({ field: 'body.draft.when.minerals', message })),
  );
};

const expectRouting = async (deps: RoutingDeps, draft: RoutingDraft): Promise<void> => {
  expectDays(draft);
  expectCondition(draft);
  await expectMinerals(deps, draft);
};

const list = async ({ rules, settings }: SupervisionDeps) => {
  const [items, routing, release] = await Promise.all([
    rules.duty.shown(),
    rules.routing.shown(),
    rules.release.shown(),
  ]);
  return { items, routing, release, steps: stepsOf(settings) };
};

const addDuty = async (
  { rules }: SupervisionDeps,
  { caller, params, body: { draft, reason } }: Call<typeof contract.addRuleVersion>,
) => {
  expectDays(draft);
  return rules.duty.add(params.id, draft, { action: contract.addRuleVersion.audit, by: caller, reason });
};
const addRouting = async (
  deps: RoutingDeps,
  { caller, params, body: { draft, reason } }: Call<typeof contract.addRoutingVersion>,
) => {
  await expectRouting(deps, draft);
  return deps.rules.routing.add(params.id, draft, {
    action: contract.addRoutingVersion.audit,
    by: caller,
    reason,
  });
};
const addRelease = async (
  { rules }: SupervisionDeps,
  { caller, params, body: { draft, reason } }: Call<typeof contract.addReleaseVersion>,
) => {
  expectDays(draft);
  expectLasting(draft);
  return rules.release.add(params.id, draft, {
    action: contract.addReleaseVersion.audit,
    by: caller,
    reason,
  });
};

// A job has something to do, if only to see that nothing is there.
const atLeastOne = (count: number): number => Math.max(1, count);

/** Queues the job that tries a draft, which is kept for it. */
const queueTrial = async (
  deps: SupervisionDeps,
  caller: Caller,
  action: string,
  trial: Trial,
  of: { kind: JobKind; rule: { name: { zh: string }; version: number }; total: number },
) => {
  const now = deps.clock();
  const id = ulid(now.getTime());
  const job = {
    kind: of.kind,
    subject: `${of.rule.name.zh} v${of.rule.version}`,
    total: atLeastOne(of.total),
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, id, job, action, [keepingDraft(deps.table, id, trial, now)]);
};

const tryDuty = async (
  deps: SupervisionDeps,
  { caller, params, body: { draft } }: Call<typeof contract.tryRule>,
) => {
  expectDays(draft);
  const rule = nextVersion(families.duty, await deps.rules.duty.all(), params.id, draft);
  const trial: Trial = { family: 'duty', rule: params.id, draft };
  const total = await deps.registers.count();
  return queueTrial(deps, caller, contract.tryRule.audit, trial, { kind: 'rule-trial', rule, total });
};
const tryRouting = async (
  deps: RoutingDeps,
  { caller, params, body: { draft } }: Call<typeof contract.tryRouting>,
) => {
  await expectRouting(deps, draft);
  const rule = nextVersion(families.routing, await deps.rules.routing.all(), params.id, draft);
  const trial: Trial = { family: 'routing', rule: params.id, draft };
  const total = await deps.registers.count();
  return queueTrial(deps, caller, contract.tryRouting.audit, trial, { kind: 'rule-trial', rule, total });
};
const tryRelease = async (
  deps: SupervisionDeps,
  { caller, params, body: { draft } }: Call<typeof contract.tryRelease>,
) => {
  expectDays(draft);
  expectLasting(draft);
  const rule = nextVersion(families.release, await deps.rules.release.all(), params.id, draft);
  const trial: Trial = { family: 'release', rule: params.id, draft };
  const total = await releaseTotal(deps);
  return queueTrial(deps, caller, contract.tryRelease.audit, trial, { kind: 'release-trial', rule, total });
};

const reckonAll = async (deps: SupervisionDeps, { caller }: Call<typeof recompute>) => {
  const now = deps.clock();
  const of = {
    kind: 'recompute' as const,
    subject: dayOf(now),
    total: atLeastOne(await deps.registers.count()),
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, ulid(now.getTime()), of, recompute.audit);
};

export const ruleRoutes = [
  implement(contract.listRules, list),
  implement(contract.addRuleVersion, addDuty),
  implement(contract.tryRule, tryDuty),
  implement(contract.addRoutingVersion, addRouting),
  implement(contract.tryRouting, tryRouting),
  implement(contract.addReleaseVersion, addRelease),
  implement(contract.tryRelease, tryRelease),
  implement(recompute, reckonAll),
];
