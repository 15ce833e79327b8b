import { addDays, type Day } from '../dates.ts';
import type { Bilingual } from '../text.ts';
import { type CodeEntry, latest } from './entry.ts';

/** A change to a list. What came with the system stays in the code; a list in force is that with its edits applied in order. */
export type CodeEdit =
  | {
      kind: 'add';
      slug: string;
      code: string;
      name: Bilingual;
      from?: Day | undefined;
      parent?: string | undefined;
    }
  | { kind: 'rename'; slug: string; name: Bilingual; from: Day }
  | { kind: 'retire'; slug: string; to: Day; replacedBy: readonly string[] };

const lastOf = (entries: readonly CodeEntry[], slug: string): CodeEntry | undefined =>
  latest(entries.filter((entry) => entry.slug === slug));

const endsBefore = ({ to }: CodeEntry, day: Day): boolean => to !== undefined && to < day;

/** Why an edit cannot be made to these entries; undefined when it can. */
export const editFault = (entries: readonly CodeEntry[], edit: CodeEdit): Bilingual | undefined => {
  const last = lastOf(entries, edit.slug);
  if (edit.kind === 'add')
    return (
      last && {
        zh: '已有这个标识，标识不能重复使用。',
        en: 'There is an entry of this slug; slugs are not used twice.',
      }
    );
  if (last === undefined) return { zh: '没有这个条目。', en: 'There is no such entry.' };
  const day = edit.kind === 'rename' ? edit.from : edit.to;
  if (endsBefore(last, day))
    return { zh: '该条目在此之前已停用。', en: 'The entry was retired before that day.' };
  if (last.from !== undefined && day <= last.from)
    return {
      zh: `日期须晚于 ${last.from}，即现名称的启用日。`,
      en: `The day must be after ${last.from}, when its name began.`,
    };
  return undefined;
};

const changed = (last: CodeEntry, edit: Exclude<CodeEdit, { kind: 'add' }>): CodeEntry[] => {
  if (edit.kind === 'retire') {
    const { replacedBy: _before, ...rest } = last;
    return [{ ...rest, to: edit.to, ...(edit.replacedBy.length > 0 && { replacedBy: edit.replacedBy }) }];
  }
  const { replacedBy: _none, ...before } = last;
  return [
    { ...before, to: addDays(edit.from, -1) },
    { ...last, name: edit.name, from: edit.from },
  ];
};

/** The entries with one edit. An edit that no longer fits (the system's own list has changed since) is left out. */
const applied = (entries: readonly CodeEntry[], edit: CodeEdit): readonly CodeEntry[] => {
  if (editFault(entries, edit) !== undefined) return entries;
  if (edit.kind === 'add') {
    const { slug, code, name, from, parent } = edit;
    return [...entries, { slug, code, name, ...(from && { from }), ...(parent && { parent }) }];
  }
  const last = lastOf(entries, edit.slug);
  return entries.flatMap((entry) => (entry === last ? changed(entry, edit) : [entry]));
};

/** The list in force. */
export const withEdits = (shipped: readonly CodeEntry[], edits: readonly CodeEdit[]): readonly CodeEntry[] =>
  edits.reduce(applied, shipped);
