import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import { annualReportLifecycle, type ReportMove } from '@geoarchive/domain/reporting/report.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ReasonDialog } from '@geoarchive/frontend-shared/form/ReasonDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Flex, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What may be done with a report now. Signing asks again; a return asks for the reason. */
export const ReportActions = ({ of }: { of: AnnualReport }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [returning, setReturning] = useState(false);
  const move = useWrite(reporting.moveReport);
  const compute = useWrite(reporting.computeReport);
  const act = (one: ReportMove, reason?: string) =>
    move.mutateAsync({
      params: { id: of.id },
      body: { move: one, ...(reason === undefined ? {} : { reason }) },
      ifMatch: of.version,
    });
  const label = (one: ReportMove) => say(annualReportLifecycle.moves[one].label);
  const errors = of.findings.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      {!returning && move.error !== null && <ProblemAlert error={move.error} />}
      {compute.error !== null && <ProblemAlert error={compute.error} />}
      <Flex gap={12} wrap className="ga-notice">
        {of.moves
          .filter((one) => one !== 'return')
          .map((one) => (
            <Popconfirm
              key={one}
              title={t(`reporting.ask.${one}`)}
              okText={label(one)}
              cancelText={t('action.cancel')}
              onConfirm={() => void act(one).catch(() => undefined)}
            >
              <Button type="primary" disabled={one === 'sign' && (errors > 0 || of.computing)}>
                {label(one)}
              </Button>
            </Popconfirm>
          ))}
        {of.moves.includes('return') && (
          <Button danger onClick={() => setReturning(true)}>
            {label('return')}
          </Button>
        )}
        <Button
          loading={compute.isPending || of.computing}
          onClick={() => compute.mutate({ params: { id: of.id } })}
        >
          {t('reporting.compute')}
        </Button>
      </Flex>
      {returning && (
        <ReasonDialog
          title={label('return')}
          lead={t('reporting.returnLead')}
          label={t('reporting.reason')}
          act={label('return')}
          write={move}
          onAct={(reason) => act('return', reason)}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  );
};
