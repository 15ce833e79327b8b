import * as contract from '@geoarchive/contract/hole-exports.ts';
import { keptDays } from '@geoarchive/domain/subsurface/kept.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ownedBy, queueJob } from '../jobs/queue-job.ts';
import type { LookingDeps, SubsurfaceDeps } from './deps.ts';
import { visibleTo } from './holes.ts';
import { idsOfHoles } from './looking.ts';

const tooMany = (found: number) =>
  new Problem('rule-broken', {
    zh: `检索到 ${found} 个钻孔，一次最多导出 ${contract.mostExported} 个。请缩小范围。`,
    en: `${found} holes were found; one export brings up to ${contract.mostExported}: narrow down.`,
  });

/** Notes which holes are wanted as they are found now, and queues the job that writes them. */
const start = async (
  deps: LookingDeps,
  { caller, params, query, time }: Call<typeof contract.startHoleExport>,
) => {
  const { ids, total } = await time(
    'search',
    idsOfHoles(deps.engine, query, visibleTo(caller), contract.mostExported),
  );
  if (total > contract.mostExported) throw tooMany(total);
  if (ids.length === 0)
    throw new Problem('rule-broken', { zh: '没有检索到钻孔。', en: 'No holes were found.' });
  // Asked again with the same id it is the same export: what it is to bring stays.
  if ((await deps.jobs.get(params.id)) === undefined) {
    const { curve, curveFrom, curveTo } = query;
    await deps.holeExports.want(params.id, { ids, depths: { curve, curveFrom, curveTo } });
  }
  const subject = query.q ?? '';
  const of = {
    kind: 'hole-export' as const,
    subject: subject === '' ? `${ids.length}` : subject,
    total: ids.length,
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, params.id, of, contract.startHoleExport.audit);
};

/** Exports are for who asked for them alone, since what was in sight of them may not be in that of others, and for as long as they are kept. */
const expectOwn = async (deps: SubsurfaceDeps, caller: Caller, id: string): Promise<void> => {
  const item = await deps.jobs.get(id);
  if (item?.body.kind !== 'hole-export' || item.body.owner !== caller.sub)
    throw new Problem('not-found', { zh: '没有这次导出。', en: 'There is no such export.' });
  const days = (deps.clock().getTime() - Date.parse(item.body.createdAt)) / (24 * 3600 * 1000);
  if (days >= keptDays.exports)
    throw new Problem('not-found', {
      zh: `导出文件只保存 ${keptDays.exports} 天，已经删除。请重新导出。`,
      en: `Exports are kept for ${keptDays.exports} days; this one is gone: export anew.`,
    });
};

export const holeExportRoutes = [
  implement(contract.startHoleExport, start),
  implement(contract.getHoleExport, async (deps: SubsurfaceDeps, { caller, params }) => {
    await expectOwn(deps, caller, params.id);
    return { parts: await deps.holeExports.parts(params.id) };
  }),
  implement(contract.getHoleExportPart, async (deps: SubsurfaceDeps, { caller, params }) => {
    await expectOwn(deps, caller, params.id);
    const found = await deps.holeExports.read(params.id, params.no);
    if (found === undefined)
      throw new Problem('not-found', { zh: '没有这一部分。', en: 'There is no such piece.' });
    return found;
  }),
];
