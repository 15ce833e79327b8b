import type { CaseSubject } from '@geoarchive/contract/case-parts.ts';
import type * as cases from '@geoarchive/contract/cases.ts';
import type { BodyOf } from '@geoarchive/contract/route.ts';
import { noticeKinds } from '@geoarchive/domain/disclosure/notice.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { actsFor, organisationOf, reachable } from '../intake/access.ts';
import type { OwnCaseDeps } from './own-deps.ts';

type About = BodyOf<typeof cases.openOwnCase>['about'];
type Found = { node: string; organisation: string; subject: CaseSubject };

const nothing = () =>
  new Problem('not-found', {
    zh: '没有这个事项，或它不属于您的单位。',
    en: 'There is no such thing, or it belongs to another organisation.',
  });

const ofDeposit = async (deps: OwnCaseDeps, caller: Caller, id: string): Promise<Found> => {
  const { body } = await reachable(deps, caller, id);
  const number = body.receipt?.number ?? '';
  const title = isStateSecret(body.secrecy) ? '' : body.title;
  return {
    node: body.node,
    organisation: body.organisation,
    subject: {
      kind: 'deposit',
      id,
      label: `${number} ${title}`.trim(),
      depositId: id,
      round: body.round,
      ...(body.taskId === undefined ? {} : { taskId: body.taskId }),
    },
  };
};

/** A task that the caller's organisation owes, or that a mandate covers. */
export const taskOf = async (deps: Pick<OwnCaseDeps, 'tasks' | 'mandates'>, caller: Caller, id: string) => {
  const task = await deps.tasks.get(id);
  if (task === undefined || !(await actsFor(deps, caller, task.organisation, task.id))) throw nothing();
  return task;
};

/** What an asker opens a case about, as intake knows it, and whose matter it is; of others it does not exist. */
export const ownSubject = async (deps: OwnCaseDeps, caller: Caller, about: About): Promise<Found> => {
  switch (about.kind) {
    case 'deposit':
      return ofDeposit(deps, caller, about.id);
    case 'document': {
      const paper = await deps.documents.get(about.id);
      if (paper === undefined) throw nothing();
      const { depositId, node, says } = paper.body;
      const label = says.title === undefined ? paper.id : `${paper.id} ${says.title}`;
      const subject = { kind: 'document' as const, id: paper.id, label };
      if (depositId === undefined) {
        if (says.submitter !== caller.organisation) throw nothing();
        return { node, organisation: says.submitter, subject };
      }
      const found = await ofDeposit(deps, caller, depositId);
      const round = 'round' in says ? { round: says.round } : {};
      return { ...found, subject: { ...found.subject, ...subject, ...round } };
    }
    case 'task': {
      const task = await taskOf(deps, caller, about.id);
      return {
        node: task.node,
        organisation: task.organisation,
        subject: { kind: 'task', id: task.id, label: `${task.number} ${task.name}`, taskId: task.id },
      };
    }
    case 'public-notice': {
      const found = await deps.ownNotices.get(about.id);
      // Who acts for it in single tasks has no say in what is published about it.
      if (found === undefined || found.organisation !== caller.organisation) throw nothing();
      const { id, number, kind, node } = found.notice;
      const label = `${number} ${noticeKinds[kind].name.zh}`;
      return { node, organisation: found.organisation, subject: { kind: 'public-notice', id, label } };
    }
    case 'general': {
      if (!deps.settings.nodes.some(({ code }) => code === about.node))
        throw new Problem(
          'invalid-input',
          { zh: '没有这个馆藏机构，请从列表选择。', en: 'There is no such archive: choose one of the list.' },
          [{ field: 'body.about.node', message: about.node }],
        );
      return {
        node: about.node,
        organisation: organisationOf(caller),
        subject: { kind: 'general', label: '' },
      };
    }
  }
};
