import type { OwnConsent } from '@geoarchive/contract/service.ts';
import * as service from '@geoarchive/contract/service.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { writeLetter } from '../cases/write-letter.ts';
import { organisationOf } from '../intake/access.ts';
import type { OwnServiceDeps } from './own-deps.ts';

const answeredAlready = () =>
  new Problem('wrong-state', {
    zh: '这项征求已答复，或馆藏机构已不再需要答复。',
    en: 'It was answered already, or the archive needs no answer any more.',
  });

/**
 * The submitter's answer (书面同意, art. 18): an act of its own organisation, signed in, and nobody's by mandate. It crosses door 1 as a
 * letter of the thread of that record, signed like every letter.
 */
const answer = async (
  deps: OwnServiceDeps,
  { caller, params, body }: Call<typeof service.answerConsent>,
): Promise<OwnConsent> => {
  const organisation = organisationOf(caller);
  const asked = await deps.consents.get(params.id);
  if (asked === undefined || asked.organisation !== organisation)
    throw new Problem('not-found', {
      zh: '没有这项征求，或它不是向您的单位提出的。',
      en: 'There is no such question, or it is not asked of your organisation.',
    });
  if (asked.state !== 'asked') throw answeredAlready();
  const { requestId, itemId, node } = asked;
  const at = deps.clock().toISOString();
  try {
    await writeLetter(
      deps,
      { id: itemId, node, asker: { organisation } },
      {
        kind: 'consent',
        text: body.text,
        evidence: [],
        name: caller.name,
        by: caller,
        consent: { requestId, itemId, answer: body.answer },
        with: [deps.consents.answering(itemId, body.answer, at, caller.name)],
        action: service.answerConsent.audit,
      },
    );
  } catch (error) {
    if (error instanceof ConditionFailed) throw answeredAlready();
    throw error;
  }
  return { ...asked, state: body.answer, answeredAt: at, answeredBy: caller.name };
};

export const consentRoutes = [
  implement(service.listConsents, (deps: OwnServiceDeps, { caller, query }) =>
    deps.consents.list(organisationOf(caller), query),
  ),
  implement(service.answerConsent, answer),
];
