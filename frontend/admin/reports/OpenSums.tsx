import type { ReportSummary } from '@geoarchive/contract/reporting.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';

/** Opens the sums of a year to everybody, and says what the portal was told last. */
export const OpenSums = ({ of: { year, units, opened } }: { of: ReportSummary }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const open = useWrite(reporting.openFigures);
  const accepted = units.filter(({ report }) => report?.state === 'accepted').length;
  const count = { accepted, units: units.length };
  return (
    <Panel
      title={t('reporting.opening')}
      extra={
        <Popconfirm
          title={t('reporting.openAsk', count)}
          okText={t('reporting.open')}
          cancelText={t('action.cancel')}
          onConfirm={() => open.mutate({ params: { year } })}
        >
          <Button disabled={accepted === 0} loading={open.isPending}>
            {t(opened === undefined ? 'reporting.open' : 'reporting.openAgain')}
          </Button>
        </Popconfirm>
      }
    >
      {open.error !== null && <ProblemAlert error={open.error} />}
      <p>
        {opened === undefined
          ? t('reporting.notOpened', count)
          : t('reporting.openedAt', {
              at: time(opened.openedAt),
              accepted: opened.accepted,
              units: opened.units,
              version: opened.version,
            })}
      </p>
      <p className="ga-soft">{t('reporting.openHint')}</p>
    </Panel>
  );
};
