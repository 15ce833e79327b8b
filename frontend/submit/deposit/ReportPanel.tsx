import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Findings } from '@geoarchive/frontend-shared/detail/Findings.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** The report of the check: a verdict, what to mend, and what formats were found. */
export const ReportPanel = ({ deposit }: { deposit: Deposit }) => {
  const { t } = useTranslation();
  const report = useRead(intake.getReport, { params: { id: deposit.id } });
  return (
    <Panel title={t('report.title')}>
      <QueryView query={report}>
        {({ verdict, findings, formats }) => (
          <>
            {verdict !== undefined && (
              <Alert
                showIcon
                type={verdict.errors > 0 ? 'error' : verdict.warnings > 0 ? 'warning' : 'success'}
                title={t(
                  verdict.errors > 0
                    ? 'report.blocked'
                    : verdict.warnings > 0
                      ? 'report.warned'
                      : 'report.clean',
                  verdict,
                )}
                description={t(verdict.errors > 0 ? 'report.blockedNext' : 'report.next')}
                style={{ marginBottom: 14 }}
              />
            )}
            <Findings findings={findings} />
            {formats.length > 0 && (
              <p className="ga-soft">
                {t('report.formats')}{' '}
                {formats.map(({ name, files }) => `${name} × ${formatCount(files)}`).join(' · ')}
              </p>
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
};
