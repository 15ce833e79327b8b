import { isCreditCode, looksLikeCreditCode } from '../credit-code.ts';
import type { Day } from '../dates.ts';
import type { TaskSource } from '../publication.ts';
import { provinces } from '../regions.ts';
import type { Bilingual } from '../text.ts';
import {
  endingOf,
  type Funding,
  type Happening,
  type HappeningKind,
  type Holding,
  holdingOn,
  type RegisterEntry,
  type Term,
} from './register.ts';
import { type RegisterArea, ringsOf } from './register-area.ts';

/** One row of a register as it was imported: how the licence or project stands now, by whoever keeps it. */
export type RegisterRow = {
  kind: TaskSource;
  number: string;
  name: string;
  holder: string;
  holderName?: string | undefined;
  /** Day of the transfer, when the holder is another one than before. */
  transferredOn?: Day | undefined;
  from: Day;
  to?: Day | undefined;
  rightTo?: Day | undefined;
  retention?: boolean | undefined;
  newData?: boolean | undefined;
  happening?: HappeningKind | undefined;
  happenedOn?: Day | undefined;
  happeningNote?: string | undefined;
  funding?: Funding | undefined;
  funderRegion?: string | undefined;
  minerals?: readonly string[] | undefined;
  marine?: boolean | undefined;
  regions?: readonly string[] | undefined;
  area?: RegisterArea | undefined;
};

export type RowRemark = { code: string; field: string; message: Bilingual };
export type Merged = { entry: RegisterEntry; remarks: RowRemark[] } | { faults: RowRemark[] };

const remark = (code: string, field: string, zh: string, en: string): RowRemark => ({
  code,
  field,
  message: { zh, en },
});

const knownProvince = (code: string): boolean =>
  /^\d{6}$/.test(code) && Object.hasOwn(provinces, `${code.slice(0, 2)}0000`);

/** What makes a row impossible by itself, whatever is stored. */
const faultsOf = (row: RegisterRow): RowRemark[] => {
  const faults: RowRemark[] = [];
  for (const field of ['to', 'rightTo'] as const) {
    const end = row[field];
    if (end !== undefined && end < row.from)
      faults.push(
        remark(
          'end-before-start',
          field,
          `截止日期 ${end} 早于起始日期 ${row.from}，请核对。`,
          `It ends on ${end}, before it begins on ${row.from}: check both days.`,
        ),
      );
  }
  for (const code of [...(row.regions ?? []), ...(row.funderRegion === undefined ? [] : [row.funderRegion])])
    if (!knownProvince(code))
      faults.push(
        remark(
          'unknown-region',
          row.funderRegion === code ? 'funderRegion' : 'regions',
          `“${code}”不是行政区划代码（GB/T 2260，六位），请改正。`,
          `"${code}" is no region code (GB/T 2260, six digits).`,
        ),
      );
  const area = ringsOf(row.area ?? []);
  if ('fault' in area) faults.push(remark('bad-area', 'area', area.fault.zh, area.fault.en));
  if (row.happening !== undefined && row.happenedOn === undefined)
    faults.push(
      remark(
        'happening-without-day',
        'happenedOn',
        '填写了变更情形，还需填写其日期：期限从该日起算。',
        'Something happened to it, but not when: terms are counted from that day.',
      ),
    );
  return faults;
};

const nextId = (letter: 't' | 'h', used: readonly { id: string }[]): string =>
  `${letter}${used.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), 0) + 1}`;

type Placed = { terms: readonly Term[]; remarks: RowRemark[] } | { faults: RowRemark[] };

/** Keeps what the row leaves out: an import deletes nothing. */
const corrected = (term: Term, row: RegisterRow): Term => ({
  ...term,
  from: row.from,
  to: row.to ?? term.to,
  rightTo: row.rightTo ?? term.rightTo,
  retention: row.retention ?? term.retention,
  newData: row.newData ?? term.newData,
});

/** Whether of two terms of one licence the later begun does not also end later: then they are no renewal of each other. */
const contradicts = (one: Term, other: Term): boolean => {
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  if (first.from === second.from) return true;
  return first.to !== undefined && second.to !== undefined && second.to <= first.to;
};
const conflict = (row: RegisterRow, { from, to }: Term): RowRemark =>
  remark(
    'term-conflict',
    'from',
    `有效期 ${row.from} 至 ${row.to ?? '（空）'} 与已登记的 ${from} 至 ${to ?? '（空）'} 矛盾，请核对后再导入。`,
    `The term from ${row.from} to ${row.to ?? '(none)'} contradicts the recorded one from ${from} to ${to ?? '(none)'}: check which is right.`,
  );

/**
 * Finds the term that a row speaks of. The same first day, or the same last day, is the same term with its other day corrected, as long as the order of terms holds;
 * one that begins after the last term began and ends after it ended is a further term (renewal); one before the first is an
 * earlier one. Anything else contradicts what is stored and is refused, since nobody can tell which days are right.
 */
const placeTerm = (terms: readonly Term[], row: RegisterRow): Placed => {
  const same =
    terms.find(({ from }) => from === row.from) ?? terms.find(({ to }) => to !== undefined && to === row.to);
  const remarks =
    row.to === undefined && same?.to === undefined
      ? [
          remark(
            'no-end',
            'to',
            '没有截止日期，暂不能推算汇交期限；补充后自动生成任务。',
            'Without a last day no due date can be reckoned; the task comes once it is added.',
          ),
        ]
      : [];
  if (same !== undefined) {
    const after = terms.map((term) => (term === same ? corrected(term, row) : term));
    const other = terms.find((term) => term !== same && contradicts(term, corrected(same, row)));
    return other === undefined ? { terms: after, remarks } : { faults: [conflict(row, other)] };
  }
  const added = corrected({ id: nextId('t', terms), from: row.from }, row);
  const [first, last] = [terms[0], terms.at(-1)];
  if (first === undefined || last === undefined) return { terms: [added], remarks };
  const renews = row.from > last.from && (row.to === undefined || row.to > (last.to ?? last.from));
  if (renews) return { terms: [...terms, added], remarks };
  if (row.to !== undefined && row.to <= first.from) return { terms: [added, ...terms], remarks };
  return { faults: [conflict(row, last)] };
};

/** The same kind of ending comes once, so another day corrects it; closures and finds may come again on other days. */
const once = (kind: HappeningKind): boolean =>
  kind !== 'stage-closed' && kind !== 'new-find' && kind !== 'shrunk';

const placeHappening = (happenings: readonly Happening[], row: RegisterRow): readonly Happening[] => {
  const { happening: kind, happenedOn: on } = row;
  if (kind === undefined || on === undefined) return happenings;
  const same = happenings.find((one) => one.kind === kind && (once(kind) || one.on === on));
  const now = { kind, on, ...(row.happeningNote === undefined ? {} : { note: row.happeningNote }) };
  return same === undefined
    ? [...happenings, { id: nextId('h', happenings), ...now }]
    : happenings.map((one) => (one === same ? { ...one, ...now } : one));
};

/** Another holder is a transfer; the same one under another name was renamed, and stays the same. */
const placeHolder = (entry: RegisterEntry | undefined, row: RegisterRow, today: Day): readonly Holding[] => {
  const named = row.holderName === undefined ? {} : { name: row.holderName };
  if (entry === undefined) return [{ from: row.from, organisation: row.holder, ...named }];
  const from = row.transferredOn ?? today;
  const now = holdingOn(entry, from);
  if (now?.organisation === row.holder)
    return entry.holders.map((one) => (one === now ? { ...one, ...named } : one));
  const others = entry.holders.filter((one) => one.from !== from);
  // By their days: the entry is listed under its last holder, and a transfer may be told of late.
  return [...others, { from, organisation: row.holder, ...named }].toSorted((x, y) =>
    x.from < y.from ? -1 : x.from > y.from ? 1 : 0,
  );
};

/**
 * Brings an entry in line with a row of an import; `entry` is what is stored, if anything. The row's order in time does not matter
 * for terms. Another holder is a transfer, from the day the row gives or else from today (the duty moves, domain.md §1.2). What
 * the row leaves out stays. Remarks are for the importer to look at; faults refuse the row whole.
 */
export const mergeRow = (entry: RegisterEntry | undefined, row: RegisterRow, today: Day): Merged => {
  const placed = placeTerm(entry?.terms ?? [], row);
  const faults = [...faultsOf(row), ...('faults' in placed ? placed.faults : [])];
  if ('faults' in placed || faults.length > 0) return { faults };
  const happenings = placeHappening(entry?.happenings ?? [], row);
  const end = endingOf({ happenings });
  const revived = end !== undefined && row.from > end.on;
  return {
    entry: {
      kind: row.kind,
      number: row.number,
      name: row.name,
      holders: placeHolder(entry, row, today),
      terms: placed.terms,
      happenings,
      funding: row.funding ?? entry?.funding,
      funderRegion: row.funderRegion ?? entry?.funderRegion,
      minerals: row.minerals ?? entry?.minerals ?? [],
      marine: row.marine ?? entry?.marine,
      regions: row.regions ?? entry?.regions ?? [],
      area: row.area ?? entry?.area,
    },
    remarks: [
      ...placed.remarks,
      ...(looksLikeCreditCode(row.holder) && !isCreditCode(row.holder)
        ? [
            remark(
              'credit-code',
              'holder',
              `“${row.holder}”的校验位不符，不是有效的统一社会信用代码（GB 32100-2015），请核对。`,
              `"${row.holder}" has a wrong check digit: it is no unified social credit code (GB 32100-2015).`,
            ),
          ]
        : []),
      ...(revived
        ? [
            remark(
              'after-the-end',
              'from',
              `该许可证已于 ${end.on} 终止，此后的有效期不产生汇交义务。`,
              `It ended on ${end.on}; a term that begins later raises no duty.`,
            ),
          ]
        : []),
    ],
  };
};
