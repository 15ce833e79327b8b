import type { UseRequestDetail } from '@geoarchive/contract/service.ts';
import * as service from '@geoarchive/contract/service.ts';
import type { Call } from '@geoarchive/platform/call.ts';
import { implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { act } from '../cases/act.ts';
import type { CaseItem } from '../cases/case-store.ts';
import { questionOf } from './consent-question.ts';
import type { ServiceDeps } from './deps.ts';
import { itemOf, movedItems } from './items.ts';
import { canBeAsked } from './received.ts';
import { requestDetail, requestOf } from './request.ts';

/** Records are worked on while somebody has the request in hand. */
export const expectInHand = ({ state }: CaseItem): void => {
  if (state !== 'in-hand')
    throw new Problem('wrong-state', {
      zh: '请先受理申请（或等申请人补充后恢复办理），再办理各件资料。',
      en: 'Take the request in hand first (or go on after the answer), then work on its records.',
    });
};

/** Asks the submitter of a record for its consent, inside the system: it sees the question on the submission site. */
const ask = async (deps: ServiceDeps, call: Call<typeof service.askConsent>): Promise<UseRequestDetail> => {
  const { caller, params, body } = call;
  const request = await requestOf(deps, call);
  expectInHand(request);
  const item = itemOf(request.body.uses, params.item);
  const dossier = await deps.dossiers.get(item.recordId);
  if (!canBeAsked(dossier, request.body.node))
    throw new Problem('rule-broken', {
      zh: '目录中已没有这件资料，不能征求同意。',
      en: 'The record is not in the catalogue any more: nobody is asked about it.',
    });
  const { itemId } = item;
  const asked = {
    organisation: dossier.body.submitter,
    text: body.text,
    at: deps.clock().toISOString(),
  };
  const moved = await act(deps, request, {
    action: service.askConsent.audit,
    by: caller,
    change: { uses: movedItems(request.body.uses, item, 'ask-consent', { asked }) },
    detail: { itemId, organisation: dossier.body.submitter },
    events: [{ type: 'ConsentAsked', data: questionOf(request, { ...item, asked }) }],
  });
  return requestDetail(deps, moved, caller);
};

/** A consent on paper (书面同意): one that came with a letter of this request, or that staff attached, after they looked at it. */
const attach = async (
  deps: ServiceDeps,
  call: Call<typeof service.attachConsent>,
): Promise<UseRequestDetail> => {
  const { caller, params, body } = call;
  const request = await requestOf(deps, call);
  expectInHand(request);
  const item = itemOf(request.body.uses, params.item);
  const known = (await deps.messages.list(request.id)).flatMap(({ evidence }) => evidence);
  const paper = known.find(({ id }) => id === body.evidence);
  if (paper === undefined)
    throw new Problem(
      'invalid-input',
      {
        zh: '往来中没有这份材料；请先请申请人上传，或以备注附上。',
        en: 'There is no such paper in the conversation: have it sent, or attach it with a note.',
      },
      [{ field: 'body.evidence', message: body.evidence }],
    );
  const at = deps.clock().toISOString();
  const moved = await act(deps, request, {
    action: service.attachConsent.audit,
    by: caller,
    change: {
      uses: movedItems(request.body.uses, item, 'attach-consent', {
        consent: { answer: 'given', at, by: caller.name, paper: paper.id, text: body.text },
      }),
    },
    detail: { itemId: item.itemId, paper: paper.id, sha256: paper.sha256 },
    events: item.state === 'waiting' ? [{ type: 'ConsentClosed', data: { itemId: item.itemId } }] : [],
  });
  return requestDetail(deps, moved, caller);
};

export const consentWorkRoutes = [
  implement(service.askConsent, ask),
  implement(service.attachConsent, attach),
];
