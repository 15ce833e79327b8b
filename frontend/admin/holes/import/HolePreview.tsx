import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { allOf, useOwnList } from '@geoarchive/frontend-shared/list/own-list.ts';
import { AreaMap } from '@geoarchive/frontend-shared/map/AreaMap.tsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PreviewRow } from './use-hole-import.ts';

const outcomes = ['new', 'same', 'refused'] as const;
const tones: Readonly<Record<PreviewRow['outcome'], Tone>> = {
  new: 'good',
  same: 'attention',
  refused: 'bad',
};
/** More dots than this are one blot, and slow. */
const mostDots = 2000;

const Places = ({ rows }: { rows: readonly PreviewRow[] }) => {
  const { t } = useTranslation();
  const areas = useMemo(
    () =>
      rows
        .flatMap(({ at, hole, place }) =>
          place === undefined
            ? []
            : [
                {
                  id: String(at),
                  label: hole,
                  box: [place.longitude, place.latitude, place.longitude, place.latitude] as const,
                },
              ],
        )
        .slice(0, mostDots),
    [rows],
  );
  return areas.length === 0 ? null : (
    <div style={{ marginTop: 16 }}>
      <AreaMap label={t('holes.files.map')} areas={areas} />
    </div>
  );
};

/** What an import would do, hole by hole, and where they are. */
export const HolePreview = ({ rows }: { rows: readonly PreviewRow[] }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [state, change] = useOwnList();
  const columns = useMemo((): Column<PreviewRow>[] => {
    const away = (metres: number | undefined) => t('holes.metresAway', { metres: (metres ?? 0).toFixed(1) });
    return [
      {
        key: 'outcome',
        heading: t('import.outcome'),
        text: ({ outcome }) => t(`holes.outcomes.${outcome}`),
        show: ({ outcome }) => <StateTag tone={tones[outcome]}>{t(`holes.outcomes.${outcome}`)}</StateTag>,
        filter: outcomes.map((value) => ({ value, label: t(`holes.outcomes.${value}`) })),
        filterBy: ({ outcome }) => outcome,
        width: 110,
      },
      { key: 'hole', heading: t('holes.number'), text: ({ hole }) => hole, width: 140 },
      { key: 'project', heading: t('holes.project'), text: ({ project }) => project ?? '', width: 200 },
      {
        key: 'same',
        heading: t('holes.same'),
        text: ({ id, metres }) => (id === undefined ? '' : away(metres)),
        order: ({ metres }) => metres ?? -1,
        show: ({ id, metres }) => (id === undefined ? null : <Link to={`/holes/${id}`}>{away(metres)}</Link>),
        width: 160,
      },
      {
        key: 'remarks',
        heading: t('registers.remarks'),
        text: ({ remarks }) => remarks.map(({ message }) => say(message)).join(' '),
        sortable: false,
        width: 320,
      },
    ];
  }, [t, say]);
  return (
    <>
      <DataList
        label={t('import.preview')}
        source={allOf(rows)}
        columns={columns}
        state={state}
        onChange={change}
        rowKey={({ at }) => String(at)}
        empty={{ title: t('import.nothing') }}
      />
      <Places rows={rows} />
    </>
  );
};
