import type { Inspection } from '@geoarchive/contract/custody-inspections.ts';
import { custodyInspections } from '@geoarchive/contract/routes.ts';
import { inspectionLifecycle } from '@geoarchive/domain/custody/inspection.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { InspectionStateTag } from '../custody/InspectionStateTag.tsx';
import { PlanInspection } from '../custody/PlanInspection.tsx';
import { useCustodians } from '../custody/use-custodians.ts';
import { entrusting } from '../roles.ts';

/** 检查: inspections of custodians. */
const Inspections = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const go = useNavigate();
  const parties = useCustodians();
  const [planning, setPlanning] = useState(false);
  const columns = useMemo(
    (): Column<Inspection>[] => [
      {
        key: 'number',
        heading: t('custody.number'),
        text: (row) => row.number,
        show: (row) => <Link to={`/custody/inspections/${row.id}`}>{row.number}</Link>,
        width: 170,
      },
      { key: 'title', heading: t('custody.subject'), text: (row) => row.title, width: 260 },
      {
        key: 'custodian',
        heading: t('custody.custodian'),
        text: (row) => parties.custodian(row.custodian),
        filter: parties.options,
        filterBy: (row) => row.custodian,
        width: 220,
      },
      {
        key: 'plannedOn',
        heading: t('custody.plannedOn'),
        text: (row) => day(row.plannedOn),
        order: (row) => row.plannedOn,
        width: 130,
      },
      {
        key: 'archive',
        heading: t('custody.inspectors'),
        text: (row) => parties.custodian(row.archive),
        width: 160,
      },
      {
        key: 'state',
        heading: t('custody.state'),
        text: (row) => say(inspectionLifecycle.states[row.state]),
        show: (row) => <InspectionStateTag of={row} />,
        filter: statesOf(inspectionLifecycle).map((value) => ({
          value,
          label: say(inspectionLifecycle.states[value]),
        })),
        filterBy: (row) => row.state,
        width: 120,
      },
      {
        key: 'late',
        heading: t('custody.onTime'),
        text: (row) => t(row.late ? 'custody.late.yes' : 'custody.late.no'),
        filter: (['yes', 'no'] as const).map((value) => ({ value, label: t(`custody.late.${value}`) })),
        filterBy: (row) => (row.late ? 'yes' : 'no'),
        width: 100,
      },
      {
        key: 'score',
        heading: t('custody.score'),
        text: ({ score }) => (score?.total === undefined ? '' : String(score.total)),
        order: ({ score }) => score?.total ?? -1,
        numeric: true,
        width: 90,
      },
    ],
    [t, say, day, parties],
  );
  const list = useList<Inspection, typeof custodyInspections.listInspections>(
    custodyInspections.listInspections,
    columns,
  );
  return (
    <Page
      title={t('nav.inspections')}
      lead={t('custody.inspectionsLead')}
      actions={
        reaches(entrusting, usePerson()?.roles ?? []) && (
          <Button type="primary" onClick={() => setPlanning(true)}>
            {t('custody.plan')}
          </Button>
        )
      }
    >
      <DataList
        {...list}
        label={t('nav.inspections')}
        rowKey={(row) => row.id}
        empty={{ title: t('custody.noInspections'), hint: t('custody.noInspectionsHint') }}
      />
      {planning && (
        <PlanInspection
          onDone={(id) => void go(`/custody/inspections/${id}`)}
          onClose={() => setPlanning(false)}
        />
      )}
    </Page>
  );
};
export default Inspections;
