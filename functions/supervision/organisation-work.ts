import type { OrganisationRowInput } from '@geoarchive/contract/organisations.ts';
import { startOrganisationImport, undoOrganisationImport } from '@geoarchive/contract/organisations.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { CannotGoOn, type Work } from '../jobs/step.ts';
import type { SupervisionDeps } from './context.ts';
import type { OrganisationNoted } from './organisation-imports.ts';
import { organisationSays } from './organisation-register.ts';
import { isSame, lookAtRow, organisationChanges } from './organisation-row.ts';

/** Rows of a step: each has four writes at most, beside the job's own. */
const perStep = 20;

const place = z.object({ batch: z.number(), at: z.number() });
const placeOf = (cursor: unknown) => place.nullable().parse(cursor) ?? { batch: 1, at: 0 };

type Outcome = 'created' | 'updated' | 'unchanged' | 'refused';
type Effect = { outcome: Outcome; writes: Write[]; note?: string };
type Import = {
  id: string;
  by: By;
  only: string | undefined;
  parents: Map<string, string | undefined>;
};

const noteOf = (code: string, remarks: readonly { message: { zh: string } }[]): { note?: string } =>
  remarks.length === 0
    ? {}
    : { note: `${code} ${remarks.map(({ message }) => message.zh).join(' ')}`.slice(0, 500) };

const effectOf = async (deps: SupervisionDeps, row: OrganisationRowInput, of: Import): Promise<Effect> => {
  const looked = await lookAtRow(deps, row, { ...of, source: 'import' });
  if ('faults' in looked) return { outcome: 'refused', writes: [], ...noteOf(row.code, looked.faults) };
  const { item, body, remarks } = looked;
  if (isSame(item, body)) return { outcome: 'unchanged', writes: [], ...noteOf(row.code, remarks) };
  const before = item?.body.gone === true ? undefined : item?.body;
  const writes = deps.organisations.recording(item, body, {
    action: startOrganisationImport.audit,
    by: of.by,
    detail: { importId: of.id, changes: organisationChanges(before, body) },
    with: [await deps.organisationImports.noting(of.id, before, body)],
  });
  return { outcome: before === undefined ? 'created' : 'updated', writes, ...noteOf(row.code, remarks) };
};

/** The next rows of a batch, up to one whose organisation came before: two changes of one do not fit into one transaction. */
const next = (rows: readonly OrganisationRowInput[], at: number): OrganisationRowInput[] => {
  const some = rows.slice(at, at + perStep);
  const again = some.findIndex(({ code }, n) => some.slice(0, n).some((one) => one.code === code));
  return again === -1 ? some : some.slice(0, again);
};

const gone = {
  zh: '要导入的内容已过保存期（30 天），请重新上传文件导入。',
  en: 'What was to be imported is no longer kept (30 days): import the file again.',
};

/** Imports organisations, a few a step. Nothing is deleted by an import. */
export const importOrganisations: Work<SupervisionDeps> = async (deps, job, so) => {
  const { batch, at } = placeOf(so.cursor);
  const rows = await deps.organisationBatches.read(job.id, batch);
  if (rows === undefined) throw new CannotGoOn(gone);
  const of: Import = {
    id: job.id,
    by: { sub: job.body.owner, name: job.body.ownerName },
    only: await deps.organisationImports.scopeOf(job.id),
    parents: new Map(),
  };
  const effects: Effect[] = [];
  // One after the other: each sees the groups of those before it.
  for (const row of next(rows, at)) effects.push(await effectOf(deps, row, of));
  const count = (wanted: Outcome) => effects.filter(({ outcome }) => outcome === wanted).length;
  const after = at + effects.length;
  return {
    effect: effects.flatMap(({ writes }) => writes),
    cursor: after < rows.length ? { batch, at: after } : { batch: batch + 1, at: 0 },
    done: effects.length,
    counts: {
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      refused: count('refused'),
    },
    notes: effects.flatMap(({ note }) => (note === undefined ? [] : [note])),
    finished: so.done + effects.length >= job.body.total,
  };
};

type Undone = { outcome: 'emptied' | 'restored' | 'kept'; writes: Write[]; note?: string };

/** What sets one organisation back, unless it was changed since. A new one is not deleted: it is listed no more. */
const undoing = async (
  deps: SupervisionDeps,
  by: By,
  importId: string,
  row: OrganisationNoted,
): Promise<Undone | undefined> => {
  const item = row.undone ? undefined : await deps.organisations.get(row.code);
  if (item === undefined) return undefined;
  if (organisationSays(item.body) !== row.said) return { outcome: 'kept', writes: [], note: row.code };
  const before = row.before === undefined ? undefined : deps.organisations.bodyOf(row.before);
  const updatedAt = deps.clock().toISOString();
  const body = before ?? { ...item.body, parent: undefined, gone: true };
  return {
    outcome: before === undefined ? 'emptied' : 'restored',
    writes: deps.organisations.recording(
      item,
      { ...body, updatedAt },
      {
        action: undoOrganisationImport.audit,
        by,
        detail: { importId, changes: organisationChanges(item.body, body) },
        with: [deps.organisationImports.undoing(importId, row)],
      },
    ),
  };
};

/** Takes an import of organisations back. */
export const undoOrganisations: Work<SupervisionDeps> = async (deps, job, so) => {
  const importId = job.body.about ?? '';
  const start = z.string().nullable().parse(so.cursor) ?? undefined;
  const { rows, cursor } = await deps.organisationImports.page(importId, start, perStep);
  const by = { sub: job.body.owner, name: job.body.ownerName };
  const undone = (await Promise.all(rows.map((row) => undoing(deps, by, importId, row)))).filter(
    (one) => one !== undefined,
  );
  const count = (wanted: Undone['outcome']) => undone.filter(({ outcome }) => outcome === wanted).length;
  return {
    effect: undone.flatMap(({ writes }) => writes),
    cursor: cursor ?? null,
    done: rows.length,
    counts: { restored: count('restored'), emptied: count('emptied'), kept: count('kept') },
    notes: undone.flatMap(({ note }) => (note === undefined ? [] : [note])),
    finished: cursor === undefined,
  };
};
