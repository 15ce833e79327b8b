import type { CaseLetterBundle } from '@geoarchive/contract/case-bundle.ts';
import { isEnded } from '@geoarchive/domain/cases/lifecycle.ts';
import type { DossierStore } from '../archive/dossier-store.ts';
import { act } from '../cases/act.ts';
import type { CaseDeps } from '../cases/deps.ts';
import { itemOf, movedItems } from './items.ts';

const words = { given: '同意利用', refused: '不同意利用' } as const;

/**
 * Takes in what a submitter answered about a record of a request (书面同意, art. 18), from the letter that intake signed. It counts only
 * from the organisation that handed the record in, and only while it is asked; what comes late or twice changes nothing.
 */
export const takeConsent = async (
  deps: CaseDeps & { dossiers: Pick<DossierStore, 'get'> },
  letter: CaseLetterBundle,
): Promise<void> => {
  const { consent } = letter;
  if (consent === undefined) throw new Error(`Letter ${letter.letterId} answers nothing`);
  const request = await deps.cases.get(consent.requestId);
  if (request === undefined) throw new Error(`Request ${consent.requestId} is not here yet`);
  const item = itemOf(request.body.uses, consent.itemId);
  const dossier = await deps.dossiers.get(item.recordId);
  if (dossier?.body.submitter !== letter.organisation)
    throw new Error(`${letter.organisation} is not who submitted the record of item ${item.itemId}`);
  if (item.state !== 'waiting' || isEnded(request.state)) return;
  const { answer } = consent;
  const { at, by, organisation, text } = letter;
  await act(deps, request, {
    action: 'service.consent',
    by: { worker: 'receive' },
    change: {
      uses: movedItems(request.body.uses, item, answer === 'given' ? 'consent' : 'deny', {
        consent: { answer, at, by, organisation, text },
      }),
    },
    // Staff read it in the conversation; the asker learns the answer, not what the submitter wrote to the archive.
    messages: [
      {
        id: letter.letterId,
        at,
        from: 'asker',
        by: `${organisation} ${by}`,
        text: `${words[answer]}：${item.title}\n${text}`,
        evidence: [],
        internal: true,
      },
    ],
    detail: { itemId: item.itemId, answer, organisation },
  });
};
