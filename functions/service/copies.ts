import type { CopyRequest } from '@geoarchive/contract/copies.ts';
import * as copies from '@geoarchive/contract/copies.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { copyNumber } from '@geoarchive/domain/numbers.ts';
import { copyCost, copyLifecycle, pagesText } from '@geoarchive/domain/service/copy.ts';
import { grantRefusals } from '@geoarchive/domain/service/grant.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ulid } from 'ulid';
import { nodeOf, ofNode } from '../archive/access.ts';
import type { CopyItem } from './copy-store.ts';
import { pricesToday } from './quoting.ts';
import type { ReadingItem } from './reading-store.ts';
import { grantedFile, markOf, type ReadingDeps, running } from './readings.ts';

const view = (item: CopyItem, caller: Caller): CopyRequest => ({
  ...item.body,
  id: item.id,
  state: item.state,
  version: item.version,
  moves: movesFrom(copyLifecycle, item.state, caller.roles),
});
const events = (copyId: string) => [{ type: 'CopyMoved' as const, data: { copyId } }];

/** The watermark of a copy: that of its reading, with its own number. */
const markOfCopy = (deps: ReadingDeps, reading: ReadingItem, number: string) => {
  const mark = markOf(deps, reading);
  return { ...mark, number: `${mark.number}  ${number}` };
};

/**
 * Asks for copies of pages of what is being read, under the next number. Only what the person of a grant reads is copied, and only what can
 * be made: the pages are made here once to see that they fit.
 */
const ask = async (deps: ReadingDeps, { caller, params, body }: Call<typeof copies.askCopy>) => {
  const { item: reading, grant } = await running(deps, caller, params.id);
  if (reading.body.reader !== 'person')
    throw new Problem('rule-broken', {
      zh: '工作人员内部阅览不能申请复制；复制由利用人在到馆阅览时申请。',
      en: 'What staff read internally is not copied: the person of the grant asks for it when reading.',
    });
  const file = await grantedFile(deps, grant, body.no);
  const pages = [...new Set(body.pages)].sort((a, b) => a - b);
  const { count } = await deps.pages.open(file);
  if (pages.some((no) => no > count))
    throw new Problem(
      'rule-broken',
      {
        zh: `这个文件共 ${count} 页，没有所选的页。`,
        en: `The file has ${count} pages: there are no such pages.`,
      },
      [{ field: 'body.pages', message: pagesText(pages.filter((no) => no > count)) }],
    );
  const { grantId, grantNumber, requestNumber, recordId, title, node, name, unit } = reading.body;
  const { purpose, askerKind } = reading.body;
  const now = deps.clock();
  const year = dayOf(now).slice(0, 4);
  const numbered = async () => {
    const { value, take } = await nextNumber(deps.table, `copy#${node}#${year}`);
    return { number: copyNumber(node, year, value), take };
  };
  await deps.pages.pick(file, pages, markOfCopy(deps, reading, (await numbered()).number));
  const item = await againWhenRaced(async () => {
    const { number, take } = await numbered();
    const id = ulid(now.getTime());
    return deps.copies.create(
      id,
      {
        ...{ ...body, pages, path: file.path, readingId: reading.id, grantId, grantNumber, requestNumber },
        ...{ recordId, title, node, name, purpose, askerKind, askedAt: now.toISOString() },
        ...(unit === undefined ? {} : { unit }),
        number,
      },
      {
        action: copies.askCopy.audit,
        by: caller,
        detail: { grant: grantNumber, no: file.no, pages: pagesText(pages), copies: body.copies },
        events: events(id),
        with: [take],
      },
    );
  });
  return view(item, caller);
};

const list = async (deps: ReadingDeps, { caller, query }: Call<typeof copies.listCopies>) => {
  const { state, grant } = query;
  if (grant !== undefined) {
    const { id } = ofNode(caller, await deps.grants.get(grant));
    const page = await deps.copies.list('gsi3', `copies-of#${id}`, { ...query, newestFirst: true });
    const found = page.items.filter((item) => state === undefined || item.state === state);
    return { ...page, items: found.map((item) => view(item, caller)) };
  }
  const node = nodeOf(caller);
  const page =
    state === undefined
      ? await deps.copies.list('gsi1', `copies#${node}`, { ...query, newestFirst: true })
      : await deps.copies.list('gsi2', `copies#${node}#${state}`, { ...query, newestFirst: true });
  return { ...page, items: page.items.map((item) => view(item, caller)) };
};

type Wanted = { caller: Caller; params: { id: string }; ifMatch?: number | undefined };
const taken = async (deps: ReadingDeps, { caller, params, ifMatch }: Wanted): Promise<CopyItem> => {
  const item = ofNode(caller, await deps.copies.get(params.id));
  expectVersion(item, ifMatch);
  return item;
};

/** The pages of a request with the watermark of its reader and its own number. Not of what was withdrawn meanwhile. */
const made = async (deps: ReadingDeps, { body: of }: CopyItem): Promise<Uint8Array> => {
  const [grant, reading] = await Promise.all([deps.grants.get(of.grantId), deps.readings.get(of.readingId)]);
  if (grant === undefined || reading === undefined)
    throw new Error(`What ${of.number} was read under is not here`);
  if (grant.state === 'withdrawn') throw new Problem('wrong-state', grantRefusals['grant-withdrawn']);
  return deps.pages.pick(
    await grantedFile(deps, grant, of.no),
    of.pages,
    markOfCopy(deps, reading, of.number),
  );
};

/** Grants or refuses, with reasons. What cannot be made, since a page is too large, is not granted. */
const decide = async (deps: ReadingDeps, call: Call<typeof copies.decideCopy>) => {
  const { caller, body } = call;
  const item = await taken(deps, call);
  deps.copies.expect(item, body.outcome);
  if (body.outcome === 'grant') await made(deps, item);
  const cost =
    body.outcome === 'grant' ? copyCost(pricesToday(deps), item.body.askerKind, item.body) : undefined;
  const { cost: _, ...before } = item.body;
  const decided = { at: deps.clock().toISOString(), by: caller.name, reasons: body.reasons };
  const moved = await deps.copies.move(
    item,
    body.outcome,
    { ...before, decided, ...(cost === undefined ? {} : { cost }) },
    {
      action: copies.decideCopy.audit,
      by: caller,
      detail: { ...body, number: item.body.number, ...(cost === undefined ? {} : { total: cost.total }) },
      events: events(item.id),
    },
  );
  return view(moved, caller);
};

/** The copy as a PDF, each time it is made written down. */
const file = async (deps: ReadingDeps, call: Call<typeof copies.copyPages>) => {
  const item = await taken(deps, call);
  if (item.state !== 'granted')
    throw new Problem('wrong-state', {
      zh: '只有已同意、尚未交付的复制申请可以生成复制件。',
      en: 'Only a copy that was granted and is not handed over yet is made.',
    });
  const bytes = await made(deps, item);
  await deps.table.transact([
    auditWrite(deps.table.name, deps.clock, {
      about: item.id,
      action: copies.copyPages.audit,
      by: call.caller,
      detail: { number: item.body.number, no: item.body.no, pages: pagesText(item.body.pages) },
      node: item.body.node,
    }),
  ]);
  return bytes;
};

/** Records that the copy was handed over: from here it counts in the figures of the annual report. */
const hand = async (deps: ReadingDeps, call: Call<typeof copies.handCopy>) => {
  const { caller } = call;
  const item = await taken(deps, call);
  const { number, pages, copies: times } = item.body;
  const moved = await deps.copies.move(
    item,
    'hand',
    { ...item.body, handed: { at: deps.clock().toISOString(), by: caller.name } },
    {
      action: copies.handCopy.audit,
      by: caller,
      detail: { number, pages: pages.length, copies: times },
      events: events(item.id),
    },
  );
  return view(moved, caller);
};

export const copyRoutes = [
  implement(copies.askCopy, ask),
  implement(copies.listCopies, list),
  implement(copies.decideCopy, decide),
  implement(copies.copyPages, file),
  implement(copies.handCopy, hand),
];
