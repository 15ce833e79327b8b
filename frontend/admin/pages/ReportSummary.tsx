import { reporting } from '@geoarchive/contract/routes.ts';
import { reportTables } from '@geoarchive/domain/reporting/figure.ts';
import { figureOf, figuresIn, tableNames } from '@geoarchive/domain/reporting/tables/tables.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { figureText } from '@geoarchive/frontend-shared/format/figure.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OpenSums } from '../reports/OpenSums.tsx';
import { TakeSumsAlong } from '../reports/TakeAlong.tsx';
import { useYear, YearSelect } from '../reports/YearSelect.tsx';

type Summary = typeof reporting.sumReports.reply._output;

const ByUnit = ({ of }: { of: Summary }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [code, setCode] = useState('T3.dossiers');
  const figure = figureOf(code);
  return (
    <Panel
      title={t('reporting.byUnit')}
      extra={
        <Select
          aria-label={t('reporting.figure')}
          value={code}
          onChange={setCode}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={reportTables.flatMap((table) =>
            figuresIn(table).map((one) => ({ value: one.code, label: `${table} ${say(one.name)}` })),
          )}
        />
      }
    >
      <Rows
        label={t('reporting.byUnit')}
        rows={of.units.filter(({ report }) => report !== undefined)}
        rowKey={({ unit }) => unit}
        columns={[
          {
            key: 'unit',
            title: t('reporting.unit'),
            show: ({ name, report }) => <Link to={`/reports/${report?.id ?? ''}`}>{say(name)}</Link>,
          },
          {
            key: 'n',
            title: figure === undefined ? code : say(figure.name),
            show: ({ unit, report }) => {
              const n = of.byUnit[unit]?.[code];
              return n === undefined || figure === undefined ? (
                t('reporting.notMeasured')
              ) : (
                <Link to={`/reports/${report?.id ?? ''}/figures/${code}`}>{figureText(figure, n, say)}</Link>
              );
            },
            width: 220,
          },
        ]}
      />
    </Panel>
  );
};

/** The reports of all units added up. */
const ReportSummary = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const year = useYear();
  const query = useRead(reporting.sumReports, { query: { year } });
  return (
    <Page
      title={query.data === undefined ? t('reporting.toSummary') : say(query.data.title)}
      back={{ to: `/reports?year=${year}`, label: t('nav.reports') }}
      lead={t('reporting.summaryLead')}
      actions={
        <>
          <YearSelect />
          {query.data && <TakeSumsAlong of={query.data} />}
        </>
      }
    >
      <QueryView query={query}>
        {(of) => (
          <>
            <OpenSums of={of} />
            <ByUnit of={of} />
            {reportTables.map((table) => (
              <Panel key={table} title={say(tableNames[table])}>
                <Rows
                  label={say(tableNames[table])}
                  rows={figuresIn(table)}
                  rowKey={({ code }) => code}
                  columns={[
                    { key: 'name', title: t('reporting.figure'), show: ({ name }) => say(name) },
                    {
                      key: 'n',
                      title: String(year),
                      show: (figure) => {
                        const n = of.sums[figure.code]?.n;
                        return n === undefined ? t('reporting.notMeasured') : figureText(figure, n, say);
                      },
                      width: 200,
                    },
                    {
                      key: 'units',
                      title: t('reporting.unitsWith'),
                      show: ({ code }) => {
                        const { units = 0, missing = 0 } = of.sums[code] ?? {};
                        return t('reporting.unitsOf', { units, all: units + missing });
                      },
                      width: 160,
                    },
                  ]}
                />
              </Panel>
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default ReportSummary;
