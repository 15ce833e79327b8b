import { type RockKind, rockClasses } from '@geoarchive/domain/subsurface/rock-classes.ts';
import { rockKindOf } from '@geoarchive/domain/subsurface/rocks.ts';
import type { ChildRow } from '@geoarchive/domain/subsurface/tables.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Rows } from '../detail/Rows.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { InWords } from './InWords.tsx';

type Sum = { kind: RockKind; layers: number; metres: number };
const sumsOf = (layers: readonly ChildRow<'layers'>[]): Sum[] => {
  const sums = new Map<RockKind, Sum>();
  for (const layer of layers) {
    const kind = rockKindOf(layer);
    const sum = sums.get(kind) ?? { kind, layers: 0, metres: 0 };
    sum.layers += 1;
    sum.metres += layer.to - layer.from;
    sums.set(kind, sum);
  }
  return [...sums.values()].toSorted((a, b) => b.metres - a.metres);
};

/** What the column shows in words: rocks by how much of the hole they make. The layers one by one stand in their own table. */
export const RockTable = ({ layers }: { layers: readonly ChildRow<'layers'>[] }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const sums = useMemo(() => sumsOf(layers), [layers]);
  const all = sums.reduce((sum, { metres }) => sum + metres, 0);
  return (
    <InWords title={t('drawings.rocks')}>
      {() => (
        <Rows
          label={t('drawings.rocks')}
          rows={sums}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'rock', title: t('drawings.rock'), show: ({ kind }) => say(rockClasses[kind].name) },
            { key: 'layers', title: t('drawings.layers'), show: ({ layers: count }) => count },
            { key: 'metres', title: t('drawings.metres'), show: ({ metres }) => metres.toFixed(2) },
            {
              key: 'share',
              title: t('drawings.share'),
              show: ({ metres }) => (all > 0 ? ((metres / all) * 100).toFixed(1) : ''),
            },
          ]}
        />
      )}
    </InWords>
  );
};
