import type { StaffCase } from '@geoarchive/contract/cases.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useStaffCaseColumns } from '../cases/columns.tsx';
import { OpenCaseDialog } from '../cases/OpenCaseDialog.tsx';

const refreshMs = 30_000;
const shows = ['open', 'mine', 'unassigned', 'overdue', 'all'] as const;
type Show = (typeof shows)[number];

const List = ({ show }: { show: Show }) => {
  const { t } = useTranslation();
  const list = useList<StaffCase, typeof cases.listCases>(
    cases.listCases,
    useStaffCaseColumns(),
    { query: { show } },
    null,
    { refreshMs },
  );
  return (
    <DataList
      {...list}
      label={t('nav.cases')}
      rowKey={(row) => row.id}
      empty={{ title: t(`cases.empty.${show}`), hint: t('cases.emptyHint') }}
    />
  );
};

/** The cases of the node: those that go on by their date, mine, those of nobody, those overdue, all. */
const Cases = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const params = useParams();
  const [opening, setOpening] = useState(false);
  const show = shows.find((one) => one === params['show']) ?? 'open';
  return (
    <Page
      title={t('nav.cases')}
      lead={t('cases.lead')}
      actions={<Button onClick={() => setOpening(true)}>{t('cases.openGeneral')}</Button>}
    >
      <Segmented
        className="ga-notice"
        aria-label={t('cases.show')}
        value={show}
        options={shows.map((value) => ({ value, label: t(`cases.shows.${value}`) }))}
        onChange={(value) => void navigate(value === 'open' ? '/cases' : `/cases/show/${value}`)}
      />
      <List key={show} show={show} />
      {opening && <OpenCaseDialog about={{ kind: 'general' }} onClose={() => setOpening(false)} />}
    </Page>
  );
};
export default Cases;
