import * as contract from '@geoarchive/contract/holes.ts';
import type { Finding } from '@geoarchive/contract/shared.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import { youngDays } from '@geoarchive/domain/subsurface/kept.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { nodeOf } from '../archive/access.ts';
import { expectAllSent, ownedBy, queueJob, queueUndo } from '../jobs/queue-job.ts';
import { TooLarge } from './content-store.ts';
import type { SubsurfaceDeps } from './deps.ts';
import { factsOf } from './hole-facts.ts';
import { findSame } from './same.ts';
import { nothingYet } from './whole.ts';

/** The archive whose holes are imported: one's own; for the ministry the one that it names. */
const nodeFor = (
  deps: Pick<SubsurfaceDeps, 'settings'>,
  caller: Caller,
  asked: string | undefined,
): string => {
  if (!caller.roles.includes('MINISTRY_ADMIN')) {
    if (asked === undefined || asked === nodeOf(caller)) return nodeOf(caller);
    throw new Problem('forbidden', {
      zh: '只能导入本馆藏机构的钻孔。',
      en: 'Only holes of your own archive can be imported.',
    });
  }
  const node = asked ?? caller.node;
  if (!deps.settings.nodes.some(({ code }) => code === node) || node === undefined)
    throw new Problem(
      'invalid-input',
      { zh: '请指明馆藏机构。', en: 'Say which archive the holes belong to.' },
      [{ field: 'body.node', message: node ?? '' }],
    );
  return node;
};

const putCurve = async (deps: SubsurfaceDeps, { params, body }: Call<typeof contract.putHoleCurve>) => {
  const packed = Buffer.from(body.values, 'base64');
  const kept = await deps.contents.putCurve(params.sha256, packed).catch((error: unknown) => {
    if (error instanceof TooLarge) return false;
    throw error;
  });
  if (!kept)
    throw new Problem(
      'invalid-input',
      {
        zh: '曲线数值与其 SHA-256 不符，或超过 50 万个采样点。请重新上传；过长的曲线请分段或作为附件。',
        en: 'The values are not those of this SHA-256, or more than 500 000 samples: send them again; split a longer curve.',
      },
      [{ field: 'body.values', message: params.sha256 }],
    );
  return { bytes: packed.length };
};

/** Curves that have to be sent: also those that the bucket might forget before an import that is begun now has come to its end. */
const missing = async (deps: SubsurfaceDeps, { body }: Call<typeof contract.missingHoleCurves>) => {
  const young = new Date(deps.clock().getTime() - youngDays * 24 * 3600 * 1000);
  const there = await Promise.all(body.sha256.map((one) => deps.contents.sentAt(one)));
  return { missing: body.sha256.filter((_, at) => (there[at] ?? 0) < young) };
};

const put = async (deps: SubsurfaceDeps, { caller, params, body }: Call<typeof contract.putHoleBatch>) => {
  await deps.holeBatches.put(params.id, params.no, caller.sub, body.holes);
  return { holes: body.holes.length };
};

const secretRemark: Finding = {
  code: 'state-secret',
  severity: 'error',
  message: {
    zh: '标有密级的钻孔不入本系统，只登记目录条。',
    en: 'A hole that is a state secret does not enter the system: record a catalogue stub only.',
  },
};

const severalRemark: Finding = {
  code: 'several-of-number',
  severity: 'error',
  message: {
    zh: '有几个同号钻孔，文件没有说明是哪一个：请同时导入含坐标的钻孔表。',
    en: 'Several holes bear this number and the file does not tell which: import a table with its place, too.',
  },
};

/** What an import would do to holes, by their headers; nothing is changed. */
const preview = async (deps: SubsurfaceDeps, { caller, body }: Call<typeof contract.previewHoles>) => {
  const node = nodeFor(deps, caller, body.node);
  const items = body.holes.map(async ({ header, lesser }) => {
    const facts = factsOf({ header, ...nothingYet });
    const { found: among } = await findSame(deps.holes, node, { header, lesser });
    const several = among === 'several';
    const found = several ? undefined : among;
    const item = found === undefined ? undefined : await deps.holes.get(found.id);
    const secret = isStateSecret(header.secrecy ?? 'internal');
    const same = item !== undefined && item.state !== 'removed';
    return {
      hole: header.hole,
      outcome: secret || several ? ('refused' as const) : same ? ('same' as const) : ('new' as const),
      ...(same ? { id: item.id } : {}),
      ...(same && found?.metres !== undefined ? { metres: found.metres } : {}),
      ...(facts.place === undefined ? {} : { place: facts.place }),
      remarks: [
        ...(secret ? [secretRemark] : []),
        ...(several ? [severalRemark] : []),
        ...(facts.noPlace === undefined
          ? []
          : [{ code: 'no-place', severity: 'warning' as const, message: facts.noPlace }]),
      ],
    };
  });
  return { items: await Promise.all(items) };
};

const start = async (
  deps: SubsurfaceDeps,
  { caller, params, body }: Call<typeof contract.startHoleImport>,
) => {
  const node = nodeFor(deps, caller, body.node);
  const total = expectAllSent(await deps.holeBatches.count(params.id, body.batches, caller.sub));
  const of = { kind: 'hole-import' as const, subject: body.subject, total, ...ownedBy(caller, deps.clock) };
  return queueJob(deps, caller, params.id, of, contract.startHoleImport.audit, [
    deps.holeImports.scoping(params.id, { node, batches: body.batches }),
  ]);
};

const undo = (deps: SubsurfaceDeps, { caller, params }: Call<typeof contract.undoHoleImport>) =>
  queueUndo(deps, caller, params.id, {
    of: 'hole-import',
    by: 'hole-import-undo',
    action: contract.undoHoleImport.audit,
  });

export const holeImportRoutes = [
  implement(contract.putHoleCurve, putCurve),
  implement(contract.missingHoleCurves, missing),
  implement(contract.putHoleBatch, put),
  implement(contract.previewHoles, preview),
  implement(contract.startHoleImport, start),
  implement(contract.undoHoleImport, undo),
];
