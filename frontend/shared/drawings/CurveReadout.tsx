import { type Samples, valueAt } from '@geoarchive/drawings/tracks/trace.ts';
import type { Track } from '@geoarchive/drawings/tracks/tracks.ts';
import { useTranslation } from 'react-i18next';

const digits = 5;
export const shortNumber = (value: number): string =>
  Number.isNaN(value) ? '—' : String(Number(value.toPrecision(digits)));

type Props = {
  depth: number;
  tvd: number | undefined;
  tracks: readonly Track[];
  samples: ReadonlyMap<string, Samples>;
};

/** What the curves say at one depth: where the reader points, else in the middle of what is shown. */
export const CurveReadout = ({ depth, tvd, tracks, samples }: Props) => {
  const { t } = useTranslation();
  return (
    <dl className="ga-readout">
      <div>
        <dt>{t('drawings.md')}</dt>
        <dd>{depth.toFixed(2)}</dd>
      </div>
      {tvd !== undefined && (
        <div>
          <dt>{t('drawings.tvd')}</dt>
          <dd>{tvd.toFixed(2)}</dd>
        </div>
      )}
      {tracks
        .flatMap(({ curves }) => curves)
        .map(({ id, mnemonic, unit, colour }) => {
          const own = samples.get(id);
          return (
            <div key={id}>
              <dt>
                <span className="ga-swatch" style={{ background: colour }} />
                {mnemonic}
              </dt>
              <dd>
                {own === undefined ? '' : shortNumber(valueAt(own, depth))} {unit}
              </dd>
            </div>
          );
        })}
    </dl>
  );
};
