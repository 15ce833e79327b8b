import * as audit from '@geoarchive/contract/audit.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { type AuditEntry, auditWrite, listAuditDays, listAuditOf } from '@geoarchive/platform/store/audit.ts';
import type { OperationsDeps } from './deps.ts';
import { expectPlane } from './queues.ts';

const nodeOf = ({ node }: Caller): string => {
  if (node === undefined || node === '')
    throw new Problem('forbidden', {
      zh: '该账号没有所属馆藏机构，请联系管理员。',
      en: 'This account belongs to no archive: ask your administrator.',
    });
  return node;
};

/** Auditors are watched too: what they looked for stands in the same trail. Once a list, not for each of its pages. */
const noteReading = async (
  deps: OperationsDeps,
  by: Caller,
  action: string,
  query: { cursor?: string | undefined } & Record<string, unknown>,
): Promise<void> => {
  const { cursor, limit: _, ...detail } = query;
  if (cursor !== undefined) return;
  const entry = { about: 'audit', action, by, node: nodeOf(by), detail };
  await deps.table.transact([auditWrite(deps.table.name, deps.clock, entry)]);
};

const wantedBy =
  ({ person, action }: { person?: string | undefined; action?: string | undefined }) =>
  (entry: AuditEntry): boolean =>
    (person === undefined || entry.by === person || entry.byName.includes(person)) &&
    (action === undefined || entry.action.startsWith(action));

const list = async (deps: OperationsDeps, { caller, params, query }: Call<typeof audit.listAudit>) => {
  expectPlane(deps, params.plane);
  const node = nodeOf(caller);
  const { from, to, cursor, limit } = query;
  const page = await listAuditDays(
    deps.table,
    { node: query.of === 'node' ? node : undefined, from, to, cursor, limit },
    wantedBy(query),
  );
  await noteReading(deps, caller, audit.listAudit.audit, query);
  return page;
};

/** The trail of one thing; of another archive's it looks as if there were none. */
const ofThing = async (deps: OperationsDeps, { caller, params, query }: Call<typeof audit.auditOfThing>) => {
  expectPlane(deps, params.plane);
  const node = nodeOf(caller);
  const page = await listAuditOf(deps.table, query.about, { cursor: query.cursor, limit: query.limit });
  const items = page.items.filter((entry) => entry.node === undefined || entry.node === node);
  if (items.length === 0 && query.cursor === undefined)
    throw new Problem('not-found', {
      zh: '没有它的审计记录，或它不属于您的馆藏机构。',
      en: 'It has no audit trail, or it belongs to another archive.',
    });
  await noteReading(deps, caller, audit.auditOfThing.audit, query);
  return { ...page, items };
};

export const auditRoutes = [implement(audit.listAudit, list), implement(audit.auditOfThing, ofThing)];
