import { pathOf } from '@geoarchive/domain/subsurface/curvature.ts';
import type { DrawnHole } from '@geoarchive/drawings/column/hole.ts';
import { deviates, drawTracks } from '@geoarchive/drawings/tracks/draw.ts';
import { tracksOf } from '@geoarchive/drawings/tracks/tracks.ts';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { saveFile } from '../list/save-file.ts';
import { Failed, Loading } from '../states/states.tsx';
import { CurveReadout } from './CurveReadout.tsx';
import { CurveTable } from './CurveTable.tsx';
import { TrackCanvas } from './TrackCanvas.tsx';
import { type View, zoomed } from './track-view.ts';
import { type CurveOfHole, type ReadCurve, useCurves } from './use-curves.ts';

/** Curves that are shown first: as many as one can tell apart at a glance. */
const atFirst = 6;
const nearer = 0.5;
/** A printed log is legible at this many metres in a metre of paper, and one of any length at its own. */
const printScales = [200, 500, 1000, 2000, 5000, 10_000, 20_000] as const;
const longest = 1500;
const scaleFor = (metres: number) =>
  printScales.find((scale) => (metres * 1000) / scale <= longest) ?? 50_000;

type Props = { hole: DrawnHole; curves: readonly CurveOfHole[]; read: ReadCurve };

/** The log curves of a hole in tracks. */
export const TracksView = ({ hole, curves, read }: Props) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState(() => curves.slice(0, atFirst).map(({ id }) => id));
  const shown = useMemo(() => curves.filter(({ id }) => chosen.includes(id)), [curves, chosen]);
  const { samples, pending, error, retry } = useCurves(shown, read);
  const tracks = useMemo(() => tracksOf(shown), [shown]);
  const path = useMemo(() => pathOf(hole.children.survey, hole.header), [hole]);
  const whole = useMemo((): View => {
    const tops = curves.map(({ top }) => top ?? 0);
    const bases = curves.map(({ base }) => base ?? 0);
    const from = Math.min(...tops);
    return { from, to: Math.max(...bases, from + 1) };
  }, [curves]);
  const [view, setView] = useState(whole);
  const [pointed, setPointed] = useState<number>();
  const at = pointed ?? (view.from + view.to) / 2;
  const name = hole.header.hole ?? '';
  const label = t('drawings.tracksOf', { hole: name });
  const save = () => {
    const scale = scaleFor(view.to - view.from);
    const { svg } = drawTracks({ title: label, tracks, samples, ...view, scale, path, language });
    saveFile(`${label}.svg`, 'image/svg+xml', svg);
  };
  const zoom = (factor: number) => setView(zoomed(view, factor, (view.from + view.to) / 2, whole));
  return (
    <>
      <div className="ga-tools">
        <Select
          mode="multiple"
          className="ga-curves"
          aria-label={t('drawings.curves')}
          placeholder={t('drawings.curves')}
          maxTagCount={8}
          value={chosen}
          onChange={setChosen}
          options={curves.map(({ id, mnemonic, unit, file }) => ({
            value: id,
            label: unit === '' ? mnemonic : `${mnemonic} (${unit})`,
            title: file,
          }))}
        />
        <div className="ga-tools-end">
          <Button aria-label={t('drawings.nearer')} onClick={() => zoom(nearer)}>
            +
          </Button>
          <Button aria-label={t('drawings.farther')} onClick={() => zoom(1 / nearer)}>
            −
          </Button>
          <Button onClick={() => setView(whole)}>{t('drawings.whole')}</Button>
          <Button disabled={samples.size === 0} onClick={save}>
            {t('drawings.svg')}
          </Button>
        </div>
      </div>
      {error !== undefined && <Failed error={error} onRetry={retry} />}
      {pending && samples.size === 0 && <Loading rows={4} />}
      {samples.size > 0 && (
        <>
          <TrackCanvas
            label={label}
            tracks={tracks}
            samples={samples}
            path={path}
            whole={whole}
            view={view}
            onView={setView}
            at={at}
            onAt={setPointed}
          />
          <CurveReadout
            depth={at}
            tvd={deviates(path, whole.to) ? path.at(at).tvd : undefined}
            tracks={tracks}
            samples={samples}
          />
          <CurveTable tracks={tracks} samples={samples} view={view} />
        </>
      )}
    </>
  );
};
