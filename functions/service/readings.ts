import type { Reading } from '@geoarchive/contract/readings.ts';
import * as readings from '@geoarchive/contract/readings.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import {
  openingRefusal,
  type ReadingRefusal,
  readByPage,
  readingLifecycle,
  readingRefusal,
  readingRefusals,
} from '@geoarchive/domain/service/reading.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { ofNode } from '../archive/access.ts';
import type { StoredFile } from '../archive/dossier-store.ts';
import type { ServiceDeps } from './deps.ts';
import type { GrantItem } from './grant-store.ts';
import type { PageSource } from './page-source.ts';
import type { ReadingItem } from './reading-store.ts';
import { canBeAsked } from './received.ts';

export type ReadingDeps = ServiceDeps & { pages: PageSource };

/** A refusal with what was tried on the audit trail of the grant. */
const refused = async (
  deps: ReadingDeps,
  caller: Caller,
  grant: GrantItem,
  why: ReadingRefusal,
  detail: Record<string, unknown>,
): Promise<Problem> => {
  await deps.table.transact([
    auditWrite(deps.table.name, deps.clock, {
      about: grant.id,
      action: 'service.refuse-reading',
      by: caller,
      detail: { why, number: grant.body.number, ...detail },
      node: grant.body.node,
    }),
  ]);
  const kind =
    why === 'reading-of-another' ? 'forbidden' : why === 'grant-used-up' ? 'rule-broken' : 'wrong-state';
  return new Problem(kind, readingRefusals[why], [{ field: 'path.id', message: why }]);
};

const view = (deps: ReadingDeps, item: ReadingItem, grant: GrantItem, caller: Caller): Reading => ({
  ...item.body,
  id: item.id,
  state: item.state,
  version: item.version,
  over:
    readingRefusal({ ...item, ...item.body }, { ...grant, ...grant.body }, dayOf(deps.clock())) !== undefined,
  files: grant.body.files.map(({ no, path, format }) => ({ no, path, byPage: readByPage.has(format) })),
  moves: movesFrom(readingLifecycle, item.state, caller.roles),
});

export const grantOf = async (deps: Pick<ReadingDeps, 'grants'>, item: ReadingItem): Promise<GrantItem> => {
  const grant = await deps.grants.get(item.body.grantId);
  if (grant === undefined) throw new Error(`Grant ${item.body.grantId} is not here`);
  return grant;
};

/**
 * Begins a reading. Of the person of the grant it is one use on site: counted with it, under the grant's count, in one transaction.
 * What staff read for their own work counts as no use; it is on the audit trail.
 */
const open = async (deps: ReadingDeps, { caller, params, body }: Call<typeof readings.openReading>) => {
  const grant = ofNode(caller, await deps.grants.get(params.id));
  const today = dayOf(deps.clock());
  const reader =
    body.reader === 'person' ? ({ kind: 'person', name: body.name } as const) : ({ kind: 'staff' } as const);
  const tried = { reader: body.reader, ...(body.reader === 'person' ? { shown: body.name } : {}) };
  const why = openingRefusal({ ...grant, ...grant.body }, reader, today);
  if (why !== undefined) throw await refused(deps, caller, grant, why, tried);
  const { recordId, node, purpose, askerKind, allowed, number, requestId, title, personName, unit } =
    grant.body;
  const request = await deps.cases.get(requestId);
  const id = ulid(deps.clock().getTime());
  const byPerson = body.reader === 'person';
  try {
    const item = await deps.readings.create(
      id,
      {
        ...{ grantId: grant.id, grantNumber: number, requestId, recordId, title, node, purpose, askerKind },
        ...{ requestNumber: request?.body.number ?? number, reader: body.reader, on: today },
        ...(byPerson ? { name: personName, ...(unit === undefined ? {} : { unit }) } : { name: caller.name }),
        ...{ openedAt: deps.clock().toISOString(), openedBy: caller.name, opened: [] },
      },
      {
        action: readings.openReading.audit,
        by: caller,
        detail: { number, ...tried },
        events: [{ type: 'ReadingMoved', data: { readingId: id } }],
        with: byPerson
          ? [
              deps.usage.usingUpTo(grant.id, allowed),
              deps.usage.adding({ node, day: today, recordId, way: 'on-site', purpose, askerKind, bytes: 0 }),
            ]
          : [],
      },
    );
    return view(deps, item, grant, caller);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    throw await refused(deps, caller, grant, 'grant-used-up', tried);
  }
};

/** A reading that goes on, of the caller's archive: what is asked for in it is not given when its grant has ended, or its day is over. */
export const running = async (
  deps: ReadingDeps,
  caller: Caller,
  id: string,
): Promise<{ item: ReadingItem; grant: GrantItem }> => {
  const item = ofNode(caller, await deps.readings.get(id));
  const grant = await grantOf(deps, item);
  const why = readingRefusal({ ...item, ...item.body }, { ...grant, ...grant.body }, dayOf(deps.clock()));
  if (why !== undefined) throw await refused(deps, caller, grant, why, { reading: item.id });
  return { item, grant };
};

/** A file of a grant as the archive keeps it. A record found to be a secret since is not shown, nor is one that left the catalogue. */
export const grantedFile = async (deps: ReadingDeps, grant: GrantItem, no: number): Promise<StoredFile> => {
  const found = await deps.dossiers.get(grant.body.recordId);
  if (!canBeAsked(found, grant.body.node))
    throw new Problem('wrong-state', {
      zh: '资料已不在公开目录，不能阅览。',
      en: 'The record is not in the catalogue any more: it is not shown.',
    });
  const [file] = grant.body.files.some((one) => one.no === no)
    ? await deps.dossierFiles.some(found.id, [no], found.body.fileCount)
    : [];
  if (file === undefined)
    throw new Problem('not-found', {
      zh: '许可中没有这个文件。',
      en: 'There is no such file in the grant.',
    });
  return file;
};

/** The name of an archive, as the watermark says it. */
const archiveName = ({ settings }: ReadingDeps, node: string): string =>
  settings.nodes.find(({ code }) => code === node)?.name.zh ?? node;

/** What stands on every page: who reads, in which archive, by which request, on which day. */
export const markOf = (deps: ReadingDeps, { body: of }: ReadingItem): Parameters<PageSource['pick']>[2] => ({
  ...{ name: of.name, unit: of.unit, day: of.on },
  number: [archiveName(deps, of.node), of.requestNumber].join('  '),
});

/** Opens a file: noted in the reading and on the audit trail at once, so that no page is given of a file that is not there. */
const openFile = async (deps: ReadingDeps, { caller, params }: Call<typeof readings.openReadingFile>) =>
  // Two files may be opened in the same instant.
  againWhenRaced(async () => {
    const { item, grant } = await running(deps, caller, params.id);
    const file = await grantedFile(deps, grant, params.no);
    const { count } = await deps.pages.open(file);
    const opened = [...new Set([...item.body.opened, file.no])].sort((a, b) => a - b);
    await deps.table.transact(
      deps.readings.changing(
        item,
        { ...item.body, opened },
        {
          action: readings.openReadingFile.audit,
          by: caller,
          detail: { number: grant.body.number, no: file.no, path: file.path, reader: item.body.name },
        },
      ),
    );
    return { no: file.no, pages: count };
  });

const page = async (deps: ReadingDeps, { caller, params }: Call<typeof readings.readingPage>) => {
  const { item, grant } = await running(deps, caller, params.id);
  const file = await grantedFile(deps, grant, params.no);
  if (!item.body.opened.includes(file.no))
    throw new Problem(
      'wrong-state',
      {
        zh: '本次阅览尚未打开这个文件，请先在文件列表中打开。',
        en: 'This file was not opened in this reading: open it from the list of files first.',
      },
      [{ field: 'path.no', message: 'file-not-opened' }],
    );
  return deps.pages.pick(file, [params.page], markOf(deps, item));
};

const list = async (deps: ReadingDeps, { caller, params, query }: Call<typeof readings.listReadings>) => {
  const grant = ofNode(caller, await deps.grants.get(params.id));
  const found = await deps.readings.list('gsi1', `readings-of#${grant.id}`, { ...query, newestFirst: true });
  return { ...found, items: found.items.map((item) => view(deps, item, grant, caller)) };
};

const end = async (deps: ReadingDeps, { caller, params, ifMatch }: Call<typeof readings.endReading>) => {
  const item = ofNode(caller, await deps.readings.get(params.id));
  expectVersion(item, ifMatch);
  const moved = await deps.readings.move(
    item,
    'end',
    { ...item.body, endedAt: deps.clock().toISOString() },
    {
      action: readings.endReading.audit,
      by: caller,
      detail: { number: item.body.grantNumber },
      events: [{ type: 'ReadingMoved', data: { readingId: item.id } }],
    },
  );
  return view(deps, moved, await grantOf(deps, moved), caller);
};

export const readingRoutes = [
  implement(readings.openReading, open),
  implement(readings.listReadings, list),
  implement(readings.getReading, async (deps: ReadingDeps, { caller, params }) => {
    const item = ofNode(caller, await deps.readings.get(params.id));
    return view(deps, item, await grantOf(deps, item), caller);
  }),
  implement(readings.openReadingFile, openFile),
  implement(readings.readingPage, page),
  implement(readings.endReading, end),
];
