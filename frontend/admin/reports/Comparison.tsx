import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import { figureOf } from '@geoarchive/domain/reporting/tables/tables.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { figureText } from '@geoarchive/frontend-shared/format/figure.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';

type Differences = ReplyOf<typeof reporting.compareReport>['differences'];

/** Figures that differ, as the report says them and as they are now. */
const Differing = ({ label, rows }: { label: string; rows: Differences }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const text = (code: string, n: number | undefined): string => {
    const figure = figureOf(code);
    return n === undefined || figure === undefined ? t('reporting.notMeasured') : figureText(figure, n, say);
  };
  return (
    <Rows
      label={label}
      rows={rows}
      rowKey={({ figure }) => figure}
      columns={[
        {
          key: 'figure',
          title: t('reporting.figure'),
          show: ({ figure }) => say(figureOf(figure)?.name ?? { zh: figure, en: figure }),
        },
        {
          key: 'before',
          title: t('reporting.inReport'),
          show: ({ figure, before }) => text(figure, before),
          width: 180,
        },
        {
          key: 'now',
          title: t('reporting.now'),
          show: ({ figure, now }) => text(figure, now),
          width: 180,
        },
      ]}
    />
  );
};

/** What differs between the figures that were signed and the newest that were made, and between the year before as it stands beside them and now. */
export const Comparison = ({ of }: { of: AnnualReport }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const query = useRead(reporting.compareReport, { params: { id: of.id } });
  return (
    <Panel title={t('reporting.comparison')}>
      <QueryView query={query}>
        {({ figures, latest, intact, differences, beforeDifferences }) => (
          <>
            <p>
              {figures && t('reporting.madeAt', { at: time(figures.at) })}{' '}
              {latest && t('reporting.latestAt', { at: time(latest.at) })}{' '}
              {t(intact ? 'reporting.intact' : 'reporting.notIntact')}
            </p>
            {differences.length === 0 ? (
              <p className="ga-soft">{t('reporting.same')}</p>
            ) : (
              <Differing label={t('reporting.comparison')} rows={differences} />
            )}
            {beforeDifferences.length > 0 && (
              <>
                <p>{t('reporting.beforeDiffers')}</p>
                <Differing label={t('reporting.beforeDiffers')} rows={beforeDifferences} />
              </>
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
};
