import type { Dossier } from '@geoarchive/contract/archive.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { publicationStandings, type ReleaseState, releaseLifecycle } from '@geoarchive/domain/release.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const states = statesOf(releaseLifecycle);
export const releaseTones: Readonly<Record<ReleaseState, Tone>> = {
  closed: 'neutral',
  proposed: 'attention',
  releasing: 'active',
  released: 'good',
  withdrawing: 'active',
  withdrawn: 'bad',
};

/** The columns of a list of dossiers. */
export const useDossierColumns = (): Column<Dossier>[] => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return useMemo(() => {
    return [
      {
        key: 'number',
        heading: t('dossier.archiveNumber'),
        text: (row) => row.archiveNumber,
        show: (row) => <Link to={`/dossiers/${row.id}`}>{row.archiveNumber}</Link>,
        width: 120,
      },
      { key: 'title', heading: t('description.title'), text: (row) => row.title, width: 205 },
      { key: 'submitter', heading: t('review.submitter'), text: (row) => row.submitter, width: 130 },
      {
        key: 'submitted',
        heading: t('dossier.submitted'),
        text: (row) => day(row.submitted),
        order: (row) => row.submitted,
        width: 110,
      },
      {
        key: 'files',
        heading: t('review.files'),
        text: (row) => formatCount(row.fileCount),
        order: (row) => row.fileCount,
        numeric: true,
        width: 80,
      },
      {
        key: 'bytes',
        heading: t('file.size'),
        text: (row) => formatBytes(row.bytes),
        order: (row) => row.bytes,
        numeric: true,
        width: 90,
      },
      {
        key: 'term',
        heading: t('dossier.window'),
        text: (row) =>
          row.window === undefined ? '' : `${day(row.window.earliest)} – ${day(row.window.latest)}`,
        show: (row) => (
          <>
            {row.window === undefined ? '—' : `${day(row.window.earliest)} – ${day(row.window.latest)}`}{' '}
            {row.publication === 'late' && <StateTag tone="bad">{t('dossier.term.late')}</StateTag>}
          </>
        ),
        filter: publicationStandings.map((value) => ({
          value,
          label: t(`dossier.term.${value}`),
        })),
        filterBy: (row) => row.publication,
        order: (row) => row.window?.latest ?? '',
        width: 165,
      },
      {
        key: 'release',
        heading: t('dossier.release'),
        text: (row) => say(releaseLifecycle.states[row.release]),
        show: (row) => (
          <StateTag tone={releaseTones[row.release]}>{say(releaseLifecycle.states[row.release])}</StateTag>
        ),
        filter: states.map((value) => ({ value, label: say(releaseLifecycle.states[value]) })),
        filterBy: (row) => row.release,
        width: 100,
      },
    ];
  }, [t, say, day]);
};
