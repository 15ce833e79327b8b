import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import { type Figure, tableCodes, units } from '@geoarchive/domain/reporting/figure.ts';
import { sourceName } from '@geoarchive/domain/reporting/report-sheet.ts';
import { figureOf, tableNames } from '@geoarchive/domain/reporting/tables/tables.ts';
import { dimensionCodes, dimensions, partName } from '@geoarchive/domain/reporting/words.ts';
import { usePages } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { figureText } from '@geoarchive/frontend-shared/format/figure.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Item, Objects } from '../reports/Objects.tsx';
import { useReport } from '../reports/use-report.ts';

const Counted = ({ id, figure }: { id: string; figure: string }) => {
  const query = usePages<Item, typeof reporting.listEvidence>(reporting.listEvidence, {
    params: { id, figure },
  });
  return <Objects query={query} />;
};

const Content = ({ of, figure }: { of: AnnualReport; figure: Figure }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const value = of.values[figure.code];
  const { source } = figure;
  return (
    <>
      <Panel title={t('reporting.figure')}>
        <Facts
          items={[
            { label: t('reporting.definition'), value: say(figure.definition) },
            { label: t('reporting.code'), value: <code>{figure.code}</code> },
            { label: t('reporting.countedIn'), value: say(units[figure.unit]) },
            {
              label: String(of.year),
              value: value?.n === undefined ? t('reporting.notMeasured') : figureText(figure, value.n, say),
            },
            {
              label: t('reporting.before'),
              value: value?.before === undefined ? undefined : figureText(figure, value.before, say),
            },
            { label: t('reporting.source'), value: say(sourceName(value?.from ?? 'not-measured')) },
            {
              label: t('reporting.parts'),
              value:
                source.kind === 'share' &&
                [source.part, source.whole].map((code) => (
                  <Link key={code} to={`/reports/${of.id}/figures/${code}`}>
                    {say(figureOf(code)?.name ?? { zh: code, en: code })}{' '}
                  </Link>
                )),
            },
            { label: t('reporting.explanation'), value: of.explanations[figure.code]?.text },
          ].filter((fact) => fact.value !== false)}
        />
      </Panel>
      {dimensionCodes.map((by) => {
        const parts = Object.entries(value?.by?.[by] ?? {}).toSorted(([, a], [, b]) => b - a);
        return parts.length === 0 ? null : (
          <Panel key={by} title={say(dimensions[by])}>
            <Rows
              label={say(dimensions[by])}
              rows={parts.map(([part, n]) => ({ part, n }))}
              rowKey={({ part }) => part}
              columns={[
                { key: 'part', title: say(dimensions[by]), show: ({ part }) => say(partName(by, part)) },
                { key: 'n', title: String(of.year), show: ({ n }) => figureText(figure, n, say), width: 180 },
              ]}
            />
          </Panel>
        );
      })}
      {value?.objects === true && <Counted id={of.id} figure={figure.code} />}
    </>
  );
};

/** A figure of a report: its definition, its parts, and the objects that it counts. */
const ReportFigure = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '', figure: code = '' } = useParams();
  const figure = figureOf(code);
  const query = useReport(id);
  const table = tableCodes.find((one) => one === figure?.table);
  return (
    <Page
      title={figure === undefined ? t('reporting.figure') : say(figure.name)}
      back={{
        to: `/reports/${id}`,
        label: query.data === undefined ? t('nav.reports') : say(query.data.title),
      }}
      lead={table && say(tableNames[table])}
    >
      <QueryView query={query}>
        {(of) =>
          figure === undefined ? <p>{t('reporting.noFigure')}</p> : <Content of={of} figure={figure} />
        }
      </QueryView>
    </Page>
  );
};
export default ReportFigure;
