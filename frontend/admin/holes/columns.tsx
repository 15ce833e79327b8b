import { holeTypes } from '@geoarchive/domain/subsurface/codes.ts';
import { partKinds } from '@geoarchive/domain/subsurface/hole.ts';
import { holeLifecycle } from '@geoarchive/domain/subsurface/release.ts';
import { childTables } from '@geoarchive/domain/subsurface/tables.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Item } from './source.ts';

export const holeTones: Readonly<Record<Item['state'], Tone>> = {
  closed: 'neutral',
  proposed: 'attention',
  releasing: 'active',
  released: 'good',
  withdrawing: 'active',
  withdrawn: 'neutral',
  removed: 'neutral',
};

/** The columns of a list of holes, which come in the order they were found in. */
export const useHoleColumns = (): Column<Item>[] => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'hole',
        heading: t('holes.number'),
        text: ({ header }) => header.hole,
        show: ({ id, header }) => <Link to={`/holes/${id}`}>{header.hole}</Link>,
        width: 125,
      },
      { key: 'project', heading: t('holes.project'), text: ({ header }) => header.project ?? '', width: 120 },
      {
        key: 'type',
        heading: t('holes.by.holeType'),
        text: ({ header }) => say(holeTypes[header.holeType]),
        width: 70,
      },
      {
        key: 'depth',
        heading: t('holes.depth'),
        text: ({ header }) => (header.finalDepth === undefined ? '' : String(header.finalDepth)),
        numeric: true,
        width: 80,
      },
      {
        key: 'mineral',
        heading: t('hole.facet.mineral'),
        text: ({ header }) => header.mineral ?? '',
        width: 76,
      },
      {
        key: 'has',
        heading: t('hole.facet.part'),
        text: ({ counts }) =>
          partKinds
            .filter((kind) => counts[kind] > 0)
            .map((kind) => (kind === 'logs' ? t('hole.logs') : say(childTables[kind].title)))
            .join('、'),
        width: 112,
      },
      {
        key: 'finished',
        heading: t('holes.finished'),
        text: ({ header }) => (header.finishedOn === undefined ? '' : day(header.finishedOn)),
        width: 100,
      },
      {
        key: 'state',
        heading: t('holes.by.release'),
        text: ({ state }) => say(holeLifecycle.states[state]),
        show: ({ state }) => <StateTag tone={holeTones[state]}>{say(holeLifecycle.states[state])}</StateTag>,
        width: 86,
      },
    ],
    [t, say, day],
  );
};
