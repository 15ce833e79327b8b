import type { ConsentEnded, ConsentQuestion, UseItem } from '@geoarchive/contract/service-parts.ts';
import { isEnded } from '@geoarchive/domain/cases/lifecycle.ts';
import type { EventToRaise } from '@geoarchive/platform/store/aggregates.ts';
import type { CaseItem } from '../cases/case-store.ts';

type Asked = UseItem & { asked: NonNullable<UseItem['asked']> };
const wasAsked = (item: UseItem): item is Asked => item.asked !== undefined;

/** What a submitter is asked about a record of a request, as it is told to the submitter. */
export const questionOf = (
  { id, body: { use, number, asker, node } }: Pick<CaseItem, 'id' | 'body'>,
  { itemId, title, asked }: Asked,
): ConsentQuestion => ({
  ...{ requestId: id, itemId, node, number, title, text: asked.text, organisation: asked.organisation },
  purpose: use?.purpose ?? 'other',
  askerKind: use?.askerKind ?? 'person',
  asker: asker.name,
  ...(use?.unit === undefined ? {} : { unit: use.unit }),
  askedAt: asked.at,
});

/** How it ended, if it did: a paper, or an answer to an earlier question, only closed it. */
const endedAs = (request: CaseItem, { state, asked, consent }: Asked): ConsentEnded | undefined => {
  if (state === 'waiting') return isEnded(request.state) ? { state: 'closed' } : undefined;
  if (consent?.organisation === undefined || consent.at < asked.at) return { state: 'closed' };
  return { state: consent.answer, answeredAt: consent.at, answeredBy: consent.by };
};

/** What submitters were told of their questions by the time the request came to stand as it does. */
export const questionsTold = (request: CaseItem): EventToRaise[] =>
  (request.body.uses ?? []).filter(wasAsked).map((item) => {
    const ended = endedAs(request, item);
    return { type: 'ConsentAsked', data: { ...questionOf(request, item), ...(ended && { ended }) } };
  });
