import type { mandate } from '@geoarchive/contract/identity.ts';
import * as identity from '@geoarchive/contract/identity.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { ulid } from 'ulid';
import type { z } from 'zod';
import { organisationOf } from '../intake/access.ts';
import type { IdentityDeps } from './deps.ts';
import type { MandateItem } from './mandate-store.ts';

type Give = Call<typeof identity.giveMandate>;

const view = async (deps: IdentityDeps, item: MandateItem): Promise<z.infer<typeof mandate>> => {
  const { from, to } = item.body;
  const [giver, agent] = await Promise.all([from, to].map(deps.organisations.named));
  return {
    ...item.body,
    id: item.id,
    fromName: giver?.name ?? from,
    toName: agent?.name ?? to,
    active: deps.mandates.active(item),
  };
};

const refuse = (field: string, zh: string, en: string): Problem =>
  new Problem('rule-broken', { zh, en }, [{ field: `body.${field}`, message: field }]);

const checkTerm = (deps: IdentityDeps, { validFrom, validTo }: Give['body']): void => {
  if (validTo < validFrom)
    throw refuse('validTo', '截止日期早于开始日期。', 'The mandate would end before it begins.');
  if (validTo < dayOf(deps.clock()))
    throw refuse('validTo', '截止日期已过。', 'The end of the mandate has passed already.');
};

/** What it covers: everything, or the giver's own tasks by name. */
const checkScope = async (
  deps: IdentityDeps,
  own: string,
  { scope, taskIds }: Give['body'],
): Promise<void> => {
  if (scope === 'all' && taskIds.length > 0)
    throw refuse(
      'taskIds',
      '委托全部事项时不要再列任务。',
      'A mandate for everything names no tasks: leave them out.',
    );
  if (scope === 'tasks' && taskIds.length === 0)
    throw refuse('taskIds', '请至少选择一个汇交任务。', 'Choose at least one task.');
  const tasks = await Promise.all(taskIds.map((id) => deps.tasks.get(id)));
  const strange = taskIds.filter((_, at) => tasks[at]?.organisation !== own);
  if (strange.length > 0)
    throw refuse(
      'taskIds',
      `以下任务不存在或不属于本单位：${strange.join('、')}`,
      `These tasks do not exist or are not yours: ${strange.join(', ')}`,
    );
};

const give = async (deps: IdentityDeps, { caller, body }: Give) => {
  const own = organisationOf(caller);
  if (body.to === own)
    throw refuse('to', '不能委托给本单位自己。', 'An organisation needs no mandate from itself.');
  if ((await deps.organisations.get(body.to)) === undefined)
    throw refuse('to', '没有这个单位，请核对单位编号。', 'There is no such organisation: check its id.');
  checkTerm(deps, body);
  await checkScope(deps, own, body);
  const id = ulid(deps.clock().getTime());
  const item = await deps.mandates.create(
    id,
    { ...body, taskIds: [...new Set(body.taskIds)], from: own },
    {
      action: identity.giveMandate.audit,
      by: caller,
      detail: { ...body, from: own },
      events: [{ type: 'MandateChanged', data: { mandateId: id, change: 'given' } }],
    },
  );
  return view(deps, item);
};

const end = async (
  deps: IdentityDeps,
  { caller, params, ifMatch }: Call<typeof identity.endMandate>,
): Promise<z.infer<typeof mandate>> => {
  const own = organisationOf(caller);
  const item = await deps.mandates.get(params.id);
  if (item === undefined || (item.body.from !== own && item.body.to !== own))
    throw new Problem('not-found', {
      zh: '没有这项委托，或它与您的单位无关。',
      en: 'There is no such mandate, or your organisation has no part in it.',
    });
  if (item.body.from !== own)
    throw new Problem('forbidden', {
      zh: '委托只能由委托方终止，请联系对方。',
      en: 'Only the organisation that gave it can end it: ask them.',
    });
  expectVersion(item, ifMatch);
  const ended = await deps.mandates.move(
    item,
    'end',
    { ...item.body, endedAt: deps.clock().toISOString() },
    {
      action: identity.endMandate.audit,
      by: caller,
      events: [{ type: 'MandateChanged', data: { mandateId: item.id, change: 'ended' } }],
    },
  );
  return view(deps, ended);
};

export const mandateRoutes = [
  implement(identity.listMandates, async (deps: IdentityDeps, { caller }) => {
    const own = organisationOf(caller);
    const [given, held] = await Promise.all([deps.mandates.givenBy(own), deps.mandates.heldBy(own)]);
    return { items: await Promise.all([...given, ...held].map((item) => view(deps, item))) };
  }),
  implement(identity.giveMandate, give),
  implement(identity.endMandate, end),
];
