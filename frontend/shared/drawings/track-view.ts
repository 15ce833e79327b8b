/** What of a hole a track shows: metres along it. */
export type View = { from: number; to: number };

/** Nearer than this there is nothing more to see. */
const shortest = 0.5;

/** A view kept within the hole, its length unchanged where it fits. */
export const within = ({ from, to }: View, whole: View): View => {
  const length = Math.min(Math.max(to - from, shortest), whole.to - whole.from);
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
};
export const panned = ({ from, to }: View, metres: number, whole: View): View =>
  within({ from: from + metres, to: to + metres }, whole);
/** Zoomed so that `at` stays where it is. Below 1 nearer, above 1 farther. */
export const zoomed = ({ from, to }: View, factor: number, at: number, whole: View): View => {
  const length = Math.min(Math.max((to - from) * factor, shortest), whole.to - whole.from);
  const share = (at - from) / (to - from);
  return within({ from: at - share * length, to: at + (1 - share) * length }, whole);
};

const step = 0.1;
const leaf = 0.9;
const nearer = 0.7;
/** What a key does to a view; undefined for keys that mean nothing here. */
export const keyed = (key: string, view: View, whole: View): View | undefined => {
  const length = view.to - view.from;
  const middle = (view.from + view.to) / 2;
  const moves: Readonly<Record<string, () => View>> = {
    ArrowUp: () => panned(view, -step * length, whole),
    ArrowDown: () => panned(view, step * length, whole),
    PageUp: () => panned(view, -leaf * length, whole),
    PageDown: () => panned(view, leaf * length, whole),
    Home: () => panned(view, whole.from - view.from, whole),
    End: () => panned(view, whole.to - view.to, whole),
    '+': () => zoomed(view, nearer, middle, whole),
    '=': () => zoomed(view, nearer, middle, whole),
    '-': () => zoomed(view, 1 / nearer, middle, whole),
    '0': () => whole,
  };
  return moves[key]?.();
};
