import type { NoticeBody, proposeNotice } from '@geoarchive/contract/disclosure.ts';
import type { BodyOf } from '@geoarchive/contract/route.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { personalDataIn } from '@geoarchive/domain/disclosure/personal-data.ts';
import { isOwed } from '@geoarchive/domain/task.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { nodeOf, ofNode } from '../archive/access.ts';
import { holderName, overdueOf, tasksOf } from '../supervision/chase-tasks.ts';
import type { DisclosureDeps } from './deps.ts';
import { itemOf } from './item.ts';

type Proposal = BodyOf<typeof proposeNotice>;
type Drafted = Pick<
  NoticeBody,
  'node' | 'kind' | 'organisation' | 'organisationName' | 'chase' | 'paper' | 'amount' | 'items'
>;

/** Refuses what says who a natural person is, with the place. */
export const expectNothingPersonal = (of: Pick<NoticeBody, 'text' | 'items' | 'organisationName'>): void => {
  const texts = [
    { field: 'body.text', text: of.text },
    { field: 'body.organisationName', text: of.organisationName ?? '' },
    ...of.items.map(({ number, name }) => ({ field: `body.items.${number}`, text: name })),
  ];
  const found = texts.flatMap(({ field, text }) =>
    personalDataIn(text).map((one) => ({ field, message: one.text })),
  );
  if (found.length > 0)
    throw new Problem(
      'invalid-input',
      {
        zh: '公示内容含有个人信息（身份证号、手机号、银行卡号或邮箱），请删去后再提交。',
        en: 'The notice contains personal data (identity card, telephone, bank card, e-mail): take it out.',
      },
      found,
    );
};

const refuse = (zh: string, en: string): Problem => new Problem('rule-broken', { zh, en });

/** About the tasks of an organisation that are overdue at an archive. */
const ofTasks = async (
  deps: DisclosureDeps,
  of: Extract<Proposal, { organisation: string }>,
  caller: Caller,
): Promise<Drafted> => {
  const ministry = caller.roles.includes('MINISTRY_ADMIN');
  const node = ministry && of.node !== undefined ? of.node : nodeOf(caller);
  const { kind, organisation, overdueBy } = of;
  const tasks = await overdueOf(deps, { node, organisation, overdueBy });
  const [first] = tasks;
  if (first === undefined)
    throw refuse(
      '该单位在本馆没有符合条件的逾期任务。',
      'This organisation has no task that is overdue so long at this archive.',
    );
  const organisationName = await holderName(deps, first.body);
  return {
    ...{ node, kind, organisation, items: tasks.map(itemOf) },
    ...(organisationName === undefined ? {} : { organisationName }),
  };
};

const stepsOf = { circular: 'circulate', penalty: 'fine' } as const;

/** About a chase that came to its fine, or its circular. */
const ofChase = async (
  deps: DisclosureDeps,
  { kind, chase }: Extract<Proposal, { chase: string }>,
  caller: Caller,
): Promise<Drafted> => {
  const { id, body } = ofNode(caller, await deps.chases.get(chase));
  const made = body.steps.find(({ step }) => step === stepsOf[kind]);
  if (made === undefined)
    throw refuse(
      kind === 'circular' ? '该催交尚未通报。' : '该催交尚未作出处罚决定。',
      kind === 'circular' ? 'This chase has no circular yet.' : 'This chase has no penalty yet.',
    );
  if ((await deps.documents.get(made.paper))?.state === 'void')
    throw refuse(`文书 ${made.paper} 已作废。`, `The paper ${made.paper} is void.`);
  const { node, organisation, organisationName } = body;
  const tasks = await tasksOf(deps, body.taskIds);
  const fined = body.steps.find(({ step }) => step === 'fine')?.amount;
  return {
    ...{ node, kind, organisation, chase: id, paper: made.paper },
    ...(organisationName === undefined ? {} : { organisationName }),
    ...(kind === 'penalty' && fined !== undefined ? { amount: fined } : {}),
    items: tasks.filter(({ state }) => isOwed(state) || kind === 'penalty').map(itemOf),
  };
};

/** The writes that propose a notice, and its id. One that stands about the same cause keeps another from beginning. */
export const proposing = async (
  deps: DisclosureDeps,
  of: Proposal,
  caller: Caller,
  audit: string,
): Promise<{ id: string; writes: Write[] }> => {
  const drafted = 'chase' in of ? await ofChase(deps, of, caller) : await ofTasks(deps, of, caller);
  if (drafted.items.length === 0)
    throw refuse(
      '所涉任务均已办结，无需公示。',
      'Everything it would name is settled: there is nothing to publish.',
    );
  const now = deps.clock();
  if (of.until !== undefined && of.until <= dayOf(now))
    throw new Problem('invalid-input', { zh: '撤下日期应晚于今天。', en: 'The last day lies after today.' }, [
      { field: 'body.until', message: of.until },
    ]);
  const standing = await deps.publicNotices.standing(drafted);
  if (standing !== undefined)
    throw new Problem(
      'rule-broken',
      {
        zh: '对该单位的同类公示正在进行，不能重复提出。',
        en: 'A notice of this kind about this party stands already.',
      },
      [{ field: 'notice', message: standing }],
    );
  const id = ulid(now.getTime());
  const body: NoticeBody = {
    ...drafted,
    text: of.text,
    ...(of.until === undefined ? {} : { until: of.until }),
    proposedBy: { sub: caller.sub, name: caller.name },
    proposedAt: now.toISOString(),
    suspendedBefore: false,
  };
  expectNothingPersonal(body);
  const { node, kind, organisation } = body;
  return {
    id,
    writes: deps.publicNotices.creation(id, body, {
      action: audit,
      by: caller,
      detail: { kind, organisation, tasks: body.items.length },
      events: [{ type: 'PublicNoticeProposed', data: { noticeId: id, node } }],
      with: [deps.publicNotices.claiming(id, body)],
    }),
  };
};
