import type { NoticeAct, NoticeBody } from '@geoarchive/contract/disclosure.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { isSettledNotice, maySecond } from '@geoarchive/domain/disclosure/notice.ts';
import { isOwed } from '@geoarchive/domain/task.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { tasksOf } from '../supervision/chase-tasks.ts';
import type { DisclosureDeps } from './deps.ts';
import { movingNotice, publishing } from './moving.ts';
import type { NoticeItem } from './notice-store.ts';
import { expectNothingPersonal } from './propose.ts';

export type Decision = { move: NoticeAct; reason?: string | undefined; declared: boolean };

const needs = (field: string, zh: string, en: string): Problem =>
  new Problem('invalid-input', { zh, en }, [{ field: `body.${field}`, message: '' }]);

const expectSecond = ({ body }: NoticeItem, caller: Caller): void => {
  if (!maySecond({ proposedBy: body.proposedBy.sub, by: caller.sub }))
    throw new Problem('forbidden', {
      zh: '公示须由提出人以外的人复核。',
      en: 'Somebody other than who proposed it decides on a notice.',
    });
};

/** What is still owed of what it names: what was submitted since it was proposed is not published. */
const stillOwed = async (deps: DisclosureDeps, { body }: NoticeItem): Promise<NoticeBody['items']> => {
  if (body.kind === 'penalty') return body.items;
  const tasks = await tasksOf(
    deps,
    body.items.map(({ taskId }) => taskId),
  );
  const states = new Map(tasks.map(({ id, state }) => [id, state]));
  if (
    isSettledNotice(
      body.kind,
      body.items.map(({ taskId }) => states.get(taskId)),
    )
  )
    throw new Problem('rule-broken', {
      zh: '所涉任务均已办结，无需公示；请选择“不同意”。',
      en: 'Everything it names is settled meanwhile: refuse it.',
    });
  return body.items.filter(({ taskId }) => {
    const state = states.get(taskId);
    return state === undefined || isOwed(state);
  });
};

const publish = async (
  deps: DisclosureDeps,
  item: NoticeItem,
  of: Decision,
  caller: Caller,
  audit: string,
) => {
  expectSecond(item, caller);
  if (!of.declared)
    throw needs(
      'declared',
      '请确认公示内容不含涉密、受保护和个人信息。',
      'Confirm that nothing in it is secret, protected or private.',
    );
  const items = await stillOwed(deps, item);
  expectNothingPersonal({ ...item.body, items });
  const decided = { by: { sub: caller.sub, name: caller.name }, at: deps.clock().toISOString() };
  const { corrects } = item.body;
  const old = corrects && (await deps.publicNotices.get(corrects.id));
  if (old && old.state !== 'published' && old.state !== 'suspended')
    throw new Problem('rule-broken', {
      zh: `原公示 ${corrects.number} 已结束，不能再更正；请选择“不同意”。`,
      en: `The notice ${corrects.number} has ended: it cannot be corrected any more. Refuse this.`,
    });
  return publishing(deps, item, { items, decided }, { action: `${audit}.publish`, by: caller });
};

const reasonOf = ({ reason }: Decision): string => {
  if (reason === undefined) throw needs('reason', '请写明理由。', 'State the reason.');
  return reason;
};

/** The writes of what somebody decided about a notice. */
export const deciding = async (
  deps: DisclosureDeps,
  item: NoticeItem,
  of: Decision,
  caller: Caller,
  audit: string,
): Promise<Write[]> => {
  deps.publicNotices.expect(item, of.move);
  const on = dayOf(deps.clock());
  const why = { action: `${audit}.${of.move}`, by: caller, detail: { reason: of.reason } };
  const by = caller.name;
  switch (of.move) {
    case 'publish':
      return publish(deps, item, of, caller, audit);
    case 'refuse': {
      expectSecond(item, caller);
      const { corrects, node } = item.body;
      const decided = {
        by: { sub: caller.sub, name: by },
        at: deps.clock().toISOString(),
        reason: reasonOf(of),
      };
      return deps.publicNotices.moving(
        item,
        'refuse',
        { ...item.body, decided },
        {
          ...why,
          events: [{ type: 'PublicNoticeRefused', data: { noticeId: item.id, node } }],
          with: [
            corrects === undefined
              ? deps.publicNotices.freeing(item.id, item.body)
              : deps.publicNotices.corrected(item.id, corrects.id),
          ],
        },
      );
    }
    case 'suspend':
      return movingNotice(
        deps,
        item,
        'suspend',
        { suspended: { on, reason: reasonOf(of), by }, suspendedBefore: true },
        why,
      );
    case 'resume':
      return movingNotice(deps, item, 'resume', { suspended: undefined }, why);
    case 'lift':
      return movingNotice(
        deps,
        item,
        'lift',
        { lifted: { on, reason: 'decision', text: reasonOf(of), by }, suspended: undefined },
        why,
      );
    case 'withdraw':
      return movingNotice(
        deps,
        item,
        'withdraw',
        { withdrawn: { on, reason: reasonOf(of), by }, endedOn: on, suspended: undefined },
        why,
      );
  }
};
