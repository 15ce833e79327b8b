import { type Samples, valuesIn } from '@geoarchive/drawings/tracks/trace.ts';
import type { Track } from '@geoarchive/drawings/tracks/tracks.ts';
import { useTranslation } from 'react-i18next';
import { Rows } from '../detail/Rows.tsx';
import { shortNumber } from './CurveReadout.tsx';
import { InWords } from './InWords.tsx';
import type { View } from './track-view.ts';

type Sum = { count: number; least: number; most: number; mean: number };
const sumOf = (samples: Samples, { from, to }: View): Sum => {
  let [count, least, most, total] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const value of valuesIn(samples, from, to)) {
    if (Number.isNaN(value)) continue;
    count += 1;
    total += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return count === 0
    ? { count, least: Number.NaN, most: Number.NaN, mean: Number.NaN }
    : { count, least, most, mean: total / count };
};

type Props = { tracks: readonly Track[]; samples: ReadonlyMap<string, Samples>; view: View };

/** The curves in numbers, over the part of the hole that is shown. */
export const CurveTable = ({ tracks, samples, view }: Props) => {
  const { t } = useTranslation();
  const rowsOf = () =>
    tracks
      .flatMap(({ curves }) => curves)
      .flatMap(({ id, mnemonic, unit }) => {
        const own = samples.get(id);
        return own === undefined ? [] : [{ id, mnemonic, unit, sum: sumOf(own, view) }];
      });
  return (
    <InWords title={t('drawings.numbers')}>
      {() => (
        <Rows
          label={t('drawings.numbers')}
          rows={rowsOf()}
          rowKey={({ id }) => id}
          columns={[
            { key: 'curve', title: t('hole.curve'), show: ({ mnemonic }) => mnemonic },
            { key: 'unit', title: t('hole.unit'), show: ({ unit }) => unit },
            { key: 'count', title: t('hole.samples'), show: ({ sum }) => sum.count },
            { key: 'least', title: t('drawings.least'), show: ({ sum }) => shortNumber(sum.least) },
            { key: 'mean', title: t('drawings.mean'), show: ({ sum }) => shortNumber(sum.mean) },
            { key: 'most', title: t('drawings.most'), show: ({ sum }) => shortNumber(sum.most) },
          ]}
        />
      )}
    </InWords>
  );
};
