import type { Evaluation } from '@geoarchive/contract/evaluation.ts';
import { evaluation } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ReasonDialog } from '@geoarchive/frontend-shared/form/ReasonDialog.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What the ministry may do with a draft: count it anew, or circulate it with some words. */
export const Circulate = ({ of }: { of: Evaluation }) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const circulate = useWrite(evaluation.circulateEvaluation);
  const again = useWrite(evaluation.beginEvaluation);
  if (!of.moves.includes('circulate')) return null;
  return (
    <>
      {again.error !== null && <ProblemAlert error={again.error} />}
      <Flex gap={12} wrap className="ga-notice">
        <Button
          type="primary"
          disabled={of.computing || of.results.length === 0}
          onClick={() => setAsking(true)}
        >
          {t('evaluation.circulate')}
        </Button>
        <Button
          loading={again.isPending || of.computing}
          onClick={() => again.mutate({ body: { period: of.period } })}
        >
          {t('evaluation.again')}
        </Button>
      </Flex>
      {asking && (
        <ReasonDialog
          gentle
          title={t('evaluation.circulate')}
          lead={t('evaluation.circulateLead')}
          label={t('evaluation.text')}
          act={t('evaluation.circulate')}
          write={circulate}
          onAct={(text) =>
            circulate.mutateAsync({ params: { id: of.id }, body: { text }, ifMatch: of.version })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};
