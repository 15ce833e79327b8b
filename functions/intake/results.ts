import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import type { IntakeDeps } from './deps.ts';
import type { FileEntry } from './file-pages.ts';
import { allDone, pageOf } from './file-pages.ts';
import { isOlder } from './upload-message.ts';

type Deps = Pick<IntakeDeps, 'pages' | 'table' | 'clock'>;

/** Tells once that every file of a complete deposit is inspected; the check itself decides, so twice does no harm. */
const tellWhenDone = async (deps: Deps, depositId: string, pageNo: number, count: number): Promise<void> => {
  try {
    const head = await deps.pages.noteDone(depositId, pageNo, count);
    if (!allDone(head)) return;
    await deps.table.transact([
      outboxWrite(deps.table.name, deps.clock, 'DepositInspected', { depositId, round: head.round }),
    ]);
  } catch (error) {
    // Another batch of the same page has noted as much or more.
    if (!(error instanceof ConditionFailed)) throw error;
  }
};

/**
 * Records inspected entries: one write per page, then the page's count. Repeating it changes nothing; an entry that tells of an
 * older upload than the one recorded is dropped.
 */
export const recordResults = async (deps: Deps, depositId: string, entries: FileEntry[]): Promise<void> => {
  for (const [pageNo, some] of Map.groupBy(entries, ({ no }) => pageOf(no))) {
    const now = new Map(
      ((await deps.pages.readPages(depositId, [pageNo])).get(pageNo) ?? []).map((e) => [e.no, e]),
    );
    const newer = some.filter((e) => now.has(e.no) && !isOlder(e.sequencer ?? '', now.get(e.no)?.sequencer));
    if (newer.length === 0) continue;
    const page = await deps.pages.setEntries(depositId, pageNo, newer);
    await tellWhenDone(deps, depositId, pageNo, page.filter(({ state }) => state === 'inspected').length);
  }
};
