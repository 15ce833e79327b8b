import type { StaffCase } from '@geoarchive/contract/cases.ts';
import { service } from '@geoarchive/contract/routes.ts';
import { askerKinds, purposes } from '@geoarchive/domain/service/codes.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useStaffCaseColumns } from '../cases/columns.tsx';

const refreshMs = 30_000;
const shows = ['open', 'mine', 'unassigned', 'overdue', 'all'] as const;
type Show = (typeof shows)[number];

const useColumns = (): Column<StaffCase>[] => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const shared = useStaffCaseColumns();
  return useMemo(
    () => [
      ...shared
        .filter(({ key }) => key !== 'kind' && key !== 'subject')
        .map(
          (column): Column<StaffCase> =>
            column.key === 'number'
              ? { ...column, show: (row) => <Link to={`/use/requests/${row.id}`}>{row.number}</Link> }
              : column,
        ),
      {
        key: 'purpose',
        heading: t('use.purpose'),
        text: (row) => (row.use === undefined ? '' : say(purposes[row.use.purpose])),
        width: 130,
      },
      {
        key: 'askerKind',
        heading: t('use.askerKind'),
        text: (row) => (row.use === undefined ? '' : say(askerKinds[row.use.askerKind])),
        width: 130,
      },
      { key: 'unit', heading: t('use.unit'), text: (row) => row.use?.unit ?? '', width: 180 },
    ],
    [shared, t, say],
  );
};

const List = ({ show }: { show: Show }) => {
  const { t } = useTranslation();
  const list = useList<StaffCase, typeof service.listUseRequests>(
    service.listUseRequests,
    useColumns(),
    { query: { show } },
    null,
    { refreshMs },
  );
  return (
    <DataList
      {...list}
      label={t('nav.use')}
      rowKey={(row) => row.id}
      empty={{ title: t('use.noRequests'), hint: t('use.noRequestsHint') }}
    />
  );
};

/** The requests for use of the node: those that go on by their date, mine, those of nobody, those overdue, all. */
const UseRequests = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const params = useParams();
  const show = shows.find((one) => one === params['show']) ?? 'open';
  return (
    <Page
      title={t('nav.use')}
      lead={t('use.lead')}
      actions={
        <>
          <Button onClick={() => void navigate('/use/grants')}>{t('use.grants')}</Button>
          <Button onClick={() => void navigate('/use/copies')}>{t('copy.title')}</Button>
          <Button onClick={() => void navigate('/use/loans')}>{t('use.loans')}</Button>
          <Button onClick={() => void navigate('/use/figures')}>{t('use.figures')}</Button>
        </>
      }
    >
      <Segmented
        className="ga-notice"
        aria-label={t('cases.show')}
        value={show}
        options={shows.map((value) => ({ value, label: t(`cases.shows.${value}`) }))}
        onChange={(value) => void navigate(value === 'open' ? '/use' : `/use/show/${value}`)}
      />
      <List key={show} show={show} />
    </Page>
  );
};
export default UseRequests;
