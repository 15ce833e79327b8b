/** The classes of the list of minerals (`minerals.ts`): counts are kept by these, not by each of its minerals. */
export const mineralClasses = [
  'energy',
  'ferrous',
  'non-ferrous',
  'precious',
  'rare',
  'non-metallic',
  'water-gas',
] as const;
export type MineralClass = (typeof mineralClasses)[number];
