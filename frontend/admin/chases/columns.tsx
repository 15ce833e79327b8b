import type { Chase } from '@geoarchive/contract/chases.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { chaseLifecycle, chaseTracks } from '@geoarchive/domain/supervision/chase.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChaseStateTag } from './ChaseStateTag.tsx';

const states = statesOf(chaseLifecycle);

/** The columns of a list of chases. */
export const useChaseColumns = (): Column<Chase>[] => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'organisation',
        heading: t('chases.party'),
        text: ({ organisation, organisationName }) =>
          organisationName === undefined ? organisation : `${organisationName} · ${organisation}`,
        show: ({ id, organisation, organisationName }) => (
          <Link to={`/chases/${id}`}>{organisationName ?? organisation}</Link>
        ),
        width: 190,
      },
      {
        key: 'state',
        heading: t('chases.state'),
        text: ({ state }) => say(chaseLifecycle.states[state]),
        show: ({ state }) => <ChaseStateTag of={state} />,
        filter: states.map((value) => ({ value, label: say(chaseLifecycle.states[value]) })),
        filterBy: ({ state }) => state,
        width: 130,
      },
      { key: 'track', heading: t('chases.track'), text: ({ track }) => say(chaseTracks[track]), width: 175 },
      {
        key: 'tasks',
        heading: t('chases.tasks'),
        text: ({ taskIds }) => formatCount(taskIds.length),
        order: ({ taskIds }) => taskIds.length,
        numeric: true,
        width: 90,
      },
      {
        key: 'paper',
        heading: t('chases.lastPaper'),
        text: ({ steps }) => steps.at(-1)?.paper ?? '',
        width: 175,
      },
      {
        key: 'until',
        heading: t('chases.until'),
        text: ({ steps }) => {
          const until = steps.at(-1)?.until;
          return until === undefined ? '' : day(until);
        },
        order: ({ steps }) => steps.at(-1)?.until ?? '',
        width: 115,
      },
      {
        key: 'opened',
        heading: t('chases.opened'),
        text: ({ steps }) => day(steps[0]?.on ?? ''),
        order: ({ openedAt }) => openedAt,
        width: 130,
      },
      { key: 'node', heading: t('publication.node'), text: ({ node }) => node, width: 90 },
    ],
    [t, say, day],
  );
};
