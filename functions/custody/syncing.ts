import * as contract from '@geoarchive/contract/custody-inspections.ts';
import { scoreOf, unanswered } from '@geoarchive/domain/custody/inspection.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { rectificationNumber } from '@geoarchive/domain/numbers.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { idOf } from '../supervision/ids.ts';
import { custodyTerms, noSuchThing, wrongField } from './access.ts';
import type { CustodyDeps, CustodyFiles } from './deps.ts';
import { fileKey, keepFile } from './files.ts';
import type { InspectionItem } from './inspection-store.ts';
import { loadInspection, shownInspection } from './inspections.ts';

type Deps = CustodyDeps & CustodyFiles;
/** Synchronisations that are remembered. */
const remembered = 50;

const loadToInspect = async (deps: Deps, caller: Caller, id: string): Promise<InspectionItem> => {
  const item = await loadInspection(deps, caller, id);
  if (item.body.archive !== caller.node)
    throw new Problem('forbidden', {
      zh: '这次检查派给了其他馆藏机构的检查人员。',
      en: 'This inspection was dispatched to the inspectors of another archive.',
    });
  return item;
};

/** Keeps a photo; it belongs to the inspection once a synchronisation names it. */
const putPhoto = async (deps: Deps, { caller, params, body }: Call<typeof contract.putInspectionPhoto>) => {
  const item = await loadToInspect(deps, caller, params.id);
  const [there] = await deps.inspections.photos(item.id, [params.photo]);
  if (there !== undefined) return there;
  deps.inspections.expect(item, 'complete');
  const photo = await keepFile(deps, item.id, { id: params.photo, ...body });
  if (photo.format !== 'jpeg' && photo.format !== 'png')
    throw wrongField('content', '照片须为 JPEG 或 PNG。', 'A photo is a JPEG or PNG.');
  await deps.table.transact([
    deps.inspections.puttingPhoto(item.id, photo),
    auditWrite(deps.table.name, deps.clock, {
      about: item.id,
      action: contract.putInspectionPhoto.audit,
      by: caller,
      detail: photo,
      node: item.body.node,
    }),
  ]);
  return photo;
};

const openPhoto = async (deps: Deps, { caller, params }: Call<typeof contract.openInspectionPhoto>) => {
  const item = await loadInspection(deps, caller, params.id);
  const photo = shownInspection(deps, caller, item).photos.find(({ id }) => id === params.photo);
  if (photo === undefined) throw noSuchThing();
  return { url: await deps.bucket.signGet(fileKey(item.id, photo.id), photo.name) };
};

/** The writes that ask the custodian to rectify what was found, and the ids of that. */
const asking = (deps: Deps, caller: Caller, item: InspectionItem, found: contract.InspectionResults) => {
  const { number, node, authority, archive } = item.body;
  const usual = addDays(dayOf(deps.clock()), custodyTerms(deps).rectificationDays);
  const made = found.findings
    // What is only noted, without a day and minor, asks for nothing.
    .filter(({ due, severity }) => due !== undefined || severity === 'major')
    .map((finding, at) => ({
      id: idOf('rectification', item.id, finding.id),
      body: {
        ...{ node, authority, archive, finding, due: finding.due ?? usual, evidence: [], said: [] },
        inspection: { id: item.id, number },
        number: rectificationNumber(number, at + 1),
      },
    }));
  const writes = made.flatMap(({ id, body }): Write[] =>
    deps.rectifications.creation(id, body, {
      action: contract.syncInspection.audit,
      by: caller,
      detail: { number: body.number },
      events: [
        {
          type: 'RectificationMoved',
          data: { rectificationId: id, node, archive, state: 'open', number: body.number, due: body.due },
        },
      ],
    }),
  );
  return { ids: made.map(({ id }) => id), writes };
};

const conflict = (): Problem =>
  new Problem('stale', {
    zh: '服务器上的检查已有变化。请比较后选择保留哪一份，再同步。',
    en: 'The inspection changed on the server meanwhile: compare, choose which to keep, and synchronise again.',
  });

const sync = async (deps: Deps, { caller, params, body }: Call<typeof contract.syncInspection>) => {
  const item = await loadToInspect(deps, caller, params.id);
  // The same again is one; but what was only kept before and is to be completed now is not the same.
  const taken = item.body.synced.includes(body.sync);
  if (taken && (!body.complete || item.state !== 'dispatched')) return shownInspection(deps, caller, item);
  deps.inspections.expect(item, 'complete');
  if (item.version !== body.base) throw conflict();
  const { sync: id, base: _, complete, photos: wanted, ...results } = body;
  const photos = await deps.inspections.photos(item.id, wanted);
  const missing = wanted.filter((photo) => !photos.some((one) => one.id === photo));
  if (missing.length > 0)
    throw wrongField(
      'photos',
      `有 ${missing.length} 张照片还没有上传。`,
      `${missing.length} photos were not sent yet.`,
    );
  const synced = [...item.body.synced.filter((one) => one !== id), id].slice(-remembered);
  const next = { ...item.body, results, photos, synced };
  const tell = { action: contract.syncInspection.audit, by: caller, detail: { sync: id, complete } };
  if (!complete) return shownInspection(deps, caller, await deps.inspections.change(item, next, tell));
  const open = unanswered(item.body.items, results.answers);
  if (open.length > 0)
    throw new Problem(
      'rule-broken',
      { zh: `还有 ${open.length} 项没有检查。`, en: `${open.length} items were not answered.` },
      open.map((code) => ({ field: `body.answers.${code}`, message: '' })),
    );
  const { ids, writes } = asking(deps, caller, item, results);
  const { node, archive, number, plannedOn, title } = item.body;
  const at = deps.clock().toISOString();
  const moved = await deps.inspections.move(
    item,
    'complete',
    {
      ...next,
      score: scoreOf(item.body.items, results.answers, custodyTerms(deps).weights),
      done: { by: caller.name, at },
      rectifications: ids,
      said: [...item.body.said, { move: 'complete', text: results.conclusion ?? '', by: caller.name, at }],
    },
    {
      ...tell,
      events: [
        {
          type: 'InspectionMoved',
          data: { inspectionId: item.id, node, archive, state: 'done', number, title, plannedOn },
        },
      ],
      with: writes,
    },
  );
  return shownInspection(deps, caller, moved);
};

export const syncRoutes = [
  implement(contract.putInspectionPhoto, putPhoto),
  implement(contract.openInspectionPhoto, openPhoto),
  implement(contract.syncInspection, sync),
];
