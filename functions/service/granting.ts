import type { BodyOf } from '@geoarchive/contract/route.ts';
import type * as service from '@geoarchive/contract/service.ts';
import type { GrantFile, UseItem } from '@geoarchive/contract/service-parts.ts';
import { addWorkingDays } from '@geoarchive/domain/calendar/working-days.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { grantNumber } from '@geoarchive/domain/numbers.ts';
import { defaultGrant, useLimits } from '@geoarchive/domain/service/codes.ts';
import { eligibilityOf, missingFor, needs } from '@geoarchive/domain/service/eligibility.ts';
import { stampable, stampedBytes } from '@geoarchive/domain/service/grant.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import type { DossierItem, StoredFile } from '../archive/dossier-store.ts';
import type { CaseItem } from '../cases/case-store.ts';
import type { ServiceDeps } from './deps.ts';
import { canBeAsked } from './received.ts';
import { askerKindOf, useFactsOf } from './request.ts';

type Granting = Extract<BodyOf<typeof service.decideUseItem>, { outcome: 'grant' }>;

const refuse = (zh: string, en: string, fields: readonly string[] = []): Problem =>
  new Problem(
    'rule-broken',
    { zh, en },
    fields.map((field) => ({ field: 'body.checked', message: field })),
  );

/** Refuses what the rules bar, naming each need that is not met. */
const expectEligible = (
  deps: ServiceDeps,
  request: CaseItem,
  item: UseItem,
  { dossier, checked }: { dossier: DossierItem; checked: Granting['checked'] },
): void => {
  const found = eligibilityOf(useFactsOf(dossier), askerKindOf(request), dayOf(deps.clock()));
  const missing = missingFor(found, { consent: item.consent?.answer === 'given', checked });
  if (missing.length > 0)
    throw refuse(
      `尚不符合利用条件，缺：${missing.map((need) => needs[need].zh).join('；')}。`,
      `Not yet eligible, missing: ${missing.map((need) => needs[need].en).join('; ')}.`,
      missing,
    );
};

/** Files that may be given to this user at all: of a public dossier no file of a higher level, whatever was chosen. */
const mayGive = (file: StoredFile, request: CaseItem): boolean =>
  file.secrecy === 'public' || (file.secrecy === 'internal' && askerKindOf(request) === 'relief');

/** Every file that may be given; one more than a grant holds where there are more. */
const allFiles = async (deps: ServiceDeps, request: CaseItem, { id }: DossierItem): Promise<StoredFile[]> => {
  const found: StoredFile[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.dossierFiles.list(id, cursor);
    found.push(...page.items.filter((file) => mayGive(file, request)));
    cursor = page.cursor;
  } while (cursor !== undefined && found.length <= useLimits.filesPerGrant);
  return found;
};

const filesOf = async (
  deps: ServiceDeps,
  request: CaseItem,
  dossier: DossierItem,
  of: Granting,
): Promise<GrantFile[]> => {
  const chosen =
    of.files.length === 0
      ? await allFiles(deps, request, dossier)
      : await deps.dossierFiles.some(dossier.id, of.files, dossier.body.fileCount);
  if (of.files.length > 0 && chosen.length !== new Set(of.files).size)
    throw refuse('有的文件不在此案卷中。', 'Some files are not in this dossier.');
  if (chosen.some((file) => !mayGive(file, request)))
    throw refuse('有的文件密级不允许提供。', 'The secrecy of some files does not allow it.');
  if (chosen.length > useLimits.filesPerGrant)
    throw refuse(
      `一项许可最多 ${useLimits.filesPerGrant} 个文件，请选择。`,
      `A grant holds ${useLimits.filesPerGrant} files at most: choose some.`,
    );
  const files = chosen.map(({ no, path, size, format }) => ({
    ...{ no, path, size },
    format: format?.id ?? 'unknown',
    mime: format?.mime ?? 'application/octet-stream',
  }));
  const readable =
    of.mode !== 'read-online' ||
    files.some(({ format, size }) => stampable.has(format) && size <= stampedBytes);
  if (files.length === 0 || !readable)
    throw refuse(
      '没有可以这样提供的文件（在线阅览需要不超过 64 MB 的 PDF 或图像）。',
      'There is no file that can be given this way (reading online needs PDF or images of 64 MB at most).',
    );
  return files;
};

/** The day until which what was given at once is reviewed (事后复核). */
const reviewDue = async (deps: ServiceDeps, today: string): Promise<string> => {
  const days = deps.settings.use?.reviewDays ?? defaultGrant.reviewDays;
  return addWorkingDays(await deps.calendar(), today, days);
};

export type Made = { grant: { id: string; number: string }; writes: Write[] };

/**
 * A grant for one record and the person who asked, under the next number; its writes belong into the transaction of the decision.
 * Whoever loses the race for the number begins again (`againWhenRaced`).
 */
export const makeGrant = async (
  deps: ServiceDeps,
  { request, item, of, caller }: { request: CaseItem; item: UseItem; of: Granting; caller: Caller },
): Promise<Made> => {
  const dossier = await deps.dossiers.get(item.recordId);
  if (!canBeAsked(dossier, request.body.node))
    throw refuse(
      '目录中没有这件资料，不得提供。',
      'There is no such record in the catalogue: it is not given.',
    );
  expectEligible(deps, request, item, { dossier, checked: of.checked });
  const { node, asker, use } = request.body;
  if (asker.person === undefined || use === undefined) throw new Error(`Request ${request.id} is nobody's`);
  const today = dayOf(deps.clock());
  const found = eligibilityOf(useFactsOf(dossier), askerKindOf(request), today);
  if (found.needs.includes('foreign-route') && (of.approval ?? '') === '')
    throw refuse('请填写涉外提供审批文号。', 'Name the approval for foreign users.');
  const year = today.slice(0, 4);
  const next = await nextNumber(deps.table, `grant#${node}#${year}`);
  const grant = { id: ulid(deps.clock().getTime()), number: grantNumber(node, year, next.value) };
  const writes = deps.grants.creation(
    grant.id,
    {
      ...{ number: grant.number, requestId: request.id, itemId: item.itemId, node },
      ...{ person: asker.person, personName: asker.name, recordId: item.recordId, title: item.title },
      ...(use.unit === undefined ? {} : { unit: use.unit }),
      ...{ purpose: use.purpose, askerKind: use.askerKind, mode: of.mode, allowed: of.allowed },
      ...{ from: today, until: addDays(today, of.days - 1), left: [] },
      // What is read online always carries the watermark: it is all that binds a picture of the screen to a person.
      watermark: of.watermark || of.mode === 'read-online',
      ...(of.approval === undefined || of.approval === '' ? {} : { approval: of.approval }),
      ...(found.needs.includes('after-review') && { review: { due: await reviewDue(deps, today) } }),
      grantedBy: caller.sub,
      ...(of.conditions === undefined || of.conditions === '' ? {} : { conditions: of.conditions }),
      files: await filesOf(deps, request, dossier, of),
    },
    {
      action: 'service.grant',
      by: caller,
      detail: {
        number: grant.number,
        requestId: request.id,
        mode: of.mode,
        days: of.days,
        allowed: of.allowed,
      },
      events: [{ type: 'GrantMoved', data: { grantId: grant.id } }],
    },
  );
  return { grant, writes: [next.take, ...writes] };
};
