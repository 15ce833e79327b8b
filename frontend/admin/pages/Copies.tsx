import type { CopyRequest } from '@geoarchive/contract/copies.ts';
import { copies } from '@geoarchive/contract/routes.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { copyLifecycle, pagesText, sheetsOf } from '@geoarchive/domain/service/copy.ts';
import { yuanOf } from '@geoarchive/domain/service/prices.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { CopyActions } from '../use/CopyActions.tsx';
import { CopyState } from '../use/CopyState.tsx';

const shows = [...statesOf(copyLifecycle), 'all'] as const;
type Show = (typeof shows)[number];

const useColumns = (): Column<CopyRequest>[] => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  return useMemo(
    () => [
      { key: 'number', heading: t('copy.number'), text: (row) => row.number, width: 180 },
      {
        key: 'state',
        heading: t('use.state'),
        text: (row) => say(copyLifecycle.states[row.state]),
        show: (row) => <CopyState of={row.state} />,
        width: 130,
      },
      {
        key: 'action',
        heading: t('use.actions'),
        text: () => '',
        actions: true,
        show: (row) => <CopyActions of={row} />,
        sortable: false,
        width: 250,
      },
      {
        key: 'pages',
        heading: t('copy.pages'),
        text: (row) => t('copy.pagesOf', { pages: pagesText(row.pages), copies: row.copies }),
        order: (row) => sheetsOf(row),
        width: 150,
      },
      { key: 'name', heading: t('use.person'), text: (row) => row.name, width: 120 },
      {
        key: 'title',
        heading: t('use.record'),
        text: (row) => `${row.title} ${row.path}`,
        show: (row) => (
          <>
            {row.title} <code>{row.path}</code>
          </>
        ),
        width: 300,
      },
      { key: 'text', heading: t('copy.text'), text: (row) => row.text, width: 200 },
      {
        key: 'cost',
        heading: t('copy.cost'),
        text: (row) => (row.cost === undefined ? '' : t('copy.yuan', { total: yuanOf(row.cost.total) })),
        order: (row) => row.cost?.total ?? 0,
        width: 110,
      },
      { key: 'reasons', heading: t('copy.reasons'), text: (row) => row.decided?.reasons ?? '', width: 200 },
      {
        key: 'grant',
        heading: t('use.grantNumber'),
        text: (row) => row.grantNumber,
        show: (row) => <Link to={`/use/grants/${row.grantId}`}>{row.grantNumber}</Link>,
        width: 190,
      },
      {
        key: 'asked',
        heading: t('copy.askedAt'),
        text: (row) => time(row.askedAt),
        order: (row) => row.askedAt,
        width: 150,
      },
    ],
    [t, say, time],
  );
};

const List = ({ show }: { show: Show }) => {
  const { t } = useTranslation();
  const list = useList<CopyRequest, typeof copies.listCopies>(copies.listCopies, useColumns(), {
    query: show === 'all' ? {} : { state: show },
  });
  return (
    <DataList
      {...list}
      label={t('copy.title')}
      rowKey={(row) => row.id}
      empty={{ title: t('copy.none'), hint: t('copy.noneHint') }}
    />
  );
};

/** Requests for copies from the reading room: those that wait for a decision, and by their state. */
const Copies = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const params = useParams();
  const show = shows.find((one) => one === params['show']) ?? 'asked';
  return (
    <Page title={t('copy.title')} back={{ to: '/use', label: t('nav.use') }} lead={t('copy.lead')}>
      <Segmented
        className="ga-notice"
        aria-label={t('cases.show')}
        value={show}
        options={shows.map((value) => ({
          value,
          label: value === 'all' ? t('copy.all') : say(copyLifecycle.states[value]),
        }))}
        onChange={(value) => void navigate(value === 'asked' ? '/use/copies' : `/use/copies/show/${value}`)}
      />
      <List key={show} show={show} />
    </Page>
  );
};
export default Copies;
