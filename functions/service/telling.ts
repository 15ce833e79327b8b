import type { GrantNews } from '@geoarchive/domain/service/grant.ts';
import type { EventToRaise } from '@geoarchive/platform/store/aggregates.ts';
import type { GrantItem } from './grant-store.ts';

/** What the person of a grant is told outside, for the transaction of the change: `grant` is as it was before that. */
export const tellsPerson = (
  { id, version, body: { number, person, node, until } }: GrantItem,
  news: GrantNews,
  more: { until?: string } = {},
): EventToRaise => ({
  type: 'GrantTold',
  data: { grantId: id, version: version + 1, number, person, node, news, until, ...more },
});

/** What the portal and the person are told of one change. */
export const movedAndTold = (
  item: GrantItem,
  news: GrantNews,
  more: { until?: string } = {},
): EventToRaise[] => [{ type: 'GrantMoved', data: { grantId: item.id } }, tellsPerson(item, news, more)];
