import { reporting } from '@geoarchive/contract/routes.ts';
import { reportTables } from '@geoarchive/domain/reporting/figure.ts';
import { figuresIn, tableNames } from '@geoarchive/domain/reporting/tables/tables.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { figureText } from '@geoarchive/frontend-shared/format/figure.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Bars } from '../reports/Bars.tsx';

type History = typeof reporting.reportHistory.reply._output;
/** What is drawn: one figure a table that says most of it. */
const drawn = ['T1.submitted', 'T1.rate', 'T3.dossiers', 'T7.holes'];

const Content = ({ of }: { of: History }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (of.years.length === 0) return <p className="ga-soft">{t('reporting.noHistory')}</p>;
  const all = reportTables.flatMap((table) => figuresIn(table));
  return (
    <>
      <Panel title={t('reporting.charts')}>
        <div className="ga-charts">
          {all
            .filter(
              ({ code }) => drawn.includes(code) && of.years.some(({ values }) => values[code] !== undefined),
            )
            .map((figure) => (
              <figure key={figure.code}>
                <figcaption>{say(figure.name)}</figcaption>
                <Bars
                  title={say(figure.name)}
                  bars={of.years.flatMap(({ year, values }) => {
                    const value = values[figure.code];
                    return value === undefined
                      ? []
                      : [
                          {
                            key: String(year),
                            label: String(year),
                            value,
                            text: figureText(figure, value, say),
                          },
                        ];
                  })}
                />
              </figure>
            ))}
        </div>
      </Panel>
      {reportTables.map((table) => (
        <Panel key={table} title={say(tableNames[table])}>
          <Rows
            label={say(tableNames[table])}
            rows={figuresIn(table).filter(({ only }) => only === undefined || only === of.kind)}
            rowKey={({ code }) => code}
            columns={[
              { key: 'name', title: t('reporting.figure'), show: ({ name }) => say(name) },
              ...of.years.map(({ year, id, values }) => ({
                key: String(year),
                title: String(year),
                show: (figure: (typeof all)[number]) => {
                  const n = values[figure.code];
                  if (n === undefined) return <span className="ga-soft">{t('reporting.notMeasured')}</span>;
                  return (
                    <Link to={`/reports/${id}/figures/${figure.code}`}>{figureText(figure, n, say)}</Link>
                  );
                },
                width: 150,
              })),
            ]}
          />
        </Panel>
      ))}
    </>
  );
};

/** The figures of a unit's reports of all years. */
const ReportHistory = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [params] = useSearchParams();
  const unit = params.get('unit');
  const query = useRead(reporting.reportHistory, { query: unit === null ? {} : { unit } });
  return (
    <Page
      title={t('reporting.historyTitle')}
      back={{ to: '/reports', label: t('nav.reports') }}
      lead={query.data && say(query.data.name)}
    >
      <QueryView query={query}>{(of) => <Content of={of} />}</QueryView>
    </Page>
  );
};
export default ReportHistory;
