import { tokens } from '../analyse.ts';
import { dayOf } from '../day.ts';
import { BREAK, TEXT_FIELDS, termsOf, textsOf } from '../fields.ts';
import { type Change, idOf, rankOf } from '../port.ts';

const LAST = 2 ** 31 - 1;
const FIRST = -(2 ** 31);

/** The document of a change. A removed record leaves one without content, or a late old change would bring it back. */
export const documentOf = (change: Change, seenAt: number): Record<string, unknown> => {
  if (change.op === 'remove') return { id: change.id, removed: true, seenAt };
  const { record } = change;
  const texts = textsOf(record);
  const formed = record.formed === undefined ? undefined : dayOf(record.formed);
  const [west, south, east, north] = record.bbox ?? [];
  return {
    id: record.id,
    removed: false,
    seenAt,
    published: dayOf(record.published),
    ...(formed === undefined ? {} : { formed }),
    formedAsc: formed ?? LAST,
    formedDesc: formed ?? FIRST,
    number: record.archiveNumber,
    ...(record.bbox ? { west, south, east, north } : {}),
    // Parts of a text as values of their own: OpenSearch leaves a gap between them that no phrase reaches over.
    text: Object.fromEntries(
      TEXT_FIELDS.map((field) => [
        field,
        texts[field]
          .split(BREAK)
          .map((part) => tokens(part).join(' '))
          .filter((part) => part !== ''),
      ]),
    ),
    term: termsOf(record),
  };
};

/** The two lines of a change in a `_bulk` request; OpenSearch refuses it where it has a later one. */
export const bulkLines = (change: Change, seenAt: number): string => {
  const action = { index: { _id: idOf(change), version: rankOf(change), version_type: 'external_gte' } };
  return `${JSON.stringify(action)}\n${JSON.stringify(documentOf(change, seenAt))}\n`;
};
