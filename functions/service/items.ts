import type { UseItem } from '@geoarchive/contract/service-parts.ts';
import { canMove } from '@geoarchive/domain/lifecycle.ts';
import { type UseItemMove, useItemLifecycle } from '@geoarchive/domain/service/item.ts';
import { Problem } from '@geoarchive/platform/problem.ts';

/** The record of a request that a call names. */
export const itemOf = (uses: readonly UseItem[] | undefined, itemId: string): UseItem => {
  const found = uses?.find((one) => one.itemId === itemId);
  if (found === undefined)
    throw new Problem('not-found', {
      zh: '这份申请中没有这件资料。',
      en: 'There is no such record in this request.',
    });
  return found;
};

/** The records after one of them moved. Throws `wrong-state` where the table does not allow it. */
export const movedItems = (
  uses: readonly UseItem[] | undefined,
  item: UseItem,
  move: UseItemMove,
  more: Partial<UseItem>,
): UseItem[] => {
  if (!canMove(useItemLifecycle, move, item.state)) {
    const { label } = useItemLifecycle.moves[move];
    const now = useItemLifecycle.states[item.state];
    throw new Problem('wrong-state', {
      zh: `这件资料当前为“${now.zh}”，不能“${label.zh}”。`,
      en: `This record is "${now.en}" now, so "${label.en}" is not possible.`,
    });
  }
  const moved = { ...item, ...more, state: useItemLifecycle.moves[move].to };
  return (uses ?? []).map((one) => (one.itemId === item.itemId ? moved : one));
};
