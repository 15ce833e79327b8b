import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Findings } from '@geoarchive/frontend-shared/detail/Findings.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { verdictTexts } from './verdict.ts';

type Found = Parameters<typeof verdictTexts>[1];

const Verdict = ({ state, verdict }: { state: Deposit['state']; verdict: Found }) => {
  const { t } = useTranslation();
  const { tone, title, next } = verdictTexts(state, verdict);
  return (
    <Alert
      showIcon
      type={tone}
      title={t(title, verdict)}
      description={next !== undefined && t(next)}
      style={{ marginBottom: 14 }}
    />
  );
};

/** The report of the check: a verdict, what to mend, and what formats were found. */
export const ReportPanel = ({ deposit }: { deposit: Deposit }) => {
  const { t } = useTranslation();
  const report = useRead(intake.getReport, { params: { id: deposit.id } });
  return (
    <Panel title={t('report.title')}>
      <QueryView query={report}>
        {({ verdict, findings, formats }) => (
          <>
            {verdict !== undefined && <Verdict state={deposit.state} verdict={verdict} />}
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
