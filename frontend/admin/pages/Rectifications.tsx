import type { Rectification } from '@geoarchive/contract/custody-inspections.ts';
import { custodyInspections } from '@geoarchive/contract/routes.ts';
import { rectificationLifecycle } from '@geoarchive/domain/custody/inspection.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RectificationStateTag } from '../custody/InspectionStateTag.tsx';
import { useCustodians } from '../custody/use-custodians.ts';

const standingOf = ({ late, soon }: Rectification) => (late ? 'yes' : soon ? 'soon' : 'no');

/** 整改: what custodians have to put right. */
const Rectifications = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const parties = useCustodians();
  const columns = useMemo(
    (): Column<Rectification>[] => [
      {
        key: 'number',
        heading: t('custody.number'),
        text: (row) => row.number,
        show: (row) => <Link to={`/custody/rectifications/${row.id}`}>{row.number}</Link>,
        width: 200,
      },
      { key: 'text', heading: t('custody.finding'), text: (row) => row.finding.text, width: 320 },
      {
        key: 'custodian',
        heading: t('custody.custodian'),
        text: (row) => parties.custodian(row.node),
        filter: parties.options,
        filterBy: (row) => row.node,
        width: 220,
      },
      {
        key: 'due',
        heading: t('custody.due'),
        text: (row) => day(row.due),
        order: (row) => row.due,
        width: 130,
      },
      {
        key: 'state',
        heading: t('custody.state'),
        text: (row) => say(rectificationLifecycle.states[row.state]),
        show: (row) => <RectificationStateTag of={row} />,
        filter: statesOf(rectificationLifecycle).map((value) => ({
          value,
          label: say(rectificationLifecycle.states[value]),
        })),
        filterBy: (row) => row.state,
        width: 120,
      },
      {
        key: 'late',
        heading: t('custody.onTime'),
        text: (row) => t(`custody.late.${standingOf(row)}`),
        filter: (['yes', 'soon', 'no'] as const).map((value) => ({
          value,
          label: t(`custody.late.${value}`),
        })),
        filterBy: standingOf,
        width: 100,
      },
    ],
    [t, say, day, parties],
  );
  const list = useList<Rectification, typeof custodyInspections.listRectifications>(
    custodyInspections.listRectifications,
    columns,
  );
  return (
    <Page title={t('nav.rectifications')} lead={t('custody.rectificationsLead')}>
      <DataList
        {...list}
        label={t('nav.rectifications')}
        rowKey={(row) => row.id}
        empty={{ title: t('custody.noRectifications'), hint: t('custody.noRectificationsHint') }}
      />
    </Page>
  );
};
export default Rectifications;
