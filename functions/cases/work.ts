import type { StaffCaseDetail, StaffMessage } from '@geoarchive/contract/cases.ts';
import * as cases from '@geoarchive/contract/cases.ts';
import { appealUntil } from '@geoarchive/domain/cases/clock.ts';
import { appealable, defaultAppealDays, ruleOf } from '@geoarchive/domain/cases/kinds.ts';
import { isEnded } from '@geoarchive/domain/cases/lifecycle.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { ulid } from 'ulid';
import { ofNode } from '../archive/access.ts';
import { consequencesOf, type StatementDeps } from '../supervision/statements.ts';
import { act } from './act.ts';
import { type AttachmentDeps, attached } from './attachments.ts';
import type { CaseItem } from './case-store.ts';
import type { CaseDeps } from './deps.ts';
import { caseDetail, decides } from './view.ts';

type Wanted = { caller: Caller; params: { id: string }; ifMatch: number | undefined };

/** The case as the caller saw it. */
const taken = async (deps: CaseDeps, { caller, params, ifMatch }: Wanted): Promise<CaseItem> => {
  const item = ofNode(caller, await deps.cases.get(params.id));
  expectVersion(item, ifMatch);
  return item;
};

const ofArchive = (
  deps: CaseDeps,
  caller: Caller,
  said: Pick<StaffMessage, 'text' | 'evidence' | 'internal'>,
): StaffMessage => {
  const now = deps.clock();
  const id = ulid(now.getTime());
  return { id, at: now.toISOString(), from: 'archive', by: caller.name, ...said };
};

const colleague = async (deps: CaseDeps, node: string, sub: string) => {
  const found = (await deps.workers.list(node)).find((one) => one.sub === sub);
  if (found === undefined)
    throw new Problem(
      'invalid-input',
      { zh: '没有这位同事，请从列表选择。', en: 'There is no such colleague: choose one of the list.' },
      [{ field: 'body.sub', message: sub }],
    );
  return found;
};

/** Takes a case in hand, hands it to a colleague, or lays it with a role, where whoever has that role takes it. */
const assign = async (deps: CaseDeps, call: Call<typeof cases.assignCase>): Promise<StaffCaseDetail> => {
  const { caller, body } = call;
  const item = await taken(deps, call);
  if (isEnded(item.state))
    throw new Problem('wrong-state', { zh: '案件已办结。', en: 'The case has ended.' });
  const { node } = item.body;
  const me = { sub: caller.sub, name: caller.name };
  const to =
    body.to === 'me'
      ? { assignee: me, role: undefined }
      : body.to === 'colleague'
        ? { assignee: await colleague(deps, node, body.sub), role: undefined }
        : { assignee: undefined, role: body.role };
  const moved = await act(deps, item, {
    action: cases.assignCase.audit,
    by: caller,
    ...(item.state === 'opened' && to.assignee !== undefined ? { move: 'take' as const } : {}),
    change: to,
    detail: { to: to.assignee?.sub ?? to.role },
    with: [deps.workers.note(node, me)],
  });
  return caseDetail(deps, moved, caller);
};

const write = async (
  deps: AttachmentDeps,
  call: Call<typeof cases.writeCaseMessage>,
): Promise<StaffCaseDetail> => {
  const { caller, body } = call;
  const item = await taken(deps, call);
  const internal = body.as === 'note';
  const evidence = await attached(deps, item, body.evidence, internal);
  const moved = await act(deps, item, {
    action: cases.writeCaseMessage.audit,
    by: caller,
    ...(body.as === 'ask' ? { move: 'ask' as const } : {}),
    messages: [ofArchive(deps, caller, { text: body.text, evidence, internal })],
    detail: { as: body.as, evidence: evidence.length },
  });
  return caseDetail(deps, moved, caller);
};

const resume = async (deps: CaseDeps, call: Call<typeof cases.resumeCase>): Promise<StaffCaseDetail> => {
  const { caller } = call;
  const item = await taken(deps, call);
  const by = { action: cases.resumeCase.audit, by: caller };
  return caseDetail(deps, await act(deps, item, { ...by, move: 'resume' }), caller);
};

/** Decides a case with reasons. The kind says which roles may and how it can end; nobody decides the appeal against their own. */
const decide = async (
  deps: AttachmentDeps & StatementDeps,
  call: Call<typeof cases.decideCase>,
): Promise<StaffCaseDetail> => {
  const { caller, body } = call;
  const item = await taken(deps, call);
  const { kind, node, number, subject } = item.body;
  if (!decides(item, caller))
    throw new Problem('forbidden', {
      zh: '您的角色不能对这类案件作出决定，或该申诉针对的正是您的决定。',
      en: 'Your role does not decide cases of this kind, or the appeal is against your own decision.',
    });
  if (!ruleOf(kind).outcomes.includes(body.outcome))
    throw new Problem(
      'invalid-input',
      { zh: '这类案件没有这种结果。', en: 'A case of this kind cannot end like this.' },
      [{ field: 'body.outcome', message: body.outcome }],
    );
  deps.cases.expect(item, 'decide');
  const evidence = await attached(deps, item, body.evidence, false);
  const at = deps.clock().toISOString();
  const { outcome, reasons } = body;
  const until = appealUntil(dayOf(deps.clock()), deps.settings.appealDays ?? defaultAppealDays);
  const moved = await againWhenRaced(async () => {
    const { writes, ...told } = await consequencesOf(deps, item, body, caller);
    return act(deps, item, {
      action: cases.decideCase.audit,
      by: caller,
      move: 'decide',
      change: {
        decision: { outcome, reasons, by: caller.name, at, evidence, ...told },
        decidedBy: caller.sub,
        ...(appealable(kind) ? { appealUntil: until } : {}),
      },
      detail: { outcome, reasons, evidence: evidence.length, ...told },
      with: writes,
      events: [{ type: 'CaseDecided', data: { caseId: item.id, number, kind, node, outcome, subject, at } }],
    });
  });
  return caseDetail(deps, moved, caller);
};

const reject = async (deps: CaseDeps, call: Call<typeof cases.rejectCase>): Promise<StaffCaseDetail> => {
  const { caller, body } = call;
  const item = await taken(deps, call);
  const moved = await act(deps, item, {
    action: cases.rejectCase.audit,
    by: caller,
    move: 'reject',
    change: { ended: { reason: body.reason, at: deps.clock().toISOString() } },
    detail: { reason: body.reason },
  });
  return caseDetail(deps, moved, caller);
};

export const workRoutes = [
  implement(cases.assignCase, assign),
  implement(cases.writeCaseMessage, write),
  implement(cases.resumeCase, resume),
  implement(cases.decideCase, decide),
  implement(cases.rejectCase, reject),
];
