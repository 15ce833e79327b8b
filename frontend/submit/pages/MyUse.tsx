import type { OwnCase } from '@geoarchive/contract/cases.ts';
import type { OwnGrant } from '@geoarchive/contract/delivery.ts';
import { delivery, service } from '@geoarchive/contract/routes.ts';
import { useModes } from '@geoarchive/domain/service/codes.ts';
import { grantLifecycle } from '@geoarchive/domain/service/grant.ts';
import { useCaseColumns } from '@geoarchive/frontend-shared/cases/columns.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { GrantState } from '@geoarchive/frontend-shared/use/GrantState.tsx';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';

const refreshMs = 20_000;

const Grants = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const columns = useMemo(
    (): Column<OwnGrant>[] => [
      {
        key: 'number',
        heading: t('use.grantNumber'),
        text: (row) => row.number,
        show: (row) => <Link to={`/use/grants/${row.id}`}>{row.number}</Link>,
        width: 190,
      },
      {
        key: 'state',
        heading: t('use.state'),
        text: (row) => say(grantLifecycle.states[row.state]),
        show: (row) => <GrantState of={row.state} />,
        width: 120,
      },
      { key: 'title', heading: t('use.record'), text: (row) => row.title, width: 320 },
      { key: 'mode', heading: t('use.mode'), text: (row) => say(useModes[row.mode]), width: 110 },
      {
        key: 'until',
        heading: t('use.until'),
        text: (row) => day(row.until),
        order: (row) => row.until,
        width: 120,
      },
      {
        key: 'used',
        heading: t('use.count'),
        text: (row) => t('use.usedOf', { used: row.used, allowed: row.allowed }),
        width: 120,
      },
    ],
    [t, say, day],
  );
  const list = useList<OwnGrant, typeof delivery.listOwnGrants>(
    delivery.listOwnGrants,
    columns,
    {},
    'grants',
    { refreshMs },
  );
  return (
    <DataList
      {...list}
      label={t('use.grants')}
      rowKey={(row) => row.id}
      empty={{ title: t('use.noGrants'), hint: t('use.noGrantsHint') }}
    />
  );
};

const Requests = () => {
  const { t } = useTranslation();
  const shared = useCaseColumns<OwnCase>();
  const columns = useMemo(
    () =>
      shared
        .filter(({ key }) => key !== 'kind' && key !== 'subject')
        .map(
          (column): Column<OwnCase> =>
            column.key === 'number'
              ? {
                  ...column,
                  heading: t('use.requestNumber'),
                  show: (row) => <Link to={`/use/requests/${row.id}`}>{column.text(row)}</Link>,
                }
              : column,
        ),
    [shared, t],
  );
  const list = useList<OwnCase, typeof service.listOwnUseRequests>(
    service.listOwnUseRequests,
    columns,
    {},
    'requests',
    { refreshMs },
  );
  return (
    <DataList
      {...list}
      label={t('use.requests')}
      rowKey={(row) => row.id}
      empty={{ title: t('use.noRequests'), hint: t('use.noRecordsHint') }}
    />
  );
};

/** What this person asked for, or what was granted to them: a list each. */
const MyUse = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const show = useLocation().pathname === '/use/grants' ? 'grants' : 'requests';
  return (
    <Page title={t('nav.use')} lead={t('use.lead')}>
      <Segmented
        className="ga-notice"
        aria-label={t('use.show')}
        value={show}
        options={[
          { value: 'requests', label: t('use.requests') },
          { value: 'grants', label: t('use.grants') },
        ]}
        onChange={(value) => void navigate(value === 'grants' ? '/use/grants' : '/use')}
      />
      {show === 'grants' ? <Grants /> : <Requests />}
    </Page>
  );
};
export default MyUse;
