import { createDraft } from '@geoarchive/frontend-shared/form/draft.ts';
import { useMemo, useState } from 'react';
import { type Section, sections } from './sections.ts';

/** The parts a checker has ticked as looked through; kept on this computer until the review is decided. */
export const useTicks = (id: string) => {
  const draft = useMemo(() => createDraft(`ticks-${id}`, window.localStorage), [id]);
  const [held, setHeld] = useState<Section[]>(() => {
    const stored = draft.read() ?? {};
    return sections.filter((section) => stored[section] === true);
  });
  const set = (section: Section, on: boolean) => {
    const next = sections.filter((each) => (each === section ? on : held.includes(each)));
    draft.write(Object.fromEntries(next.map((each) => [each, true])));
    setHeld(next);
  };
  return { held, set };
};
export type Ticks = ReturnType<typeof useTicks>;
