import type { Bilingual } from '../text.ts';
import { type CodeEdit, editFault, withEdits } from './edit.ts';
import type { CodeEntry } from './entry.ts';
import { listFaults } from './faults.ts';
import type { CodeListId } from './ids.ts';

/** Lists that are not edited here, and why: what they say follows from elsewhere, so an edit would be without effect. */
export const fixedLists: Readonly<Partial<Record<CodeListId, Bilingual>>> = {
  secrecy: {
    zh: '密级由系统的保密规则规定，不能在此修改。',
    en: 'The levels are those of the rules on secrecy; they are not edited here.',
  },
  archives: {
    zh: '馆藏机构由部署设置规定，请由运维人员修改设置。',
    en: 'The archives come from the settings of the deployment; operators change them there.',
  },
};

const sixDigits = /^\d{6}$/;

/** A region is called by its code, which is six digits (GB/T 2260). */
const regionFault = (edit: CodeEdit): Bilingual | undefined =>
  edit.kind === 'add' && !(sixDigits.test(edit.code) && edit.slug === edit.code)
    ? {
        zh: '行政区划的标识与代码相同，为六位数字。',
        en: 'A region has six digits as its code, and the same as its slug.',
      }
    : undefined;

/** Why a list cannot be changed so; empty when it can. */
export const changeFaults = (id: CodeListId, entries: readonly CodeEntry[], edit: CodeEdit): Bilingual[] => {
  const fault = (id === 'regions' ? regionFault(edit) : undefined) ?? editFault(entries, edit);
  return fault === undefined ? listFaults(withEdits(entries, [edit])) : [fault];
};

/** The edits that are passed over, as they do not fit what stands before them. */
export const passedOver = <E extends CodeEdit>(
  shipped: readonly CodeEntry[],
  edits: readonly E[],
): ReadonlySet<E> => {
  const over = new Set<E>();
  let entries = shipped;
  for (const edit of edits)
    if (editFault(entries, edit) === undefined) entries = withEdits(entries, [edit]);
    else over.add(edit);
  return over;
};

const needed: Bilingual = {
  zh: '之后的修改以它为前提，请先撤销之后的修改。',
  en: 'Later changes build on it: take those back first.',
};

/** Why an edit cannot be taken back; empty when it can. */
export const undoFaults = <E extends CodeEdit>(
  shipped: readonly CodeEntry[],
  edits: readonly E[],
  undone: E,
): Bilingual[] => {
  const rest = edits.filter((edit) => edit !== undone);
  const before = passedOver(shipped, edits);
  if ([...passedOver(shipped, rest)].some((edit) => !before.has(edit))) return [needed];
  return listFaults(withEdits(shipped, rest));
};
