import type { StaffUseItem, UseRequestDetail } from '@geoarchive/contract/service.ts';
import type { UseItem } from '@geoarchive/contract/service-parts.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { type AskerKind, defaultGrant } from '@geoarchive/domain/service/codes.ts';
import { eligibilityOf, type UseFacts } from '@geoarchive/domain/service/eligibility.ts';
import { useItemLifecycle } from '@geoarchive/domain/service/item.ts';
import { priceListOn } from '@geoarchive/domain/service/prices.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { ofNode } from '../archive/access.ts';
import type { DossierItem } from '../archive/dossier-store.ts';
import type { CaseItem } from '../cases/case-store.ts';
import { caseDetail } from '../cases/view.ts';
import type { ServiceDeps } from './deps.ts';
import { canBeAsked } from './received.ts';

/** A request of the caller's archive, as they saw it. */
export const requestOf = async (
  deps: Pick<ServiceDeps, 'cases'>,
  { caller, params, ifMatch }: { caller: Caller; params: { id: string }; ifMatch?: number | undefined },
): Promise<CaseItem> => {
  const found = ofNode(caller, await deps.cases.get(params.id));
  if (found.body.use === undefined)
    throw new Problem('not-found', { zh: '没有这份利用申请。', en: 'There is no such request for use.' });
  expectVersion(found, ifMatch);
  return found;
};

/** Whose request it is decides what it takes. */
export const askerKindOf = ({ body: { use } }: CaseItem): AskerKind => use?.askerKind ?? 'person';

/** What counts of a dossier for its use. */
export const useFactsOf = ({ state, body }: DossierItem): UseFacts => ({
  secrecy: body.secrecy,
  protectedUntil: body.protectedUntil,
  copyright: body.copyright,
  earlyConsent: body.earlyConsent,
  open: state === 'released' && body.fileCount > 0 && body.releasedFiles === body.fileCount,
});

const itemView = async (
  deps: ServiceDeps,
  request: CaseItem,
  item: UseItem,
  caller: Caller,
): Promise<StaffUseItem> => {
  const found = await deps.dossiers.get(item.recordId);
  const inHand = request.state === 'in-hand';
  const moves = inHand ? movesFrom(useItemLifecycle, item.state, caller.roles) : [];
  if (!canBeAsked(found, request.body.node)) {
    // It left the catalogue since, or was found to be a secret: nothing of it is granted any more, and nothing of it is said.
    const findings = [
      {
        code: 'not-in-catalogue',
        need: 'refused' as const,
        why: { zh: '目录中没有这件资料。', en: 'There is no such record in the catalogue.' },
        source: '条例第二十三条',
      },
    ];
    return { ...item, needs: ['refused'], findings, moves: moves.filter((move) => move === 'refuse') };
  }
  const today = dayOf(deps.clock());
  const { needs, findings } = eligibilityOf(useFactsOf(found), askerKindOf(request), today);
  const lacks = needs.includes('consent') && item.consent?.answer !== 'given';
  const { archiveNumber, submitter, protectedUntil, fileCount } = found.body;
  return {
    ...{ ...item, archiveNumber, submitter, fileCount, needs, findings },
    moves: lacks ? moves.filter((move) => move !== 'grant') : moves,
    ...(protectedUntil === undefined ? {} : { protectedUntil }),
  };
};

/** A request with its conversation, and what each of its records takes. */
export const requestDetail = async (
  deps: ServiceDeps,
  request: CaseItem,
  caller: Caller,
): Promise<UseRequestDetail> => {
  const prices = priceListOn(deps.settings.prices ?? [], dayOf(deps.clock()));
  return {
    ...(await caseDetail(deps, request, caller)),
    items: await Promise.all((request.body.uses ?? []).map((item) => itemView(deps, request, item, caller))),
    defaults: { ...defaultGrant, ...deps.settings.use },
    ...(prices && { prices: { ...prices, items: [...prices.items] } }),
  };
};
