import type { Bilingual } from './text.ts';

/** The three planes, from the outside to the public, with their names for people. */
export const planes = ['intake', 'archive', 'portal'] as const;
export type Plane = (typeof planes)[number];

export const planeNames: Readonly<Record<Plane, Bilingual>> = {
  intake: { zh: '汇交区', en: 'Intake' },
  archive: { zh: '馆藏区', en: 'Archive' },
  portal: { zh: '门户区', en: 'Portal' },
};
