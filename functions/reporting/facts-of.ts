import { copyFacts as copyFactsOf } from '@geoarchive/contract/copies.ts';
import type { Holding } from '@geoarchive/contract/custody-holdings.ts';
import type { Compared } from '@geoarchive/domain/custody/compare.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { barsToPublication } from '@geoarchive/domain/publication.ts';
import type { FactOf } from '@geoarchive/domain/reporting/facts.ts';
import { formOf } from '@geoarchive/domain/reporting/holding-forms.ts';
import { yearEnd } from '@geoarchive/domain/reporting/period.ts';
import { useWays } from '@geoarchive/domain/reporting/words.ts';
import { sheetsOf } from '@geoarchive/domain/service/copy.ts';
import { isSettledByStage } from '@geoarchive/domain/task.ts';
import type { Row } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { DossierItem } from '../archive/dossier-store.ts';
import type { ReviewItem } from '../archive/review-store.ts';
import type { CaseItem } from '../cases/case-store.ts';
import type { HoleItem } from '../subsurface/hole-store.ts';
import type { ChaseItem } from '../supervision/chase-store.ts';
import type { TaskItem } from '../supervision/chase-tasks.ts';
import type { TransferItem } from '../transfers/transfer-store.ts';

/** As `functions/service/usage-store.ts` keeps it (docs/developers/service.md). */
const usageRow = z.object({
  ...{ node: z.string(), day: z.string(), recordId: z.string(), way: z.enum(useWays) },
  ...{ purpose: z.string(), askerKind: z.string(), count: z.number() },
});

const day = (instant: string | undefined): string | undefined =>
  instant === undefined ? undefined : dayOf(new Date(instant));

/** The hand-ins of a task. One of before such days were kept counts from its due day. */
const handInsOf = ({ state, body }: TaskItem): FactOf<'task'>['handIns'] => {
  if (body.handIns !== undefined) return body.handIns.map(({ on, correctBy }) => ({ on, correctBy }));
  return state === 'handed-in' || state === 'accepted' || state === 'certified' ? [{ on: body.due }] : [];
};

export const taskFacts = (item: TaskItem): FactOf<'task'>[] => {
  const { id, state, body } = item;
  const { node: unit, number: no, source, mineral } = body;
  return [
    {
      ...{ of: 'task', id, no, unit, source, mineral },
      due: body.due,
      handIns: handInsOf(item),
      released: state === 'no-data' ? body.released?.on : undefined,
      settled: isSettledByStage({ state, deposits: body.deposits }) ? body.settled : undefined,
    },
  ];
};

export const reviewFacts = ({ id, state, body }: ReviewItem): FactOf<'review'>[] => [
  {
    ...{ of: 'review', id, no: body.receipt.number, unit: body.node },
    ...{ kind: body.dataKind, dataClass: body.dataClass, round: body.round },
    ...{ received: dayOf(new Date(body.receivedAt)), checkBy: body.checkBy },
    returned: state === 'returned' ? day(body.returned?.at) : undefined,
    accepted: state === 'accepted' || state === 'certified' ? day(body.accepted?.at) : undefined,
    certified: state === 'certified' ? day(body.certificate?.issuedAt) : undefined,
  },
];

/** What a catalogue record should say (domain.md §3.2, the part known at submission). */
const isComplete = ({ body }: DossierItem): boolean =>
  body.abstract !== undefined &&
  body.abstract !== '' &&
  body.keywords.length > 0 &&
  body.authors.length > 0 &&
  body.producer !== undefined &&
  body.formedOn !== undefined &&
  (body.bbox !== undefined || body.regions.length > 0);

/** The latest day of publication of what nothing bars on that day. */
const openBy = ({ body }: DossierItem): string | undefined => {
  const latest = body.window?.latest;
  if (latest === undefined || body.fileCount === 0) return undefined;
  return barsToPublication({ ...body, fileSecrecy: body.secrecy }, latest).length === 0 ? latest : undefined;
};

/** `releasedAt` goes with a withdrawal, so whatever has one is public. */
export const dossierFacts = (item: DossierItem): FactOf<'dossier'>[] => {
  const { id, body } = item;
  const recordOpen = day(body.releasedAt);
  return [
    {
      ...{ of: 'dossier', id, no: body.archiveNumber, unit: body.node },
      ...{ kind: body.dataKind, dataClass: body.dataClass, secrecy: body.secrecy },
      ...{ accepted: dayOf(new Date(body.acceptedAt)), files: body.fileCount, bytes: body.bytes },
      ...{ complete: isComplete(item), protectedUntil: body.protectedUntil, openBy: openBy(item) },
      ...{ recordOpen, filesOpen: body.releasedFiles > 0 ? recordOpen : undefined },
    },
  ];
};

export const holeFacts = ({ id, body }: HoleItem): FactOf<'hole'>[] => [
  {
    ...{ of: 'hole', id, no: body.header.hole, unit: body.node },
    entered: dayOf(new Date(body.createdAt)),
    metres: Math.round(body.header.finalDepth ?? 0),
  },
];

export const chaseFacts = ({ id, body }: ChaseItem): FactOf<'chase'>[] =>
  body.steps.map(({ step, on, paper }) => ({ of: 'chase', id, no: paper, unit: body.node, step, on }));

/** A request for use; who asks and what for stand in it. */
export const requestFacts = ({ id, body }: CaseItem): FactOf<'request'>[] => [
  {
    ...{ of: 'request', id, no: body.number, unit: body.node, on: dayOf(new Date(body.openedAt)) },
    ...{ userClass: body.use?.askerKind ?? 'other', purpose: body.use?.purpose ?? 'other' },
  },
];

/** A row of the statistics of use: a record, on a day, in one way. What is behind it is the record. */
export const openingFacts = (row: Row): FactOf<'opening'>[] => {
  const {
    node: unit,
    day: on,
    recordId: id,
    way,
    purpose,
    askerKind: userClass,
    count: times,
  } = usageRow.parse(row);
  return [{ of: 'opening', id, no: `${on} ${id}`, unit, on, way, purpose, userClass, times }];
};

/** A request for copies as `functions/service/copy-store.ts` keeps it; it counts from the day on which it was handed over. */
const copyRow = z.object({ id: z.string(), state: z.string(), body: copyFactsOf });

export const copyFacts = (row: Row): FactOf<'copy'>[] => {
  const { id, state, body } = copyRow.parse(row);
  const { number: no, node: unit, askerKind: userClass, purpose, copies, pages } = body;
  const on = day(body.handed?.at);
  if (state !== 'handed' || on === undefined) return [];
  return [{ of: 'copy', id, no, unit, on, userClass, purpose, copies, pages: sheetsOf({ pages, copies }) }];
};

/** A transfer to the national archive; those to other provinces are in no figure. What is behind it is the dossier, whose page shows it. */
export const transferFacts = ({ state, body }: TransferItem): FactOf<'transfer'>[] => {
  const { node: unit, dossierId: id, archiveNumber: no, route, accepted, due } = body;
  if (route !== 'national') return [];
  const sent = state === 'sent' || state === 'received' ? body.sent?.on : undefined;
  return [{ of: 'transfer', id, no, unit, accepted, due, sent, exempt: state === 'exempt' }];
};

export const caseFacts = ({ id, body }: CaseItem): FactOf<'case'>[] => [
  {
    ...{ of: 'case', id, no: body.number, unit: body.node, kind: body.kind },
    opened: dayOf(new Date(body.openedAt)),
    ended: day(body.decision?.at ?? body.ended?.at),
  },
];

/** How the pages of lists name a row: custodian, year, and its number there. */
const rowId = (unit: string, period: string, code: string): string => `${unit}/${period}/${code}`;

/** A set that a list of holdings names. */
export const holdingFacts = (row: Holding, period: string): FactOf<'holding'>[] => [
  {
    ...{ of: 'holding', id: rowId(row.custodian, period, row.code), no: row.code, unit: row.custodian },
    ...{ on: yearEnd(period), kind: row.kind, condition: row.condition, services: row.services ?? 0 },
    ...formOf(row),
  },
];

/** What differs of a row between a list and the one before; one that is gone stands in the one before only. */
export const changeFacts = (
  { code, standing, row, before }: Compared<Holding>,
  of: { unit: string; period: string; before: string | undefined },
): FactOf<'holdingChange'>[] => {
  const kind = (row ?? before)?.kind;
  if (standing === 'same' || kind === undefined) return [];
  const id = rowId(of.unit, standing === 'gone' ? (of.before ?? of.period) : of.period, code);
  return [
    {
      ...{ of: 'holdingChange', id, no: code, unit: of.unit },
      ...{ on: yearEnd(of.period), kind, change: standing },
    },
  ];
};
