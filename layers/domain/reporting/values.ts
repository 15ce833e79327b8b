import type { FactKind } from './facts.ts';
import type { CrossCheck, Figure } from './figure.ts';
import { isSourced, type Sums } from './fold.ts';
import type { UnitKind } from './report.ts';
import { crossChecks } from './tables/checks.ts';
import { figureOf, figures } from './tables/tables.ts';
import type { Dimension } from './words.ts';

/** What a figure says, and where that comes from; without a number it is not measured (未测), which is not nought. */
export type Value = {
  n?: number | undefined;
  from: 'operations' | 'manual' | 'share' | 'not-measured';
  by?: Partial<Record<Dimension, Record<string, number>>> | undefined;
};
export type Values = Record<string, Value>;

/** Numbers that people entered, by the code of the figure. */
export type Entered = Readonly<Record<string, number | undefined>>;

/** Whether a figure is entered by hand: one the system cannot know, or one of operations that nothing tells it of yet. */
export const isEntered = ({ source }: Figure, sourced?: readonly FactKind[]): boolean =>
  source.kind === 'manual' || (source.kind === 'operations' && !isSourced(source.rule.fact, sourced));

/** A share in percent with one decimal, rounded down: what is not whole is never 100. */
const shareOf = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined || whole === 0
    ? undefined
    : Math.floor((part * 1000) / whole) / 10;

/** What there was a source for when the sums were made, and the figures that were counted then; today's where it is left out. */
type Counted = {
  sourced?: readonly FactKind[] | undefined;
  figures?: readonly string[] | undefined;
  /** Whose figures they are: those that only others have are left out; all where it is not said. */
  kind?: UnitKind | undefined;
};

const ownValue = (
  figure: Figure,
  sums: Sums | undefined,
  entered: Entered,
  { sourced, figures: counted }: Counted,
): Value => {
  if (isEntered(figure, sourced)) {
    const n = entered[figure.code];
    return n === undefined ? { from: 'not-measured' } : { n, from: 'manual' };
  }
  if (sums === undefined || counted?.includes(figure.code) === false) return { from: 'not-measured' };
  const sum = sums[figure.code];
  return { n: sum?.n ?? 0, from: 'operations', ...(sum?.by === undefined ? {} : { by: sum.by }) };
};

/** All figures of a unit: what was counted (nothing yet where `sums` is left out), what was entered, and the shares that follow. */
export const valuesOf = (sums: Sums | undefined, entered: Entered, counted: Counted = {}): Values => {
  const values: Values = {};
  const isOf = ({ only }: Figure) =>
    only === undefined || counted.kind === undefined || only === counted.kind;
  for (const figure of figures)
    if (figure.source.kind !== 'share' && isOf(figure))
      values[figure.code] = ownValue(figure, sums, entered, counted);
  for (const { code, source } of figures) {
    if (source.kind !== 'share') continue;
    const n = shareOf(values[source.part]?.n, values[source.whole]?.n);
    values[code] = n === undefined ? { from: 'not-measured' } : { n, from: 'share' };
  }
  return values;
};

const total = (codes: readonly string[], values: Values): number | undefined => {
  let sum = 0;
  for (const code of codes) {
    const n = values[code]?.n;
    if (n === undefined) return undefined;
    sum += n;
  }
  return sum;
};

/** A condition that does not hold, with both sides. */
export type Broken = CrossCheck & { found: { left: number; right: number } };

/** The conditions across figures that do not hold; one that needs a figure which is not measured is not asked. */
export const brokenChecks = (values: Values): Broken[] =>
  crossChecks.flatMap((check) => {
    const [left, right] = [total(check.left, values), total(check.right, values)];
    if (left === undefined || right === undefined) return [];
    const holds = check.relation === 'equals' ? left === right : left <= right;
    return holds ? [] : [{ ...check, found: { left, right } }];
  });

/** From where on a change from the year before asks for an explanation. Settings: no text of the field gives them. */
export type JumpLimits = { percent: number; least: number };
export const defaultJumps: JumpLimits = { percent: 30, least: 10 };

export type Jump = { figure: string; before: number; now: number };

/** The figures of the report that changed by more than the limits since the year before. */
export const jumpsOf = (
  values: Values,
  before: Values | undefined,
  limits: JumpLimits = defaultJumps,
): Jump[] =>
  figures.flatMap(({ code, table }) => {
    const [was, now] = [before?.[code]?.n, values[code]?.n];
    if (table === 'E' || was === undefined || now === undefined) return [];
    const change = Math.abs(now - was);
    const large = change >= limits.least && change * 100 > Math.abs(was) * limits.percent;
    return large ? [{ figure: code, before: was, now }] : [];
  });

/** What differs between two states of the figures of a unit. */
export type Difference = { figure: string; before?: number | undefined; now?: number | undefined };
type Numbers = Readonly<Record<string, { n?: number | undefined } | undefined>>;
export const differences = (before: Numbers, now: Numbers): Difference[] =>
  figures.flatMap(({ code }) =>
    before[code]?.n === now[code]?.n ? [] : [{ figure: code, before: before[code]?.n, now: now[code]?.n }],
  );

/** A figure over several units: the sum of those that have it, and how many have not of those that should. Shares follow from the sums. */
export type Rolled = { n?: number | undefined; units: number; missing: number };
export const rollUp = (units: readonly Values[]): Record<string, Rolled> => {
  const rolled: Record<string, Rolled> = {};
  for (const { code, source } of figures) {
    if (source.kind === 'share') continue;
    const has = units.flatMap((values) => values[code]?.n ?? []);
    const should = units.filter((values) => values[code] !== undefined);
    const sum = { units: has.length, missing: should.length - has.length };
    rolled[code] = has.length === 0 ? sum : { ...sum, n: has.reduce((all, n) => all + n, 0) };
  }
  for (const { code, source } of figures) {
    if (source.kind !== 'share') continue;
    // Of the units that have both sides: the others would push the share down, or up.
    const both = units.filter(
      (values) => values[source.part]?.n !== undefined && values[source.whole]?.n !== undefined,
    );
    const sum = (of: string) => both.reduce((all, values) => all + (values[of]?.n ?? 0), 0);
    const n = shareOf(sum(source.part), sum(source.whole));
    const counts = { units: both.length, missing: units.length - both.length };
    rolled[code] = n === undefined ? counts : { ...counts, n };
  }
  return rolled;
};

/** Whether a code is that of a figure that people may enter now. */
export const mayEnter = (code: string, sourced?: readonly FactKind[]): boolean => {
  const figure = figureOf(code);
  return figure !== undefined && figure.table !== 'E' && isEntered(figure, sourced);
};
