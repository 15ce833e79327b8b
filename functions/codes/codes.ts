import * as codes from '@geoarchive/contract/codes.ts';
import { changeFaults, fixedLists, passedOver, undoFaults } from '@geoarchive/domain/codes/change.ts';
import { withEdits } from '@geoarchive/domain/codes/edit.ts';
import { type CodeListId, codeListIds } from '@geoarchive/domain/codes/ids.ts';
import { type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { CodeStore } from './code-store.ts';
import { headOf, rowsOf, shipped } from './lists.ts';

export type CodeDeps = { codes: CodeStore; clock: Clock; settings: FunctionSettings };

const listAll = async ({ codes: store, clock, settings }: CodeDeps) => {
  const edited = await store.all();
  const today = dayOf(clock());
  const none = { version: 0, edits: [] };
  return {
    items: await Promise.all(
      codeListIds.map(async (id) => headOf(id, await shipped(id, settings), edited.get(id) ?? none, today)),
    ),
  };
};

const entries = async (
  { codes: store, settings }: CodeDeps,
  { params: { list }, query: { cursor, limit, ...wanted } }: Call<typeof codes.listCodeEntries>,
) => {
  const [{ entries: base }, { edits }] = await Promise.all([shipped(list, settings), store.get(list)]);
  const rows = rowsOf(base, edits, wanted);
  const from = Number(fromCursor(cursor)?.['from'] ?? 0);
  const next = toCursor(from + limit < rows.length ? { from: from + limit } : undefined);
  return { items: rows.slice(from, from + limit), ...(next === undefined ? {} : { cursor: next }) };
};

const acts = {
  [codes.changeCodeList.audit]: 'change',
  [codes.undoCodeEdit.audit]: 'undo',
  [codes.resetCodeList.audit]: 'reset',
} as const;

const history = async (
  { codes: store, settings }: CodeDeps,
  { params: { list } }: Call<typeof codes.listCodeEdits>,
) => {
  const [{ entries: base }, { edits }, done] = await Promise.all([
    shipped(list, settings),
    store.get(list),
    store.history(list),
  ]);
  const over = passedOver(base, edits);
  const standing = new Map(
    edits.map((edit) => [edit.number, over.has(edit) ? ('passed-over' as const) : ('counts' as const)]),
  );
  return {
    items: done.map(({ action, ...said }) => {
      const act = acts[action] ?? 'change';
      const stands = act === 'change' ? standing.get(said.number ?? 0) : undefined;
      return { act, ...said, ...(stands && { standing: stands }) };
    }),
  };
};

const refused = (faults: readonly Bilingual[]): Problem => {
  const some = faults.slice(0, 5);
  return new Problem('invalid-input', {
    zh: some.map(({ zh }) => zh).join(''),
    en: some.map(({ en }) => en).join(' '),
  });
};

/** The list as the caller saw it, with the right to be changed. */
const toChange = async (deps: CodeDeps, list: CodeListId, ifMatch: number | undefined) => {
  const fixed = fixedLists[list];
  if (fixed !== undefined) throw new Problem('wrong-state', fixed);
  const [base, was] = await Promise.all([shipped(list, deps.settings), deps.codes.get(list)]);
  if (ifMatch !== undefined && ifMatch !== was.version) throw new Problem('stale');
  const head = (after: typeof was) => headOf(list, base, after, dayOf(deps.clock()));
  return { base, was, head };
};

const change = async (
  deps: CodeDeps,
  { params: { list }, body: { edit, reason }, caller, ifMatch }: Call<typeof codes.changeCodeList>,
) => {
  const { base, was, head } = await toChange(deps, list, ifMatch);
  const faults = changeFaults(list, withEdits(base.entries, was.edits), edit);
  if (faults.length > 0) throw refused(faults);
  const action = codes.changeCodeList.audit;
  return head(await deps.codes.add(list, was, edit, { action, by: caller, reason }));
};

const undo = async (
  deps: CodeDeps,
  { params: { list, number }, body: { reason }, caller, ifMatch }: Call<typeof codes.undoCodeEdit>,
) => {
  const { base, was, head } = await toChange(deps, list, ifMatch);
  const undone = was.edits.find((edit) => edit.number === number);
  if (undone === undefined)
    throw new Problem('wrong-state', {
      zh: '没有这次修改，或已撤销。',
      en: 'There is no such change, or it was taken back already.',
    });
  const faults = undoFaults(base.entries, was.edits, undone);
  if (faults.length > 0) throw refused(faults);
  const action = codes.undoCodeEdit.audit;
  return head(await deps.codes.undo(list, was, undone, { action, by: caller, reason }));
};

const reset = async (
  deps: CodeDeps,
  { params: { list }, body: { reason }, caller, ifMatch }: Call<typeof codes.resetCodeList>,
) => {
  const { was, head } = await toChange(deps, list, ifMatch);
  if (was.edits.length === 0)
    throw new Problem('wrong-state', {
      zh: '这个代码表没有修改，已是系统自带的内容。',
      en: 'This list has no changes: what came with the system counts already.',
    });
  const action = codes.resetCodeList.audit;
  return head(await deps.codes.reset(list, was, { action, by: caller, reason }));
};

export const codeRoutes = [
  implement(codes.listCodeLists, listAll),
  implement(codes.getCodeList, async ({ codes: store, clock, settings }: CodeDeps, { params: { list } }) =>
    headOf(list, await shipped(list, settings), await store.get(list), dayOf(clock())),
  ),
  implement(codes.listCodeEntries, entries),
  implement(codes.listCodeEdits, history),
  implement(codes.changeCodeList, change),
  implement(codes.undoCodeEdit, undo),
  implement(codes.resetCodeList, reset),
];
