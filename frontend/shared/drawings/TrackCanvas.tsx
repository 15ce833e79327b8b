import type { Path } from '@geoarchive/domain/subsurface/curvature.ts';
import type { Samples } from '@geoarchive/drawings/tracks/trace.ts';
import type { Track } from '@geoarchive/drawings/tracks/tracks.ts';
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { depthAt, headHeight, leastWidth, paintTracks } from './paint-tracks.ts';
import { keyed, panned, type View, zoomed } from './track-view.ts';

type Props = {
  label: string;
  tracks: readonly Track[];
  samples: ReadonlyMap<string, Samples>;
  path: Path;
  whole: View;
  view: View;
  onView: (view: View) => void;
  at: number;
  onAt: (depth: number | undefined) => void;
};

const bodyHeight = 520;
const wheelZoom = 0.0015;

/** How wide a place is, as the page changes. */
const useWidth = () => {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const place = ref.current;
    if (place === null) return;
    const watch = new ResizeObserver(() => setWidth(place.clientWidth));
    watch.observe(place);
    return () => watch.disconnect();
  }, []);
  return [ref, width] as const;
};

/**
 * Tracks on a canvas: dragging moves along the hole, the wheel zooms once one has clicked into it (or with Ctrl, so that the page still
 * scrolls over it), and keys do both. The picture is one thing to assistive technology, the part of the hole that it shows another.
 */
export const TrackCanvas = ({ label, tracks, samples, path, whole, view, onView, at, onAt }: Props) => {
  const { t } = useTranslation();
  const hint = useId();
  const [place, placeWidth] = useWidth();
  const canvas = useRef<HTMLCanvasElement>(null);
  const hand = useRef<HTMLDivElement>(null);
  const drag = useRef<{ y: number; view: View } | undefined>(undefined);
  const width = Math.max(placeWidth, leastWidth(tracks));
  const height = headHeight(tracks) + bodyHeight;
  const words = { md: t('drawings.md'), tvd: t('drawings.tvd') };
  const perPixel = (view.to - view.from) / bodyHeight;

  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const pen = canvas.current?.getContext('2d');
      if (pen === null || pen === undefined || placeWidth === 0) return;
      const dots = window.devicePixelRatio;
      pen.setTransform(dots, 0, 0, dots, 0, 0);
      paintTracks(pen, { width, height, tracks, samples, view, path, at, words });
    });
    return () => cancelAnimationFrame(frame);
  });

  useEffect(() => {
    const target = hand.current;
    if (target === null) return;
    // Not by onWheel: React's listener may not keep the page from scrolling.
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && document.activeElement !== target) return;
      event.preventDefault();
      const middle = depthAt({ tracks, view, height }, event.offsetY);
      onView(
        event.shiftKey
          ? panned(view, event.deltaY * perPixel, whole)
          : zoomed(view, Math.exp(event.deltaY * wheelZoom), middle, whole),
      );
    };
    target.addEventListener('wheel', turn, { passive: false });
    return () => target.removeEventListener('wheel', turn);
  }, [tracks, view, height, whole, perPixel, onView]);

  const move = (event: PointerEvent<HTMLDivElement>) => {
    const from = drag.current;
    if (from === undefined) onAt(depthAt({ tracks, view, height }, event.nativeEvent.offsetY));
    else onView(panned(from.view, (from.y - event.clientY) * perPixel, whole));
  };
  return (
    <div className="ga-tracks" ref={place}>
      <div className="ga-tracks-inner" style={{ width, height }}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={label}
          width={Math.round(width * window.devicePixelRatio)}
          height={Math.round(height * window.devicePixelRatio)}
          style={{ width, height }}
        />
        <div
          ref={hand}
          className="ga-tracks-hand"
          role="slider"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={t('drawings.shown')}
          aria-describedby={hint}
          aria-valuemin={Math.floor(whole.from)}
          aria-valuemax={Math.ceil(whole.to)}
          aria-valuenow={Math.round((view.from + view.to) / 2)}
          aria-valuetext={`${view.from.toFixed(1)}–${view.to.toFixed(1)} m`}
          onKeyDown={(event) => {
            const next =
              event.ctrlKey || event.metaKey || event.altKey ? undefined : keyed(event.key, view, whole);
            if (next === undefined) return;
            event.preventDefault();
            onView(next);
          }}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { y: event.clientY, view };
          }}
          onPointerMove={move}
          // Comes after every end of a drag, also when the browser takes it over to move the page.
          onLostPointerCapture={() => {
            drag.current = undefined;
          }}
          onPointerLeave={() => onAt(undefined)}
        />
      </div>
      <p id={hint} className="ga-soft ga-map-text">
        {t('drawings.keys')}
      </p>
    </div>
  );
};
