import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfig } from '../config/context.ts';
import { dark, light } from '../theme/palette.ts';
import { useCalm } from '../theme/use-calm.ts';
import { useMode } from '../theme/use-mode.ts';
import type { MapOptions } from './open-map.ts';

export type Surroundings = Pick<MapOptions, 'place' | 'palette' | 'calm' | 'tianditu' | 'words'>;
export type Phase = 'loading' | 'drawn' | 'failed';

/**
 * Keeps a map in an element: opened when the element is there, opened anew for other colours and languages, removed at the end. `open` is loaded
 * on first use and must stay the same between renders.
 */
export const useMap = <View extends { remove: () => void }>(
  open: (of: Surroundings) => Promise<View>,
  title: string,
): { place: RefObject<HTMLDivElement | null>; view: View | undefined; phase: Phase } => {
  const { t } = useTranslation();
  const { mode } = useMode();
  const calm = useCalm();
  const { tianditu } = useConfig().map;
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let made: View | undefined;
    let gone = false;
    const words = { title, zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut') };
    open({ place: element, palette: mode === 'dark' ? dark : light, calm, tianditu, words })
      .then((opened) => {
        if (gone) return opened.remove();
        made = opened;
        setView(() => opened);
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      made?.remove();
      setView(undefined);
    };
  }, [open, title, t, mode, calm, tianditu]);
  return { place, view, phase: failed ? 'failed' : view === undefined ? 'loading' : 'drawn' };
};
