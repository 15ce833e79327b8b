import { evaluationLifecycle } from '@geoarchive/domain/reporting/evaluation.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { OpenCaseDialog } from '../cases/OpenCaseDialog.tsx';
import { CircularPdf } from '../evaluation/CircularPdf.tsx';
import { Circulate } from '../evaluation/Circulate.tsx';
import { Correct } from '../evaluation/Correct.tsx';
import { Corrections } from '../evaluation/Corrections.tsx';
import { Indicators } from '../evaluation/Indicators.tsx';
import { Ranking } from '../evaluation/Ranking.tsx';
import { useEvaluation } from '../evaluation/use-evaluation.ts';
import { caseReaders } from '../roles.ts';

/** A unit contests what was circulated: a case that the ministry decides. */
const Contest = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(false);
  if (!reaches(caseReaders, usePerson()?.roles ?? [])) return null;
  return (
    <>
      <Button onClick={() => setOpening(true)}>{t('evaluation.contest')}</Button>
      {opening && <OpenCaseDialog about={{ kind: 'evaluation', id }} onClose={() => setOpening(false)} />}
    </>
  );
};

/** An evaluation of all units: ranking, indicators with what they rest on, the circular. */
const Evaluation = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '' } = useParams();
  const query = useEvaluation(id);
  const found = query.data;
  return (
    <Page
      title={found === undefined ? t('nav.evaluations') : say(found.title)}
      back={{ to: '/evaluations', label: t('nav.evaluations') }}
      lead={
        found && (
          <>
            <StateTag tone={found.state === 'draft' ? 'neutral' : 'good'}>
              {say(evaluationLifecycle.states[found.state])}
            </StateTag>{' '}
            {found.edition > 1 && t('evaluation.edition', { edition: found.edition })}
          </>
        )
      }
      actions={found && found.results.length > 0 && <CircularPdf of={found} />}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            <Circulate of={of} />
            {of.state === 'circulated' && (
              <Flex gap={12} wrap className="ga-notice">
                <Contest id={of.id} />
                <Correct of={of} />
              </Flex>
            )}
            {of.text !== undefined && <p className="ga-prose">{of.text}</p>}
            {of.results.length === 0 ? (
              <p className="ga-soft">{t(of.computing ? 'evaluation.counting' : 'evaluation.none')}</p>
            ) : (
              <>
                <Corrections of={of} />
                <Panel title={t('evaluation.ranking')}>
                  <Ranking of={of} label={t('evaluation.ranking')} />
                  <p className="ga-soft">{t('evaluation.rankingHint')}</p>
                </Panel>
                <Indicators of={of} />
              </>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Evaluation;
