/** The code lists of the system; apart from their entries, which not every function needs. */
export const codeListIds = [
  'regions',
  'data-classes',
  'minerals',
  'work-degrees',
  'secrecy',
  'retention',
  'carrier-types',
  'carrier-units',
  'languages',
  'archives',
  'custodians',
] as const;
export type CodeListId = (typeof codeListIds)[number];
