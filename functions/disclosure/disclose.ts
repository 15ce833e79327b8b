import type { EventData } from '@geoarchive/contract/events.ts';
import {
  type DoorTwoManifest,
  rowsPerBundle,
  type SubmissionManifest,
} from '@geoarchive/contract/release-bundle.ts';
import { isReadable } from '@geoarchive/domain/disclosure/notice.ts';
import { dayThatCounts } from '@geoarchive/domain/supervision/timeliness.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { type DoorTwo, doorTwoSeries, sendThrough } from '../archive/door-two.ts';
import type { DisclosureDeps } from './deps.ts';

export type DiscloseDeps = DoorTwo & { table: Table } & Pick<DisclosureDeps, 'clock' | 'settings'>;

/**
 * Sends a bundle under the next number. It goes before its number is taken, so that no number is ever missing; whoever loses the race
 * for the number sends it again under another, and the portal takes each version once.
 */
const send = (
  deps: DiscloseDeps,
  manifest: (of: { bundleId: string; sequence: number }) => DoorTwoManifest,
): Promise<void> =>
  againWhenRaced(async () => {
    const next = await nextNumber(deps.table, doorTwoSeries);
    await sendThrough(deps, manifest({ bundleId: ulid(deps.clock().getTime()), sequence: next.value }));
    await deps.table.transact([next.take]);
  });

/** Door 2 for a public notice: how it stands. What it says goes only while everybody may read it. */
export const discloseNotice = (
  deps: DiscloseDeps,
  { notice: { says, ...facts } }: EventData<'PublicNoticeMoved'>,
): Promise<void> =>
  send(deps, (of) => ({
    format: 'geoarchive-notice/1',
    ...of,
    notice: isReadable(facts.state) && says !== undefined ? { ...facts, says } : facts,
  }));

/** Door 2 for the open figures of a year. */
export const discloseFigures = (
  deps: DiscloseDeps,
  figures: EventData<'NationalFiguresOpened'>,
): Promise<void> => send(deps, (of) => ({ format: 'geoarchive-figures/1', ...of, figures }));

/** What everybody may know of a task; nothing of one that was withdrawn. */
const rowOf = ({ task, version }: EventData<'TaskRecorded'>): SubmissionManifest['rows'][number] => {
  const { id: taskId, number, name, licenceNumber, basis, source, node, due, state } = task;
  if (state === 'withdrawn') return { taskId, version };
  const registerNumber = basis?.registerNumber;
  return {
    ...{ taskId, version },
    shown: {
      ...{ number, name, source, node, due, state, until: dayThatCounts(task) },
      ...(licenceNumber === undefined ? {} : { licenceNumber }),
      ...(registerNumber === undefined ? {} : { registerNumber }),
    },
  };
};

/** Door 2 for how submissions stand, many tasks in a bundle, where the deployment discloses it; of a task the newest only. */
export const discloseSubmissions = async (
  deps: DiscloseDeps,
  recorded: readonly EventData<'TaskRecorded'>[],
): Promise<void> => {
  if (!deps.settings.disclosure.submissions) return;
  const newest = new Map<string, EventData<'TaskRecorded'>>();
  for (const one of recorded)
    if (one.version > (newest.get(one.task.id)?.version ?? 0)) newest.set(one.task.id, one);
  const all = [...newest.values()].map(rowOf);
  for (let at = 0; at < all.length; at += rowsPerBundle) {
    const rows = all.slice(at, at + rowsPerBundle);
    await send(deps, (of) => ({ format: 'geoarchive-submissions/1', ...of, rows }));
  }
};
