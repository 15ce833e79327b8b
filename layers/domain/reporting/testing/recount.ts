import type { Fact, FactKind, FactOf } from '../facts.ts';

type Span = { from: string; to: string };
type Recount = (facts: readonly Fact[], span: Span) => { ids: string[]; n: number };

const isOf =
  <K extends FactKind>(kind: K) =>
  (fact: Fact): fact is FactOf<K> & Fact =>
    fact.of === kind;
const inSpan = (day: string | undefined, { from, to }: Span) => day !== undefined && day >= from && day <= to;
const until = (day: string | undefined, { to }: Span) => day !== undefined && day <= to;
const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

/** Picks facts of one kind by hand, and adds up what they say. */
const pick =
  <K extends FactKind>(
    kind: K,
    keep: (fact: FactOf<K>, span: Span) => boolean,
    amount: (fact: FactOf<K>) => number = () => 1,
  ): Recount =>
  (facts, span) => {
    const some = facts.filter(isOf(kind)).filter((fact) => keep(fact, span));
    return { ids: some.map(({ id }) => id), n: sum(some.map(amount)) };
  };
/** By hand: no data, or settled with a stage. */
const over = (task: FactOf<'task'>, span: Span) =>
  [task.released, task.settled].some((day) => day !== undefined && day <= span.to);
const owed = (task: FactOf<'task'>, span: Span) => inSpan(task.due, span) && !over(task, span);
/** By hand: goes through the hand-ins until the day. */
const stands = ({ handIns }: FactOf<'task'>, day: string): boolean => {
  for (const { on, correctBy } of handIns) {
    if (on > day) continue;
    if (correctBy === undefined || correctBy >= day) return true;
  }
  return false;
};
/** By hand: the first that comes later than it may makes it late, until one stands. */
const inTime = ({ due, handIns }: FactOf<'task'>, day: string): boolean => {
  let last = due;
  for (const { on, correctBy } of handIns) {
    if (on > day) continue;
    if (on > last) return false;
    if (correctBy === undefined) return true;
    if (correctBy > last) last = correctBy;
  }
  return true;
};
const held = (form: string) =>
  pick(
    'holding',
    (one, span) => one.form === form && inSpan(one.on, span),
    ({ amount }) => amount,
  );
const differs = (change: string) =>
  pick('holdingChange', (one, span) => one.change === change && inSpan(one.on, span));
const used = (amount: (use: FactOf<'usage'>) => number) =>
  pick('usage', (use, span) => inSpan(use.on, span) && amount(use) !== 0, amount);
const copied = (amount: (copy: FactOf<'copy'>) => number) =>
  pick('copy', (copy, span) => inSpan(copy.on, span), amount);
const step = (name: string) => pick('chase', (one, span) => one.step === name && inSpan(one.on, span));
const decided = (one: FactOf<'review'>) => (one.returned === undefined ? one.accepted : one.returned);

/**
 * Every figure of operations counted again, one by one, the slow way: each walks through all facts. Written beside the tables and not from
 * them, so that a slip there shows.
 */
export const recounts: Readonly<Record<string, Recount>> = {
  'T1.should-submit': pick('task', owed),
  'T1.submitted': pick('task', (one, span) => owed(one, span) && stands(one, span.to)),
  'T1.on-time': pick('task', (one, span) => owed(one, span) && stands(one, span.to) && inTime(one, span.to)),
  'T1.overdue': pick('task', (one, span) => one.due <= span.to && !(stands(one, span.to) || over(one, span))),
  'T1.no-data': pick('task', (one, span) => inSpan(one.released, span)),
  'T1.received': pick('review', (one, span) => one.round === 1 && inSpan(one.received, span)),
  'T1.demanded': step('demand'),
  'T1.ordered': step('order'),
  'T1.punished': step('fine'),
  'T2.accepted': pick('review', (one, span) => inSpan(one.accepted, span)),
  'T2.certified': pick('review', (one, span) => inSpan(one.certified, span)),
  'T2.transferred': pick('transfer', (one, span) => !one.exempt && inSpan(one.sent, span)),
  'T2.on-time': pick(
    'transfer',
    (one, span) => !one.exempt && inSpan(one.sent, span) && (one.sent ?? '') <= one.due,
  ),
  'T2.exempt': pick('transfer', (one, span) => one.exempt && inSpan(one.accepted, span)),
  'T3.dossiers': pick('dossier', (one, span) => one.accepted <= span.to),
  'T3.new': pick('dossier', (one, span) => inSpan(one.accepted, span)),
  'T3.original-dossiers': pick('dossier', (one, span) => one.kind === 'original' && one.accepted <= span.to),
  'T3.originals': held('original'),
  'T3.core': held('core'),
  'T3.cuttings': held('cuttings'),
  'T3.specimens': held('specimens'),
  'T3.sections': held('sections'),
  'T3.samples': held('samples'),
  'T3.sets': pick('holding', (one, span) => inSpan(one.on, span)),
  'T3.sets-apart': pick('holding', (one, span) => !one.form && inSpan(one.on, span)),
  'T3.sets-added': differs('added'),
  'T3.sets-gone': differs('gone'),
  'T3.sets-changed': differs('changed'),
  'T3.digitised': pick('dossier', (one, span) => one.files > 0 && one.accepted <= span.to),
  'T3.files': pick(
    'dossier',
    (one, span) => one.accepted <= span.to,
    ({ files }) => files,
  ),
  'T3.bytes': pick(
    'dossier',
    (one, span) => one.accepted <= span.to,
    ({ bytes }) => bytes,
  ),
  'T4.classified': pick(
    'dossier',
    (one, span) => ['confidential', 'secret', 'top-secret'].includes(one.secrecy) && one.accepted <= span.to,
  ),
  'T4.internal': pick('dossier', (one, span) => one.secrecy === 'internal' && one.accepted <= span.to),
  'T5.visitors': used(({ people }) => people),
  'T5.requests': pick('request', (one, span) => inSpan(one.on, span)),
  'T5.items': used(({ items }) => items),
  'T5.free': used(({ items, paid }) => (paid ? 0 : items)),
  'T5.paid': used(({ items, paid }) => (paid ? items : 0)),
  'T5.copies': copied(({ copies }) => copies),
  'T5.pages': copied(({ pages }) => pages),
  'T5.set-services': pick(
    'holding',
    (one, span) => inSpan(one.on, span) && one.services !== 0,
    ({ services }) => services,
  ),
  'T5.reads': pick(
    'opening',
    (one, span) => one.way === 'read-online' && inSpan(one.on, span),
    ({ times }) => times,
  ),
  'T5.downloads': pick(
    'opening',
    (one, span) => /^(open-)?download$/.test(one.way) && inSpan(one.on, span),
    ({ times }) => times,
  ),
  'T5.questions': pick('case', (one, span) => one.kind === 'question' && inSpan(one.opened, span)),
  'T6.registered': pick(
    'dossier',
    (one, span) => inSpan(one.accepted, span) && one.protectedUntil !== undefined,
  ),
  'T6.protected': pick(
    'dossier',
    (one, span) => one.accepted <= span.to && (one.protectedUntil ?? '') > span.to,
  ),
  'T6.expired': pick('dossier', (one, span) => inSpan(one.protectedUntil, span)),
  'T6.released': pick('dossier', (one, span) => inSpan(one.filesOpen, span)),
  'T7.records': pick('dossier', (one, span) => until(one.recordOpen, span)),
  'T7.holes': pick('hole', (one, span) => one.entered <= span.to),
  'T7.new-holes': pick('hole', (one, span) => inSpan(one.entered, span)),
  'T7.hole-metres': pick(
    'hole',
    (one, span) => one.entered <= span.to && one.metres !== 0,
    ({ metres }) => metres,
  ),
  'T7.backups': pick('backup', (one, span) => inSpan(one.on, span)),
  'E.checked': pick('review', (one, span) => inSpan(decided(one), span)),
  'E.checked-in-time': pick(
    'review',
    (one, span) => inSpan(decided(one), span) && String(decided(one)) <= one.checkBy,
  ),
  'E.accepted-certified': pick(
    'review',
    (one, span) => inSpan(one.accepted, span) && until(one.certified, span),
  ),
  'E.to-open': pick('dossier', (one, span) => inSpan(one.openBy, span)),
  'E.opened-in-time': pick(
    'dossier',
    (one, span) =>
      inSpan(one.openBy, span) && one.filesOpen !== undefined && one.filesOpen <= String(one.openBy),
  ),
  'E.taken-in': pick('dossier', (one, span) => inSpan(one.accepted, span)),
  'E.openable': pick('dossier', (one, span) => one.secrecy === 'public' && one.accepted <= span.to),
  'E.online': pick(
    'dossier',
    (one, span) => one.secrecy === 'public' && one.accepted <= span.to && until(one.recordOpen, span),
  ),
  'E.complete': pick('dossier', (one, span) => one.complete && one.accepted <= span.to),
  'E.errors-reported': pick('case', (one, span) => one.kind === 'error-report' && inSpan(one.opened, span)),
  'E.errors-fixed': pick(
    'case',
    (one, span) => one.kind === 'error-report' && inSpan(one.opened, span) && until(one.ended, span),
  ),
  'E.minutes': pick(
    'uptime',
    (one, span) => inSpan(one.on, span),
    ({ minutes }) => minutes,
  ),
  'E.minutes-up': pick(
    'uptime',
    (one, span) => inSpan(one.on, span),
    ({ up }) => up,
  ),
  'E.backups-proved': pick('backup', (one, span) => one.proved && inSpan(one.on, span)),
};
