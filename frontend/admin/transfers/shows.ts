import type { transfers } from '@geoarchive/contract/routes.ts';
import type { CallInput } from '@geoarchive/frontend-shared/api/context.ts';

export type Way = 'out' | 'in';
/** What the list shows of each way, the first by itself; `all` of what is owed or was. */
export const shows = {
  out: ['open', 'sent', 'received', 'refused', 'exempt', 'all'],
  in: ['sent', 'received', 'refused'],
} as const;
export type Show = (typeof shows)[Way][number];
export type AskedTransfers = NonNullable<CallInput<typeof transfers.listTransfers>['query']>;

const isOf = (way: Way, show: string): show is Show => shows[way].some((one) => one === show);

/** What an address asks for; without a word of the way it is that of the archive: one of a province sends, the national one receives. */
export const asked = (
  params: URLSearchParams,
  provincial: boolean,
): { way: Way; show: Show; from?: string; to?: string } => {
  const given = params.get('way');
  const way = given === 'out' || given === 'in' ? given : provincial ? 'out' : 'in';
  const wanted = params.get('show') ?? '';
  const [from, to] = [params.get('from'), params.get('to')];
  return {
    way,
    show: isOf(way, wanted) ? wanted : shows[way][0],
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
};

/** Where transfers of an archive are listed that it still owes, due in these days, both included. */
export const owedPath = (of: { node: string; from?: string; to?: string }): string =>
  `/transfers?${new URLSearchParams({ way: 'out', show: 'open', ...of })}`;
