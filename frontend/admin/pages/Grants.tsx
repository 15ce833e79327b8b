import { service } from '@geoarchive/contract/routes.ts';
import type { GrantDetail } from '@geoarchive/contract/service.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { useModeCodes, useModes } from '@geoarchive/domain/service/codes.ts';
import { grantLifecycle } from '@geoarchive/domain/service/grant.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { GrantState } from '@geoarchive/frontend-shared/use/GrantState.tsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The grants of the node, newest first. */
const Grants = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const columns = useMemo(
    (): Column<GrantDetail>[] => [
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
        filter: statesOf(grantLifecycle).map((value) => ({
          value,
          label: say(grantLifecycle.states[value]),
        })),
        filterBy: (row) => row.state,
        width: 130,
      },
      { key: 'title', heading: t('use.record'), text: (row) => row.title, width: 320 },
      {
        key: 'person',
        heading: t('use.person'),
        text: (row) => [row.personName, row.unit].filter((part) => part !== undefined).join(' · '),
        width: 200,
      },
      {
        key: 'mode',
        heading: t('use.mode'),
        text: (row) => say(useModes[row.mode]),
        filter: useModeCodes.map((value) => ({ value, label: say(useModes[value]) })),
        filterBy: (row) => row.mode,
        width: 110,
      },
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
        order: (row) => row.used,
        width: 120,
      },
    ],
    [t, say, day],
  );
  const list = useList<GrantDetail, typeof service.listGrants>(service.listGrants, columns);
  return (
    <Page title={t('use.grants')} back={{ to: '/use', label: t('nav.use') }}>
      <DataList
        {...list}
        label={t('use.grants')}
        rowKey={(row) => row.id}
        empty={{ title: t('use.noGrants'), hint: t('use.noGrantsHint') }}
      />
    </Page>
  );
};
export default Grants;
