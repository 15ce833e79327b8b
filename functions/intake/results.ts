import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import type { IntakeDeps } from './deps.ts';
import type { FileEntry } from './file-pages.ts';
import { allDone, pageOf } from './file-pages.ts';
import { isOlder } from './upload-message.ts';

type Deps = Pick<IntakeDeps, 'deposits' | 'pages' | 'table' | 'clock'>;

/**
 * Tells that every file of a deposit being checked is inspected. Whoever finds the count noted already looks too: the one that noted
 * it may have died before it told. The check itself decides, so twice does no harm; and what is counted before the deposit is
 * completed need not be told, because the check that completing starts finds it.
 */
const tellWhenDone = async (deps: Deps, depositId: string, pageNo: number, count: number): Promise<void> => {
  const head = await deps.pages.noteDone(depositId, pageNo, count).catch((error: unknown) => {
    if (!(error instanceof ConditionFailed)) throw error;
    return deps.pages.readHead(depositId);
  });
  if (!allDone(head)) return;
  const item = await deps.deposits.get(depositId);
  if (item?.state !== 'checking') return;
  await deps.table.transact([
    outboxWrite(deps.table.name, deps.clock, 'DepositInspected', { depositId, round: item.body.round }),
  ]);
};

const inspectedOn = (page: readonly FileEntry[]): number =>
  page.filter(({ state }) => state === 'inspected').length;

/** Counts pages again whose entries an earlier try recorded: it may have died before it noted or told. */
export const countAgain = async (deps: Deps, depositId: string, pageNos: number[]): Promise<void> => {
  for (const [pageNo, page] of await deps.pages.readPages(depositId, pageNos))
    await tellWhenDone(deps, depositId, pageNo, inspectedOn(page));
};

/** What was checked is what is handed in: a link that is still good after the check brings nothing into the deposit. */
const isClosed = async (deps: Deps, depositId: string): Promise<boolean> => {
  const found = await deps.deposits.get(depositId);
  return found !== undefined && found.state !== 'open' && found.state !== 'checking';
};

/**
 * Records inspected entries: one write per page, then the page's count. Repeating it changes nothing; an entry that tells of an
 * older upload than the one recorded, or of an older declaration, is dropped, and so is what comes after the check.
 */
export const recordResults = async (deps: Deps, depositId: string, entries: FileEntry[]): Promise<void> => {
  if (await isClosed(deps, depositId)) return;
  for (const [pageNo, some] of Map.groupBy(entries, ({ no }) => pageOf(no))) {
    const now = new Map(
      ((await deps.pages.readPages(depositId, [pageNo])).get(pageNo) ?? []).map((e) => [e.no, e]),
    );
    const newer = some.flatMap((e): FileEntry[] => {
      const there = now.get(e.no);
      if (there === undefined || isOlder(e.sequencer ?? '', there.sequencer)) return [];
      // Declared anew while this upload was being read: the verdict is about what nobody declares any more.
      if (there.size !== e.size || there.declaredSha256 !== e.declaredSha256) return [];
      // A slow twin of a message: `fixity` has finished this very upload meanwhile.
      if (there.sha256 !== undefined && e.sha256 === undefined && there.sequencer === e.sequencer) return [];
      return [{ ...e, uploadId: there.uploadId }];
    });
    if (newer.length === 0) continue;
    const page = await deps.pages.setEntries(depositId, pageNo, newer);
    await tellWhenDone(deps, depositId, pageNo, inspectedOn(page));
  }
};
