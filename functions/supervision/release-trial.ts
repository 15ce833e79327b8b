import { type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { publicationWindow, type ReleaseFacts } from '@geoarchive/domain/release-rules.ts';
import * as z from 'zod';
import type { ArchiveDeps } from '../archive/deps.ts';
import { CannotGoOn, type Work } from '../jobs/step.ts';
import { families } from './rule-families.ts';
import { nextVersion } from './rule-store.ts';
import { draftGone, draftOf } from './trials.ts';

type Deps = Pick<ArchiveDeps, 'table' | 'rules' | 'holidays' | 'settings' | 'tasks' | 'reviews' | 'dossiers'>;

/** A list of what is or will be a dossier that waits for its publication. */
type Place = { of: 'task' | 'review' | 'dossier'; index: 'gsi2' | 'gsi3'; partition: string };
/** Open tasks, deposits that are checked or taken in, and the dossiers of all archives that are not public yet. */
const placesOf = ({ settings }: Pick<Deps, 'settings'>): Place[] => [
  ...settings.nodes.flatMap(({ code }): Place[] => [
    { of: 'task', index: 'gsi3', partition: `tasks#${code}#open` },
    ...['received', 'returned', 'accepting', 'stalled'].map(
      (state): Place => ({ of: 'review', index: 'gsi2', partition: `reviews#${code}#${state}` }),
    ),
  ]),
  { of: 'dossier', index: 'gsi3', partition: 'release-due' },
];

/** How much a trial of a rule of publication looks at. */
export const releaseTotal = async (deps: Pick<Deps, 'settings' | 'table'>): Promise<number> => {
  const counts = await Promise.all(
    placesOf(deps).map(({ index, partition }) => deps.table.count(index, partition)),
  );
  return counts.reduce((sum, one) => sum + one, 0);
};

const perStep = 200;
/** `fixed` is the latest day that stands on a dossier. */
type Looked = { number: string; facts: ReleaseFacts; fixed?: Day | undefined };
type Page = { items: Looked[]; cursor?: string | undefined };

/** A page of a list: by what each is called, and what its days of publication follow from. */
const pageOf = async (deps: Deps, { of, index, partition }: Place, cursor?: string): Promise<Page> => {
  const asked = { cursor, limit: perStep };
  if (of === 'task') {
    const page = await deps.tasks.list(index, partition, asked);
    return {
      ...page,
      items: page.items.map(({ body: { number, source, licenceEnd } }) => ({
        number,
        facts: { source, licenceEnd },
      })),
    };
  }
  if (of === 'review') {
    const page = await deps.reviews.list(index, partition, asked);
    return {
      ...page,
      items: page.items.map(({ body: { receipt, source, licenceEnd } }) => ({
        number: receipt.number,
        facts: { source, licenceEnd, submitted: dayOf(new Date(receipt.handedInAt)) },
      })),
    };
  }
  const page = await deps.dossiers.list(index, partition, asked);
  return {
    ...page,
    items: page.items.map(({ body: { archiveNumber, source, licenceEnd, submitted, window } }) => ({
      number: archiveNumber,
      fixed: window?.latest,
      facts: { source, licenceEnd, submitted },
    })),
  };
};

const place = z.object({ at: z.number(), cursor: z.string().optional() });

/**
 * What a draft of a rule of publication would change: for open tasks and for deposits under way the latest day, as far as the day that it
 * is counted from is known. Dossiers keep the days that were fixed when they were taken in; those that would have others are counted.
 */
export const tryReleaseRule: Work<Deps> = async (deps, job, so) => {
  const [trial, now, calendar] = await Promise.all([
    draftOf(deps.table, job.id),
    deps.rules.release.all(),
    deps.holidays.calendar(),
  ]);
  if (trial?.family !== 'release') throw new CannotGoOn(draftGone);
  const then = [...now, nextVersion(families.release, now, trial.rule, trial.draft)];
  const places = placesOf(deps);
  const { at, cursor } = place.nullable().parse(so.cursor) ?? { at: 0 };
  const [here] = places.slice(at);
  const page = here === undefined ? { items: [] } : await pageOf(deps, here, cursor);
  const counts = { daysMoved: 0, unchanged: 0, kept: 0 };
  const notes: string[] = [];
  for (const { number, facts, fixed } of page.items) {
    const [before, after] = [now, then].map((release) => publicationWindow(facts, { release, calendar }));
    if ((fixed ?? before?.latest) === after?.latest) counts.unchanged += 1;
    else if (here?.of === 'dossier') counts.kept += 1;
    else {
      counts.daysMoved += 1;
      notes.push(`${number} ${here?.of}: ${before?.latest ?? '—'} → ${after?.latest ?? '—'}`);
    }
  }
  const next = page.cursor === undefined ? { at: at + 1 } : { at, cursor: page.cursor };
  return {
    effect: [],
    cursor: next,
    done: page.items.length,
    counts,
    notes,
    finished: next.at >= places.length,
  };
};
