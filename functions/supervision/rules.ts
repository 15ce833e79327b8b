import * as supervision from '@geoarchive/contract/supervision.ts';
import { routingRules } from '@geoarchive/domain/supervision/routing.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ulid } from 'ulid';
import { ownedBy, queueJob } from '../jobs/queue-job.ts';
import type { SupervisionDeps } from './context.ts';
import { nextVersion } from './rule-store.ts';
import { keepingDraft } from './trials.ts';

const expectDays = ({ from, to }: supervision.RuleDraft): void => {
  if (to !== undefined && to < from)
    throw new Problem(
      'invalid-input',
      { zh: '规则的截止日期早于起始日期。', en: 'The rule would end before it begins.' },
      [{ field: 'body.draft.to', message: to }],
    );
};

const list = async ({ rules }: SupervisionDeps) => ({
  items: await rules.shown(),
  routing: routingRules.map(({ id, to, reference }) => ({ id, to, reference })),
});

const add = async (
  { rules }: SupervisionDeps,
  { caller, params, body }: Call<typeof supervision.addRuleVersion>,
) => {
  expectDays(body.draft);
  const { draft, reason } = body;
  return rules.add(params.id, draft, { action: supervision.addRuleVersion.audit, by: caller, reason });
};

/** Queues a job over all entries of the registers. */
const overAll = async (deps: SupervisionDeps, kind: 'recompute' | 'rule-trial', subject: string) => ({
  kind,
  subject,
  // A job has something to do, if only to see that nothing is there.
  total: Math.max(1, await deps.registers.count()),
});

const tryOut = async (deps: SupervisionDeps, { caller, params, body }: Call<typeof supervision.tryRule>) => {
  expectDays(body.draft);
  const rule = nextVersion(await deps.rules.all(), params.id, body.draft);
  const now = deps.clock();
  const id = ulid(now.getTime());
  const of = {
    ...(await overAll(deps, 'rule-trial', `${rule.name.zh} v${rule.version}`)),
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, id, of, supervision.tryRule.audit, [
    keepingDraft(deps.table, id, params.id, body.draft, now),
  ]);
};

const reckonAll = async (deps: SupervisionDeps, { caller }: Call<typeof supervision.recompute>) => {
  const now = deps.clock();
  const of = {
    ...(await overAll(deps, 'recompute', now.toISOString().slice(0, 10))),
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, ulid(now.getTime()), of, supervision.recompute.audit);
};

export const ruleRoutes = [
  implement(supervision.listRules, list),
  implement(supervision.addRuleVersion, add),
  implement(supervision.tryRule, tryOut),
  implement(supervision.recompute, reckonAll),
];
