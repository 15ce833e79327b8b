import type { ReportLine } from '@geoarchive/contract/reporting-parts.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ReportState } from '../reports/ReportState.tsx';
import { useYear, YearSelect } from '../reports/YearSelect.tsx';
import { reportEditors, reportSummers } from '../roles.ts';

const State = ({ of }: { of: ReportLine }) => {
  const { t } = useTranslation();
  return (
    <>
      {of.report === undefined ? (
        <span className="ga-soft">{t('reporting.notBegun')}</span>
      ) : (
        <ReportState of={of.report.state} />
      )}{' '}
      {of.report?.returned === true && <StateTag tone="attention">{t('reporting.returned')}</StateTag>}{' '}
      {of.late && <StateTag tone="bad">{t('reporting.late')}</StateTag>}
    </>
  );
};

const Begin = ({ year, items }: { year: number; items: readonly ReportLine[] }) => {
  const { t } = useTranslation();
  const person = usePerson();
  const navigate = useNavigate();
  const begin = useWrite(reporting.beginReport);
  const own = items.find(({ unit }) => unit === person?.node);
  if (own === undefined || own.report !== undefined || !reaches(reportEditors, person?.roles ?? []))
    return null;
  return (
    <>
      {begin.error !== null && <ProblemAlert error={begin.error} />}
      <Button
        type="primary"
        className="ga-notice"
        loading={begin.isPending}
        onClick={() =>
          begin
            .mutateAsync({ body: { year } })
            .then(({ id }) => navigate(`/reports/${id}`))
            .catch(() => undefined)
        }
      >
        {t('reporting.begin', { year })}
      </Button>
    </>
  );
};

/** The annual reports of a year: each unit's, and how far it is. */
const Reports = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const year = useYear();
  const query = useRead(reporting.listAnnualReports, { query: { year } });
  const sums = reaches(reportSummers, usePerson()?.roles ?? []);
  return (
    <Page
      title={t('nav.reports')}
      lead={t('reporting.lead')}
      actions={
        <>
          <YearSelect />
          {sums && <Link to={`/reports/summary?year=${year}`}>{t('reporting.toSummary')}</Link>}
        </>
      }
    >
      <QueryView query={query}>
        {({ items }) => (
          <>
            <Begin year={year} items={items} />
            <Panel title={t('reporting.ofYear', { year })}>
              <Rows
                label={t('reporting.ofYear', { year })}
                rows={items}
                rowKey={({ unit }) => unit}
                columns={[
                  {
                    key: 'unit',
                    title: t('reporting.unit'),
                    show: ({ name, report }) =>
                      report === undefined ? (
                        say(name)
                      ) : (
                        <Link to={`/reports/${report.id}`}>{say(name)}</Link>
                      ),
                  },
                  {
                    key: 'kind',
                    title: t('reporting.kind'),
                    show: ({ kind }) => t(`reporting.kinds.${kind}`),
                    width: 140,
                  },
                  {
                    key: 'state',
                    title: t('reporting.state'),
                    show: (row) => <State of={row} />,
                    width: 260,
                  },
                  {
                    key: 'unitBy',
                    title: t('reporting.unitBy'),
                    show: ({ deadlines }) => day(deadlines.unit),
                    width: 150,
                  },
                  {
                    key: 'history',
                    title: t('reporting.allYears'),
                    show: ({ unit }) => (
                      <Link to={`/reports/history?unit=${encodeURIComponent(unit)}`}>
                        {t('reporting.toHistory')}
                      </Link>
                    ),
                    width: 140,
                  },
                ]}
              />
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Reports;
