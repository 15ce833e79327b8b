import type { StaffCaseDetail } from '@geoarchive/contract/cases.ts';
import * as cases from '@geoarchive/contract/cases.ts';
import type { QueryOf } from '@geoarchive/contract/route.ts';
import { appealable, ruleOf } from '@geoarchive/domain/cases/kinds.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { ulid } from 'ulid';
import { nodeOf, ofNode } from '../archive/access.ts';
import { openWith } from './act.ts';
import { type AttachmentDeps, attachmentRoutes } from './attachments.ts';
import type { CaseItem } from './case-store.ts';
import { type SubjectDeps, subjectOf } from './subject.ts';
import { caseDetail, caseView } from './view.ts';
import { workRoutes } from './work.ts';

export type InternalCaseDeps = SubjectDeps & AttachmentDeps;

const load = async (deps: SubjectDeps, caller: Caller, id: string): Promise<CaseItem> =>
  ofNode(caller, await deps.cases.get(id));

type Show = QueryOf<typeof cases.listCases>['show'];
/** Which cases a list shows, to whom and on what day. */
const wanted: Record<Show, (item: CaseItem, caller: Caller, today: string) => boolean> = {
  all: () => true,
  open: () => true,
  mine: ({ body }, { sub }) => body.assignee?.sub === sub,
  unassigned: ({ body }) => body.assignee === undefined,
  overdue: ({ body }, _, today) => body.due !== undefined && body.due < today,
};

/** Open cases come by their date, the most urgent first; all others newest first. A page may hold fewer than fit. */
const list = async (deps: InternalCaseDeps, { caller, query }: Call<typeof cases.listCases>) => {
  const node = nodeOf(caller);
  const today = dayOf(deps.clock());
  const page =
    query.of !== undefined
      ? await deps.cases.list('gsi3', `cases-of#${query.of}`, { ...query, newestFirst: true })
      : query.show === 'all'
        ? await deps.cases.list('gsi1', `cases#${node}`, { ...query, newestFirst: true })
        : await deps.cases.list('gsi2', `cases-open#${node}`, query);
  const reached = page.items.filter(
    ({ body }) => caller.roles.includes('MINISTRY_ADMIN') || body.node === node,
  );
  const calendar = await deps.calendar();
  return {
    ...page,
    items: reached
      .filter((item) => wanted[query.show](item, caller, today))
      .map((item) => caseView(deps, calendar, item)),
  };
};

/** Figures of the start page, each counted from the list that it leads to. */
const figures = async (deps: InternalCaseDeps, { caller }: Call<typeof cases.caseFigures>) => {
  const node = nodeOf(caller);
  const today = dayOf(deps.clock());
  const found = { open: 0, overdue: 0, mine: 0 };
  let cursor: string | undefined;
  do {
    const page = await deps.cases.list('gsi2', `cases-open#${node}`, { cursor });
    found.open += page.items.length;
    found.overdue += page.items.filter((item) => wanted.overdue(item, caller, today)).length;
    found.mine += page.items.filter((item) => wanted.mine(item, caller, today)).length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

const get = async (deps: InternalCaseDeps, { caller, params }: Call<typeof cases.getCase>) =>
  caseDetail(deps, await load(deps, caller, params.id), caller);

const open = async (
  deps: InternalCaseDeps,
  { caller, body }: Call<typeof cases.openCase>,
): Promise<StaffCaseDetail> => {
  const { submitter, ...found } = await subjectOf(deps, caller, body.about);
  if (!ruleOf(body.kind).about.includes(found.subject.kind))
    throw new Problem(
      'rule-broken',
      { zh: '这类案件不能针对此事项提出。', en: 'A case of this kind cannot be about this.' },
      [{ field: 'body.kind', message: body.kind }],
    );
  if (found.against !== undefined) {
    const before = await deps.cases.get(found.against.id);
    if (before === undefined || !appealable(before.body.kind))
      throw new Problem('rule-broken', {
        zh: '只有异议的决定可以申诉。',
        en: 'Only the decision on an objection can be appealed against.',
      });
  }
  const now = deps.clock();
  const at = now.toISOString();
  const id = ulid(now.getTime());
  const asker = body.fromSubmitter && submitter !== undefined ? submitter : { name: caller.name };
  const first = {
    id: ulid(now.getTime()),
    at,
    from: 'asker' as const,
    by: asker.name,
    text: body.text,
    evidence: [],
    internal: false,
  };
  const item = await againWhenRaced(() =>
    openWith(
      deps,
      id,
      { ...found, kind: body.kind, title: body.title, asker, openedAt: at, openedBy: caller.name },
      first,
      { action: cases.openCase.audit, by: caller },
    ),
  );
  return caseDetail(deps, item, caller);
};

export const internalCaseRoutes = [
  implement(cases.listCases, list),
  implement(cases.caseFigures, figures),
  implement(cases.listCaseWorkers, async (deps: InternalCaseDeps, { caller }) => ({
    items: await deps.workers.list(nodeOf(caller)),
  })),
  implement(cases.openCase, open),
  implement(cases.getCase, get),
  ...attachmentRoutes,
  ...workRoutes,
];
