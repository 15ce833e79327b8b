import type { StaffNotice } from '@geoarchive/contract/disclosure.ts';
import { noticeKindCodes, noticeKinds, publicNoticeLifecycle } from '@geoarchive/domain/disclosure/notice.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { NoticeState } from '@geoarchive/frontend-shared/disclosure/NoticeState.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export const partyOf = ({
  organisation,
  organisationName,
}: Pick<StaffNotice, 'organisation' | 'organisationName'>): string =>
  organisationName === undefined ? organisation : `${organisationName} · ${organisation}`;

/** The columns of a list of public notices. */
export const useNoticeColumns = (): Column<StaffNotice>[] => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'party',
        heading: t('disclosure.party'),
        text: partyOf,
        show: (row) => (
          <Link to={`/public-notices/${row.id}`}>{row.organisationName ?? row.organisation}</Link>
        ),
        width: 220,
      },
      {
        key: 'kind',
        heading: t('disclosure.kind'),
        text: ({ kind }) => say(noticeKinds[kind].name),
        filter: noticeKindCodes.map((value) => ({ value, label: say(noticeKinds[value].name) })),
        filterBy: ({ kind }) => kind,
        width: 130,
      },
      {
        key: 'state',
        heading: t('disclosure.state'),
        text: ({ state }) => say(publicNoticeLifecycle.states[state]),
        show: ({ state }) => <NoticeState of={state} />,
        filter: statesOf(publicNoticeLifecycle).map((value) => ({
          value,
          label: say(publicNoticeLifecycle.states[value]),
        })),
        filterBy: ({ state }) => state,
        width: 130,
      },
      {
        key: 'items',
        heading: t('disclosure.items'),
        text: ({ items }) => formatCount(items.length),
        order: ({ items }) => items.length,
        numeric: true,
        width: 90,
      },
      { key: 'number', heading: t('disclosure.number'), text: ({ number }) => number ?? '', width: 170 },
      {
        key: 'published',
        heading: t('disclosure.publishedOn'),
        text: ({ publishedOn }) => (publishedOn === undefined ? '' : day(publishedOn)),
        order: ({ publishedOn }) => publishedOn ?? '',
        width: 130,
      },
      {
        key: 'proposer',
        heading: t('disclosure.proposedBy'),
        text: ({ proposedBy }) => proposedBy.name,
        width: 120,
      },
      { key: 'node', heading: t('publication.node'), text: ({ node }) => node, width: 90 },
    ],
    [t, say, day],
  );
};
