import type { Dossier } from '@geoarchive/contract/archive.ts';
import * as archive from '@geoarchive/contract/archive.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { type Axes, type Bar, barsToCatalogue, barsToPublication } from '@geoarchive/domain/publication.ts';
import { publicationStanding, releaseLifecycle } from '@geoarchive/domain/release.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ulid } from 'ulid';
import { isHome, opensAbroad, readableDossier } from '../transfers/reading.ts';
import { askedNode, masked, nodeOf, ofNode } from './access.ts';
import type { ArchiveDeps } from './deps.ts';
import type { DossierItem, StoredFile } from './dossier-store.ts';
import { recordingLicenceEnd } from './licence-end.ts';
import { packNumbers, unpackNumbers } from './packed-numbers.ts';

export type DossierDeps = ArchiveDeps & { archive: Bucket };

const axesOf = (item: DossierItem, fileSecrecy: Axes['fileSecrecy']): Axes => ({
  secrecy: item.body.secrecy,
  fileSecrecy,
  protectedUntil: item.body.protectedUntil,
  copyright: item.body.copyright,
  window: item.body.window,
  earlyConsent: item.body.earlyConsent,
});

/** Why a file of the dossier may not be public today: the predicate of `domain/publication.ts`, and nothing else. */
export const barsOf = (
  deps: Pick<ArchiveDeps, 'clock'>,
  item: DossierItem,
  file?: Pick<StoredFile, 'secrecy'>,
): Bar[] => barsToPublication(axesOf(item, file?.secrecy ?? item.body.secrecy), dayOf(deps.clock()));

/** Why not even the catalogue record may be public. */
export const catalogueBars = (deps: Pick<ArchiveDeps, 'clock'>, item: DossierItem): Bar[] =>
  barsToCatalogue(axesOf(item, item.body.secrecy), dayOf(deps.clock()));

/** The move of a refusal: what is public already stays so; `releasedAt` goes with a withdrawal. */
const refusal = (item: DossierItem): 'refuse' | 'keep' =>
  item.body.releasedAt === undefined ? 'refuse' : 'keep';
const otherRefusal = { refuse: 'keep', keep: 'refuse' } as const;

const view = (deps: ArchiveDeps, item: DossierItem, caller: Caller): Dossier => {
  const bars = barsOf(deps, item);
  return masked(caller, {
    ...item.body,
    publication: publicationStanding(
      item.state,
      { ...item.body, isBarred: bars.length > 0 },
      dayOf(deps.clock()),
    ),
    id: item.id,
    version: item.version,
    release: item.state,
    moves: isHome(caller, item)
      ? movesFrom(releaseLifecycle, item.state, caller.roles).filter(
          (move) => move !== otherRefusal[refusal(item)],
        )
      : [],
    bars,
  });
};

const load = async (deps: ArchiveDeps, caller: Caller, id: string): Promise<DossierItem> =>
  ofNode(caller, await deps.dossiers.get(id));

const list = async (deps: ArchiveDeps, { caller, query }: Call<typeof archive.listDossiers>) => {
  const node = askedNode(caller, query.node);
  const page =
    query.release === undefined
      ? await deps.dossiers.list('gsi1', `dossiers#${node}`, { ...query, newestFirst: true })
      : await deps.dossiers.list('gsi2', `dossiers#${node}#${query.release}`, {
          ...query,
          newestFirst: true,
        });
  return { ...page, items: page.items.map((item) => view(deps, item, caller)) };
};

const listFiles = async (
  deps: ArchiveDeps,
  { caller, params, query }: Call<typeof archive.listDossierFiles>,
) => {
  const item = await readableDossier(deps, caller, params.id);
  const home = isHome(caller, item);
  const released = new Set(unpackNumbers(item.body.releasedNumbers));
  const proposed = new Set(unpackNumbers(item.body.proposedNumbers ?? ''));
  const page = await deps.dossierFiles.list(item.id, query.cursor);
  return {
    ...page,
    items: page.items
      .filter((file) => home || opensAbroad(file))
      .map((file) => ({
        ...file,
        released: released.has(file.no),
        proposed: proposed.has(file.no),
      })),
  };
};

const fileOf = async (deps: DossierDeps, caller: Caller, { id, no }: { id: string; no: number }) => {
  const item = await readableDossier(deps, caller, id);
  const home = isHome(caller, item);
  const [file] = await deps.dossierFiles.some(item.id, [no], item.body.fileCount);
  if (file === undefined || !(home || opensAbroad(file))) throw new Problem('not-found');
  return { item, file, home };
};

const content = async (deps: DossierDeps, { caller, params }: Call<typeof archive.getDossierFile>) => {
  const { item, file, home } = await fileOf(deps, caller, params);
  // The archive whose dossier it is can see who of another one opened what.
  if (!home)
    await deps.table.transact([
      auditWrite(deps.table.name, deps.clock, {
        ...{ about: item.id, action: archive.getDossierFile.audit, by: caller, node: item.body.node },
        detail: { no: file.no, path: file.path, from: nodeOf(caller) },
      }),
    ]);
  return {
    url: await deps.archive.signGet(file.key, file.path.split('/').at(-1) ?? file.path, file.versionId),
  };
};

/** In parts a page reads holes out of a file: those become one's own, so nobody does that to another archive's dossier. */
const part = async (deps: DossierDeps, { caller, params, query }: Call<typeof archive.readDossierPart>) => {
  await load(deps, caller, params.id);
  const { file } = await fileOf(deps, caller, params);
  const length = Math.min(archive.mostPart, file.size - query.from);
  return deps.archive.read(file.key, query.from, length, file.versionId);
};

/** Refuses what the law bars, naming each file and bar; without files only the catalogue record becomes public. */
const refuseBarred = (deps: ArchiveDeps, item: DossierItem, files: StoredFile[]): void => {
  const barred = files.flatMap((file) => barsOf(deps, item, file).map((bar) => ({ file, bar })));
  const bar = barred[0]?.bar ?? catalogueBars(deps, item)[0];
  if (bar === undefined) return;
  throw new Problem(
    'rule-broken',
    { zh: `现在不能公开：${bar.message.zh}`, en: `It cannot be published now: ${bar.message.en}` },
    barred.slice(0, 50).map(({ file, bar: each }) => ({ field: `files.${file.no}`, message: each.code })),
  );
};

const propose = async (
  deps: ArchiveDeps,
  { caller, params, body, ifMatch }: Call<typeof archive.proposeRelease>,
): Promise<Dossier> => {
  const item = await load(deps, caller, params.id);
  expectVersion(item, ifMatch);
  const numbers = [...new Set(body.files)].sort((a, b) => a - b);
  const files = await deps.dossierFiles.some(item.id, numbers, item.body.fileCount);
  if (files.length !== numbers.length) {
    const known = new Set(files.map(({ no }) => no));
    throw new Problem(
      'invalid-input',
      {
        zh: '有的文件不在此案卷中，请刷新文件清单。',
        en: 'Some files are not in this dossier: reload its list of files.',
      },
      numbers
        .filter((no) => !known.has(no))
        .slice(0, 50)
        .map((no) => ({ field: 'body.files', message: String(no) })),
    );
  }
  refuseBarred(deps, item, files);
  const proposal = {
    by: caller.sub,
    byName: caller.name,
    at: deps.clock().toISOString(),
    files: numbers.length,
    note: body.note,
  };
  const moved = await deps.dossiers.move(
    item,
    'propose',
    { ...item.body, proposal, proposedNumbers: packNumbers(numbers) },
    {
      action: archive.proposeRelease.audit,
      by: caller,
      detail: { files: numbers.length, note: body.note },
      events: [{ type: 'ReleaseProposed', data: { dossierId: item.id } }],
    },
  );
  return view(deps, moved, caller);
};

const decide = async (
  deps: ArchiveDeps,
  { caller, params, body, ifMatch }: Call<typeof archive.decideRelease>,
): Promise<Dossier> => {
  const item = await load(deps, caller, params.id);
  expectVersion(item, ifMatch);
  const { proposal } = item.body;
  if (proposal?.by === caller.sub && item.state === 'proposed')
    throw new Problem('forbidden', {
      zh: '提出人不能复核自己的公开申请，须由另一人复核。',
      en: 'Four eyes: whoever proposed a release cannot decide on it.',
    });
  if (!body.approve) {
    const { proposal: _, proposedNumbers: __, ...rest } = item.body;
    const refused = await deps.dossiers.move(item, refusal(item), rest, {
      action: archive.decideRelease.audit,
      by: caller,
      detail: { approve: false, note: body.note },
      events: [{ type: 'ReleaseRefused', data: { dossierId: item.id } }],
    });
    return view(deps, refused, caller);
  }
  const numbers = unpackNumbers(item.body.proposedNumbers ?? '');
  if (proposal !== undefined)
    refuseBarred(deps, item, await deps.dossierFiles.some(item.id, numbers, item.body.fileCount));
  const moved = await deps.dossiers.move(
    item,
    'approve',
    {
      ...item.body,
      releaseVersion: item.body.releaseVersion + 1,
      bundleId: ulid(deps.clock().getTime()),
    },
    {
      action: archive.decideRelease.audit,
      by: caller,
      detail: { approve: true, note: body.note },
      events: [{ type: 'ReleaseApproved', data: { dossierId: item.id } }],
    },
  );
  return view(deps, moved, caller);
};

const withdraw = async (
  deps: ArchiveDeps,
  { caller, params, body, ifMatch }: Call<typeof archive.withdrawRelease>,
): Promise<Dossier> => {
  const item = await load(deps, caller, params.id);
  expectVersion(item, ifMatch);
  const moved = await deps.dossiers.move(
    item,
    'withdraw',
    { ...item.body, releaseVersion: item.body.releaseVersion + 1 },
    {
      action: archive.withdrawRelease.audit,
      by: caller,
      detail: { note: body.note },
      events: [{ type: 'WithdrawalOrdered', data: { dossierId: item.id } }],
    },
  );
  return view(deps, moved, caller);
};

export const dossierRoutes = [
  implement(archive.listDossiers, list),
  implement(archive.getDossier, async (deps: DossierDeps, { caller, params }) =>
    view(deps, await readableDossier(deps, caller, params.id), caller),
  ),
  implement(archive.listDossierFiles, listFiles),
  implement(archive.getDossierFile, content),
  implement(archive.readDossierPart, part),
  implement(archive.recordLicenceEnd, async (deps: DossierDeps, call) =>
    view(deps, await recordingLicenceEnd(deps, call), call.caller),
  ),
  implement(archive.proposeRelease, propose),
  implement(archive.decideRelease, decide),
  implement(archive.withdrawRelease, withdraw),
];
