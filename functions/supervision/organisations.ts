import * as contract from '@geoarchive/contract/organisations.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { nameOn } from '@geoarchive/domain/supervision/organisation.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { listAuditOf } from '@geoarchive/platform/store/audit.ts';
import { toCursor } from '@geoarchive/platform/store/cursor.ts';
import * as z from 'zod';
import { nodeOf } from '../archive/access.ts';
import { expectAllSent, ownedBy, queueJob, queueUndo } from '../jobs/queue-job.ts';
import type { SupervisionDeps } from './context.ts';
import type { OrganisationEntry } from './organisation-register.ts';
import { isSame, lookAtRow, mayKeep, organisationChanges, provinceFor } from './organisation-row.ts';

/** Rows that one call of a search looks through, page by page; what is left comes with its cursor. */
const lookedThrough = 2_000;
const perPage = 200;
/** Tasks, subsidiaries and changes that the page of an organisation shows. */
const shownTasks = 100;
const historyShown = 50;

const shown = (
  { version, body: { gone: _, ...body } }: OrganisationEntry,
  today: string,
): contract.Registered => ({ ...body, version, name: nameOn(body, today) });

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
const says = ({ body }: OrganisationEntry, q: string): boolean =>
  [body.code, body.creditCode ?? '', ...body.names.map(({ name }) => name)].some((text) =>
    folded(text).includes(folded(q)),
  );

/** The cursor that goes on after one of a list. */
const after = (index: string, place: string, { id }: OrganisationEntry): string | undefined =>
  toCursor({ pk: `organisation#${id}`, sk: 'item', [`${index}pk`]: place, [`${index}sk`]: id });

const list = async (deps: SupervisionDeps, { query }: Call<typeof contract.listOrganisations>) => {
  const { q = '', province, parent, limit } = query;
  const today = dayOf(deps.clock());
  const [index, place] =
    parent !== undefined
      ? (['gsi3', `organisations-under#${parent}`] as const)
      : province !== undefined
        ? (['gsi2', `organisations-in#${province}`] as const)
        : (['gsi1', 'organisations'] as const);
  const fits = (item: OrganisationEntry) =>
    (province === undefined || item.body.province === province) && (q === '' || says(item, q));
  const items: contract.Registered[] = [];
  let { cursor } = query;
  for (let looked = 0; looked < lookedThrough; looked += perPage) {
    const page = await deps.organisations.list(index, place, { cursor, limit: perPage });
    const found = page.items.filter(fits).slice(0, limit - items.length);
    items.push(...found.map((item) => shown(item, today)));
    const last = items.length < limit ? undefined : found.at(-1);
    // A page that is full goes on after its last one, wherever in what was read that stood.
    cursor = last === undefined || last === page.items.at(-1) ? page.cursor : after(index, place, last);
    if (cursor === undefined || last !== undefined) break;
  }
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};

const find = async (deps: SupervisionDeps, code: string): Promise<OrganisationEntry> => {
  const found = await deps.organisations.get(code);
  if (found === undefined || found.body.gone === true)
    throw new Problem('not-found', {
      zh: '没有登记这个单位。',
      en: 'There is no such organisation in the register.',
    });
  return found;
};

const told = z.object({
  changes: z.array(z.object({ field: z.string() })).default([]),
  reason: z.string().optional(),
});
const history = async (deps: SupervisionDeps, code: string) => {
  const page = { cursor: undefined, limit: historyShown, newestFirst: true };
  const { items } = await listAuditOf(deps.table, code, page);
  return items.map(({ at, byName, action, detail }) => {
    const { changes, reason } = told.parse(detail);
    const fields = changes.map(({ field }) => field);
    return { at, by: byName, action, changes: fields, ...(reason === undefined ? {} : { reason }) };
  });
};

/** Its tasks by due date; of the reader's archive only, unless the ministry reads. */
const tasksOf = async (deps: SupervisionDeps, caller: Caller, code: string) => {
  const node = caller.roles.includes('MINISTRY_ADMIN') ? undefined : nodeOf(caller);
  const page = await deps.tasks.list('gsi2', `tasks-of#${code}`, { limit: shownTasks });
  return {
    moreTasks: page.cursor !== undefined,
    tasks: page.items
      .filter(({ body }) => node === undefined || body.node === node)
      .map(({ id, state, body: { number, name, due, node: at } }) => ({
        ...{ id, state, number, name, due, node: at },
      })),
  };
};

const get = async (deps: SupervisionDeps, { caller, params }: Call<typeof contract.getOrganisation>) => {
  const item = await find(deps, params.code);
  const today = dayOf(deps.clock());
  const { parent, province } = item.body;
  const [above, below, owed, changed] = await Promise.all([
    parent === undefined ? undefined : deps.organisations.get(parent),
    deps.organisations.list('gsi3', `organisations-under#${item.id}`, { limit: shownTasks }),
    tasksOf(deps, caller, item.id),
    history(deps, item.id),
  ]);
  return {
    ...shown(item, today),
    ...(above === undefined ? {} : { parentName: nameOn(above.body, today) }),
    below: below.items.map(({ body }) => ({ code: body.code, name: nameOn(body, today) })),
    ...owed,
    history: changed,
    mayKeep:
      contract.keepers.some((role) => caller.roles.includes(role)) &&
      mayKeep(provinceFor(deps, caller), province),
  };
};

/** Adds an organisation or corrects it by hand, with the reason. */
const record = async (
  deps: SupervisionDeps,
  { caller, params, body: given, ifMatch }: Call<typeof contract.recordOrganisation>,
) => {
  const { reason, ...of } = given;
  const row = { code: params.code, ...of };
  const looked = await lookAtRow(deps, row, { source: 'hand', only: provinceFor(deps, caller) });
  const refused = 'faults' in looked ? looked.faults : looked.remarks;
  if ('faults' in looked || looked.remarks.length > 0) {
    const say = (language: 'zh' | 'en') => refused.map(({ message }) => message[language]).join(' ');
    throw new Problem(
      'rule-broken',
      { zh: say('zh'), en: say('en') },
      refused.map(({ field, code }) => ({ field: `body.${field}`, message: code })),
    );
  }
  const { item, body } = looked;
  if (item !== undefined) expectVersion(item, ifMatch);
  const today = dayOf(deps.clock());
  if (item !== undefined && isSame(item, body)) return shown(item, today);
  const tell = {
    action: contract.recordOrganisation.audit,
    by: caller,
    detail: { reason, changes: organisationChanges(item?.body, body) },
  };
  return shown(await deps.organisations.record(item, body, tell), today);
};

const preview = async (
  deps: SupervisionDeps,
  { caller, body }: Call<typeof contract.previewOrganisations>,
) => {
  const only = provinceFor(deps, caller);
  const parents = new Map<string, string | undefined>();
  const items: contract.OrganisationOutcome[] = [];
  for (const row of body.rows) {
    const looked = await lookAtRow(deps, row, { source: 'import', only, parents });
    const { code } = row;
    if ('faults' in looked) {
      items.push({ code, outcome: 'refused', changes: [], remarks: looked.faults });
      continue;
    }
    const before = looked.item?.body.gone === true ? undefined : looked.item?.body;
    const changes = organisationChanges(before, looked.body);
    const outcome = before === undefined ? 'new' : changes.length === 0 ? 'unchanged' : 'changed';
    items.push({ code, outcome, changes, remarks: looked.remarks });
  }
  return { items };
};

const put = async (
  deps: SupervisionDeps,
  { caller, params, body }: Call<typeof contract.putOrganisationBatch>,
) => {
  await deps.organisationBatches.put(params.id, params.no, caller.sub, body.rows);
  return { rows: body.rows.length };
};

const start = async (
  deps: SupervisionDeps,
  { caller, params, body }: Call<typeof contract.startOrganisationImport>,
) => {
  const total = expectAllSent(await deps.organisationBatches.count(params.id, body.batches, caller.sub));
  const of = {
    kind: 'organisation-import' as const,
    subject: body.subject,
    total,
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, params.id, of, contract.startOrganisationImport.audit, [
    deps.organisationImports.scoping(params.id, provinceFor(deps, caller)),
  ]);
};

const undo = (deps: SupervisionDeps, { caller, params }: Call<typeof contract.undoOrganisationImport>) =>
  queueUndo(deps, caller, params.id, {
    of: 'organisation-import',
    by: 'organisation-import-undo',
    action: contract.undoOrganisationImport.audit,
  });

export const organisationRoutes = [
  implement(contract.listOrganisations, list),
  implement(contract.getOrganisation, get),
  implement(contract.recordOrganisation, record),
  implement(contract.previewOrganisations, preview),
  implement(contract.putOrganisationBatch, put),
  implement(contract.startOrganisationImport, start),
  implement(contract.undoOrganisationImport, undo),
];
