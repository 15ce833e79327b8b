import type { Inspection, InspectionResults } from '@geoarchive/contract/custody-inspections.ts';
import { ulid } from 'ulid';
import type { Kept } from './device-store.ts';

/** An inspection of which nothing was noted here yet. */
export const fresh = (inspection: Inspection): Kept => ({
  inspection,
  results: inspection.results,
  sync: ulid(),
  changed: false,
});

/** What stands here after something was noted: it is sent under another id. */
export const noted = (now: Kept, results: Partial<InspectionResults>): Kept => ({
  ...now,
  results: { ...now.results, ...results },
  sync: ulid(),
  changed: true,
});

/**
 * What stands here after `sent` arrived: the server's, or, where something was noted while it was under way, that on top of the server's.
 * Nothing where the inspection is over and all of it arrived: then it can be forgotten.
 */
export const afterSync = (now: Kept, sent: Kept, inspection: Inspection): Kept | undefined => {
  if (now.sync !== sent.sync) return { ...now, inspection, changed: true };
  return inspection.state === 'dispatched' ? fresh(inspection) : undefined;
};

/** Whether it was completed or called off elsewhere: what was noted here since can no longer be sent. */
export const isOver = ({ state }: Pick<Inspection, 'state'>): boolean => state !== 'dispatched';

/** The photos that findings name; a photo of a finding that was taken out is not sent. */
export const photosOf = ({ findings }: Pick<InspectionResults, 'findings'>): string[] => [
  ...new Set(findings.flatMap(({ photos }) => photos)),
];

/** What was noted, as text that can be copied where it can no longer be sent. */
export const textOf = ({ answers, findings, conclusion }: InspectionResults): string =>
  [
    ...Object.entries(answers).map(([code, { result, note }]) => [code, result, note ?? ''].join(' ').trim()),
    ...findings.map(({ severity, text, due }) => [severity, text, due ?? ''].join(' ').trim()),
    ...(conclusion ?? '').split('\n'),
  ]
    .filter((line) => line !== '')
    .join('\n');
