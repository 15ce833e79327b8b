/** Something that wants to stand at `at` and needs `height`. */
export type Wanted = { at: number; height: number };

type Block = { first: number; count: number; height: number; top: number };

/** Where a block of things that touch stands best: at the mean of the places they want, within the range. */
const settle = (wanted: readonly Wanted[], block: Block, from: number, to: number): Block => {
  let [above, sum] = [0, 0];
  for (const { at, height } of wanted.slice(block.first, block.first + block.count)) {
    sum += at - above;
    above += height;
  }
  const top = Math.max(from, Math.min(sum / block.count, to - block.height));
  return { ...block, top };
};

/**
 * Tops for things in the order in which they come, as near to where they want to stand as they get without lying on each other (least
 * squares, by pooling neighbours that touch). They must fit: their heights together are at most the range.
 */
export const spread = (wanted: readonly Wanted[], from: number, to: number): number[] => {
  const blocks: Block[] = [];
  for (const [first, { height }] of wanted.entries()) {
    let block = settle(wanted, { first, count: 1, height, top: 0 }, from, to);
    for (
      let last = blocks.at(-1);
      last !== undefined && last.top + last.height > block.top;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      const both = {
        first: last.first,
        count: last.count + block.count,
        height: last.height + block.height,
        top: 0,
      };
      block = settle(wanted, both, from, to);
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ first, count, top }) => {
    let at = top;
    return wanted.slice(first, first + count).map(({ height }) => {
      at += height;
      return at - height;
    });
  });
};

/** The indexes of those that get a place where not all fit: the most important, in their order. */
export const chosen = <T>(items: readonly T[], most: number, weight: (item: T) => number): Set<number> =>
  new Set(
    items
      .map((item, at) => ({ at, weight: weight(item) }))
      .toSorted((a, b) => b.weight - a.weight || a.at - b.at)
      .slice(0, Math.max(Math.floor(most), 0))
      .map(({ at }) => at),
  );

/** How many lines each may have, of those it would like, so that together they are at most `room`: the longest give way first. */
export const shareLines = (wishes: readonly number[], room: number): number[] => {
  let cap = Math.max(...wishes, 1);
  const sum = () => wishes.reduce((total, wish) => total + Math.min(wish, cap), 0);
  while (cap > 1 && sum() > room) cap -= 1;
  return wishes.map((wish) => Math.min(wish, cap));
};
