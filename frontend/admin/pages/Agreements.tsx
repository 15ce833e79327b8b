import type { Agreement } from '@geoarchive/contract/custody-agreements.ts';
import { custodyAgreements } from '@geoarchive/contract/routes.ts';
import { agreementLifecycle } from '@geoarchive/domain/custody/agreement.ts';
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
import { AgreementDialog } from '../custody/AgreementDialog.tsx';
import { AgreementState } from '../custody/AgreementState.tsx';
import { useCustodians } from '../custody/use-custodians.ts';
import { entrusting } from '../roles.ts';

/** 委托协议: what is entrusted to whom until when. */
const Agreements = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const go = useNavigate();
  const parties = useCustodians();
  const [drafting, setDrafting] = useState(false);
  const columns = useMemo(
    (): Column<Agreement>[] => [
      {
        key: 'number',
        heading: t('custody.number'),
        text: (row) => row.number,
        show: (row) => <Link to={`/custody/agreements/${row.id}`}>{row.number}</Link>,
        width: 170,
      },
      { key: 'title', heading: t('custody.agreementTitle'), text: (row) => row.title, width: 280 },
      {
        key: 'custodian',
        heading: t('custody.custodian'),
        text: (row) => parties.custodian(row.custodian),
        filter: parties.options,
        filterBy: (row) => row.custodian,
        width: 220,
      },
      {
        key: 'authority',
        heading: t('custody.authority'),
        text: (row) => parties.authority(row.authority),
        width: 160,
      },
      {
        key: 'end',
        heading: t('custody.end'),
        text: (row) => day(row.end),
        order: (row) => row.end,
        width: 130,
      },
      {
        key: 'standing',
        heading: t('custody.term'),
        text: (row) => t(`custody.standings.${row.standing}`),
        filter: (['running', 'soon', 'expired'] as const).map((value) => ({
          value,
          label: t(`custody.standings.${value}`),
        })),
        filterBy: (row) => row.standing,
        width: 110,
      },
      {
        key: 'state',
        heading: t('custody.state'),
        text: (row) => say(agreementLifecycle.states[row.state]),
        show: (row) => <AgreementState of={row} />,
        filter: statesOf(agreementLifecycle).map((value) => ({
          value,
          label: say(agreementLifecycle.states[value]),
        })),
        filterBy: (row) => row.state,
        width: 130,
      },
    ],
    [t, say, day, parties],
  );
  const list = useList<Agreement, typeof custodyAgreements.listAgreements>(
    custodyAgreements.listAgreements,
    columns,
  );
  const may = reaches(entrusting, usePerson()?.roles ?? []);
  return (
    <Page
      title={t('nav.agreements')}
      lead={t('custody.agreementsLead')}
      actions={
        may && (
          <Button type="primary" onClick={() => setDrafting(true)}>
            {t('custody.draft')}
          </Button>
        )
      }
    >
      <DataList
        {...list}
        label={t('nav.agreements')}
        rowKey={(row) => row.id}
        empty={{ title: t('custody.noAgreements'), hint: t('custody.noAgreementsHint') }}
      />
      {drafting && (
        <AgreementDialog
          onDone={(id) => void go(`/custody/agreements/${id}`)}
          onClose={() => setDrafting(false)}
        />
      )}
    </Page>
  );
};
export default Agreements;
