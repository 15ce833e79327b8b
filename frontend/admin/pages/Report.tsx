import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { reportTables } from '@geoarchive/domain/reporting/figure.ts';
import { annualReportLifecycle } from '@geoarchive/domain/reporting/report.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { Findings } from '@geoarchive/frontend-shared/detail/Findings.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Comparison } from '../reports/Comparison.tsx';
import { FigureTable } from '../reports/FigureTable.tsx';
import { ReportActions } from '../reports/ReportActions.tsx';
import { ReportState } from '../reports/ReportState.tsx';
import { TakeAlong } from '../reports/TakeAlong.tsx';
import { TextParts } from '../reports/TextParts.tsx';
import { useReport } from '../reports/use-report.ts';

const History = ({ of }: { of: AnnualReport }) => {
  const { say, time } = useLanguage();
  return (
    <ol className="ga-hits">
      {of.history.map(({ move, by, at, reason }) => (
        <li key={at + move}>
          {say(annualReportLifecycle.moves[move].label)} · {by} · {time(at)}
          {reason !== undefined && ` · ${reason}`}
        </li>
      ))}
    </ol>
  );
};

const Content = ({ of }: { of: AnnualReport }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const { signed, figures } = of;
  return (
    <>
      <ReportActions of={of} />
      <Panel title={t('reporting.facts')}>
        <Facts
          items={[
            { label: t('reporting.unit'), value: say(of.name) },
            { label: t('reporting.year'), value: String(of.year) },
            { label: t('reporting.unitBy'), value: day(of.deadlines.unit) },
            { label: t('reporting.checkBy'), value: day(of.deadlines.check) },
            { label: t('reporting.figuresAt'), value: figures && time(figures.at) },
            {
              label: t('reporting.beforeFrom'),
              value:
                of.before &&
                t('reporting.beforeOf', {
                  year: of.before.year,
                  state: say(annualReportLifecycle.states[of.before.state]),
                }),
            },
            { label: t('reporting.signed'), value: signed && `${signed.name} · ${time(signed.at)}` },
            { label: t('reporting.history'), value: of.history.length > 0 && <History of={of} /> },
          ].filter(({ value }) => value !== false)}
        />
        <Link to={`/reports/history?unit=${encodeURIComponent(of.unit)}`}>{t('reporting.toHistory')}</Link>
      </Panel>
      {of.state === 'draft' ? (
        <Panel title={t('reporting.findings')}>
          <Findings findings={of.findings.map((one) => ({ ...one, at: one.figure }))} />
        </Panel>
      ) : (
        <Comparison of={of} />
      )}
      {reportTables.map((table) => (
        <FigureTable key={table} of={of} table={table} />
      ))}
      <TextParts of={of} />
    </>
  );
};

/** An annual report (管理年报): its figures, what is left to do, its parts in words, what may be done with it. */
const Report = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '' } = useParams();
  const query = useReport(id);
  const found = query.data;
  return (
    <Page
      title={found === undefined ? t('nav.reports') : say(found.title)}
      back={{ to: '/reports', label: t('nav.reports') }}
      lead={found && <ReportState of={found.state} />}
      actions={found && <TakeAlong of={found} />}
    >
      <QueryView query={query}>{(of) => <Content of={of} />}</QueryView>
    </Page>
  );
};
export default Report;
